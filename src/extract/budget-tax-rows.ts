import type { Problem } from "../model/finding.ts";
import type { FlowCell } from "../model/flow.ts";
import type { Money } from "../model/value.ts";
import { whole } from "./budget-cells.ts";
import { notUnderstood } from "./budget-figures.ts";

/** 其中：不含税价, 增值税（税率6%）: what a total is without its tax, and that tax. */
const OF_TAX =
  /^(?:其中[：:]?)?(?:(?:不含税|除税|未税|税前)[^，。]{0,6}|(?:增值)?税[额金款费]?)(?:[（(][^（）()]*[）)])?[：:]?$/;

/** Whether a row below the total tells what of it is tax, or isn't: no cost of its own. */
export const isTaxRow = (first: string, total: Money | null): boolean => total !== null && tellsTax(first);
export const tellsTax = (first: string): boolean => OF_TAX.test(first);

/** What a row below the total tells of its tax. */
export interface TaxRow {
  money: Money;
  cell: FlowCell | null;
}

/** A problem where both parts are told and don't come to the total, or where one is and no rate of the tax makes it. */
export function judgeTaxRows(rows: readonly TaxRow[], total: Money | null): Problem[] {
  const last = rows.at(-1);
  if (!last?.cell || !total) return [];
  const sum = rows.reduce((fen, { money }) => fen + money.fen, 0);
  const fits = rows.length === 1 ? RATES.some((rate) => isPart(sum, total.fen, rate)) : sum === total.fen;
  return fits ? [] : [notUnderstood(last.cell.content, whole(last.cell.content), UNEVEN)];
}

/** Percents that the value-added tax has, or had. */
const RATES = [1, 3, 5, 6, 9, 10, 11, 13, 16, 17];
const YUAN_FEN = 100;

/** Whether a sum is the price without such a tax, or that tax, of one with or without it. */
const isPart = (fen: number, whole: number, rate: number): boolean =>
  [whole / (1 + rate / 100), (whole * rate) / (100 + rate), (whole * rate) / 100].some(
    (part) => Math.abs(part - fen) <= YUAN_FEN,
  );

const UNEVEN = {
  zh: "不含税价或税额与合计不符，请核对原件",
  en: "the price without tax, or the tax, doesn't fit the total; check the page",
};
