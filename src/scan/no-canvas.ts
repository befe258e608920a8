/**
 * Lets pdf.js believe in an OffscreenCanvas, for only beside one does it ask an ImageDecoder for grey JPEG as well
 * (pdfjs-dist, core/image.js). Any picture it would carry on that canvas fails: it would lose what tells a picture that
 * ends early from one with a white end. Without any, pdf.js takes 2048 pixels for the most a canvas holds, and decodes
 * larger JPEG 2000 pictures at half their size.
 */
export function offerNoCanvas(mostPixels: number): void {
  class OffscreenCanvas {
    constructor(width: number, height: number) {
      if (width * height > mostPixels) throw new RangeError(`${width} × ${height} px`);
    }

    getContext(): object {
      return {
        // By these pdf.js finds how large a canvas may be.
        fillRect: (): void => undefined,
        getImageData: (): { data: number[] } => ({ data: [0, 0, 0, OPAQUE] }),
        createImageData(): never {
          throw new Error("pictures are not put on a canvas");
        },
      };
    }
  }
  Object.assign(globalThis, { OffscreenCanvas });
}

const OPAQUE = 255;
