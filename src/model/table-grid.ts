import { type PlainNumber, readPlainNumber } from "./plain-number.ts";
import type { Table, TableCell } from "./table.ts";

/** A table's body and header, by row and column; a merged cell stands where it begins. */
export interface Grid {
  readonly table: Table;
  /** The header's words over a column, top to bottom. */
  headerOf(column: number): string;
  /** The cell that begins at a place, or null. */
  cellAt(row: number, column: number): TableCell | null;
  /** What a row is called: its first cell with a word in it, those merged from rows above left out. */
  labelOf(row: number): string;
}

export function tableToGrid(table: Table): Grid {
  const cells = new Map(table.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const cellAt = (row: number, column: number): TableCell | null => cells.get(`${row},${column}`) ?? null;
  const headers = table.cells.filter((cell) => cell.row < table.headerRows);
  return {
    table,
    cellAt,
    headerOf: (column) =>
      headers
        .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
        .sort((a, b) => a.row - b.row)
        .map((cell) => bare(cell))
        .join(""),
    labelOf: (row) => {
      const words = table.cells.filter((cell) => cell.row === row && /\p{L}/u.test(cell.text.value));
      return words.length > 0
        ? bare(words.reduce((first, next) => (next.column < first.column ? next : first)))
        : "";
    },
  };
}

export const bodyRows = ({ headerRows, rowCount }: Table): number[] =>
  Array.from({ length: Math.max(0, rowCount - headerRows) }, (_, index) => headerRows + index);

/** The number a cell says, or null. */
export const numberIn = (cell: TableCell | null): PlainNumber | null =>
  cell && readPlainNumber(cell.text.value);

/** A cell's text without white space. */
export const bare = (cell: TableCell): string => cell.text.value.replace(/\s/gu, "");
