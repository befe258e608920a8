import type { Sizes } from "./sizes.ts";
import { isCrossed, joinNear, type Stretch, type TextLine } from "./text-lines.ts";

/** In text heights: letters of one word are set no farther apart, words are; and a column's name is no narrower. */
const WORD_GAP = 0.6;
const LEAST_BETWEEN_WORDS = 1.2;
const LEAST_WORD = 1.6;
/** Where a head has several lines, a name may stand letter below letter. */
const LEAST_STACKED = 0.75;
const STACKED = 1.8;

/** Whether a gap parts two names in the header, of which one may stand above an empty column. */
export function partsWords(
  { row, inked, top, bottom }: TextLine,
  [from, to]: Stretch,
  sizes: Sizes,
): boolean {
  if (row !== 0 || to - from < LEAST_BETWEEN_WORDS * sizes.textPx) return false;
  // Tables are often set smaller than the text around them.
  const isStacked = bottom - top >= STACKED * sizes.textPx;
  const least = (isStacked ? LEAST_STACKED : LEAST_WORD) * Math.min(sizes.textPx, bottom - top);
  const words = joinNear(inked, WORD_GAP * sizes.textPx);
  const [before, after] = [
    words.filter((word) => word[1] <= from + 1).at(-1),
    words.find((word) => word[0] >= to - 1),
  ];
  return [before, after].every((word) => word && word[1] - word[0] >= least);
}

/** In text heights: a comma leaves no wider white. */
const MARK_GAP = 1.45;

/** Whether a gap is no wider than what marks leave within sentences, and parts off a column that the head has no name for, though it names others. */
export function isWithinSentences(
  lines: readonly TextLine[],
  gap: Stretch,
  [left, right]: Stretch,
  { textPx }: Sizes,
): boolean {
  const head = lines.filter(({ row }) => row === 0);
  const isNamed = (from: number, to: number): boolean => head.some((line) => isCrossed(line, [from, to]));
  if (gap[1] - gap[0] >= MARK_GAP * textPx || head.length === lines.length) return false;
  return isNamed(left, gap[0]) !== isNamed(gap[1], right);
}
