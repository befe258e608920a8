import type { Edge, Lattice } from "./find-edges.ts";
import { coverageOf, WALL } from "./find-walls.ts";
import type { InkMask } from "./ink-mask.ts";
import { phrasesOfName } from "./section-names.ts";
import { centerAt, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, joinNear, type Stretch, type TextLine } from "./text-lines.ts";
import { withWhiteRows } from "./white-edges.ts";

/** A head has no more rows, and columns enough that nothing but rows of its own can keep to them. */
const MOST_HEAD_ROWS = 2;
const LEAST_COLUMNS = 3;
/** So many lines below must say something in the first and in most columns. */
const LEAST_LINES = 3;
const MOST_COLUMNS = 0.6;
/** In text heights: the white between two lines of a body, and the least between two columns. */
const MOST_BETWEEN = 2.5;
const LEAST_GAP = 0.25;
/** In text heights: so far below its last line a body ends that no rule ends. */
const BELOW = 0.35;
/** In text heights: a side that goes on so far below the last rule is that of rows. */
const LEAST_SIDE = 4;
/** A rule over this share of the width ends what stands above it. */
const ENDS = 0.5;

/**
 * A head's lattice with the body below it, where only the head has rules, as tables of banded rows or white rules have:
 * lines of text that keep to the head's columns, one right below the other. The lattice itself where there are none.
 */
export function withUnruledBody(
  ink: InkMask,
  lattice: Lattice,
  rows: readonly Segment[],
  sizes: Sizes,
): Lattice {
  const { rowEdges, columnEdges } = lattice;
  if (rowEdges.length - 1 > MOST_HEAD_ROWS || columnEdges.length - 1 < LEAST_COLUMNS) return lattice;
  const foot = rowEdges[rowEdges.length - 1];
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const below = edgeAt(nextRule(rows, foot.positionPx + sizes.textPx, [left, right]) ?? ink.heightPx);
  const inset = Math.max(3, 0.15 * sizes.textPx);
  const lines = findTextLines(ink, [foot, below], [left + inset, right - inset], sizes);
  const names = namesAmong(lines, right - left, sizes);
  const { body: found, inner: moved } = bodyOf(lines, names, lattice, sizes);
  const edges = [columnEdges[0], ...moved, columnEdges[columnEdges.length - 1]];
  const isRow = ({ inked }: TextLine): boolean => {
    const filled = columnsOf(inked, edges);
    return filled.has(0) && filled.size >= Math.max(LEAST_COLUMNS, MOST_COLUMNS * (columnEdges.length - 1));
  };
  if (found.filter(isRow).length < LEAST_LINES) return lattice;
  const body = withoutRest(found, isRow);
  const parted = body.filter((line) => !names.has(line));
  const gaps = moved.map((edge) => gapAt(parted, edge.positionPx, [left, right]));
  if (gaps.some(([from, to]) => to - from < LEAST_GAP * sizes.textPx)) return lattice;
  const inner = moved.map((edge, at) => {
    const over = [...names].filter((line) => reachesOver(line, edge.positionPx));
    return asWhite(edge, gaps[at], foot.positionPx, over);
  });
  const end = edgeAt(body[body.length - 1].bottom + BELOW * sizes.textPx);
  const columns = [columnEdges[0], ...inner, columnEdges[columnEdges.length - 1]];
  // Among names of sections, lines at one pitch are a row each: none goes on in the next.
  const between = names.size > 0 && areAtOnePitch(body, sizes) ? edgesBetween(body) : [];
  const whole = { rowEdges: [...rowEdges, ...between, end], columnEdges: columns };
  return between.length > 0 ? whole : withWhiteRows(ink, whole, sizes);
}

/** In text heights: lines that are a row each stand no more unevenly, and those that go on within a cell do. */
const UNEVEN = 0.4;

/** Whether lines follow one another at one distance. */
export function areAtOnePitch(lines: readonly TextLine[], sizes: Sizes): boolean {
  const middles = lines.map(({ top, bottom }) => (top + bottom) / 2);
  const steps = middles.slice(1).map((middle, at) => middle - middles[at]);
  return Math.max(...steps) - Math.min(...steps) <= UNEVEN * sizes.textPx;
}

