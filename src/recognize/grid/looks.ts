import type { Axis, InkMask } from "./ink-mask.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** How a piece of ink looks, pixel by pixel along its line; shares are 0 … 1. */
export interface Looks {
  /** Where there is ink, small gaps as in dotted rules not counted as gaps. */
  solid: number;
  /** Where there is white paper on both sides of the ink. */
  clearBoth: number;
  /** Where there is white paper on one side, the same one all along. */
  clearOne: number;
  /** Where the other side is all ink: the piece is the edge of a dark area. */
  dark: number;
}

/** Measures how much a piece of ink looks like a rule. */
export function looksOf(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): Looks {
  const half = segment.thicknessPx / 2;
  const marginPx = Math.max(2, Math.round(0.1 * sizes.textPx));
  const inkIn = (base: number, from: number, to: number) => {
    let count = 0;
    const end = Math.min(axis.acrossPx - 1, to);
    for (let at = Math.max(0, from); at <= end; at++) count += ink.data[base + at * axis.acrossStride];
    return count;
  };
  const clear = [0, 0];
  const full = [0, 0];
  let inked = 0;
  let solid = 0;
  let both = 0;
  let gap = 0;
  const end = Math.min(axis.alongPx, segment.to);
  for (let along = Math.max(0, segment.from); along < end; along++) {
    const base = along * axis.alongStride;
    const center = centerAt(segment, along);
    if (inkIn(base, Math.round(center - half), Math.round(center + half)) === 0) {
      gap++;
      continue;
    }
    solid += gap <= sizes.dotGapPx ? gap + 1 : 1;
    gap = 0;
    inked++;
    // One line on either side is left to ragged edges.
    const first = Math.round(center - half - 1.5);
    const last = Math.round(center + half + 1.5);
    const before = inkIn(base, first - marginPx, first - 1);
    const after = inkIn(base, last + 1, last + marginPx);
    if (before < marginPx / 2) clear[0]++;
    if (after < marginPx / 2) clear[1]++;
    if (Math.max(before, after) < marginPx / 2) both++;
    if (before === marginPx) full[0]++;
    if (after === marginPx) full[1]++;
  }
  const share = (count: number) => count / Math.max(1, inked);
  return {
    solid: solid / Math.max(1, lengthOf(segment)),
    clearBoth: share(both),
    clearOne: share(Math.max(...clear)),
    dark: share(clear[0] > clear[1] ? full[1] : full[0]),
  };
}
