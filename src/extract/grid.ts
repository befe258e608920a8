import type { FlowCell } from "../model/flow.ts";

/** The cell that covers each place of a table, by row and column; null where none does. */
export function coverOf<Cell extends Omit<FlowCell, "content">>(
  cells: readonly Cell[],
  rowCount: number,
  columnCount: number,
): (Cell | null)[][] {
  const cover = Array.from({ length: rowCount }, () => new Array<Cell | null>(columnCount).fill(null));
  for (const cell of cells) {
    const lastRow = Math.min(rowCount, cell.row + cell.rowSpan);
    const lastColumn = Math.min(columnCount, cell.column + cell.columnSpan);
    for (let row = cell.row; row < lastRow; row++) cover[row].fill(cell, cell.column, lastColumn);
  }
  return cover;
}

/** Whether every place of a table is covered by exactly one cell. */
export function isWhole(cells: readonly FlowCell[], rowCount: number, columnCount: number): boolean {
  const area = cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
  const cover = coverOf(cells, rowCount, columnCount);
  return area === rowCount * columnCount && cover.every((row) => row.every((cell) => cell !== null));
}

/** Cells in reading order. */
export const byPlace = (a: FlowCell, b: FlowCell): number => a.row - b.row || a.column - b.column;
