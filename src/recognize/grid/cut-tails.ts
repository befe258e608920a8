import { axisOf, hasInkNear, type InkMask } from "./ink-mask.ts";
import { looksOf } from "./looks.ts";
import { centerAt, lengthOf, meet, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: a stroke of a character is no longer, nor is one of the words about a table of smaller print. */
const LONGEST_STROKE = 1.3;
const LONGEST_OF_WORDS = 2.2;

/**
 * Rules without the strokes of text that stand in their line beyond a corner: where a rule ends at one that crosses it,
 * or where others beside it end, and white follows, it is over.
 */
export function cutTails(
  ink: InkMask,
  rules: readonly Segment[],
  crossing: readonly Segment[],
  sizes: Sizes,
): Segment[] {
  const [strong, long] = [crossing, rules].map((all) =>
    all.filter((rule) => lengthOf(rule) >= sizes.strongPx),
  );
  return rules.map((rule) => {
    if (lengthOf(rule) < sizes.strongPx && rule.stretches.length < 2) return rule;
    const corners = cornersOf(rule, strong, long, sizes);
    const parted = lengthOf(rule) >= sizes.strongPx ? partedAtEnds(ink, rule, corners, sizes) : rule;
    if (parted.stretches.length < 2) return rule;
    const cut = withoutTails(parted, corners, sizes);
    if (cut === parted) return rule;
    return parted === rule ? cut : { ...cut, looks: looksOf(ink, axisOf(ink, cut.direction), cut, sizes) };
  });
}

/** Where a rule may end: at one that crosses it, so thick by half, or where others do, `slack` pixels about. */
interface Corner {
  at: number;
  half: number;
  slack: number;
}

/** In text heights: ends of rules so near to one another are at one height; so many others must end there. */
const SAME_END = 0.35;
const LEAST_OTHERS = 2;

function cornersOf(
  rule: Segment,
  crossing: readonly Segment[],
  others: readonly Segment[],
  sizes: Sizes,
): Corner[] {
  const crossed = crossing
    .filter((other) => meet(rule, other, sizes))
    .map((other) => ({
      at: centerAt(other, centerAt(rule, middleOf(rule))),
      half: other.thicknessPx / 2,
      slack: 0,
    }));
  const slack = SAME_END * sizes.textPx;
  const ends = [rule.from, rule.to].flatMap((end, side) =>
    others
      .filter((other) => other !== rule)
      .map((other) => (side === 0 ? other.from : other.to))
      .filter((at) => Math.abs(at - end) <= LONGEST_OF_WORDS * sizes.textPx),
  );
  const shared = ends.filter(
    (at) => ends.filter((other) => Math.abs(other - at) <= slack).length >= LEAST_OTHERS,
  );
  return [...crossed, ...shared.map((at) => ({ at, half: 0, slack }))];
}

/** In text heights: so much white behind a corner no worn rule has. */
const LEAST_WHITE = 0.2;

/** A rule parted where, near either end, white follows a corner: it was followed over that onto a stroke. */
function partedAtEnds(ink: InkMask, rule: Segment, corners: readonly Corner[], sizes: Sizes): Segment {
  const axis = axisOf(ink, rule.direction);
  const whitePx = Math.ceil(LEAST_WHITE * sizes.textPx);
  const isWhite = (along: number): boolean => !hasInkNear(ink, axis, along, centerAt(rule, along), 1.5);
  let { stretches } = rule;
  for (const step of [1, -1] as const) {
    const end = step === 1 ? rule.to : rule.from;
    for (const { at, half } of corners) {
      const beyond = step * (end - at);
      if (beyond < sizes.weakPx || beyond > LONGEST_OF_WORDS * sizes.textPx) continue;
      const corner = Math.round(at + step * (half + 1));
      const white = Array.from({ length: whitePx }, (_, index) => corner + step * (index + 1));
      if (white.every(isWhite)) stretches = partedAt(stretches, corner, white[whitePx - 1], step);
    }
  }
  return stretches === rule.stretches ? rule : { ...rule, stretches };
}

type Stretches = Segment["stretches"];

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

function withoutTails(rule: Segment, corners: readonly Corner[], sizes: Sizes): Segment {
  const isCorner = (end: number): boolean =>
    corners.some(({ at, half, slack }) => Math.abs(at - end) <= half + slack + sizes.touchPx);
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
