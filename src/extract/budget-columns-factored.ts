import type { FlowTable } from "../model/flow.ts";
import { amountAt, countAt, factorsAmong, rowsOf, sumAt } from "./budget-columns-products.ts";
import { QUANTITY, UNIT_PRICE } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";

/** Of rows with all figures as many must come out, lest one wrong on paper hides what the columns are. */
const MOST = 0.6;
const FEWEST = 2;
/** Where the headers call all of them counts and a price, one of two. */
const MOST_NAMED = 0.5;

/** Several columns of counts that a price is taken times (人数 × 月数 × 月工资). */
export interface Factored {
  counts: number[];
  unitPrice: number;
}

/** The two or three counts and the price that multiplied make an amount column; null where none plainly do. */
export function findFactored(
  table: FlowTable,
  amount: number,
  { quantities, others }: { quantities: readonly number[]; others: readonly number[] },
): Factored | null {
  const { prices, counts } = factorsAmong(
    table,
    amount,
    others.filter((column) => !quantities.includes(column)),
  );
  return (
    findAmong(table, amount, { prices, quantities }) ??
    // 面积 × 单价 × 月数
    findAmong(table, amount, { prices, quantities: [...quantities, ...counts].sort((a, b) => a - b) })
  );
}

function findAmong(
  table: FlowTable,
  amount: number,
  { prices, quantities }: { prices: readonly number[]; quantities: readonly number[] },
): Factored | null {
  const pairs = quantities.flatMap((a, at) => quantities.slice(at + 1).map((b) => [a, b]));
  const threes = pairs.flatMap(([a, b]) =>
    quantities.slice(quantities.indexOf(b) + 1).map((third) => [a, b, third]),
  );
  const sets = [...pairs, ...threes];
  const all = prices.flatMap((unitPrice) => sets.map((counts) => ({ counts, unitPrice })));
  return all.find((each) => comesOut(table, amount, each)) ?? null;
}

/** How many rows come out by these columns. */
export const rowsThatFit = (table: FlowTable, amount: number, factored: Factored): number =>
  fitsOf(table, amount, factored).filter(({ isIt }) => isIt).length;

/** Each row that has all figures: whether it comes out, and whether every count of it is more than one. */
function fitsOf(
  table: FlowTable,
  amount: number,
  { counts, unitPrice }: Factored,
): { isIt: boolean; isTelling: boolean }[] {
  return rowsOf(table).flatMap((row) => {
    const numbers = counts.map((column) => countAt(table, row, column));
    const [one, all] = [amountAt(table, row, unitPrice), sumAt(table, row, amount)];
    if (!one || !all || numbers.some((number) => number === null)) return [];
    const product = numbers.reduce((fen: number, number) => fen * (number ?? 0), one.fen);
    return [
      { isIt: Math.abs(product - all.fen) * 2 <= all.precisionFen, isTelling: numbers.every((n) => n !== 1) },
    ];
  });
}

function comesOut(table: FlowTable, amount: number, factored: Factored): boolean {
  const { counts, unitPrice } = factored;
  const rows = fitsOf(table, amount, factored);
  const fitting = rows.filter(({ isIt }) => isIt);
  const isNamed =
    UNIT_PRICE.test(headerOf(table, unitPrice)) &&
    counts.every((column) => QUANTITY.test(headerOf(table, column)));
  return (
    fitting.length >= (isNamed ? 1 : FEWEST) &&
    fitting.length >= (isNamed ? MOST_NAMED : MOST) * rows.length &&
    fitting.some(({ isTelling }) => isTelling)
  );
}
