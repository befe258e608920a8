import { axisOf, hasInkNear, type InkMask } from "./ink-mask.ts";
import { looksOf } from "./looks.ts";
import { centerAt, lengthOf, meet, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: a stroke of a character is no longer, nor is one of the words about a table of smaller print. */
const LONGEST_STROKE = 1.3;
const LONGEST_OF_WORDS = 2.2;

/**
 * Rules without the strokes of text that stand in their line beyond a corner: where a rule ends at one that crosses it,
 * and white follows, it is over.
 */
export function cutTails(
  ink: InkMask,
  rules: readonly Segment[],
  crossing: readonly Segment[],
  sizes: Sizes,
): Segment[] {
  const strong = crossing.filter((rule) => lengthOf(rule) >= sizes.strongPx);
  return rules.map((rule) => {
    const parted = lengthOf(rule) >= sizes.strongPx ? partedAtEnds(ink, rule, strong, sizes) : rule;
    if (parted.stretches.length < 2) return rule;
    const cut = withoutTails(parted, strong, sizes);
    if (cut === parted) return rule;
    return parted === rule ? cut : { ...cut, looks: looksOf(ink, axisOf(ink, cut.direction), cut, sizes) };
  });
}

/** In text heights: so much white behind a corner no worn rule has. */
const LEAST_WHITE = 0.2;

/** A rule parted where, near either end, white follows the last rule that crosses it: it was followed over that onto a stroke. */
function partedAtEnds(ink: InkMask, rule: Segment, crossing: readonly Segment[], sizes: Sizes): Segment {
  const axis = axisOf(ink, rule.direction);
  const whitePx = Math.ceil(LEAST_WHITE * sizes.textPx);
  const isWhite = (along: number): boolean => !hasInkNear(ink, axis, along, centerAt(rule, along), 1.5);
  let { stretches } = rule;
  for (const step of [1, -1] as const) {
    const end = step === 1 ? rule.to : rule.from;
    const near = crossing.filter((other) => {
      const beyond = step * (end - centerAt(other, centerAt(rule, end)));
      return beyond >= sizes.weakPx && beyond <= LONGEST_OF_WORDS * sizes.textPx && meet(rule, other, sizes);
    });
    for (const other of near) {
      const corner = centerAt(other, centerAt(rule, end)) + step * (other.thicknessPx / 2 + 1);
      const white = Array.from({ length: whitePx }, (_, at) => Math.round(corner + step * (at + 1)));
      if (white.every(isWhite)) stretches = partedAt(stretches, Math.round(corner), white[whitePx - 1], step);
    }
  }
  return stretches === rule.stretches ? rule : { ...rule, stretches };
}

/** Stretches without what lies between two places. */
function partedAt(stretches: Stretches, near: number, far: number, step: 1 | -1): Stretches {
  const [from, to] = step === 1 ? [near, far] : [far, near];
  return stretches
    .flatMap(
      ([start, end]): Stretches => [
        [start, Math.min(end, from)],
        [Math.max(start, to + 1), end],
      ],
    )
    .filter(([start, end]) => end > start);
}

type Stretches = Segment["stretches"];

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
