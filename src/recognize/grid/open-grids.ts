import { withoutEmptyEnds } from "./empty-ends.ts";
import { findCaptions, type RuledBand, thicknessOf } from "./find-captions.ts";
import { type Edge, findEdges, type Lattice, reach } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { latticeToGrid, type PlacedGrid } from "./lattice-to-grid.ts";
import { centerAt, inkedShare, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, joinNear, type Stretch, type TextLine } from "./text-lines.ts";
import { withUnruledBody } from "./unruled-body.ts";
import { withWhiteColumns, withWhiteRows } from "./white-edges.ts";

/** In text heights: no shorter rule runs over a whole table, and no two of one are farther apart. */
const LEAST_LENGTH = 12;
const LEAST_RULES = 3;
/** Two rules hold a row when they stand as near, in text heights, and it has as many columns. */
const HIGHEST_ROW = 12;
const LEAST_COLUMNS = 3;

/**
 * Tables that have rules between rows only: at least three long rules from one side to one side, and between them text
 * in columns that white parts. Prose between rules, and rules that stand for themselves, make none.
 */
export function findOpenGrids(
  ink: InkMask,
  rows: readonly Segment[],
  placed: readonly PlacedGrid[],
  sizes: Sizes,
): PlacedGrid[] {
  const free = rows.filter((rule) => looksPlain(rule) && !placed.some((grid) => isIn(rule, grid)));
  const long = free.filter((rule) => lengthOf(rule) >= LEAST_LENGTH * sizes.textPx);
  return groupByEnds(long, sizes)
    .flatMap((group) => findOpenLattices(ink, group, free, sizes))
    .flatMap((lattice): PlacedGrid[] => {
      const parted = partedByWhite(ink, lattice, free, sizes);
      if (parted === null || !isEnough(lattice, parted, sizes)) return [];
      const grid = latticeToGrid(ink, withUnruledBody(ink, parted, free, sizes), sizes);
      return grid === null ? [] : [grid];
    });
}

/** A lattice without inner columns, parted by the white between its text; null where that is prose. */
export function partedByWhite(
  ink: InkMask,
  lattice: Lattice,
  rows: readonly Segment[],
  sizes: Sizes,
): Lattice | null {
  const parted = withWhiteColumns(ink, withPartRules(lattice, rows.filter(looksPlain), sizes), sizes);
  return parted === null ? null : withWhiteRows(ink, withoutLoose(parted, sizes), sizes);
}

/** White narrower than this, in text heights, parts no columns. */
const LEAST_GAP = 0.6;

/** The lattices of rules with equal ends, parted where prose between two of them leaves no white through all rows. */
export function findOpenLattices(
  ink: InkMask,
  group: readonly Segment[],
  rows: readonly Segment[],
  sizes: Sizes,
): Lattice[] {
  const lattice = group.length < 2 ? null : findEdges({ rows: [...group], columns: [] }, sizes);
  if (lattice === null || lattice.columnEdges.length !== 2) return [];
  const { rowEdges, columnEdges } = lattice;
  const [left, right] = columnEdges.map(({ positionPx }) => positionPx);
  const inset = 0.15 * sizes.textPx;
  // A rule below a word over two columns is no text that stands across them.
  const parts = withPartRules(lattice, rows.filter(looksPlain), sizes).rowEdges;
  const lines = findTextLines(ink, parts, [left + inset, right - inset], sizes);
  const bands = rowEdges.slice(1).map((below, row): RuledBand => {
    const above = rowEdges[row];
    const isIn = ({ top, bottom }: TextLine): boolean => bottom > above.positionPx && top < below.positionPx;
    const rulesPx: [number, number] = [thicknessOf(above), thicknessOf(below)];
    return { lines: lines.filter(isIn), rulesPx, uprightsPx: [], isBare: false };
  });
  const captions = findCaptions(ink, bands, [left, right], sizes);
  const words = bands.map(
    (band, row): Band => ({
      words: columnsOf(
        band.lines.flatMap(({ inked }) => inked),
        sizes,
      ),
      isLine: band.lines.length === 1,
      isTall: heightOf(band.lines) > HIGHEST_ROW * sizes.textPx,
      isCaption: captions.includes(row) || isHeading(band, bands[row + 1], sizes),
    }),
  );
  return partBands(words, sizes).map(([first, last]) =>
    withoutEmptyEnds(ink, { rowEdges: rowEdges.slice(first, last + 1), columnEdges }, sizes),
  );
}

/** In text heights: the white between the words of a title is no wider, that between columns is. */
const WITHIN_TITLE = 2;

/** Whether a band is a title and the unit of money below it, one phrase a line, and the band after it a head: a page's running head may be ruled as wide as its table. */
function isHeading({ lines }: RuledBand, next: RuledBand | undefined, sizes: Sizes): boolean {
  const phrasesOf = ({ inked }: TextLine): number => joinNear(inked, WITHIN_TITLE * sizes.textPx).length;
  return (
    lines.length > 1 &&
    lines.every((line) => phrasesOf(line) === 1) &&
    next?.lines.length === 1 &&
    phrasesOf(next.lines[0]) >= LEAST_COLUMNS
  );
}

/** What stands between two rules one under the other: its text from left to right, as white parts it. */
interface Band {
  words: Stretch[];
  isLine: boolean;
  /** Whether it is higher than rows are: it may be prose in two columns. */
  isTall: boolean;
  isCaption: boolean;
}

const heightOf = (lines: readonly TextLine[]): number =>
  lines.length === 0 ? 0 : lines[lines.length - 1].bottom - lines[0].top;

