import type { FlowTable } from "../model/flow.ts";
import { moneyAt } from "./budget-figures.ts";
import { whole } from "./schedule-row-figures.ts";

const FEWEST = 2;
/** In fen: smaller ones are prices and fines. */
const LEAST_FEN = 100_000;

/** Whether a column lists sums of money, no mere prices: two of them at least. */
export function listsSums(table: FlowTable, column: number): boolean {
  const sums = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows)
    .flatMap(({ content }) => moneyAt(content, whole(content), "元") ?? []);
  return sums.filter(({ fen }) => fen >= LEAST_FEN).length >= FEWEST;
}
