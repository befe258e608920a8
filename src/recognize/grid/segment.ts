import type { Direction } from "./ink-mask.ts";
import type { Looks } from "./looks.ts";
import type { Sizes } from "./sizes.ts";

/**
 * A straight or slightly bent piece of a rule, `from` … `to` (exclusive) along its direction.
 * `knots` are the positions across it, one every `stepPx`, the first at `firstKnotAt`.
 */
export interface Segment {
  direction: Direction;
  from: number;
  to: number;
  firstKnotAt: number;
  stepPx: number;
  knots: number[];
  thicknessPx: number;
  /** The parts of it that ink was followed on, `[from, to)`, ascending; between them the rule is worn off. */
  stretches: [number, number][];
  looks: Looks;
}

export const lengthOf = (segment: Segment): number => segment.to - segment.from;
export const middleOf = (segment: Segment): number => (segment.from + segment.to) / 2;

/** How far the ends of two segments of one direction differ at most. */
export const endsApart = (one: Segment, other: Segment): number =>
  Math.max(Math.abs(one.from - other.from), Math.abs(one.to - other.to));

/** The share of a segment that is ink, the small gaps of dotted rules counted in. */
export function inkedShare(segment: Segment): number {
  const followed = segment.stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  return (segment.looks.solid * followed) / Math.max(1, lengthOf(segment));
}

/** Where the segment's middle line lies across its direction at a point along it; flat beyond its ends. */
export function centerAt(segment: Segment, along: number): number {
  const { knots } = segment;
  const step = (along - segment.firstKnotAt) / segment.stepPx;
  if (step <= 0) return knots[0];
  if (step >= knots.length - 1) return knots[knots.length - 1];
  const index = Math.floor(step);
  return knots[index] + (step - index) * (knots[index + 1] - knots[index]);
}

/** The same for every point from one on, to another. */
export function centersOf(segment: Segment, from: number, to: number): Float64Array {
  const { knots, firstKnotAt, stepPx } = segment;
  const last = knots.length - 1;
  const centers = new Float64Array(Math.max(0, to - from));
  for (let at = 0; at < centers.length; at++) {
    const step = (from + at - firstKnotAt) / stepPx;
    const index = Math.floor(step);
    if (step <= 0) centers[at] = knots[0];
    else if (step >= last) centers[at] = knots[last];
    else centers[at] = knots[index] + (step - index) * (knots[index + 1] - knots[index]);
  }
  return centers;
}

/** Whether a row rule and a column rule cross or touch, worn corners allowed for. */
export function meet(one: Segment, other: Segment, sizes: Sizes): boolean {
  const [row, column] = one.direction === "row" ? [one, other] : [other, one];
  const y = centerAt(row, centerAt(column, centerAt(row, (row.from + row.to) / 2)));
  const x = centerAt(column, y);
  const slack = sizes.cornerPx + Math.max(row.thicknessPx, column.thicknessPx) / 2;
  return x >= row.from - slack && x <= row.to + slack && y >= column.from - slack && y <= column.to + slack;
}

/** Two segments of one rule as one; `first` begins before `second`. Knots between them lie on a straight line. */
export function mergeSegments(first: Segment, second: Segment): Segment {
  const { stepPx } = first;
  const to = Math.max(first.to, second.to);
  const lastAt = first.firstKnotAt + (first.knots.length - 1) * stepPx;
  const knots = [...first.knots];
  const lastKnot = knots[knots.length - 1];
  const gap = second.firstKnotAt - lastAt;
  for (let at = lastAt + stepPx; at < to; at += stepPx) {
    const within = at >= second.firstKnotAt || gap <= 0;
    const share = (at - lastAt) / gap;
    knots.push(within ? centerAt(second, at) : lastKnot + share * (second.knots[0] - lastKnot));
  }
  const weight = lengthOf(first) / (lengthOf(first) + lengthOf(second));
  const mix = (a: number, b: number) => a * weight + b * (1 - weight);
  return {
    ...first,
    to,
    knots,
    thicknessPx: mix(first.thicknessPx, second.thicknessPx),
    stretches: [
      ...first.stretches,
      ...second.stretches
        .map(([start, end]): [number, number] => [Math.max(start, first.to), end])
        .filter(([start, end]) => end > start),
    ],
    looks: {
      solid: mix(first.looks.solid, second.looks.solid),
      inked: mix(first.looks.inked, second.looks.inked),
      clearBoth: mix(first.looks.clearBoth, second.looks.clearBoth),
      clearOne: mix(first.looks.clearOne, second.looks.clearOne),
      dark: mix(first.looks.dark, second.looks.dark),
      edged: mix(first.looks.edged, second.looks.edged),
    },
  };
}
