import { type Axis, hasInkNear, type InkMask } from "./ink-mask.ts";
import { looksOf } from "./looks.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: so much of a rule may be worn off before its last piece, and so short is a piece worth its own. */
const MOST_GAP = 0.4;
const LEAST_STUB = 0.2;
/** A stub has white on both sides; what is no longer than a character has it all along. */
const CLEAR = 0.9;
/** In text heights beside a stub's sides: there is the ink of a rule that it meets. */
const ACROSS = 0.25;

/**
 * A rule with the short pieces that a hole near its end cut off: too short to be followed by themselves, they lie on its
 * line. Those of a long rule end in white: where borders are left out, where its rules end tells the table's side. Those
 * of a short one, as of a column in a low row, end in ink across it: a rule that it hung on.
 */
export function withStubs(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): Segment {
  const isLong = lengthOf(segment) >= sizes.strongPx;
  if (segment.looks.clearBoth < (isLong ? 0.5 : CLEAR) || lengthOf(segment) < sizes.weakPx) return segment;
  const before = stubAt(ink, axis, segment, -1, isLong, sizes);
  const after = stubAt(ink, axis, segment, 1, isLong, sizes);
  if (before === null && after === null) return segment;
  const stretches = [...(before ? [before] : []), ...segment.stretches, ...(after ? [after] : [])];
  return { ...segment, stretches, from: stretches[0][0], to: stretches[stretches.length - 1][1] };
}

function stubAt(
  ink: InkMask,
  axis: Axis,
  segment: Segment,
  step: 1 | -1,
  isLong: boolean,
  sizes: Sizes,
): [from: number, to: number] | null {
  const end = step === 1 ? segment.to : segment.from - 1;
  const reach = Math.max(1, segment.thicknessPx / 2);
  const isInk = (at: number): boolean => hasInkNear(ink, axis, at, centerAt(segment, at), reach);
  let first = end;
  while (Math.abs(first - end) <= MOST_GAP * sizes.textPx && !isInk(first)) first += step;
  let last = first;
  const isAcross = (at: number): boolean =>
    [-1, 1].every((side) =>
      hasInkNear(ink, axis, at, centerAt(segment, at) + side * (reach + ACROSS * sizes.textPx), 0),
    );
  while (isInk(last) && Math.abs(last - first) <= sizes.textPx && (isLong || !isAcross(last))) last += step;
  if (!isLong && !isAcross(last)) return null;
  const length = Math.abs(last - first);
  if (first === end || length < LEAST_STUB * sizes.textPx || length > sizes.textPx) return null;
  const [from, to] = step === 1 ? [first, last] : [last + 1, first + 1];
  const { clearBoth } = looksOf(ink, axis, { ...segment, from, to }, sizes);
  return clearBoth >= CLEAR ? [from, to] : null;
}
