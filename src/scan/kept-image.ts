// Pictures that reach a page's objects as `bitmap`: pdf.js hands on what a platform's ImageDecoder gave it without a
// look. The one that stands in for it here gives plain bytes: an ArrayBuffer, which can be handed on.

/** A picture as pdf.js keeps it; `bitmap` is what the platform gave, `data` what pdf.js decoded itself. */
export interface KeptImage {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray | null;
  bitmap?: unknown;
}

/** pdf.js's ImageKind, and one of our own: a byte of grey for each pixel. */
export const GREY_1BPP = 1;
export const RGB_24BPP = 2;
export const RGBA_32BPP = 3;
export const GREY_8BPP = 8;

/** Width, height and kind, 4 bytes each, behind the pixels: a PDF may say otherwise than its picture. */
export const TRAILER_BYTES = 12;

/** Ends a picture's bytes with what it is, in the room kept for that. */
export function seal(bytes: ArrayBuffer, width: number, height: number, kind: number): ArrayBuffer {
  const trailer = new DataView(bytes, bytes.byteLength - TRAILER_BYTES);
  for (const [at, value] of [width, height, kind].entries()) trailer.setUint32(4 * at, value);
  return bytes;
}

/** Brings a picture so sealed into the form that pdf.js gives its own, for whoever looks at it next. */
export function unseal(image: KeptImage): void {
  const { bitmap } = image;
  if (!(bitmap instanceof ArrayBuffer)) return;
  const length = bitmap.byteLength - TRAILER_BYTES;
  const trailer = new DataView(bitmap, length);
  [image.width, image.height, image.kind] = [0, 4, 8].map((at) => trailer.getUint32(at));
  image.data = new Uint8ClampedArray(bitmap, 0, length);
  image.bitmap = undefined;
}
