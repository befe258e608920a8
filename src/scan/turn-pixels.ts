import type { Pixels } from "../model/picture.ts";

/** Turns a picture clockwise by a multiple of 90 degrees. */
export function turnPixels(pixels: Pixels, degrees: number): Pixels {
  const turn = ((degrees % 360) + 360) % 360;
  if (turn === 0) return pixels;
  const { widthPx: w, heightPx: h, channels, data } = pixels;
  const [widthPx, heightPx] = turn === 180 ? [w, h] : [h, w];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [tx, ty] = turn === 90 ? [h - 1 - y, x] : turn === 180 ? [w - 1 - x, h - 1 - y] : [y, w - 1 - x];
      const from = (y * w + x) * channels;
      const to = (ty * widthPx + tx) * channels;
      for (let c = 0; c < channels; c++) turned[to + c] = data[from + c];
    }
  }
  return { widthPx, heightPx, channels, data: turned };
}
