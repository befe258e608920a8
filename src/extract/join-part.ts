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

/**
 * Whether an edge that a part lacks was merely left out there: the cells that would span it hold nothing, or are
 * plainly merged, as at least two other inner edges agree, or the row is a total or a note, or rows of one label and one
 * sum close the table with its total.
 */
export function mayLackEdges(upper: TablePart, lower: TablePart, shared: SharedColumns): boolean {
  const fewest = Math.min(upper.columnCount, lower.columnCount) - 1;
  const isClosed = endsInTotal(lower) && !endsInTotal(upper);
  return [
    { part: upper, edgeAt: shared.upper },
    { part: lower, edgeAt: shared.lower },
  ].every(({ part, edgeAt }) =>
    spreadColumns(part, edgeAt, shared.count).every((cell, index) => {
      const isWider = cell.columnSpan > part.cells[index].columnSpan;
      const isLabel = isClosed && part === lower && cell.column === 0 && cell.columnSpan === shared.count - 1;
      const isMerged =
        isLabel || fewest >= 2 || isWholeRow(cell, shared.count) || CLOSING.test(cell.content.text);
      return !isWider || cell.content.text === "" || isMerged;
    }),
  );
}

/** How the label of a row that closes a table begins. */
export const CLOSING = /^(?:合计|总计|共计|小计|总[价额]|备注|注[：:]|说明)/;

const TOTAL = /^(?:合计|总计|共计|总[价额])/;

function endsInTotal(part: TablePart): boolean {
  const last = rowsOf(part).at(-1) ?? [];
  return TOTAL.test(
    last.find((cell) => cell && cell.content.text !== "")?.content.text.replace(/\s/g, "") ?? "",
  );
}

/** The rows of a part, each place with the cell that covers it. */
export function rowsOf(part: Pick<TablePart, "cells" | "rowCount" | "columnCount">): (PartCell | null)[][] {
  return coverOf(part.cells, part.rowCount, part.columnCount);
}

const isWholeRow = (cell: FlowCell, columnCount: number): boolean => cell.columnSpan === columnCount;
