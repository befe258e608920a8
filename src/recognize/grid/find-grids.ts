import { type Box, boxHeight, boxWidth, sharedArea, unionOfBoxes } from "../../model/place.ts";
import { findBodyAbove } from "./body-above.ts";
import { withColumnsInHead } from "./columns-in-head.ts";
import { countUnits } from "./count-units.ts";
import { cutTails } from "./cut-tails.ts";
import { type Edge, findEdges, type Lattice } from "./find-edges.ts";
import { findLoneRules } from "./find-lone-rules.ts";
import { findSegments } from "./find-segments.ts";
import { type Group, groupSegments, withHanging } from "./group-segments.ts";
import type { InkMask } from "./ink-mask.ts";
import { type Grid, latticeToGrid, type PlacedGrid } from "./lattice-to-grid.ts";
import { findOpenGrids, looksPlain, partedByWhite } from "./open-grids.ts";
import { withOuterColumns } from "./outer-columns.ts";
import { partStacked } from "./part-stacked.ts";
import { withRowsBetween } from "./rows-between.ts";
import { drawRuleMask } from "./rule-mask.ts";
import { withHeadColumns, withRulesBeyond } from "./rules-beyond.ts";
import { lengthOf, type Segment } from "./segment.ts";
import { withPartsBeside } from "./side-by-side.ts";
import { type Sizes, sizesOf } from "./sizes.ts";
import { withOpenFoot, withUnruledBody } from "./unruled-body.ts";
import { findUprightRows } from "./upright-rows.ts";

export type { InkMask } from "./ink-mask.ts";
export type { Grid, GridCell } from "./lattice-to-grid.ts";

/** The ruled tables of a page, top to bottom. */
export interface Rules {
  grids: Grid[];
  /** 1 where ink belongs to a rule and may be erased before reading; strokes of text that cross it stay 0. */
  ruleMask: Uint8Array;
  /** Rules of no grid: underlines, separators of page headers, frames. */
  loneRules: Box[];
}

/**
 * Finds ruled tables on an upright, deskewed page.
 * A table is at least two cells parted by rules; a grid inside a cell of another comes after it.
 * `textHeightPx` is the height of the page's usual characters; every threshold follows from it.
 */
export function findGrids(ink: InkMask, textHeightPx: number): Rules {
  const sizes = sizesOf(textHeightPx);
  const counts = countUnits(ink, sizes.unitPx, sizes.dotGapPx);
  const [allRows, allColumns] = (["row", "column"] as const).map((direction) =>
    findSegments(ink, counts[direction], direction, sizes),
  );
  const rows = cutTails(ink, allRows, allColumns, sizes);
  const columns = cutTails(ink, allColumns, allRows, sizes);
  const unstacked = (group: Group): Group[] => {
    const lattice = findEdges(group, sizes);
    return lattice === null ? [group] : partStacked(ink, group, lattice, sizes);
  };
  let placed: PlacedGrid[] = [];
  const groups = groupSegments(rows, columns, sizes);
  const taken = new Set(groups.flatMap((group) => group.columns));
  const free = columns.filter((column) => !taken.has(column));
  const pieces = [...rows, ...columns];
  const all = [...groups, ...findUprightRows(ink, free, sizes)].flatMap(unstacked);
  const lattices = all.map((group) => findWholeLattice(group, pieces, sizes));
  const known = lattices.filter((lattice) => lattice !== null);
  const ofLattices = new Set(known.flatMap(rowRulesOf));
  const beyond = {
    rows: rows.filter((row) => !ofLattices.has(row)),
    lattices: known,
    uprights: all.flatMap((group) => group.columns),
  };
  for (const [index, group] of all.entries()) {
    const lattice = lattices[index];
    if (lattice === null || framesPage(lattice, ink, sizes)) continue;
    const taken = new Set(placed.flatMap(({ rules }) => rules));
    const isTaken = rowRulesOf(lattice).some((rule) => taken.has(rule));
    const more = isTaken
      ? null
      : (withRulesBeyond(ink, lattice, beyond, sizes) ?? withPartsBeside(ink, lattice, beyond, sizes));
    const hasColumns = lattice.columnEdges.length > 2 || framesAnother(group, all);
    const parted = hasColumns
      ? withColumnsInHead(ink, withHeadColumns(ink, lattice, group.columns, sizes), group.columns, sizes)
      : partedRows(ink, lattice, rows, sizes);
    const between = hasColumns
      ? withRowsBetween(ink, withOuterColumns(ink, parted, group.columns, sizes), group.columns, sizes)
      : parted;
    const grid = latticeToGrid(ink, more ?? withUnruledBody(ink, between, rows, sizes), sizes);
    if (grid !== null) placed.push(grid);
  }
  placed.push(...findOpenGrids(ink, rows, placed, sizes));
  placed.push(...findBodiesAbove(ink, rows, placed, sizes));
  const ofGrids = new Set<Segment>(placed.flatMap((grid) => grid.rules));
  placed = placed.filter((one) => !placed.some((other) => isPieceOf(one.grid, other.grid, sizes)));
  placed.sort((a, b) => a.grid.box[1] - b.grid.box[1] || a.grid.box[0] - b.grid.box[0]);
  const rest = [...rows, ...columns].filter((segment) => !ofGrids.has(segment));
  const lone = findLoneRules(ink, rest, placed, sizes);
  return {
    grids: placed.map(({ grid }) => grid),
    ruleMask: drawRuleMask(ink, [...ofGrids, ...lone], sizes),
    loneRules: lone.map(segmentToBox),
  };
}