/** An edge in the white between each two lines. */
export const edgesBetween = (lines: readonly TextLine[]): Edge[] =>
  lines.slice(1).map(({ top }, at): Edge => {
    const gap: Stretch = [lines[at].bottom, top];
    return { ...edgeAt((gap[0] + gap[1]) / 2), gap, isWall: () => true };
  });

const reachesOver = ({ inked }: TextLine, at: number): boolean =>
  inked[0][0] < at && inked[inked.length - 1][1] > at;

/** In shares of the white between two rows: what follows the last one so far below it is none of its words. */
const AS_FAR = 0.8;

/** A body without the lines behind its last row that stand as far below it as rows do: a sentence may begin in the first column. */
function withoutRest(lines: readonly TextLine[], isRow: (line: TextLine) => boolean): readonly TextLine[] {
  const last = lines.findLastIndex(isRow);
  const rest = lines[last + 1];
  if (!rest || !lines.slice(0, last + 1).every(isRow)) return lines;
  const white = lines.slice(1, last + 1).map(({ top }, at) => top - lines[at].bottom);
  const usual = white.sort((a, b) => a - b)[white.length >> 1];
  return rest.top - lines[last].bottom >= AS_FAR * usual ? lines.slice(0, last + 1) : lines;
}

/**
 * A lattice of rules between rows alone with the body below it, where a side goes on without a rule at its foot, as on
 * a picture that ends before the table does. The lattice itself where no side does.
 */
export function withOpenFoot({ rowEdges, columnEdges }: Lattice, sizes: Sizes): Lattice {
  const foot = rowEdges[rowEdges.length - 1].positionPx;
  const ends = [columnEdges[0], columnEdges[columnEdges.length - 1]].flatMap(({ rules }) =>
    rules.filter(({ from }) => from < foot).map(({ to }) => to),
  );
  const end = Math.max(foot, ...ends);
  const isOpen = rowEdges.length - 1 <= MOST_HEAD_ROWS && end - foot >= LEAST_SIDE * sizes.textPx;
  return isOpen ? { columnEdges, rowEdges: [...rowEdges, edgeAt(end)] } : { rowEdges, columnEdges };
}

/** Where the next rule below a place crosses a stretch; null without one. */
function nextRule(rows: readonly Segment[], from: number, [left, right]: Stretch): number | null {
  const across = rows
    .filter((rule) => lengthOf(rule) >= ENDS * (right - left) && rule.from < right && rule.to > left)
    .map((rule) => centerAt(rule, middleOf(rule)))
    .filter((at) => at > from);
  return across.length === 0 ? null : Math.min(...across);
}

/**
 * The lines right below a head, down to the first that crosses a column's edge or stands far below the one above, and
 * the head's inner edges, those of white where the lines leave it.
 */
function bodyOf(
  lines: readonly TextLine[],
  names: ReadonlySet<TextLine>,
  { rowEdges, columnEdges }: Lattice,
  sizes: Sizes,
): { body: TextLine[]; inner: Edge[] } {
  const places = columnEdges
    .slice(1, -1)
    .map(({ positionPx, gap }) => gap ?? ([positionPx, positionPx] as Stretch));
  let free = places;
  const end = lines.findIndex((line, at) => {
    const { top, inked } = line;
    const above = lines[at - 1]?.bottom ?? rowEdges[rowEdges.length - 1].positionPx;
    if (top - above > MOST_BETWEEN * sizes.textPx || isProse(inked, free, sizes)) return true;
    if (names.has(line)) return false;
    // An edge of white alone may stand anywhere in it.
    const left = free.map((gap) => freeOf(gap, inked));
    if (left.some((gap) => gap === null)) return true;
    free = left.filter((gap) => gap !== null);
    return false;
  });
  const inner = columnEdges
    .slice(1, -1)
    .map((edge, index) => (edge.gap ? { ...edge, ...edgeAt((free[index][0] + free[index][1]) / 2) } : edge));
  return { body: lines.slice(0, end < 0 ? lines.length : end), inner };
}

/** In text heights: the words of a section's name are set no farther apart. */
const NAME_GAP = 0.6;
/** Of a table's width: a section's name is no longer. */
const LONGEST_NAME = 0.5;

