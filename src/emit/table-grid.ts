import type { Table, TableCell } from "../model/table.ts";

/** A position of a table's grid: the cell that begins there, the cell that covers it, or neither. */
export interface GridPosition {
  cell: TableCell | null;
  covered: boolean;
  text: string;
}

/** A table as rows of positions, every row as long as the table is wide; cells reaching past the edge are cut. */
export function tableToGrid(table: Table): GridPosition[][] {
  const grid = Array.from({ length: table.rowCount }, () =>
    Array.from({ length: table.columnCount }, (): GridPosition => ({ cell: null, covered: false, text: "" })),
  );
  for (const cell of table.cells) {
    if (grid[cell.row]?.[cell.column] === undefined) continue;
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rowCount); row++) {
      for (
        let column = cell.column;
        column < Math.min(cell.column + cell.columnSpan, table.columnCount);
        column++
      ) {
        grid[row][column].covered = true;
      }
    }
    grid[cell.row][cell.column] = { cell, covered: false, text: cell.text.value };
  }
  return grid;
}
