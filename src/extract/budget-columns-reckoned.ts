import type { Version } from "../model/agreement.ts";
import type { FlowTable } from "../model/flow.ts";
import type { AmountColumn } from "./budget-columns-amounts.ts";
import { type Factored, findFactored, rowsThatFit } from "./budget-columns-factored.ts";
import {
  comesOut,
  countOfYear,
  findReckoning,
  isPartOfYear,
  neverComesOut,
  type Reckoning,
} from "./budget-columns-products.ts";
import { AFTER, BEFORE, FACTOR, NUMBER } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";

/** The columns of figures of a table, by what they hold. */
export interface Figures {
  amounts: number[];
  prices: number[];
  quantities: number[];
  percents: number[];
  /** Whether what was and what is stand side by side. */
  isCompared: boolean;
  isOfYears: boolean;
}

/** The columns that an amount is reckoned from: how many, or several counts that are multiplied, and the price of one. */
export interface ReckonedBy {
  quantity: number | null;
  /** Two or more counts (人数, 月数), in place of one. */
  counts: number[];
  unitPrice: number | null;
}

/** What an amount column is reckoned from: what multiplied comes out, else what is called so. */
export function reckonedBy(
  table: FlowTable,
  { amount, version }: AmountColumn,
  count: number,
  { amounts, prices, quantities, percents, isCompared }: Figures,
): ReckonedBy {
  const headers = Array.from({ length: table.columnCount }, (_, column) => headerOf(table, column));
  const others = headers.flatMap((header, column) =>
    NUMBER.test(header) || [...amounts, ...percents].includes(column) ? [] : [column],
  );
  const by = (quantity: number | null, unitPrice: number | null): ReckonedBy => ({
    quantity,
    counts: [],
    unitPrice,
  });
  const proven = findReckoning(table, amount, others);
  if (proven) {
    // 月数 × 月单价 of single people, among posts of several: 人数 × 月数 × 月单价 of all.
    const fuller = findFactored(table, amount, { quantities, others });
    const isFuller = fuller !== null && isMoreFitting(table, amount, fuller, proven);
    return isFuller ? { quantity: null, ...fuller } : by(proven.quantity, proven.unitPrice);
  }
  // 数量 × 单价 × 折扣: a price that is not what is paid for one.
  const isFactored = headers.some((header) => FACTOR.test(header));
  if (count > 1 && isCompared) {
    const own = quantities.filter((column) => isOfSide(version, headers[column]));
    const factored = findFactored(table, amount, { quantities: own, others: [...own, ...prices] });
    if (factored) return { quantity: null, ...factored };
    const { quantity, unitPrice } = sidedBy(version, headers, { prices, quantities });
    const isElse =
      quantity !== null && unitPrice !== null && neverComesOut(table, amount, { quantity, unitPrice });
    return by(isElse ? null : quantity, unitPrice);
  }
  const agreed = prices.find((column) => AGREED.test(headers[column]));
  const unitPrice = (isFactored ? agreed : prices[0]) ?? null;
  const ofYear = unitPrice === null ? null : countOfYear(table, amount, { quantities, unitPrice });
  if (ofYear !== null) return by(ofYear, unitPrice);
  // 人均标准（元） may be called as amounts are.
  const beside = [...others, ...amounts.filter((other) => other !== amount)];
  const factored =
    isFactored && agreed === undefined ? null : findFactored(table, amount, { quantities, others: beside });
  if (factored) return { quantity: null, ...factored };
  // People × months × pay: of several counts none is the one that the price is for, nor is one that never makes the amount.
  const [quantity = null, more] = quantities;
  const isAlone = quantity !== null && more === undefined;
  const isElse = isAlone && unitPrice !== null && neverComesOut(table, amount, { quantity, unitPrice });
  // 数量 × 不含税单价 = 不含税金额 beside 含税金额: a price of another sum.
  const isOfOther =
    isElse && headers.some((_, other) => other !== amount && comesOut(table, other, { quantity, unitPrice }));
  // 年度费用 | 每季度费用: so much of the amount, and no price of one thing.
  const isRate = quantities.length === 0 && unitPrice !== null && isPartOfYear(table, amount, unitPrice);
  return isOfOther || isRate ? by(quantity, null) : by(isAlone && !isElse ? quantity : null, unitPrice);
}

/** Whether more rows come out by several counts than by one of them. */
const isMoreFitting = (table: FlowTable, amount: number, factored: Factored, one: Reckoning): boolean =>
  rowsThatFit(table, amount, factored) >
  rowsThatFit(table, amount, { counts: [one.quantity], unitPrice: one.unitPrice });

/** 标价 | 折扣率 | 成交单价: the price that is left is paid for one. */
const AGREED = /成交|中标|实际|最终|(?:折扣?|优惠|让利|下浮)(?:之)?后/;

/** 原合同 over 人数 | 月数: whether a column is of one of two versions only. */
function isOfSide(version: Version, header: string): boolean {
  const [own, other] = version === "original" ? [BEFORE, AFTER] : [AFTER, BEFORE];
  return own.test(header) && !other.test(header);
}

/** 原数量 | 原单价 …: of two versions each has its own price, or its own count. */
function sidedBy(
  version: Version,
  headers: readonly string[],
  { prices, quantities }: Pick<Figures, "prices" | "quantities">,
): { quantity: number | null; unitPrice: number | null } {
  const isOwn = (column: number): boolean => isOfSide(version, headers[column]);
  const ownOf = (columns: readonly number[]): number | null =>
    columns.find(isOwn) ?? (columns.length === 1 ? columns[0] : null);
  const hasSide = [...prices, ...quantities].some(isOwn);
  return hasSide
    ? { quantity: ownOf(quantities), unitPrice: ownOf(prices) }
    : { quantity: null, unitPrice: null };
}
