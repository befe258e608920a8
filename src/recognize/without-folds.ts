import type { Box } from "../model/place.ts";
import type { InkBits } from "./ink-bits.ts";

/** In text heights from a table's sides: there a fold is still seen, and no rule of the table. */
const [NEAR, FAR] = [0.6, 2.6];
/** So much of a fold's line is darker than the paper above and below it, where print lies over it of this. */
const LEAST_DARK = 0.7;
const LEAST_WITHIN = 0.5;
/** In text heights: a fold's shade fades away over so much on both sides of it. */
const FADES = 0.35;
/** How much a fold may lean against the table's rules. */
const MOST_LEAN = 0.03;

/**
 * A bit for every pixel that may be of a pale rule, without the lines that run on beyond both sides of one of these
 * tables, as a fold of the sheet does: its shade would part a row in two.
 */
export function withoutFolds(
  pale: InkBits,
  widthPx: number,
  tables: readonly { box: Box }[],
  textHeightPx: number,
): InkBits {
  const fades = Math.round(FADES * textHeightPx);
  const kept = pale.slice();
  for (const { box } of tables) {
    for (const { at, from, to } of findFolds(pale, widthPx, box, textHeightPx)) {
      for (let x = from; x < to; x++) {
        const middle = Math.round(at(x));
        for (let y = Math.max(box[1], middle - fades); y <= Math.min(box[3] - 1, middle + fades); y++) {
          const pixel = y * widthPx + x;
          kept[pixel >> 5] &= ~(1 << (pixel & 31));
        }
      }
    }
  }
  return kept;
}

/** Where a fold runs, across the table and its sides. */
interface Fold {
  from: number;
  to: number;
  at(x: number): number;
}

function findFolds(
  pale: InkBits,
  widthPx: number,
  [left, top, right, bottom]: Box,
  textHeightPx: number,
): Fold[] {
  const [near, far] = [NEAR, FAR].map((heights) => Math.round(heights * textHeightPx));
  const [from, to] = [left - far, right + far];
  if (from < 0 || to > widthPx) return [];
  const isDarkAlong = (
    start: number,
    end: number,
    at: (x: number) => number,
    least = LEAST_DARK,
  ): boolean => {
    let dark = 0;
    for (let x = start; x < end; x++) dark += bitAt(pale, Math.round(at(x)) * widthPx + x);
    return dark >= least * (end - start);
  };
  const darkLines = (start: number, end: number): number[] =>
    Array.from({ length: bottom - top }, (_, index) => top + index).filter((y) =>
      isDarkAlong(start, end, () => y),
    );
  const ends = darkLines(right + near, to);
  if (ends.length === 0) return [];
  return darkLines(from, left - near).flatMap((start) =>
    ends
      .filter((end) => Math.abs(end - start) <= MOST_LEAN * (to - from))
      .map((end) => ({ from, to, at: (x: number) => start + ((end - start) * (x - from)) / (to - from) }))
      .filter(({ at }) => isDarkAlong(left, right, at, LEAST_WITHIN)),
  );
}

const bitAt = (bits: InkBits, at: number): number => (bits[at >> 5] >>> (at & 31)) & 1;
