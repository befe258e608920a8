import sharp from "sharp";

// pdf.js decodes JPEG in JavaScript, which takes most of the time a scanned page takes to open; where the platform has
// an ImageDecoder, it asks that (pdfjs-dist, core/jpeg_stream.js: plain RGB pictures only). Here sharp's decoder
// stands in for it. Its pictures reach the page's objects as `bitmap`: an ArrayBuffer, which can be handed on.

/** A picture as pdf.js keeps it; `bitmap` is what an ImageDecoder gave, `data` what pdf.js decoded itself. */
export interface KeptImage {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray | null;
  bitmap?: unknown;
}

const JPEG = "image/jpeg";
const CHANNELS = 3;
const RGB_24BPP = 2;
/** Width and height, 4 bytes each, behind the pixels: a PDF may say otherwise than its picture. */
const TRAILER_BYTES = 8;

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
  const { data, info } = await sharp(jpeg, { limitInputPixels, ignoreIcc: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== CHANNELS) throw new Error(`${info.channels} channels`);
  const whole = new Uint8Array(data.length + TRAILER_BYTES);
  whole.set(data);
  const trailer = new DataView(whole.buffer, data.length);
  trailer.setUint32(0, info.width);
  trailer.setUint32(4, info.height);
  return whole.buffer;
}

/** Brings a picture the decoder gave into the form that pdf.js gives its own, for whoever looks at it next. */
export function unpackDecoded(image: KeptImage): void {
  const { bitmap } = image;
  if (!(bitmap instanceof ArrayBuffer)) return;
  const length = bitmap.byteLength - TRAILER_BYTES;
  const trailer = new DataView(bitmap, length);
  image.width = trailer.getUint32(0);
  image.height = trailer.getUint32(4);
  image.kind = RGB_24BPP;
  image.data = new Uint8ClampedArray(bitmap, 0, length);
  image.bitmap = undefined;
}