/** What stands above rules of no table, where it is the rest of one. */
function findBodiesAbove(
  ink: InkMask,
  rows: readonly Segment[],
  placed: readonly PlacedGrid[],
  sizes: Sizes,
): PlacedGrid[] {
  const taken = new Set(placed.flatMap(({ rules }) => rules));
  const isOver = (lattice: Lattice): boolean =>
    placed.some(({ grid: { box } }) => {
      const [top, foot] = [lattice.rowEdges[0], lattice.rowEdges[lattice.rowEdges.length - 1]];
      return box[1] < foot.positionPx && box[3] > top.positionPx;
    });
  return rows
    .filter((rule) => looksPlain(rule) && !taken.has(rule))
    .flatMap((rule): PlacedGrid[] => {
      const lattice = findBodyAbove(ink, rule, rows, sizes);
      const grid = lattice && !isOver(lattice) ? latticeToGrid(ink, lattice, sizes) : null;
      return grid === null ? [] : [grid];
    });
}

const rowRulesOf = ({ rowEdges }: Lattice): Segment[] => rowEdges.flatMap(({ rules }) => rules);

/** A lattice without inner columns, with its foot where a side goes on, parted by white; as it is where that is prose. */
function partedRows(ink: InkMask, lattice: Lattice, rows: readonly Segment[], sizes: Sizes): Lattice {
  const open = withOpenFoot(lattice, sizes);
  const whole = open.rowEdges.length > lattice.rowEdges.length ? partedByWhite(ink, open, rows, sizes) : null;
  const isTable = whole !== null && whole.columnEdges.length > LEAST_COLUMNS_OF_OPEN;
  return isTable ? whole : (partedByWhite(ink, lattice, rows, sizes) ?? lattice);
}

/** Two columns and white between them may be a form's labels, or a page's margin. */
const LEAST_COLUMNS_OF_OPEN = 3;

/** Whether another group lies within a group's sides: a frame around a table is parted by that, not by the white in it. */
function framesAnother({ columns }: Group, groups: readonly Group[]): boolean {
  if (columns.length < 2) return false;
  const [left, right] = [Math.min, Math.max].map((most) => most(...columns.map(middleAcross)));
  const [top, bottom] = [
    Math.min(...columns.map(({ from }) => from)),
    Math.max(...columns.map(({ to }) => to)),
  ];
  return groups.some(
    (other) =>
      other.columns.length > 2 &&
      other.columns.every((column) => {
        const across = middleAcross(column);
        return across > left && across < right && column.from > top && column.to < bottom;
      }),
  );
}

/** Of a page's height and width, so much a frame around a title page takes up; in it stand lines, and no cells. */
const LEAST_OF_PAGE = 0.5;

/** Whether nothing but its four sides, which end at each other, parts a lattice that takes up most of the page: a border, with what is printed in it. */
function framesPage({ rowEdges, columnEdges }: Lattice, ink: InkMask, { textPx }: Sizes): boolean {
  if (rowEdges.length !== 2 || columnEdges.length !== 2) return false;
  const lengths = (edges: readonly Edge[]): number[] => edges.flatMap(({ rules }) => rules.map(lengthOf));
  const [heightPx, widthPx] = [columnEdges, rowEdges].map((edges) => Math.max(0, ...lengths(edges)));
  const across = rowEdges.flatMap(({ rules }) => rules.map(middleAcross));
  const apartPx = Math.max(...across) - Math.min(...across);
  const isClosed = Math.abs(heightPx - apartPx) <= textPx;
  return isClosed && heightPx >= LEAST_OF_PAGE * ink.heightPx && widthPx >= LEAST_OF_PAGE * ink.widthPx;
}

const middleAcross = ({ knots }: Segment): number => knots[knots.length >> 1];

/** Whether a grid lies over several cells of a larger one: lines of its double rules, taken for a table. */
function isPieceOf(one: Grid, other: Grid, sizes: Sizes): boolean {
  const [width, height] = [boxWidth(one.box), boxHeight(one.box)];
  if (width * height >= boxWidth(other.box) * boxHeight(other.box)) return false;
  if (sharedArea(one.box, other.box) < 0.7 * width * height) return false;
  const holds = (cell: Box): boolean =>
    one.box[0] >= cell[0] - sizes.sameEdgePx &&
    one.box[1] >= cell[1] - sizes.sameEdgePx &&
    one.box[2] <= cell[2] + sizes.sameEdgePx &&
    one.box[3] <= cell[3] + sizes.sameEdgePx;
  return !other.cells.some((cell) => holds(cell.box));
}

/** A group's lattice; where borders are left out, with the short pieces that end in the open there. */
function findWholeLattice(group: Group, pieces: readonly Segment[], sizes: Sizes): Lattice | null {
  const lattice = findEdges(group, sizes);
  if (lattice === null) return null;
  const inferred = (edges: readonly Edge[]) =>
    edges.filter((edge) => edge.rules.length === 0).map((edge) => edge.positionPx);
  const borders = { row: inferred(lattice.columnEdges), column: inferred(lattice.rowEdges) };
  if (borders.row.length + borders.column.length === 0) return lattice;
  return findEdges(withHanging(group, pieces, borders, sizes), sizes) ?? lattice;
}

function segmentToBox(segment: Segment): Box {
  const half = segment.thicknessPx / 2;
  const boxes = segment.knots.map((center): Box => {
    const [start, end] = [Math.floor(center - half + 0.5), Math.ceil(center + half + 0.5)];
    return segment.direction === "row"
      ? [segment.from, start, segment.to, end]
      : [start, segment.from, end, segment.to];
  });
  return unionOfBoxes(boxes);
}
