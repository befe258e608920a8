import type { GreyPicture } from "./clean-picture.ts";

/** Paper is lighter than this; a pale rule is darker, and darker by so much than what lies on both sides of it. */
const LIGHTEST_RULE = 238;
export const LEAST_DEPTH = 12;

/** Marks runs of pixels along a direction that are darker than those a step away on both sides: grain makes none. */
export function markPale(
  { widthPx, heightPx, data }: GreyPicture,
  direction: "row" | "column",
  besidePx: number,
  textHeightPx: number,
  marks: Uint8Array,
): void {
  const runPx = Math.max(LEAST_RUN_PX, Math.round(LEAST_RUN * textHeightPx));
  const isRow = direction === "row";
  const [lines, length, next] = isRow ? [heightPx, widthPx, 1] : [widthPx, heightPx, widthPx];
  const step = isRow ? besidePx * widthPx : besidePx;
  for (let line = besidePx; line < lines - besidePx; line++) {
    const start = isRow ? line * widthPx : line;
    let [from, last, count] = [0, -1 - MOST_GAP_PX, 0];
    for (let along = 0; along < length; along++) {
      const at = start + along * next;
      if (data[at] === WHITE || !isPale(data, at, step)) continue;
      if (along - last > MOST_GAP_PX) {
        mark(marks, start, next, from, last, count, runPx);
        [from, count] = [along, 0];
      }
      last = along;
      count++;
    }
    mark(marks, start, next, from, last, count, runPx);
  }
}

/** In text heights: a run of a pale rule, with so many pixels lost to grain between two of its own. */
const LEAST_RUN = 0.5;
const LEAST_RUN_PX = 5;
const MOST_GAP_PX = 3;

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

export const WHITE = 255;

/** Whether a pixel is a pale rule's: darker than those a step before and behind it. */
export function isPale(data: Uint8Array, at: number, step: number): boolean {
  const level = data[at];
  return (
    level <= LIGHTEST_RULE && data[at - step] - level >= LEAST_DEPTH && data[at + step] - level >= LEAST_DEPTH
  );
}