/** The runs of bands that have columns in common, by their first and last rule; prose between tables is in none. */
function partBands(bands: readonly Band[], sizes: Sizes): [first: number, last: number][] {
  const parts: { first: number; last: number; columns: Stretch[] }[] = [];
  for (const [row, { words, isLine, isTall, isCaption }] of bands.entries()) {
    if (isCaption) continue;
    const open = parts[parts.length - 1];
    const isNext = open !== undefined && open.last === row;
    const after = bands[row + 1]?.words;
    if (isNext && share(open.columns, words, sizes, isTall ? 1 : LEAST_LEFT)) {
      open.last = row + 1;
      open.columns = columnsOf([...open.columns, ...words], sizes);
    } else if (
      isNext &&
      isLine &&
      after !== undefined &&
      after.length > 1 &&
      share(open.columns, after, sizes)
    ) {
      // A section's name stands across the columns of the rows above and below.
      open.last = row + 1;
    } else if (words.length > 1) parts.push({ first: row, last: row + 1, columns: words });
  }
  return parts.map(({ first, last }) => [first, last]);
}

/** In text heights: the white behind a comma and before a bracket, within a sentence; with some fonts a comma leaves more. */
const COMMA_GAP = 0.85;
const WIDEST_COMMA_GAP = 1.45;

/** So much of the white between columns is left beside a row. */
const LEAST_LEFT = 0.5;

/** Whether no more than half the white between columns of the one is lost beside the other: prose leaves hardly any. */
function share(
  one: readonly Stretch[],
  other: readonly Stretch[],
  sizes: Sizes,
  least: number = LEAST_LEFT,
): boolean {
  if (columnsOf([...one, ...other], sizes).length < 2) return false;
  const gapsOf = (stretches: readonly Stretch[], least: number): number =>
    columnsOf(stretches, sizes, least).length - 1;
  const most = Math.max(gapsOf(one, WIDEST_COMMA_GAP), gapsOf(other, WIDEST_COMMA_GAP));
  return gapsOf([...one, ...other], COMMA_GAP) >= least * most;
}

const columnsOf = (stretches: readonly Stretch[], sizes: Sizes, gap = LEAST_GAP): Stretch[] =>
  joinNear(
    [...stretches].sort((a, b) => a[0] - b[0]),
    gap * sizes.textPx,
  );

function isEnough({ rowEdges }: Lattice, { columnEdges }: Lattice, sizes: Sizes): boolean {
  const height = rowEdges[rowEdges.length - 1].positionPx - rowEdges[0].positionPx;
  return (
    rowEdges.length >= LEAST_RULES ||
    (columnEdges.length > LEAST_COLUMNS && height <= HIGHEST_ROW * sizes.textPx)
  );
}

export const looksPlain = (rule: Segment): boolean =>
  inkedShare(rule) >= 0.9 && (rule.looks.clearBoth >= 0.7 || rule.looks.clearOne >= 0.95);

/** In text heights: the strokes of a line of text line up for so long at most. */
const SURE_LENGTH = 8;
const looksSure = (rule: Segment): boolean => inkedShare(rule) >= 0.95 && rule.looks.clearBoth >= 0.85;

function isIn(rule: Segment, { grid: { box } }: PlacedGrid): boolean {
  const middle = middleOf(rule);
  const across = centerAt(rule, middle);
  return middle >= box[0] && middle <= box[2] && across >= box[1] && across <= box[3];
}

export function groupByEnds(rules: readonly Segment[], sizes: Sizes): Segment[][] {
  const groups: Segment[][] = [];
  for (const rule of rules) {
    const group = groups.find(
      ([first]) =>
        Math.abs(first.from - rule.from) <= sizes.sameEndPx &&
        Math.abs(first.to - rule.to) <= sizes.sameEndPx,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

/** With the shorter rules between: below a header's cell, beside merged cells. */
function withPartRules(lattice: Lattice, rules: readonly Segment[], sizes: Sizes): Lattice {
  const { rowEdges, columnEdges } = lattice;
  const [first, last] = [rowEdges[0], rowEdges[rowEdges.length - 1]];
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const known = new Set(rowEdges.flatMap((edge) => edge.rules));
  const parts = rules.filter((rule) => {
    const across = centerAt(rule, middleOf(rule));
    return (
      !known.has(rule) &&
      lengthOf(rule) >= sizes.strongPx &&
      (lengthOf(rule) >= SURE_LENGTH * sizes.textPx || looksSure(rule)) &&
      across > first.positionPx + sizes.textPx &&
      across < last.positionPx - sizes.textPx &&
      rule.from >= left - sizes.sameEndPx &&
      rule.to <= right + sizes.sameEndPx
    );
  });
  const edges = rowEdges.map((edge) => ({ ...edge, rules: [...edge.rules] }));
  for (const rule of parts) {
    const across = centerAt(rule, middleOf(rule));
    const same = edges.find((edge) => Math.abs(edge.at(middleOf(rule)) - across) <= sizes.sameEdgePx);
    if (same) same.rules.push(rule);
    else edges.push({ rules: [rule], positionPx: across, at: () => across });
  }
  return { columnEdges, rowEdges: edges.sort((a, b) => a.positionPx - b.positionPx) };
}

/** Without short rules that reach over no whole column: underlined words. */
function withoutLoose({ rowEdges, columnEdges }: Lattice, sizes: Sizes): Lattice {
  const kept = rowEdges
    .map(
      (edge): Edge => ({
        ...edge,
        rules: edge.rules.filter((rule) => {
          const [first, last] = reach(rule, columnEdges, sizes);
          return last > first;
        }),
      }),
    )
    .filter((edge) => edge.isWall || edge.rules.length > 0);
  return { rowEdges: kept, columnEdges };
}
