import type { Edge } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { isSameLine } from "./same-line.ts";
import type { Sizes } from "./sizes.ts";
import { joinNear, type Stretch, type TextLine } from "./text-lines.ts";

/** What stands between two rules one under the other. */
export interface RuledBand {
  lines: TextLine[];
  /** How thick the rules above and below it are. */
  rulesPx: [above: number, below: number];
  /** Where upright rules stand in it. */
  uprightsPx: number[];
  /** Whether it has no outer sides, though the bands around it do. */
  isBare: boolean;
}

/** In text heights: white that parts the words of a row; a caption's own words are set nearer. */
const WORD_GAP = 0.6;
const CAPTION_GAP = 1.3;
/** In text heights: what begins or ends nearer to a table's side than this, and so much nearer than all its cells, is in none. */
const AT_SIDE = 0.3;
const NEARER = 0.25;
/** Rules that end a table are so much thicker than those within. */
const THICKER = 1.35;
/** In text heights: what a column's cells have in common lies so near. */
const ALIGNED = 0.45;
/** So many columns that don't go on tell another table. */
const LEAST_OTHER = 2;
/** A part of a table has so many bands at least: a head, and a row or more below it. */
const LEAST_BANDS = 2;

/**
 * Which of a table's bands are a caption between two tables of the same width: one line of words, over which no upright
 * runs, and a sign that the table below is another one. That is its head set again, columns of its own, words that
 * stand where no cell's do, no sides where all others have them, or rules as thick as those at a table's ends. Without such a sign it is a section's name.
 */
export function findCaptions(
  ink: InkMask,
  bands: readonly RuledBand[],
  [left, right]: Stretch,
  sizes: Sizes,
): number[] {
  const captions: number[] = [];
  let first = 0;
  for (let at = 1; at + LEAST_BANDS < bands.length; at++) {
    if (at - first < 1 || !isWordsAlone(bands[at], right, sizes)) continue;
    const next = bands.findIndex((band, later) => later > at + 1 && isWordsAlone(band, right, sizes));
    const above = bands.slice(first, at);
    const below = bands.slice(at + 1, next < 0 ? bands.length : next);
    const isParted =
      bands[at].isBare ||
      haveHeadTwice(ink, above, below, sizes) ||
      haveOtherColumns(above, below, sizes) ||
      standsOutside(bands[at], [...above, ...below], [left, right], sizes) ||
      endsTables(bands, first, at, next < 0 ? bands.length : next);
    if (!isParted) continue;
    captions.push(at);
    first = at + 1;
  }
  return captions;
}

/** One line that is one phrase, or a phrase and another at the table's right side, as a unit of money is. */
function isWordsAlone({ lines, uprightsPx }: RuledBand, right: number, sizes: Sizes): boolean {
  if (lines.length !== 1 || uprightsPx.length > 0) return false;
  const words = withoutNumber(joinNear(lines[0].inked, CAPTION_GAP * sizes.textPx), sizes);
  const isAtRight = right - words[words.length - 1][1] <= AT_SIDE * sizes.textPx;
  return words.length === 1 || (words.length === 2 && isAtRight);
}

/** In text heights: a number before a caption is no wider, and no more white stands behind it, where its full stop is wide. */
const NUMBER = 1.3;
const BEHIND_NUMBER = 2.2;

function withoutNumber(words: readonly Stretch[], sizes: Sizes): readonly Stretch[] {
  const [first, next] = words;
  const isNumber =
    next !== undefined &&
    first[1] - first[0] <= NUMBER * sizes.textPx &&
    next[0] - first[1] <= BEHIND_NUMBER * sizes.textPx;
  return isNumber ? words.slice(1) : words;
}

/** Whether the first line below says what the first line above does. */
function haveHeadTwice(
  ink: InkMask,
  [above]: readonly RuledBand[],
  [below]: readonly RuledBand[],
  sizes: Sizes,
): boolean {
  const [one, other] = [above.lines[0], below?.lines[0]];
  if (!one || !other || phrasesOf(other, sizes).length < 2) return false;
  const [heads, rivals] = [one, other].map((line) =>
    phrasesOf(line, sizes).map((phrase) => ({ ...line, inked: [phrase] })),
  );
  return (
    heads.length === rivals.length &&
    above.lines.length === below.lines.length &&
    heads.every((head, at) => isSameLine(ink, head, rivals[at], sizes))
  );
}

