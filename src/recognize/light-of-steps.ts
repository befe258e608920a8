import type { GreyPicture } from "./clean-picture.ts";
import { behind, FREE, openKernels, PIECE_PX } from "./kernels/kernels.ts";

// How light a page is, step by step along it: the mean of those of a step's pixels that are no darker than the mean of all.

const FLOAT_BYTES = 4;

/** Of every step of so many pixels along the rows, how light each row is there. */
export function lightAlong({ widthPx, heightPx, data }: GreyPicture, stepPx: number): Float32Array[] {
  const count = Math.floor(widthPx / stepPx);
  const steps = Array.from({ length: count }, () => new Float32Array(heightPx));
  if (count === 0) return steps;
  const rows = Math.max(1, Math.floor(PIECE_PX / widthPx));
  const to = behind(FREE, rows * widthPx);
  const apart = FLOAT_BYTES * rows;
  const { bytes, lightAlong } = openKernels(behind(to, count * apart));
  for (let top = 0; top < heightPx; top += rows) {
    const piece = data.subarray(top * widthPx, (top + rows) * widthPx);
    bytes.set(piece, FREE);
    const height = piece.length / widthPx;
    for (let y = 0; y < height; y++)
      lightAlong(FREE + y * widthPx, stepPx, count, to + FLOAT_BYTES * y, apart);
    for (const [at, levels] of steps.entries())
      levels.set(new Float32Array(bytes.buffer, to + at * apart, height), top);
  }
  return steps;
}

/** Of every step of so many pixels down the columns, how light each column is there. */
export function lightDown({ widthPx, heightPx, data }: GreyPicture, stepPx: number): Float32Array[] {
  const to = behind(FREE, stepPx * widthPx);
  const { bytes, lightDown } = openKernels(behind(to, FLOAT_BYTES * widthPx));
  return Array.from({ length: Math.floor(heightPx / stepPx) }, (_, step) => {
    bytes.set(data.subarray(step * stepPx * widthPx, (step + 1) * stepPx * widthPx), FREE);
    lightDown(FREE, widthPx, stepPx, to);
    return new Float32Array(bytes.buffer, to, widthPx).slice();
  });
}
