import { type Axis, hasInkNear, type InkMask } from "./ink-mask.ts";
import { centersOf, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** How a piece of ink looks, pixel by pixel along its line; shares are 0 … 1. */
export interface Looks {
  /** Where there is ink, small gaps as in dotted rules not counted as gaps. */
  solid: number;
  /** Where there is ink, gaps counted as gaps. */
  inked: number;
  /** Where there is white paper on both sides of the ink. */
  clearBoth: number;
  /** Where there is white paper on one side, the same one all along. */
  clearOne: number;
  /** Where the other side is all ink: the piece is the edge of a dark area. */
  dark: number;
  /** Where both its outer lines are ink: a thick rule is filled, and of a double one neither line has holes. */
  edged: number;
}

/** Between the characters of a line of text, however near they stand, more of its lowest strokes' line is white. */
export const UNBROKEN = 0.97;

/** Two strokes in line here and there, one above the other, make no double rule, and no thick one. */
export const EDGED = 0.8;

/** In text heights: no stroke of a character is so long. */
const LONG = 2.5;

/** Whether a piece runs on as only a rule does, one side of it white, whatever text stands at the other; no dark area's edge. */
export function isUnbroken(segment: Segment, sizes: Sizes): boolean {
  const { inked, clearOne, dark } = segment.looks;
  return inked >= UNBROKEN && clearOne >= 0.9 && dark < 0.8 && lengthOf(segment) >= LONG * sizes.textPx;
}

/** Measures how much a piece of ink looks like a rule. */
export function looksOf(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): Looks {
  const half = segment.thicknessPx / 2;
  const marginPx = Math.max(2, Math.round(0.1 * sizes.textPx));
  let clearBefore = 0;
  let clearAfter = 0;
  let fullBefore = 0;
  let fullAfter = 0;
  let inked = 0;
  let solid = 0;
  let both = 0;
  let edged = 0;
  let gap = 0;
  const outer = Math.max(0, half - 1);
  const end = Math.min(axis.alongPx, segment.to);
  const centers = centersOf(segment, Math.max(0, segment.from), end);
  for (let along = Math.max(0, segment.from), at = 0; along < end; along++, at++) {
    const center = centers[at];
    if (!hasInk(ink.data, axis, along, Math.round(center - half), Math.round(center + half))) {
      gap++;
      continue;
    }
    solid += gap <= sizes.dotGapPx ? gap + 1 : 1;
    gap = 0;
    inked++;
    // One line on either side is left to ragged edges.
    const first = Math.round(center - half - 1.5);
    const last = Math.round(center + half + 1.5);
    const before = inkIn(ink.data, axis, along, first - marginPx, first - 1);
    const after = inkIn(ink.data, axis, along, last + 1, last + marginPx);
    if (before < marginPx / 2) clearBefore++;
    if (after < marginPx / 2) clearAfter++;
    if (before < marginPx / 2 && after < marginPx / 2) both++;
    // Both outer lines of a thin piece are where ink was found.
    if (
      outer === 0 ||
      (hasInkNear(ink, axis, along, center - outer, 1) && hasInkNear(ink, axis, along, center + outer, 1))
    )
      edged++;
    if (before === marginPx) fullBefore++;
    if (after === marginPx) fullAfter++;
  }
  const share = (count: number) => count / Math.max(1, inked);
  return {
    solid: solid / Math.max(1, lengthOf(segment)),
    inked: inked / Math.max(1, lengthOf(segment)),
    clearBoth: share(both),
    clearOne: share(Math.max(clearBefore, clearAfter)),
    dark: share(clearBefore > clearAfter ? fullAfter : fullBefore),
    edged: share(edged),
  };
}

/** Whether there is ink on a short line across a rule, both ends counted in. */
function hasInk(data: Uint8Array, axis: Axis, along: number, from: number, to: number): boolean {
  const base = along * axis.alongStride;
  const last = base + Math.min(axis.acrossPx - 1, to) * axis.acrossStride;
  for (let at = base + Math.max(0, from) * axis.acrossStride; at <= last; at += axis.acrossStride)
    if (data[at] !== 0) return true;
  return false;
}

/** How much ink there is on such a line. */
function inkIn(data: Uint8Array, axis: Axis, along: number, from: number, to: number): number {
  const base = along * axis.alongStride;
  const last = base + Math.min(axis.acrossPx - 1, to) * axis.acrossStride;
  let count = 0;
  for (let at = base + Math.max(0, from) * axis.acrossStride; at <= last; at += axis.acrossStride)
    count += data[at];
  return count;
}
