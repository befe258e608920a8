import type { FlowTable } from "../model/flow.ts";
import { QUANTITY, UNIT, UNIT_PRICE } from "./budget-columns-words.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { type Amount, plainNumber, readAmount } from "./figures/amount.ts";

/** The columns of which amounts are reckoned: how many, times the price of one. */
export interface Reckoning {
  quantity: number;
  unitPrice: number;
}

/** Of rows with all three figures as many must come out, lest one wrong on paper hides what the columns are. */
const MOST = 0.6;
const FEWEST = 2;
const PRICE_LIKE = /价|元|费|租金|薪|报酬|补贴/;

/** The two columns among `others` that multiplied make an amount column, whatever they are called; null where none plainly do. */
export function findReckoning(table: FlowTable, amount: number, others: readonly number[]): Reckoning | null {
  const { prices, counts } = factorsAmong(table, amount, others);
  const pairs = prices.flatMap((unitPrice) => counts.map((quantity) => ({ quantity, unitPrice })));
  const isByMonth = ({ unitPrice }: Reckoning): boolean =>
    /月/.test(headerOf(table, unitPrice)) && UNIT_PRICE.test(headerOf(table, unitPrice));
  // 人数 × 月工资 × 月数, be they all of a year or not.
  const hasMonths = others.some((column) => MONTHS.test(headerOf(table, column)));
  return (
    mostFitting(table, amount, pairs) ??
    // 面积 × 45元/㎡·月 = 年租金
    pairs.find((pair) => !hasMonths && isByMonth(pair) && comesOut(table, amount, pair, MONTHS_IN_YEAR)) ??
    null
  );
}

/** 变更前数量 | 变更后数量 beside one price: in rows that nothing was changed of either comes out, in all rows one. */
function mostFitting(table: FlowTable, amount: number, pairs: readonly Reckoning[]): Reckoning | null {
  const fitsOf = (pair: Reckoning): number =>
    productsOf(table, amount, pair).filter(({ fits }) => fits).length;
  return pairs
    .filter((pair) => comesOut(table, amount, pair))
    .reduce<Reckoning | null>((so, pair) => (so && fitsOf(so) >= fitsOf(pair) ? so : pair), null);
}

/** The columns beside an amount that may be prices of one, by their headers or their kind, and those that may be counts. */
export function factorsAmong(
  table: FlowTable,
  amount: number,
  others: readonly number[],
): { prices: number[]; counts: number[] } {
  const types = findColumnTypes(table);
  const isPrice = (column: number): boolean => {
    const header = headerOf(table, column);
    if (UNIT_PRICE.test(header)) return true;
    return !QUANTITY.test(header) && (types[column] === "money" || PRICE_LIKE.test(header));
  };
  const beside = others.filter((column) => column !== amount);
  return { prices: beside.filter(isPrice), counts: beside.filter((column) => !isPrice(column)) };
}

/** Whether no row of several comes out by these columns, be it for a year where the price is by the month. */
export function neverComesOut(table: FlowTable, amount: number, reckoning: Reckoning): boolean {
  const isByMonth = /月/.test(headerOf(table, reckoning.unitPrice));
  return (isByMonth ? [1, 12] : [1]).every((months) => {
    const products = productsOf(table, amount, reckoning, months);
    return products.length >= FEWEST && products.every(({ fits }) => !fits);
  });
}

const MONTHS_IN_YEAR = 12;
/** Behind a price by the month, the months of a year; or none, where it is a price by the year. */
const MONTHS_OF_YEAR = /^(?:12|十二)(?:个?月)?$/;
const NO_MONTHS = /^(?:1|[-—–/／一]*)$/;
const MONTHS = /月数|月份数|^月$|时长/;