/** Whether the columns above and below can't be one table's: by upright rules, else by how their words are aligned. */
function haveOtherColumns(above: readonly RuledBand[], below: readonly RuledBand[], sizes: Sizes): boolean {
  const [ruled, others] = [above, below].map((bands) => bands.flatMap(({ uprightsPx }) => uprightsPx));
  const stands = (at: number, all: readonly number[]): boolean =>
    all.some((other) => Math.abs(other - at) <= sizes.sameEdgePx);
  // One that every row of the one has, and no row of the other: merged cells are not merged in all rows.
  const isOfAll = (at: number, bands: readonly RuledBand[]): boolean =>
    bands.every(({ uprightsPx }) => stands(at, uprightsPx));
  if (ruled.length > 0 && others.length > 0)
    return (
      (ruled.some((at) => !stands(at, others)) && others.some((at) => !stands(at, ruled))) ||
      ruled.some((at) => !stands(at, others) && isOfAll(at, above)) ||
      others.some((at) => !stands(at, ruled) && isOfAll(at, below))
    );
  // Heads are set in the middle at times, whatever stands below them.
  return areSetOtherwise(columnsIn(above.slice(1), sizes), columnsIn(below.slice(1), sizes), sizes);
}

/** The phrases of some bands, by the column they make, left to right. */
function columnsIn(bands: readonly RuledBand[], sizes: Sizes): Stretch[][] {
  const phrases = bands.flatMap(({ lines }) => lines.flatMap((line) => phrasesOf(line, sizes)));
  const columns = joinNear(
    [...phrases].sort((a, b) => a[0] - b[0]),
    0,
  );
  return columns.map((column) => phrases.filter((phrase) => overlap(phrase, column) > 0));
}

const phrasesOf = ({ inked }: TextLine, sizes: Sizes): Stretch[] => joinNear(inked, WORD_GAP * sizes.textPx);

const overlap = (one: Stretch, other: Stretch): number =>
  Math.min(one[1], other[1]) - Math.max(one[0], other[0]);

/** Whether as many of the lower columns stand apart from the upper ones, or are aligned otherwise, as go on with one. */
function areSetOtherwise(upper: readonly Stretch[][], lower: readonly Stretch[][], sizes: Sizes): boolean {
  if (upper.length < 2 || lower.length < 2) return false;
  let [same, other] = [0, 0];
  for (const column of lower) {
    const above = upper.filter((one) => one.some((phrase) => column.some((own) => overlap(own, phrase) > 0)));
    if (above.length !== 1) other++;
    else if (sidesShared([...above[0], ...column], sizes).includes(true)) same++;
    else {
      const [one, two] = [above[0], column].map((phrases) => sidesShared(phrases, sizes));
      if (one.some((isShared, side) => isShared && two[side])) other++;
    }
  }
  return other >= Math.max(LEAST_OTHER, same);
}

/** Whether phrases all begin, all end, and all have their middle at one place. */
function sidesShared(phrases: readonly Stretch[], sizes: Sizes): boolean[] {
  const places = [
    phrases.map(([from]) => from),
    phrases.map(([, to]) => to),
    phrases.map(([from, to]) => (from + to) / 2),
  ];
  return places.map((all) => Math.max(...all) - Math.min(...all) <= ALIGNED * sizes.textPx);
}

/** Whether a band's words stand at the table's side, or in its right half, where those of no row do. */
function standsOutside(
  band: RuledBand,
  others: readonly RuledBand[],
  [left, right]: Stretch,
  sizes: Sizes,
): boolean {
  const lines = others.flatMap((other) => other.lines);
  const [from, to] = [Math.min(...band.lines[0].inked.map(([x]) => x)), endOf(band.lines[0])];
  const [first, last] = [
    Math.min(...lines.map(({ inked }) => inked[0][0])),
    Math.max(...lines.map((line) => endOf(line))),
  ];
  const near = AT_SIDE * sizes.textPx;
  const isAtLeft = from - left <= near && first - from >= NEARER * sizes.textPx;
  const isAtRight = right - to <= near && to - last >= NEARER * sizes.textPx;
  return isAtLeft || isAtRight;
}

const endOf = ({ inked }: TextLine): number => inked[inked.length - 1][1];

/** Whether the rules above and below a band are as thick as a table's ends, and all others of both tables thinner. */
function endsTables(bands: readonly RuledBand[], first: number, at: number, end: number): boolean {
  const [inner, beyond] = [bands.slice(first, at - 1), bands.slice(at + 1, end - 1)].map((own) =>
    own.map(({ rulesPx }) => rulesPx[1]),
  );
  const [top] = bands[first].rulesPx;
  const [above, below] = bands[at].rulesPx;
  const thickest = Math.max(0, ...inner, ...beyond);
  return inner.length > 0 && Math.min(top, above, below) >= THICKER * thickest;
}

/** How thick an edge's rules are. */
export const thicknessOf = ({ rules }: Edge): number =>
  Math.max(0, ...rules.map(({ thicknessPx }) => thicknessPx));
