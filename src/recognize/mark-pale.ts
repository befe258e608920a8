import type { GreyPicture } from "./clean-picture.ts";

/** Paper is lighter than this; a pale rule is darker, and darker by so much than what lies on both sides of it. */
export const LIGHTEST_RULE = 238;
export const LEAST_DEPTH = 12;

/** Marks what may be a pale rule, as long as half the text is high, beside what is ink in `marks`. */
export function markPaleRuns(
  grey: GreyPicture,
  besidePx: number,
  textHeightPx: number,
  marks: Uint8Array,
): void {
  const runPx = Math.max(LEAST_RUN_PX, Math.round(LEAST_RUN * textHeightPx));
  markPaleRows(grey, besidePx, runPx, marks);
  markPaleColumns(grey, besidePx, runPx, marks);
}

/** In text heights: a run of a pale rule, with so many pixels lost to grain between two of its own. */
const LEAST_RUN = 0.5;
const LEAST_RUN_PX = 5;
const MOST_GAP_PX = 3;

/** Marks runs of pixels along rows that are darker than those a step above and below them: grain makes none. */
function markPaleRows(
  { widthPx, heightPx, data }: GreyPicture,
  besidePx: number,
  runPx: number,
  marks: Uint8Array,
): void {
  const step = besidePx * widthPx;
  for (let y = besidePx; y < heightPx - besidePx; y++) {
    const start = y * widthPx;
    let [from, last, count] = [0, -1 - MOST_GAP_PX, 0];
    for (let x = 0; x < widthPx; x++) {
      const at = start + x;
      if (data[at] > LIGHTEST_RULE || !isPale(data, at, step)) continue;
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
  const froms = new Int32Array(widthPx);
  const lasts = new Int32Array(widthPx).fill(-1 - MOST_GAP_PX);
  const counts = new Int32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = besidePx; x < widthPx - besidePx; x++) {
      const at = y * widthPx + x;
      if (data[at] > LIGHTEST_RULE || !isPale(data, at, besidePx)) continue;
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
