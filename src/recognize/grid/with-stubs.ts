import { type Axis, hasInkNear, type InkMask } from "./ink-mask.ts";
import { looksOf } from "./looks.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: so much of a rule may be worn off before its last piece, and so short is a piece worth its own. */
const MOST_GAP = 0.4;
const LEAST_STUB = 0.2;
/** A stub has white on both sides; what is no longer than a character has it all along. */
const CLEAR = 0.9;

/**
 * A long rule with the short pieces that a hole near its end cut off: too short to be followed by themselves, they lie on
 * its line and end in white. Where borders are left out, where its rules end tells the table's side.
 */
export function withStubs(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): Segment {
  if (lengthOf(segment) < sizes.strongPx || segment.looks.clearBoth < 0.5) return segment;
  const before = stubAt(ink, axis, segment, -1, sizes);
  const after = stubAt(ink, axis, segment, 1, sizes);
  if (before === null && after === null) return segment;
  const stretches = [...(before ? [before] : []), ...segment.stretches, ...(after ? [after] : [])];
  return { ...segment, stretches, from: stretches[0][0], to: stretches[stretches.length - 1][1] };
}

function stubAt(
  ink: InkMask,
  axis: Axis,
  segment: Segment,
  step: 1 | -1,
  sizes: Sizes,
): [from: number, to: number] | null {
  const end = step === 1 ? segment.to : segment.from - 1;
  const reach = Math.max(1, segment.thicknessPx / 2);
  const isInk = (at: number): boolean => hasInkNear(ink, axis, at, centerAt(segment, at), reach);
  let first = end;
  while (Math.abs(first - end) <= MOST_GAP * sizes.textPx && !isInk(first)) first += step;
  let last = first;
  while (isInk(last) && Math.abs(last - first) <= sizes.textPx) last += step;
  const length = Math.abs(last - first);
  if (first === end || length < LEAST_STUB * sizes.textPx || length > sizes.textPx) return null;
  const [from, to] = step === 1 ? [first, last] : [last + 1, first + 1];
  const { clearBoth } = looksOf(ink, axis, { ...segment, from, to }, sizes);
  return clearBoth >= CLEAR ? [from, to] : null;
}
