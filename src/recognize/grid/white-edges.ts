import { findCentredGaps } from "./centred-rows.ts";
import type { Edge, Lattice } from "./find-edges.ts";
import { isWithinSentences, partsWords } from "./head-names.ts";
import type { InkMask } from "./ink-mask.ts";
import { findRowsByPitch, linesByColumn } from "./rows-by-pitch.ts";
import { findSectionNames, phrasesOfName } from "./section-names.ts";
import type { Sizes } from "./sizes.ts";
import {
  findTextLines,
  isCrossed,
  joinNear,
  type Stretch,
  stretchesOf,
  type TextLine,
} from "./text-lines.ts";
import { findRowGaps } from "./white-rows.ts";

/** White this wide parts columns where few lines stand one below the other; where many do, less is enough. */
const WIDE_GAP = 0.75;
const NARROW_GAP = 0.5;
const MANY_LINES = 6;
/** Where a rule ends, narrow white is enough. */
const RULED_GAP = 0.25;
/** So many lines on either side of a gap speak for it, for each that has text across it. */
const FOR_EACH_CROSSING = 4;
const LEAST_LINES = 2;
/** Up to so many rules stand for the table's parts rather than for its rows. */
const MOST_PART_RULES = 5;

/** A lattice of rules between rows only, with columns from the white between their text; null where that is prose. */
export function withWhiteColumns(ink: InkMask, lattice: Lattice, sizes: Sizes): Lattice | null {
  const { rowEdges, columnEdges } = lattice;
  const [left, right] = [columnEdges[0], columnEdges[columnEdges.length - 1]];
  const across = insideOf(lattice, sizes);
  const lines = findTextLines(ink, rowEdges, across, sizes);
  const names = findSectionNames(lines, sizes);
  const named = [...names].flatMap((line) => phrasesOfName(line, sizes));
  const gaps = findGaps(
    lines.filter((line) => !names.has(line)),
    across,
    lattice,
    sizes,
  ).map((gap) => trimmedBy(named, gap, RULED_GAP * sizes.textPx));
  if (gaps.length === 0) return null;
  const over = new Set([...names].filter((line) => gaps.some((gap) => isCrossed(line, gap))));
  const columns = gaps.map((gap, index) => {
    const isOpen = (from: number, to: number): boolean =>
      lines.filter(isBetween(from, to)).every((line) => !over.has(line) && !isCrossed(line, gap));
    const next = gaps[index + 1]?.[0] ?? across[1];
    return { ...whiteEdge(gap, isOpen), ...edgeAt(edgeBefore(lines, gap, next, sizes)) };
  });
  return { rowEdges, columnEdges: [left, ...columns, right] };
}

/**
 * The same with rows, where a table has rules for its header (if it has one) and its ends alone; where rows must be
 * sure, only such as are each a line, or whose lines are nearer to one another than to the next row's.
 */
export function withWhiteRows(
  ink: InkMask,
  lattice: Lattice,
  sizes: Sizes,
  { hasHead, isSure }: { hasHead: boolean; isSure: boolean } = { hasHead: true, isSure: false },
): Lattice {
  const { rowEdges, columnEdges } = lattice;
  if (rowEdges.length > MOST_PART_RULES) return lattice;
  const across = insideOf(lattice, sizes);
  const lines = findTextLines(ink, rowEdges, across, sizes);
  const gaps = columnEdges.slice(1, -1).flatMap(({ gap }) => (gap ? [gap] : []));
  const fromTop = findRowGaps(lines, gaps, across, sizes, hasHead);
  const rows = rowEdges
    .slice(1)
    .flatMap((below, row) => {
      const above = rowEdges[row];
      const isIn = ([from]: Stretch): boolean => from > above.positionPx && from < below.positionPx;
      if (row === 0 && hasHead) return fromTop.filter(isIn);
      const ofLines = fromTop.filter(isIn);
      const byPitch = findRowsByPitch(linesByColumn(ink, [above, below], gaps, across, sizes), sizes);
      if (isSure) {
        const count = lines.filter(isBetween(above.positionPx, below.positionPx)).length;
        return byPitch ?? (ofLines.length === count - 1 ? ofLines : []);
      }
      return byPitch ?? findCentredGaps(ink, [above, below], gaps, across, sizes) ?? ofLines;
    })
    .map((gap) => whiteEdge(gap, () => true));
  return { columnEdges, rowEdges: [...rowEdges, ...rows].sort((a, b) => a.positionPx - b.positionPx) };
}

