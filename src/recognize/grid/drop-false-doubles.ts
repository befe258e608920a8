import { type Axis, hasInkNear, type InkMask } from "./ink-mask.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** The second line of a double rule is inked over this share of it; strokes of text beside a rule leave more open. */
const SECOND_LINE = 0.85;
/** Thicker than the single rule by so much. */
const THICKER = 2;

/**
 * Rules without the double ones that are a single rule and the strokes of text beside it: a 1 that stands at a cell's
 * side would be erased with them.
 */
export function dropFalseDoubles(
  ink: InkMask,
  axis: Axis,
  segments: readonly Segment[],
  sizes: Sizes,
): Segment[] {
  const rules = segments.filter((segment) => lengthOf(segment) >= sizes.strongPx);
  return segments.filter((wide) => {
    const single = rules.find((other) => isLineOf(other, wide));
    return single === undefined || hasSecondLine(ink, axis, wide, single);
  });
}

/** Whether a rule runs within a wider one, beside its middle, all along. */
function isLineOf(single: Segment, wide: Segment): boolean {
  if (single === wide || wide.thicknessPx < THICKER * single.thicknessPx + 1) return false;
  if (single.from > wide.from + wide.stepPx || single.to < wide.to - wide.stepPx) return false;
  const middle = (wide.from + wide.to) / 2;
  const apart = Math.abs(centerAt(single, middle) - centerAt(wide, middle));
  return apart > single.thicknessPx / 2 && apart <= wide.thicknessPx / 2 + 1;
}

function hasSecondLine(ink: InkMask, axis: Axis, wide: Segment, single: Segment): boolean {
  let [inked, length] = [0, 0];
  for (const [from, to] of wide.stretches) {
    for (let along = from; along < to; along++) {
      const second = 2 * centerAt(wide, along) - centerAt(single, along);
      if (hasInkNear(ink, axis, along, second, single.thicknessPx / 2 + 1)) inked++;
      length++;
    }
  }
  return inked >= SECOND_LINE * length;
}
