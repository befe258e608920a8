import type { Edge, Lattice } from "./find-edges.ts";
import { type Axis, axisOf, hasInkNear, type InkMask } from "./ink-mask.ts";
import { centerAt, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * How far each side of the lattice's smallest cells is ruled, 0 … 1.
 * `rows[i][j]`: on row edge i, between column edges j and j + 1; `columns[j][i]` likewise.
 */
export interface Walls {
  rows: number[][];
  columns: number[][];
}

/** A side ruled by this share is a wall. */
export const WALL = 0.5;
/** A side ruled by this share is a wall wherever the gaps are. */
const SURE = 0.8;
/** Ink that follows the line this closely is a wall although no rule was followed there. */
const INKED = 0.45;

export function findWalls(ink: InkMask, { rowEdges, columnEdges }: Lattice, sizes: Sizes): Walls {
  const rows = rowEdges.map((edge) => edgeWalls(ink, axisOf(ink, "row"), edge, columnEdges, sizes));
  const columns = columnEdges.map((edge) => edgeWalls(ink, axisOf(ink, "column"), edge, rowEdges, sizes));
  const lengths = (edges: readonly Edge[]) =>
    edges.slice(1).map((edge, index) => edge.positionPx - edges[index].positionPx);
  return {
    rows: rows.map((sides, index) => mendSides(sides, index, columns, lengths(columnEdges))),
    columns: columns.map((sides, index) => mendSides(sides, index, rows, lengths(rowEdges))),
  };
}

/**
 * A rule doesn't end where nothing meets it: sides in line between two crossings are all walls, or none of them is.
 * `crossing` are the walls across, of which those at `line` end on this edge.
 */
function mendSides(
  sides: readonly number[],
  line: number,
  crossing: readonly number[][],
  lengths: readonly number[],
): number[] {
  const mended: number[] = [];
  for (let from = 0; from < sides.length; from = mended.length) {
    let to = from + 1;
    const isMet = (at: number) => [line - 1, line].some((side) => (crossing[at][side] ?? 0) >= WALL);
    while (to < sides.length && !isMet(to)) to++;
    const own = sides.slice(from, to);
    const whole = own.reduce((sum, _, index) => sum + lengths[from + index], 0);
    const ruled =
      own.reduce((sum, side, index) => sum + side * lengths[from + index], 0) / Math.max(1, whole);
    mended.push(...own.map((side) => (to - from === 1 ? side : ruled)));
  }
  return mended;
}

function edgeWalls(ink: InkMask, axis: Axis, edge: Edge, crossing: readonly Edge[], sizes: Sizes): number[] {
  const positions = crossing.map((other) => other.at(edge.positionPx));
  return positions.slice(1).map((to, index) => {
    const from = positions[index];
    if (edge.isWhite?.(from, to)) return 1;
    if (edge.isWall) return edge.isWall(from, to) ? 1 : 0;
    const covered = coverageOf(edge.rules, from, to);
    if (edge.rules.length === 0) return covered;
    // Between two rules in line a chain of ink may have been followed over a gap onto a stroke of text, and on.
    if (covered >= WALL && isStrokesAlone(ink, axis, edge, [from, to], sizes)) return 0;
    if (covered >= SURE) return covered;
    // A stroke of text may have been followed beyond a rule's end; only a rule reaches from side to side.
    if (covered >= WALL && reachesAcross(edge.rules, from, to, sizes)) return covered;
    // Where it follows text printed over the rule for a bit, the edge strays; the rule goes on as it comes from either side.
    const paths = [edge.at, ...[from, to].map((end) => () => edge.at(end))];
    if (paths.some((path) => isUnbroken(ink, axis, path, [from, to], sizes))) return 1;
    const inked = inkAlong(ink, axis, edge, from, to, sizes);
    return inked >= INKED ? inked : Math.min(0.9 * WALL, Math.max(covered, inked / 2));
  });
}

/** Under text a rule is thin here and there only, but unbroken; no line of text is, over this many text heights. */
const UNBROKEN = 0.98;
const THIN_UNDER_TEXT = 0.15;
const LEAST_UNDER_TEXT = 2.5;

/** Whether ink runs on one line from side to side, thin where no text stands on it. */
function isUnbroken(
  ink: InkMask,
  axis: Axis,
  path: (along: number) => number,
  [from, to]: [number, number],
  sizes: Sizes,
): boolean {
  const margin = Math.min(sizes.touchPx, (to - from) / 4);
  const [start, end] = [Math.round(from + margin), Math.round(to - margin)];
  if (end - start < LEAST_UNDER_TEXT * sizes.textPx) return false;
  const reachPx = sizes.thickestPx / 2;
  const farPx = reachPx + BESIDE_PX;
  let gaps = 0;
  let thin = 0;
  for (let along = start; along < end; along++) {
    const across = path(along);
    if (!hasInkNear(ink, axis, along, across, 1)) gaps++;
    else if ([-1, 1].every((side) => !hasInkNear(ink, axis, along, across + side * farPx, reachPx))) thin++;
    if (gaps > (1 - UNBROKEN) * (end - start)) return false;
  }
  return thin >= THIN_UNDER_TEXT * (end - start);
}

/** The share of a stretch that rules cover. */
export function coverageOf(rules: readonly Segment[], from: number, to: number): number {
  let covered = 0;
  let reached = from;
  const stretches = rules.flatMap((rule) => rule.stretches).sort((a, b) => a[0] - b[0]);
  for (const stretch of stretches) {
    const end = Math.min(stretch[1], to);
    const start = Math.max(stretch[0], reached);
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered / Math.max(1, to - from);
}

/** Whether rules begin and end where a side does. */
function reachesAcross(rules: readonly Segment[], from: number, to: number, sizes: Sizes): boolean {
  const slack = sizes.touchPx + sizes.thickestPx / 2;
  const stretches = rules.flatMap((rule) => rule.stretches);
  const holds = (at: number) => stretches.some(([start, end]) => start <= at && end >= at);
  return holds(from + slack) && holds(to - slack);
}

/** Whether the ink on a side touches neither end of it, and stands clear over little of it: strokes of words amid the cell. */
function isStrokesAlone(
  ink: InkMask,
  axis: Axis,
  edge: Edge,
  [from, to]: [number, number],
  sizes: Sizes,
): boolean {
  const reachPx = sizes.thickestPx / 2;
  const margin = Math.ceil(reachPx);
  const besidePx = reachPx + BESIDE_PX;
  let [inked, clear, last] = [0, 0, 0];
  let first = Number.POSITIVE_INFINITY;
  for (let along = Math.round(from) + margin; along < Math.round(to) - margin; along++) {
    // Of a double rule neither line is on the edge's own.
    const lines = edge.rules.map((rule) => centerAt(rule, along));
    if (!lines.some((across) => hasInkNear(ink, axis, along, across, 1.5))) continue;
    // Most rules begin where their side does.
    if (inked === 0 && along - from < sizes.cornerPx) return false;
    inked++;
    const sides = [Math.min(...lines) - besidePx, Math.max(...lines) + besidePx];
    if (sides.every((across) => !hasInkNear(ink, axis, along, across, reachPx))) clear++;
    first = Math.min(first, along);
    last = along;
  }
  if (inked === 0) return false;
  const isAmid = Math.min(first - from, to - 1 - last) >= sizes.cornerPx;
  return isAmid && clear < CLEAR_FROM_END_TO_END * (to - from);
}

/** Ragged edges of a rule reach so far, in pixels. */
const BESIDE_PX = 2.5;
/** A line with white paper on both its sides over this share is a rule, however worn its ends; over less from end to end. */
const CLEAR = 0.6;
const CLEAR_FROM_END_TO_END = 0.35;
/** With text beside it, it must follow the line closely. */
const INKED_BESIDE_TEXT = 0.55;

/** The share of a stretch with thin ink on the edge's line; what neither begins and ends with the stretch nor stands clear counts half. */
function inkAlong(ink: InkMask, axis: Axis, edge: Edge, from: number, to: number, sizes: Sizes): number {
  const margin = Math.min(sizes.touchPx, (to - from) / 4);
  const start = Math.round(from + margin);
  const end = Math.round(to - margin);
  const reachPx = sizes.thickestPx / 2;
  const besidePx = reachPx + BESIDE_PX;
  let inked = 0;
  let clear = 0;
  let first = end;
  let last = start;
  for (let along = start; along < end; along++) {
    const across = edge.at(along);
    const isThin = [-1, 1].some((side) => !hasInkNear(ink, axis, along, across + side * sizes.thickestPx, 0));
    if (!isThin || !hasInkNear(ink, axis, along, across, 1.5)) continue;
    inked++;
    if ([-1, 1].every((side) => !hasInkNear(ink, axis, along, across + side * besidePx, reachPx))) clear++;
    first = Math.min(first, along);
    last = along;
  }
  const share = inked / Math.max(1, end - start);
  const isWhole = first - start <= sizes.touchPx && end - last <= sizes.touchPx;
  const isClear = clear >= (isWhole ? CLEAR_FROM_END_TO_END : CLEAR) * (end - start);
  return isClear || (isWhole && share >= INKED_BESIDE_TEXT) ? share : share / 2;
}
