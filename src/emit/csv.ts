import type { Table } from "../model/table.ts";
import type { Rows } from "./row-cells.ts";
import { tableToGrid } from "./table-grid.ts";

/** A spreadsheet may run what begins like this; full-width signs count, since Chinese input methods write them. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as CSV (RFC 4180, UTF-8 with byte order mark so that Excel shows Chinese, CRLF).
 * Text that a spreadsheet could take for a formula gets a `'` in front; plain numbers never do. Missing is empty.
 */
export function rowsToCsv({ columns, rows }: Rows): string {
  return gridToCsv([columns, ...rows]);
}

/** Further rows for the end of a CSV that `rowsToCsv` began. */
export function rowsToCsvLines({ rows }: Rows): string {
  return rows.map(rowToCsv).join("");
}

/** A table as CSV: a merged cell's text stands in its first position, the others are empty. */
export function tableToCsv(table: Table): string {
  return gridToCsv(tableToGrid(table).map((row) => row.map((cell) => cell.text)));
}

function gridToCsv(grid: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + grid.map(rowToCsv).join("");
}

function rowToCsv(row: readonly (string | number | null)[]): string {
  return `${row.map(cellToCsv).join(",")}\r\n`;
}

function cellToCsv(cell: string | number | null): string {
  if (cell === null) return "";
  const text = String(cell);
  const safe = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
