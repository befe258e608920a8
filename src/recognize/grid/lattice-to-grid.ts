import type { Box } from "../../model/place.ts";
import { fillWalls } from "./fill-walls.ts";
import type { Edge, Lattice } from "./find-edges.ts";
import { findWalls, WALL, type Walls } from "./find-walls.ts";
import type { InkMask } from "./ink-mask.ts";
import { mergeCells, type Span } from "./merge-cells.ts";
import { centerAt, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** A table's grid: cells with spans. Edges are where rules lie at the table's middle, ascending. */
export interface Grid {
  box: Box;
  columnEdgesPx: number[];
  rowEdgesPx: number[];
  cells: GridCell[];
  /** Whether nothing but white parts it, as the text in a frame or between two rules. */
  isOfWhite: boolean;
  /** Whether no upright rule parts its columns. */
  isOpen: boolean;
}

/** `box` is the cell inside of its rules. */
export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
}

/** A grid with the rules it is made of. */
export interface PlacedGrid {
  grid: Grid;
  rules: Segment[];
}

/** The grid that a lattice's walls make; null when it is a mere frame or too small for a table. */
export function latticeToGrid(ink: InkMask, lattice: Lattice, sizes: Sizes): PlacedGrid | null {
  const { rowEdges, columnEdges, walls } = dropIdleEdges(lattice, findWalls(ink, lattice, sizes));
  const cells = mergeCells(walls).map((span) => ({ ...span, box: insideOf(span, rowEdges, columnEdges) }));
  const box = outsideOf(rowEdges, columnEdges);
  const isBare = ({ rules }: Edge): boolean => rules.length === 0;
  const isOpen = columnEdges.slice(1, -1).every(isBare);
  const [shorter, longer] = [box[2] - box[0], box[3] - box[1]].sort((a, b) => a - b);
  if (cells.length < 2 || longer < 4 * sizes.textPx || shorter < 1.2 * sizes.textPx) return null;
  const grid = {
    box,
    columnEdgesPx: columnEdges.map((edge) => Math.round(edge.positionPx)),
    rowEdgesPx: rowEdges.map((edge) => Math.round(edge.positionPx)),
    cells,
    isOfWhite: isOpen && rowEdges.slice(1, -1).every(isBare),
    isOpen,
  };
  const rules = [...lattice.rowEdges, ...lattice.columnEdges].flatMap((edge) => edge.rules);
  return { grid, rules: [...rules, ...fillWalls({ rowEdges, columnEdges }, walls)] };
}

/** Inner edges without a single wall are no edges. */
function dropIdleEdges(lattice: Lattice, walls: Walls): Lattice & { walls: Walls } {
  const isBusy = (sides: number[], index: number, count: number) =>
    index === 0 || index === count - 1 || sides.some((side) => side >= WALL);
  const keptRows = indexesWhere(walls.rows, isBusy);
  const keptColumns = indexesWhere(walls.columns, isBusy);
  return {
    rowEdges: keptRows.map((row) => lattice.rowEdges[row]),
    columnEdges: keptColumns.map((column) => lattice.columnEdges[column]),
    walls: {
      rows: keptRows.map((row) => strongestBetween(walls.rows[row], keptColumns)),
      columns: keptColumns.map((column) => strongestBetween(walls.columns[column], keptRows)),
    },
  };
}

function indexesWhere(
  lines: readonly number[][],
  keeps: (sides: number[], index: number, count: number) => boolean,
): number[] {
  return lines.flatMap((sides, index) => (keeps(sides, index, lines.length) ? [index] : []));
}

/** Sides joined where the edge between them was dropped. */
function strongestBetween(sides: readonly number[], kept: readonly number[]): number[] {
  return kept.slice(1).map((to, index) => Math.max(...sides.slice(kept[index], to)));
}

/** A cell's box inside of its rules, following their bends. */
function insideOf(span: Span, rowEdges: readonly Edge[], columnEdges: readonly Edge[]): Box {
  const [top, bottom] = [rowEdges[span.row], rowEdges[span.row + span.rowSpan]];
  const [left, right] = [columnEdges[span.column], columnEdges[span.column + span.columnSpan]];
  const alongRow = samples(left.positionPx, right.positionPx);
  const alongColumn = samples(top.positionPx, bottom.positionPx);
  const x0 = Math.max(...alongColumn.map((at) => innerSide(left, at, 1)));
  const x1 = Math.min(...alongColumn.map((at) => innerSide(right, at, -1)));
  const y0 = Math.max(...alongRow.map((at) => innerSide(top, at, 1)));
  const y1 = Math.min(...alongRow.map((at) => innerSide(bottom, at, -1)));
  return [x0, y0, Math.max(x0 + 1, x1), Math.max(y0 + 1, y1)];
}

function samples(from: number, to: number): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => from + share * (to - from));
}

/** The first pixel line beside an edge's rules (`side` 1: after them; -1: before them, exclusive). */
function innerSide(edge: Edge, along: number, side: 1 | -1): number {
  const sides = edge.rules
    .filter((rule) => along >= rule.from - 1 && along <= rule.to + 1)
    .map((rule) => centerAt(rule, along) + (side * rule.thicknessPx) / 2);
  const line = sides.length === 0 ? edge.at(along) : side === 1 ? Math.max(...sides) : Math.min(...sides);
  return side === 1 ? Math.ceil(line + 0.5) : Math.floor(line + 0.5);
}

function outsideOf(rowEdges: readonly Edge[], columnEdges: readonly Edge[]): Box {
  const [top, bottom] = [rowEdges[0], rowEdges[rowEdges.length - 1]];
  const [left, right] = [columnEdges[0], columnEdges[columnEdges.length - 1]];
  const alongRow = samples(left.positionPx, right.positionPx);
  const alongColumn = samples(top.positionPx, bottom.positionPx);
  return [
    Math.max(0, Math.min(...alongColumn.map((at) => innerSide(left, at, -1)))),
    Math.max(0, Math.min(...alongRow.map((at) => innerSide(top, at, -1)))),
    Math.max(...alongColumn.map((at) => innerSide(right, at, 1))),
    Math.max(...alongRow.map((at) => innerSide(bottom, at, 1))),
  ];
}
