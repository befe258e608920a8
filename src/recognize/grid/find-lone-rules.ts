import { findFrameSides } from "./frames.ts";
import { axisOf, type InkMask } from "./ink-mask.ts";
import type { PlacedGrid } from "./lattice-to-grid.ts";
import { centerAt, inkedShare, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * Rules of no grid: underlines, blanks to fill in, separators, frames.
 * Dashes of text (——) are as straight; they stand at mid-height of their line, and are left out.
 */
export function findLoneRules(
  ink: InkMask,
  segments: readonly Segment[],
  grids: readonly PlacedGrid[],
  sizes: Sizes,
): Segment[] {
  const plain = segments.filter((segment) => {
    if (!isPlainRule(segment, sizes) || isWornRule(segment, grids)) return false;
    const isLong = lengthOf(segment) >= 12 * sizes.textPx;
    return segment.direction === "column" || isLong || !isDash(ink, segment, sizes);
  });
  const rows = plain.filter(({ direction }) => direction === "row");
  const others = segments.filter((segment) => segment.direction === "column" && !plain.includes(segment));
  return rows.length < 2 ? plain : [...plain, ...findFrameSides(others, rows, sizes)];
}

/** Strokes of neighbouring characters line up for a few text heights; a short rule must look better than they do. */
function isPlainRule(segment: Segment, sizes: Sizes): boolean {
  const length = lengthOf(segment) / sizes.textPx;
  if (length < 3) return false;
  const inked = inkedShare(segment);
  return length < 5
    ? inked >= 0.95 && segment.looks.clearBoth >= 0.85
    : inked >= 0.9 && (segment.looks.clearBoth >= 0.5 || segment.looks.clearOne >= 0.95);
}

/** A piece that lies on a grid's rule is part of that. */
function isWornRule(segment: Segment, grids: readonly PlacedGrid[]): boolean {
  const middle = middleOf(segment);
  return grids.some(({ rules }) =>
    rules.some(
      (rule) =>
        rule.direction === segment.direction &&
        middle >= rule.from &&
        middle <= rule.to &&
        Math.abs(centerAt(rule, middle) - centerAt(segment, middle)) <= rule.thicknessPx,
    ),
  );
}

/** A dash has text of its line beside it, as much below as above. */
function isDash(ink: InkMask, segment: Segment, sizes: Sizes): boolean {
  const axis = axisOf(ink, segment.direction);
  const besidePx = Math.round(1.5 * sizes.textPx);
  const far = Math.round(0.5 * sizes.textPx);
  const near = Math.ceil(segment.thicknessPx / 2) + 2;
  const inkIn = (from: number, to: number, center: number, step: 1 | -1) => {
    let count = 0;
    for (let along = Math.max(0, from); along < Math.min(axis.alongPx, to); along++) {
      for (let distance = near; distance <= far; distance++) {
        const across = Math.round(center) + step * distance;
        if (across < 0 || across >= axis.acrossPx) continue;
        count += ink.data[along * axis.alongStride + across * axis.acrossStride];
      }
    }
    return count;
  };
  const sides: [number, number, number][] = [
    [segment.from - besidePx, segment.from - 2, segment.knots[0]],
    [segment.to + 2, segment.to + besidePx, segment.knots[segment.knots.length - 1]],
  ];
  const above = sides.reduce((sum, [from, to, center]) => sum + inkIn(from, to, center, -1), 0);
  const below = sides.reduce((sum, [from, to, center]) => sum + inkIn(from, to, center, 1), 0);
  return above > 0 && below > 0.35 * above;
}