/** Of two counts the one that is of things where the other counts the months of a year, and the three make the amounts; else null. */
export function countOfYear(
  table: FlowTable,
  amount: number,
  { quantities, unitPrice }: { quantities: readonly number[]; unitPrice: number },
): number | null {
  const months = quantities.find((column) => MONTHS.test(headerOf(table, column)));
  const [quantity, more] = quantities.filter((column) => column !== months);
  if (months === undefined || quantity === undefined || more !== undefined) return null;
  const rows = rowsOf(table).flatMap((row) => {
    const count = countAt(table, row, quantity);
    const [one, all] = [priceAt(table, row, unitPrice), sumAt(table, row, amount)];
    const said = textAt(table, row, months);
    const times = MONTHS_OF_YEAR.test(said) ? 12 : NO_MONTHS.test(said) ? 1 : null;
    if (count === null || !one || !all) return [];
    const fits = times !== null && Math.abs(count * one.fen * times - all.fen) * 2 <= all.precisionFen;
    return [{ fits, isOther: times === null && countAt(table, row, months) !== null }];
  });
  // 6 months of one post beside 12 of the others: the months are a count of their own.
  if (rows.some(({ isOther }) => isOther)) return null;
  const fitting = rows.filter(({ fits }) => fits);
  return fitting.length >= FEWEST && fitting.length >= MOST * rows.length ? quantity : null;
}

/** Whether a column is a month's or a quarter's of an amount, in most rows. */
export function isPartOfYear(table: FlowTable, amount: number, part: number): boolean {
  return [4, MONTHS_IN_YEAR].some((times) => {
    const rows = rowsOf(table).flatMap((row) => {
      const [one, all] = [amountAt(table, row, part), sumAt(table, row, amount)];
      return one && all ? [Math.abs(one.fen * times - all.fen) * 2 <= all.precisionFen] : [];
    });
    const fitting = rows.filter((fits) => fits);
    return fitting.length >= FEWEST && fitting.length >= MOST * rows.length;
  });
}

export function comesOut(table: FlowTable, amount: number, reckoning: Reckoning, months = 1): boolean {
  const products = productsOf(table, amount, reckoning, months);
  const fitting = products.filter(({ fits }) => fits);
  return (
    fitting.length >= FEWEST &&
    fitting.length >= MOST * products.length &&
    fitting.some(({ isPlain }) => !isPlain)
  );
}

/** Each row that has all three figures: whether it comes out, and whether it counts one thing only. */
function productsOf(
  table: FlowTable,
  amount: number,
  { quantity, unitPrice }: Reckoning,
  months = 1,
): { isPlain: boolean; fits: boolean }[] {
  return rowsOf(table).flatMap((row) => {
    const count = countAt(table, row, quantity);
    const [one, all] = [priceAt(table, row, unitPrice), sumAt(table, row, amount)];
    if (count === null || !one || !all) return [];
    return [
      { isPlain: count === 1, fits: Math.abs(count * one.fen * months - all.fen) * 2 <= all.precisionFen },
    ];
  });
}

export const rowsOf = (table: FlowTable): number[] =>
  Array.from({ length: table.rowCount - table.headerRows }, (_, at) => table.headerRows + at);

/** What stands at a place; 12 merged over several rows of months stands at each of them. */
const textAt = (table: FlowTable, row: number, column: number): string =>
  table.cells
    .find((cell) => cell.column === column && cell.row <= row && row < cell.row + cell.rowSpan)
    ?.content.text.trim() ?? "";

export function countAt(table: FlowTable, row: number, column: number): number | null {
  const counts = textAt(table, row, column).split("×").map(plainCount);
  // 14人×12个月
  return counts.reduce((all, count) => (all === null || count === null ? null : all * count), 1);
}

function plainCount(text: string): number | null {
  // 216人·月
  const digits = /^[\d,，]+(?:\.\d+)?(?=\s*\p{Script=Han}{0,3}(?:[·•・]\p{Script=Han}{1,2})?$)/u.exec(
    text,
  )?.[0];
  const plain = digits ? plainNumber(digits) : null;
  return plain === null ? null : Number(plain);
}

/** The sum at a place; one merged over several rows is what they come to together. */
export function sumAt(table: FlowTable, row: number, column: number): Amount | null {
  const isOwn = table.cells.some((cell) => cell.row === row && cell.column === column && cell.rowSpan === 1);
  return isOwn ? amountAt(table, row, column) : null;
}

/** The price of one at a place: 3.60元/升, 14,200. */
function priceAt(table: FlowTable, row: number, column: number): Amount | null {
  const price = textAt(table, row, column).replace(/\s*[/／]\s*[\p{Script=Han}A-Za-z²³㎡·•]{1,6}$/u, "");
  return readAmount(price, unitAt(table, column));
}

const unitAt = (table: FlowTable, column: number): string => UNIT.exec(headerOf(table, column))?.[1] ?? "元";

export function amountAt(table: FlowTable, row: number, column: number): Amount | null {
  return readAmount(textAt(table, row, column), unitAt(table, column));
}
