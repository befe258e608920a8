import type { Version } from "../model/agreement.ts";
import type { FlowTable } from "../model/flow.ts";
import { AFTER, BEFORE, UNIT, YEAR } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";
import { readAmount } from "./figures/amount.ts";

/** An amount column, of which version it is, and the shares beside it. */
export interface AmountColumn {
  version: Version;
  amount: number;
  percent: number | null;
  /** Whether its header names a year or lot. */
  isNamed: boolean;
}

/** Of rows that have all parts as many must add up, lest one wrong on paper hides which column is the whole. */
const MOST = 0.6;
const FEWEST = 2;

/** Two amount columns are two versions where their headers say so; of others the whole of the rest counts, else the last one. */
export function versionsOf(
  table: FlowTable,
  amounts: readonly number[],
  percents: readonly number[],
  fallback: Version,
): AmountColumn[] {
  const header = (column: number): string => headerOf(table, column);
  const before = amounts.findLast((column) => BEFORE.test(header(column)) && !AFTER.test(header(column)));
  const after = amounts.findLast((column) => AFTER.test(header(column)) && !BEFORE.test(header(column)));
  const shareOf = (pattern: RegExp): number | null =>
    percents.find((column) => pattern.test(header(column))) ?? null;
  if (before !== undefined && after !== undefined) {
    return [
      { version: "original", amount: before, percent: shareOf(BEFORE), isNamed: false },
      { version: "amended", amount: after, percent: shareOf(AFTER), isNamed: false },
    ];
  }
  const amount = wholeOf(table, amounts) ?? amounts[amounts.length - 1];
  // 占类别比例 | 占总额比例
  const ofAll = percents.find((column) => /总|全部|合同/.test(header(column)));
  return [{ version: fallback, amount, percent: ofAll ?? percents[0] ?? null, isNamed: false }];
}

/** A column a year is a budget a year; a column that adds them up is one more. */
export function yearsOf(
  table: FlowTable,
  amounts: readonly number[],
  percents: readonly number[],
  version: Version,
): AmountColumn[] {
  const all = amounts.findLast((column) => /合计|总计|总额|小计|总/.test(headerOf(table, column)));
  return amounts
    .filter((column) => column === all || YEAR.test(headerOf(table, column)))
    .map((amount) => ({
      version,
      amount,
      percent: amount === all ? (percents[0] ?? null) : null,
      isNamed: amount !== all,
    }));
}

/** The column that all other amounts of a row add up to (合计 | 财政经费 | 自筹经费); null where none does. */
function wholeOf(table: FlowTable, amounts: readonly number[]): number | null {
  if (amounts.length < FEWEST + 1) return null;
  const rows = Array.from({ length: table.rowCount - table.headerRows }, (_, at) =>
    amounts.map((column) => fenAt(table, table.headerRows + at, column)),
  );
  const isWhole = (at: number): boolean => {
    const told = rows.filter((fens) => fens[at] !== null && fens.filter((fen) => fen !== null).length > 1);
    const fitting = told.filter(
      (fens) => fens.reduce((sum: number, fen) => sum + (fen ?? 0), 0) === 2 * (fens[at] ?? 0),
    );
    const isParted =
      fitting.filter((fens) => fens.filter((fen) => (fen ?? 0) > 0).length > FEWEST).length > 0;
    return isParted && fitting.length >= FEWEST && fitting.length >= MOST * told.length;
  };
  return amounts.find((_, at) => isWhole(at)) ?? null;
}

function fenAt(table: FlowTable, row: number, column: number): number | null {
  const text =
    table.cells.find((cell) => cell.row === row && cell.column === column)?.content.text.trim() ?? "";
  return readAmount(text, UNIT.exec(headerOf(table, column))?.[1] ?? "元")?.fen ?? null;
}
