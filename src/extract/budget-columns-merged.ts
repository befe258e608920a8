import type { FlowCell, FlowTable } from "../model/flow.ts";

/** Where a wider kind is named and its own sum stands. */
export interface GroupColumns {
  label: number | null;
  amount: number;
}

/**
 * The last of several amount columns where its cells are merged over rows of which each has an amount in another
 * (类别 | 明细 | 金额 | 小计): it sums up a kind, whose name is merged over the same rows.
 */
export function mergedGroupOf(
  table: FlowTable,
  amounts: readonly number[],
  isLabel: (column: number) => boolean,
): GroupColumns | null {
  const amount = amounts[amounts.length - 1];
  const merged = cellsOf(table, amount).filter(({ rowSpan }) => rowSpan > 1);
  const own = amounts
    .slice(0, -1)
    .find((column) => merged.every((cell) => cellsWithin(table, column, cell).length === cell.rowSpan));
  if (merged.length === 0 || own === undefined) return null;
  const label = Array.from({ length: own }, (_, column) => column).find(
    (column) => isLabel(column) && merged.every((cell) => isBeside(table, column, cell)),
  );
  return { label: label ?? null, amount };
}

const cellsOf = (table: FlowTable, column: number): FlowCell[] =>
  table.cells.filter(
    (cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= table.headerRows,
  );

const cellsWithin = (table: FlowTable, column: number, { row, rowSpan }: FlowCell): FlowCell[] =>
  cellsOf(table, column).filter((cell) => cell.row >= row && cell.row < row + rowSpan);

const isBeside = (table: FlowTable, column: number, { row, rowSpan }: FlowCell): boolean =>
  cellsOf(table, column).some((cell) => cell.row === row && cell.rowSpan === rowSpan);
