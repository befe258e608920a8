import { meet } from "./group-segments.ts";
import { centerAt, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: a stroke of a character is no longer. */
const LONGEST_STROKE = 1.3;

/**
 * Rules without the strokes of text that stand in their line beyond a corner: where a rule ends at one that crosses it,
 * and white follows, it is over.
 */
export function cutTails(rules: readonly Segment[], crossing: readonly Segment[], sizes: Sizes): Segment[] {
  const strong = crossing.filter((rule) => lengthOf(rule) >= sizes.strongPx);
  return rules.map((rule) => (rule.stretches.length > 1 ? withoutTails(rule, strong, sizes) : rule));
}

function withoutTails(rule: Segment, crossing: readonly Segment[], sizes: Sizes): Segment {
  const ends = crossing
    .filter((other) => meet(rule, other, sizes))
    .map((other) => ({ at: centerAt(other, centerAt(rule, middleOf(rule))), half: other.thicknessPx / 2 }));
  const isCorner = (end: number): boolean =>
    ends.some(({ at, half }) => Math.abs(at - end) <= half + sizes.touchPx);
  const isStroke = ([from, to]: [number, number]): boolean => to - from <= LONGEST_STROKE * sizes.textPx;
  let stretches = rule.stretches;
  while (stretches.length > 1 && isStroke(stretches[0]) && isCorner(stretches[1][0]))
    stretches = stretches.slice(1);
  while (stretches.length > 1 && isStroke(stretches.at(-1)!) && isCorner(stretches.at(-2)![1]))
    stretches = stretches.slice(0, -1);
  return stretches === rule.stretches
    ? rule
    : { ...rule, stretches, from: stretches[0][0], to: stretches.at(-1)![1] };
}