function insideOf({ columnEdges }: Lattice, sizes: Sizes): Stretch {
  const inset = Math.max(3, 0.15 * sizes.textPx);
  return [columnEdges[0].positionPx + inset, columnEdges[columnEdges.length - 1].positionPx - inset];
}

const isBetween =
  (from: number, to: number) =>
  ({ top, bottom }: TextLine): boolean => {
    const middle = (top + bottom) / 2;
    return middle >= from && middle < to;
  };

function whiteEdge([from, to]: Stretch, isOpen: (from: number, to: number) => boolean): Edge {
  return { rules: [], ...edgeAt((from + to) / 2), gap: [from, to], isWall: isOpen };
}

const edgeAt = (positionPx: number): Pick<Edge, "positionPx" | "at"> => ({
  positionPx,
  at: () => positionPx,
});

/** In text heights: lines that begin so near to one another stand below each other, and so far before them is the edge. */
const ALIGNED = 0.4;
const BEFORE_TEXT = 0.3;
const MOST_ALIGNED = 0.7;

/**
 * Where in a gap the edge lies: right before text that begins at one line, as it does on each page of a table, however
 * far the text before it reaches there; else in the middle.
 */
function edgeBefore(lines: readonly TextLine[], [from, to]: Stretch, next: number, sizes: Sizes): number {
  const middle = (from + to) / 2;
  const starts = lines.flatMap(({ inked }) => {
    const start = inked.find(([at]) => at >= to - 1 && at < next)?.[0];
    return start === undefined ? [] : [start];
  });
  const aligned = starts.filter((start) => start - to <= ALIGNED * sizes.textPx).length;
  if (aligned < MOST_ALIGNED * starts.length || starts.length === 0) return middle;
  return Math.max(middle, to - BEFORE_TEXT * sizes.textPx);
}