/** The lines that name a section of a body: one phrase from the first column on, right above a row of words side by side. */
function namesAmong(lines: readonly TextLine[], widthPx: number, sizes: Sizes): Set<TextLine> {
  const isName = (line: TextLine, at: number): boolean => {
    const phrases = phrasesOfName(line, sizes);
    const [above, next] = [lines[at - 1], lines[at + 1]];
    const isRow = (other: TextLine | undefined): boolean =>
      other !== undefined && joinNear(other.inked, NAME_GAP * sizes.textPx).length >= LEAST_COLUMNS;
    const isNear = next !== undefined && next.top - line.bottom <= MOST_BETWEEN * sizes.textPx;
    // The last line of a page names what goes on overleaf.
    const isLast =
      !isNear && above !== undefined && areAtOnePitch(lines.slice(Math.max(0, at - 3), at + 1), sizes);
    return (
      phrases.length === 1 &&
      phrases[0][1] - phrases[0][0] <= LONGEST_NAME * widthPx &&
      (isLast || (isNear && isRow(next)))
    );
  };
  return new Set(lines.filter(isName));
}

/** In text heights: the white behind a comma is no wider; that within a sentence is mostly less than beside a column. */
const COMMA_GAP = 1.2;
const WORD_GAP = 0.5;
const LETTER_GAP = 0.35;
const LEAST_COMMAS = 2;

/** Whether a line has no wider white than a sentence at any column's edge that it has words on both sides of. */
function isProse(inked: readonly Stretch[], places: readonly Stretch[], sizes: Sizes): boolean {
  const gaps = places.flatMap(([from, to]): number[] => {
    const before = inked.map(([, end]) => end).filter((end) => end <= to);
    const after = inked.map(([start]) => start).filter((start) => start >= from);
    return before.length === 0 || after.length === 0 ? [] : [Math.min(...after) - Math.max(...before)];
  });
  const narrow = gaps.filter((gap) => gap < WORD_GAP * sizes.textPx);
  const isWritten = gaps.some((gap) => gap < LETTER_GAP * sizes.textPx);
  const isClose = gaps.length >= LEAST_COMMAS && (isWritten || 2 * narrow.length >= gaps.length);
  return isClose && gaps.every((gap) => gap < COMMA_GAP * sizes.textPx);
}

/** What of an edge's place is free beside a line's words; null where they cross it. */
function freeOf([from, to]: Stretch, inked: readonly Stretch[]): Stretch | null {
  let free: Stretch = [from, to];
  for (const [first, last] of inked) {
    if (last <= free[0] || first >= free[1]) continue;
    if (first <= free[0] && last >= free[1]) return null;
    // What reaches in from one side leaves the rest of it.
    free =
      first - free[0] < free[1] - last
        ? [Math.max(free[0], last), free[1]]
        : [free[0], Math.min(free[1], first)];
  }
  return free;
}

/** The columns that a line says something in. */
function columnsOf(inked: readonly Stretch[], columnEdges: readonly Edge[]): Set<number> {
  return new Set(
    inked.map(([from, to]) =>
      columnEdges
        .slice(1, -1)
        .reduce((column, edge) => column + ((from + to) / 2 > edge.positionPx ? 1 : 0), 0),
    ),
  );
}

/** The white around a place through all lines. */
function gapAt(lines: readonly TextLine[], at: number, [left, right]: Stretch): Stretch {
  const inked = lines.flatMap((line) => line.inked);
  return [
    Math.max(left, ...inked.map(([, end]) => end).filter((end) => end <= at)),
    Math.min(right, ...inked.map(([start]) => start).filter((start) => start >= at)),
  ];
}

/** A column's edge that has rules down to the head's foot, and white below, but for the lines over it. */
function asWhite(edge: Edge, gap: Stretch, foot: number, over: readonly TextLine[]): Edge {
  const isWall = (from: number, to: number): boolean =>
    !over.some(({ top, bottom }) => top < to && bottom > from) &&
    ((from + to) / 2 > foot || (edge.isWall?.(from, to) ?? coverageOf(edge.rules, from, to) >= WALL));
  return { ...edge, gap, isWall };
}

const edgeAt = (positionPx: number): Edge => ({ rules: [], positionPx, at: () => positionPx });
