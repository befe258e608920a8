import { findLinesWithin } from "./empty-ends.ts";
import type { Edge, Lattice } from "./find-edges.ts";
import { coverageOf, WALL } from "./find-walls.ts";
import type { InkMask } from "./ink-mask.ts";
import { findOpenLattices, partedByWhite } from "./open-grids.ts";
import { drawRuleMask } from "./rule-mask.ts";
import { centerAt, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { joinNear, type Stretch, type TextLine } from "./text-lines.ts";
import { withWhiteRows } from "./white-edges.ts";

/** A head, or a sum at the foot, has no more rows; what has more is a table of its own. */
const MOST_HEAD_ROWS = 3;
/** A head's columns are those of the rows beyond it where no more than so many of their lines cross one. */
const MOST_CROSSING = 0.25;
/** In text heights: the white that a column's edge needs. */
const LEAST_GAP = 0.25;
/** In text heights: what begins so far behind a sum is no part of its table. */
const HIGHEST_ROW = 12;
/** In text heights: white that parts words. */
const WORD_GAP = 0.6;
/** So many of the rows below a head say something in more than one of its columns. */
const MOST_ROWS = 0.6;

/** What else a page has: the row rules of no lattice, the lattices, and all upright rules, which are no text. */
export interface Beyond {
  rows: readonly Segment[];
  lattices: readonly Lattice[];
  uprights: readonly Segment[];
}

/**
 * A head in a frame or on a dark ground together with the rules above and below that run from side to side as its own
 * do, as a table has whose other rows have rules between them only. Its columns go on where the text of those rows keeps
 * to them; else white parts them all. Null where there are no such rules, or nothing but prose between them.
 */
export function withRulesBeyond(ink: InkMask, head: Lattice, beyond: Beyond, sizes: Sizes): Lattice | null {
  if (!isHead(head)) return null;
  if (!beyond.rows.some((rule) => hasEndsOf(rule, head, sizes))) return null;
  const bare = withoutUprights(ink, beyond.uprights, sizes);
  const below = rulesOn(bare, 1, head, beyond, sizes);
  const more = below.length > 0 ? below : rulesOn(bare, -1, head, beyond, sizes);
  if (more.length === 0) return null;
  const rules = [...head.rowEdges.flatMap((edge) => edge.rules), ...more];
  const whole = findOpenLattices(bare, rules, beyond.rows, sizes).find(({ rowEdges }) =>
    head.rowEdges.every((edge) => rowEdges.some((other) => isSame(edge, other, sizes))),
  );
  if (!whole || whole.rowEdges.length <= head.rowEdges.length) return null;
  const columns = withColumnsOf(bare, whole, head, sizes);
  if (columns !== null) return columns;
  const parted = partedByWhite(bare, whole, beyond.rows, sizes);
  return parted !== null && keepsColumns(parted, head, sizes) ? parted : null;
}

/** Whether white parts a whole where its head has ruled columns: where it does not, the two are no one table. */
const keepsColumns = ({ columnEdges }: Lattice, head: Lattice, sizes: Sizes): boolean =>
  head.columnEdges
    .slice(1, -1)
    .every((edge) =>
      columnEdges.some(
        (other) =>
          isSame(edge, other, sizes) ||
          (other.gap && other.gap[0] <= edge.positionPx && other.gap[1] >= edge.positionPx),
      ),
    );

/**
 * A lattice whose inner columns are ruled in its head alone, with those columns as white all down where the text of
 * most rows keeps to them; the lattice itself where it is otherwise.
 */
export function withHeadColumns(
  ink: InkMask,
  lattice: Lattice,
  uprights: readonly Segment[],
  sizes: Sizes,
): Lattice {
  const { rowEdges, columnEdges } = lattice;
  const inner = columnEdges.slice(1, -1);
  const isRuled = (row: number): boolean =>
    inner.some(
      ({ rules }) => coverageOf(rules, rowEdges[row].positionPx, rowEdges[row + 1].positionPx) > UNRULED,
    );
  let rows = rowEdges.length - 1;
  while (rows > 0 && !isRuled(rows - 1)) rows--;
  if (rows === 0 || rows > MOST_HEAD_ROWS || rows === rowEdges.length - 1) return lattice;
  const head = { rowEdges: rowEdges.slice(0, rows + 1), columnEdges };
  const bare = withoutUprights(ink, uprights, sizes);
  const told = new Set(
    findLinesWithin(bare, lattice, sizes)
      .filter(({ row, inked }) => row >= rows && inner.some((edge) => standsOnBothSides([{ inked }], edge)))
      .map(({ row }) => row),
  );
  if (told.size < MOST_ROWS * (rowEdges.length - 1 - rows)) return lattice;
  return withColumnsOf(bare, lattice, head, sizes) ?? lattice;
}

/** A row's side that is ruled over no more than this has no rule. */
export const UNRULED = 0.2;

/**
 * The rules with a head's ends above (`side` -1) or below it, as far as the next table. Counted in are the names of
 * sections on grounds of their own, and a sum at the foot behind which nothing follows.
 */
export function rulesOn(
  ink: InkMask,
  side: 1 | -1,
  head: Lattice,
  { rows, lattices }: Beyond,
  sizes: Sizes,
): Segment[] {
  const placesOf = ({ rowEdges }: Lattice): number[] => rowEdges.map(({ positionPx }) => positionPx * side);
  let from = Math.max(...placesOf(head));
  const nearest = (one: Lattice): number => Math.min(...placesOf(one));
  const others = lattices
    .filter((other) => other !== head && nearest(other) > from && overlaps(other, head))
    .sort((a, b) => nearest(a) - nearest(b));
  const rules = rows
    .filter((rule) => hasEndsOf(rule, head, sizes))
    .map((rule) => ({ rule, at: centerAt(rule, middleOf(rule)) * side }));
  const found: Segment[] = [];
  for (const next of [...others, null]) {
    const to = next === null ? Number.POSITIVE_INFINITY : nearest(next);
    const between = rules.filter(({ at }) => at > from && at < to).map(({ rule }) => rule);
    // A lone line above a head is its title.
    if (side === -1 && !holdsRow(ink, between, head, sizes)) break;
    found.push(...between);
    if (next === null || side === -1 || !isHead(next) || !hasSameEnds(next, head, sizes)) break;
    from = Math.max(...placesOf(next));
    const isFollowed = rules.some(({ at }) => at > from && at - from <= HIGHEST_ROW * sizes.textPx);
    const words = wordsIn(ink, next, sizes);
    const isFoot = !isFollowed && holdsRow(ink, between, next, sizes);
    if (words !== 1 && !isFoot) break;
    found.push(...next.rowEdges.flatMap((edge) => edge.rules));
    if (isFoot) break;
  }
  return found;
}

/** Whether words side by side stand between the lowest of some rules and the table below it. */
function holdsRow(ink: InkMask, above: readonly Segment[], table: Lattice, sizes: Sizes): boolean {
  if (above.length === 0) return false;
  const positionPx = Math.max(...above.map((rule) => centerAt(rule, middleOf(rule))));
  const edge = { rules: [], positionPx, at: () => positionPx };
  return wordsIn(ink, { ...table, rowEdges: [edge, table.rowEdges[0]] }, sizes) > 1;
}

/** How many words white parts in a lattice. */
function wordsIn(ink: InkMask, lattice: Lattice, sizes: Sizes): number {
  const inked = findLinesWithin(ink, lattice, sizes).flatMap((line) => line.inked);
  return joinNear(
    inked.sort((a, b) => a[0] - b[0]),
    WORD_GAP * sizes.textPx,
  ).length;
}

const outerOf = ({ columnEdges }: Lattice): Stretch => [
  columnEdges[0].positionPx,
  columnEdges[columnEdges.length - 1].positionPx,
];

function overlaps(one: Lattice, other: Lattice): boolean {
  const [[left, right], [from, to]] = [outerOf(one), outerOf(other)];
  return left < to && right > from;
}

function hasSameEnds(one: Lattice, other: Lattice, sizes: Sizes): boolean {
  const ends = outerOf(other);
  return outerOf(one).every((end, at) => Math.abs(end - ends[at]) <= sizes.sameEndPx);
}

/** Whether a lattice has so few rows that it may be a table's head, or a sum at its foot. */
export const isHead = ({ rowEdges }: Lattice): boolean => rowEdges.length - 1 <= MOST_HEAD_ROWS;

const isSame = (one: Edge, other: Edge, sizes: Sizes): boolean =>
  Math.abs(one.positionPx - other.positionPx) <= sizes.sameEdgePx;

function hasEndsOf(rule: Segment, lattice: Lattice, sizes: Sizes): boolean {
  const [left, right] = outerOf(lattice);
  return Math.abs(rule.from - left) <= sizes.sameEndPx && Math.abs(rule.to - right) <= sizes.sameEndPx;
}

/** The ink without upright rules: between them text alone is looked for. */
export function withoutUprights(ink: InkMask, uprights: readonly Segment[], sizes: Sizes): InkMask {
  const mask = drawRuleMask(ink, uprights, sizes);
  const data = ink.data.slice();
  const top = Math.max(0, Math.min(...uprights.map(({ from }) => from)) - 1);
  const bottom = Math.min(ink.heightPx, Math.max(...uprights.map(({ to }) => to)) + 1);
  for (let at = top * ink.widthPx; at < bottom * ink.widthPx; at++) if (mask[at] === 1) data[at] = 0;
  return { ...ink, data };
}

/** The whole with a head's columns: ruled as they are in the head, and beyond it white; null where text crosses them. */
function withColumnsOf(ink: InkMask, whole: Lattice, head: Lattice, sizes: Sizes): Lattice | null {
  const inner = head.columnEdges.slice(1, -1);
  if (inner.length === 0) return null;
  const [top, foot] = [head.rowEdges[0], head.rowEdges[head.rowEdges.length - 1]].map(
    ({ positionPx }) => positionPx,
  );
  const lines = findLinesWithin(ink, whole, sizes);
  const body = lines.filter((line) => !isBetween(line, top, foot));
  const edges = inner.map((edge): Edge | null => {
    const crossing = body.filter(({ inked }) =>
      inked.some(([from, to]) => from < edge.positionPx && to > edge.positionPx),
    );
    const gap = gapAt(
      body.filter((line) => !crossing.includes(line)),
      edge.positionPx,
      whole,
    );
    const isColumn =
      crossing.length <= MOST_CROSSING * body.length && gap[1] - gap[0] >= LEAST_GAP * sizes.textPx;
    const isWall = (from: number, to: number): boolean => {
      const middle = (from + to) / 2;
      if (middle > top && middle < foot) return coverageOf(edge.rules, from, to) >= WALL;
      return crossing.every((line) => !isBetween(line, from, to));
    };
    return isColumn ? { ...edge, gap, isWall } : null;
  });
  const columns = edges.filter((edge) => edge !== null);
  const { columnEdges } = whole;
  if (columns.length < edges.length || !columns.some((edge) => standsOnBothSides(body, edge))) return null;
  const outer = [columnEdges[0], columnEdges[columnEdges.length - 1]];
  return withWhiteRows(ink, { ...whole, columnEdges: [outer[0], ...columns, outer[1]] }, sizes);
}

function isBetween({ top, bottom }: TextLine, from: number, to: number): boolean {
  const middle = (top + bottom) / 2;
  return middle > from && middle < to;
}

/** The white around a place through all lines. */
export function gapAt(lines: readonly TextLine[], at: number, lattice: Lattice): Stretch {
  const inked = lines.flatMap((line) => line.inked);
  const [left, right] = outerOf(lattice);
  return [
    Math.max(left, ...inked.map(([, end]) => end).filter((end) => end <= at)),
    Math.min(right, ...inked.map(([start]) => start).filter((start) => start >= at)),
  ];
}

const standsOnBothSides = (lines: readonly Pick<TextLine, "inked">[], { positionPx }: Edge): boolean =>
  lines.some(
    ({ inked }) => inked.some(([, to]) => to <= positionPx) && inked.some(([from]) => from >= positionPx),
  );
