import { GREY_8BPP, RGB_24BPP, seal, TRAILER_BYTES } from "./kept-image.ts";

// pdf.js decodes JPEG in JavaScript, which takes most of the time a scanned page takes to open; where the platform has
// an ImageDecoder, it asks that (pdfjs-dist, core/jpeg_stream.js). Here sharp's decoder stands in for it.

const JPEG = "image/jpeg";

let isIdle = false;

/** Gives pdf.js a decoder for JPEG pictures of up to so many pixels; what that one can't decode, pdf.js tries itself. */
export function offerJpegDecoder(mostPixels: number): void {
  class ImageDecoder {
    readonly #jpeg: Uint8Array;

    constructor({ data }: { data: Uint8Array }) {
      this.#jpeg = data;
    }

    static async isTypeSupported(type: string): Promise<boolean> {
      return type === JPEG;
    }

    async decode(): Promise<{ image: ArrayBuffer }> {
      if (isIdle) throw new Error("not while a page is drawn");
      return { image: await decodeJpeg(this.#jpeg, mostPixels) };
    }

    close(): void {
      // pdf.js closes its decoder; there is nothing to let go of.
    }
  }
  Object.assign(globalThis, { ImageDecoder });
}

/** A page that is drawn needs its pictures as pdf.js decodes them. */
export async function withoutJpegDecoder<T>(draw: () => Promise<T>): Promise<T> {
  isIdle = true;
  try {
    return await draw();
  } finally {
    isIdle = false;
  }
}

async function decodeJpeg(jpeg: Uint8Array, limitInputPixels: number): Promise<ArrayBuffer> {
  // A third of what it takes to be ready for a file; many have no JPEG picture.
  const { default: sharp } = await import("sharp");
  const picture = sharp(jpeg, { limitInputPixels, ignoreIcc: true });
  const isGrey = (await picture.metadata()).channels === 1;
  const { data, info } = await picture
    .toColourspace(isGrey ? "b-w" : "srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const kind = KINDS.get(info.channels);
  if (kind === undefined) throw new Error(`${info.channels} channels`);
  const whole = new Uint8Array(data.length + TRAILER_BYTES);
  whole.set(data);
  return seal(whole.buffer, info.width, info.height, kind);
}

const KINDS: ReadonlyMap<number, number> = new Map([
  [1, GREY_8BPP],
  [3, RGB_24BPP],
]);
