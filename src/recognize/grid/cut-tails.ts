import { centerAt, lengthOf, meet, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: a stroke of a character is no longer, nor is one of the words about a table of smaller print. */
const LONGEST_STROKE = 1.3;
const LONGEST_OF_WORDS = 2.2;

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
  // A longer one may be a rule between two others, but for a hole; then it ends at the farther one.
  const isStroke = ([from, to]: [number, number], farther: number): boolean =>
    to - from <= (isCorner(farther) ? LONGEST_STROKE : LONGEST_OF_WORDS) * sizes.textPx;
  let stretches = rule.stretches;
  while (stretches.length > 1 && isStroke(stretches[0], stretches[0][0]) && isCorner(stretches[1][0]))
    stretches = stretches.slice(1);
  while (
    stretches.length > 1 &&
    isStroke(stretches.at(-1)!, stretches.at(-1)![1]) &&
    isCorner(stretches.at(-2)![1])
  )
    stretches = stretches.slice(0, -1);
  return stretches === rule.stretches
    ? rule
    : { ...rule, stretches, from: stretches[0][0], to: stretches.at(-1)![1] };
}
