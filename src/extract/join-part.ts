import type { FlowCell } from "../model/flow.ts";
import type { NormalTable } from "../model/normal-text.ts";
import type { Box } from "../model/place.ts";
import { countHeaderRows } from "./build-flow-header.ts";
import { coverOf } from "./grid.ts";
import type { Edges, SharedColumns } from "./join-edges.ts";

/** A cell with the box of its last part, on the last page it stands on. */
export interface PartCell extends FlowCell {
  box: Box;
}

/** A table on one page, or the part of it that is joined so far. */
export interface TablePart {
  /** The pages it stands on. */
  pageNumbers: number[];
  /** Where its last part stands. */
  box: Box;
  pageHeightPx: number;
  edges: Edges;
  headerRows: number;
  rowCount: number;
  columnCount: number;
  cells: PartCell[];
  joins: { pageNumber: number; reason: string }[];
}

export interface PageSize {
  widthPx: number;
  heightPx: number;
}

/** One page's table, ready to be joined. */
export function tableToPart(table: NormalTable, page: PageSize): TablePart {
  const cells: PartCell[] = table.cells.map(({ row, column, rowSpan, columnSpan, content, box }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    content,
    box,
  }));
  const rowCount = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const columnCount = Math.max(0, ...cells.map((cell) => cell.column + cell.columnSpan));
  return {
    pageNumbers: [table.pageNumber],
    box: table.box,
    pageHeightPx: page.heightPx,
    edges: { px: table.columnEdgesPx, pageWidthPx: page.widthPx },
    headerRows: countHeaderRows(cells, rowCount, columnCount),
    rowCount,
    columnCount,
    cells,
    joins: [],
  };
}

/** A part's cells in the columns it shares with another. */
export function spreadColumns(part: TablePart, edgeAt: readonly number[], count: number): PartCell[] {
  if (edgeAt.length !== part.columnCount + 1) return part.cells;
  return part.cells.map((cell) => {
    const column = edgeAt[cell.column];
    const end = edgeAt[cell.column + cell.columnSpan];
    return { ...cell, column, columnSpan: Math.min(end, count) - column };
  });
}

/** Whether cells that would span an edge their part lacks hold nothing, so that the edge was merely left out. */
export function spansAreEmpty(upper: TablePart, lower: TablePart, shared: SharedColumns): boolean {
  const spread = [
    { part: upper, edgeAt: shared.upper },
    { part: lower, edgeAt: shared.lower },
  ];
  return spread.every(({ part, edgeAt }) =>
    spreadColumns(part, edgeAt, shared.count).every((cell, index) => {
      const isWider = cell.columnSpan > part.cells[index].columnSpan;
      return !isWider || cell.content.text === "" || isWholeRow(cell, shared.count);
    }),
  );
}

/** The rows of a part, each place with the cell that covers it. */
export function rowsOf(part: Pick<TablePart, "cells" | "rowCount" | "columnCount">): (PartCell | null)[][] {
  return coverOf(part.cells, part.rowCount, part.columnCount);
}

const isWholeRow = (cell: FlowCell, columnCount: number): boolean => cell.columnSpan === columnCount;