/** The gaps between columns, left to right. */
function findGaps(
  lines: readonly TextLine[],
  [left, right]: Stretch,
  { rowEdges }: Lattice,
  sizes: Sizes,
): Stretch[] {
  const rowCount = rowEdges.length - 1;
  const ends = rowEdges.flatMap(({ rules }) => rules.flatMap(({ from, to }) => [from, to]));
  const least = sizes.textPx * (lines.length >= MANY_LINES ? NARROW_GAP : WIDE_GAP);
  const head = headRowsOf(rowEdges, right - left);
  // A word above several columns, and a sum or a note below them, may stand across their edges.
  const isInner = ({ row }: TextLine): boolean =>
    head > 1
      ? row >= head && (rowCount - head < 3 || row < rowCount - 1)
      : rowCount < 4 || (row > 0 && row < rowCount - 1);
  const start = Math.floor(left);
  const isCrossedAt = new Uint8Array(Math.ceil(right) - start + 1);
  for (const { inked } of lines.filter(isInner))
    for (const [from, to] of inked) isCrossedAt.fill(1, Math.max(0, from - start), to - start);
  const white = stretchesOf(start, Math.ceil(right), (x) => isCrossedAt[x - start] === 0).filter(
    ([from, to]) =>
      to - from >= least ||
      (to - from >= RULED_GAP * sizes.textPx && ends.some((end) => end >= from - 1 && end <= to + 1)),
  );
  const kept: Stretch[] = [];
  const wide = rowCount === 1 ? wideGaps(white, [left, right], sizes) : [];
  const outer = lines
    .filter((line) => !isInner(line))
    .flatMap(({ row, inked }) => {
      const words = joinNear(inked, WORD_GAP * sizes.textPx);
      // What stands above a rule within the header names all columns below that.
      return row < head - 1 ? words.filter((word) => !isAboveRule(word, rowEdges[row + 1])) : words;
    });
  for (const [index, whole] of white.entries()) {
    const gap = trimmedBy(outer, whole, RULED_GAP * sizes.textPx);
    const before = kept[kept.length - 1]?.[1] ?? left;
    const after = white[index + 1]?.[0] ?? right;
    const isLeft = (line: TextLine): boolean => isCrossed(line, [before, gap[0]]);
    const isRight = (line: TextLine): boolean => isCrossed(line, [gap[1], after]);
    const clear = lines.filter((line) => !isCrossed(line, gap));
    const crossing = lines.filter((line) => isCrossed(line, gap));
    const witnesses = clear.filter((line) => isLeft(line) && isRight(line));
    const sides = Math.min(clear.filter(isLeft).length, clear.filter(isRight).length);
    // A header of one row names every column; only one above others may stand over two of them.
    const isOneColumn = head === 1 && rowCount <= 3 && crossing.some(({ row }) => row === 0);
    const isNamed =
      crossing.length === 0 && rowCount > 1 && witnesses.some((line) => partsWords(line, gap, sizes));
    const isSeen =
      wide.includes(whole) ||
      (witnesses.length >= 1 && sides >= Math.max(LEAST_LINES, FOR_EACH_CROSSING * crossing.length)) ||
      isNamed;
    const isBehindMark = head === 1 && isWithinSentences(lines, gap, [before, after], sizes);
    if (!isOneColumn && isSeen && !isBehindMark) kept.push(gap);
  }
  return kept;
}

/** In text heights: letters of one word are set no farther apart; words are, so far at least. */
const WORD_GAP = 0.6;
const LEAST_BETWEEN_WORDS = 1.2;

/** What stands between two rules alone, as a table's last row overleaf, has so many gaps that are wider than between words. */
const LEAST_GAPS_IN_ONE_ROW = 3;

function wideGaps(white: readonly Stretch[], [left, right]: Stretch, sizes: Sizes): Stretch[] {
  const wide = white.filter(
    ([from, to]) => from > left + 1 && to < right - 1 && to - from >= LEAST_BETWEEN_WORDS * sizes.textPx,
  );
  return wide.length >= LEAST_GAPS_IN_ONE_ROW ? wide : [];
}

/** How many rows a header has that rules over some of its columns part; 1 for any other. */
function headRowsOf(rowEdges: readonly Edge[], widthPx: number): number {
  const ruledPx = ({ rules }: Edge): number => rules.reduce((sum, { from, to }) => sum + to - from, 0);
  const first = rowEdges.findIndex((edge, at) => at > 0 && ruledPx(edge) >= WHOLE_RULE * widthPx);
  return first > 0 && first < rowEdges.length - 1 ? first : 1;
}

/** A rule over this share of the width parts all of it. */
const WHOLE_RULE = 0.9;

const isAboveRule = ([start, end]: Stretch, { rules }: Edge): boolean =>
  rules.some(({ from, to }) => from <= start && to >= end);

/** A gap without what reaches into it from one side, or stands in it near one; as it is where too little would be left. */
function trimmedBy(inked: readonly Stretch[], gap: Stretch, leastPx: number): Stretch {
  let [from, to] = gap;
  for (const [start, end] of inked) {
    if (end <= gap[0] || start >= gap[1] || (start <= gap[0] && end >= gap[1])) continue;
    const isOfLeft = start - gap[0] < gap[1] - end;
    if (isOfLeft) from = Math.max(from, end);
    else to = Math.min(to, start);
  }
  return to - from >= leastPx ? [from, to] : gap;
}
