import type { GreyPicture } from "./clean-picture.ts";
import { type InkBits, nextInked } from "./ink-bits.ts";
import { behind, FREE, openKernels, PIECE_PX } from "./kernels/kernels.ts";

/** Paper is lighter than this; a pale rule is darker, and darker by so much than what lies on both sides of it. */
export const LIGHTEST_RULE = 238;
export const LEAST_DEPTH = 12;

/**
 * A bit for every pixel that `isPale` is true of, so many bytes from those on both sides of it; anything where there is
 * none on one side.
 */
export function paleBits(data: Uint8Array, step: number): InkBits {
  const words = new Int32Array((data.length >>> 5) + 2);
  const packed = new Uint8Array(words.buffer);
  const from = FREE + step;
  const to = behind(from, PIECE_PX + step);
  const { bytes, pale } = openKernels(behind(to, PIECE_PX / 8));
  for (let at = 0; at < data.length; at += PIECE_PX) {
    const first = Math.max(0, at - step);
    const count = Math.min(PIECE_PX, data.length - at);
    bytes.set(data.subarray(first, at + count + step), from + first - at);
    pale(from, to, count, step, LIGHTEST_RULE, LEAST_DEPTH);
    packed.set(bytes.subarray(to, to + Math.ceil(count / 8)), at / 8);
  }
  return words;
}

/**
 * Marks what may be a pale rule, as long as half the text is high, beside what is ink in `marks`; `rows` has a bit for
 * every pixel darker than those so far above and below it.
 */
export function markPaleRuns(
  grey: GreyPicture,
  rows: InkBits,
  besidePx: number,
  textHeightPx: number,
  marks: Uint8Array,
): void {
  const runPx = Math.max(LEAST_RUN_PX, Math.round(LEAST_RUN * textHeightPx));
  markPaleRows(grey, rows, besidePx, runPx, marks);
  markPaleColumns(grey, besidePx, runPx, marks);
}

/** In text heights: a run of a pale rule, with so many pixels lost to grain between two of its own. */
const LEAST_RUN = 0.5;
const LEAST_RUN_PX = 5;
const MOST_GAP_PX = 3;

/** Marks runs of pixels along rows that are darker than those a step above and below them: grain makes none. */
function markPaleRows(
  { widthPx, heightPx }: GreyPicture,
  rows: InkBits,
  besidePx: number,
  runPx: number,
  marks: Uint8Array,
): void {
  for (let y = besidePx; y < heightPx - besidePx; y++) {
    const start = y * widthPx;
    let [from, last, count] = [0, -1 - MOST_GAP_PX, 0];
    const end = start + widthPx;
    for (let at = nextInked(rows, start, end); at < end; at = nextInked(rows, at + 1, end)) {
      const x = at - start;
      if (x - last > MOST_GAP_PX) {
        mark(marks, start, 1, from, last, count, runPx);
        [from, count] = [x, 0];
      }
      last = x;
      count++;
    }
    mark(marks, start, 1, from, last, count, runPx);
  }
}

/** The same along columns, all of them at once: to go down one after another takes several times as long. */
function markPaleColumns(
  { widthPx, heightPx, data }: GreyPicture,
  besidePx: number,
  runPx: number,
  marks: Uint8Array,
): void {
  const columns = paleBits(data, besidePx);
  const froms = new Int32Array(widthPx);
  const lasts = new Int32Array(widthPx).fill(-1 - MOST_GAP_PX);
  const counts = new Int32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const start = y * widthPx;
    const end = start + widthPx - besidePx;
    for (let at = nextInked(columns, start + besidePx, end); at < end; at = nextInked(columns, at + 1, end)) {
      const x = at - start;
      if (y - lasts[x] > MOST_GAP_PX) {
        mark(marks, x, widthPx, froms[x], lasts[x], counts[x], runPx);
        froms[x] = y;
        counts[x] = 0;
      }
      lasts[x] = y;
      counts[x]++;
    }
  }
  for (let x = besidePx; x < widthPx - besidePx; x++)
    mark(marks, x, widthPx, froms[x], lasts[x], counts[x], runPx);
}

function mark(
  marks: Uint8Array,
  start: number,
  next: number,
  from: number,
  last: number,
  count: number,
  runPx: number,
): void {
  if (last - from + 1 < runPx || 2 * count < last - from + 1) return;
  for (let along = from; along <= last; along++) marks[start + along * next] = 1;
}

/** Whether a pixel is darker than those a step away on both sides. */
export function isPale(data: Uint8Array, at: number, step: number): boolean {
  const level = data[at];
  return (
    level <= LIGHTEST_RULE && data[at - step] - level >= LEAST_DEPTH && data[at + step] - level >= LEAST_DEPTH
  );
}
