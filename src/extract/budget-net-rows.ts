import type { Money } from "../model/value.ts";
import { belowZero, isTakenOff, judgeGross } from "./budget-net.ts";
import { type BudgetRow, nestRows } from "./budget-rows.ts";
import type { TableBudget } from "./budget-table.ts";

/** 优惠后合计 behind 合计 and 优惠: the total is what is left; 下浮5%后. */
export const IS_NET =
  /^(?:(?:优惠|折扣?|打折|折让|让利|下浮|减免|抹零)[^，。；]{0,10}?|[一二三四五六七八九]{1,2}折)(?:之)?后/;

/** Whether a row is what a discount leaves of the total above it; one with a row of its own makes it the total of all rows. */
export function isNetRow(first: string, { total }: TableBudget, rows: readonly BudgetRow[]): boolean {
  const off = rows.at(-1)?.line;
  return IS_NET.test(first) && total !== null && !(off && isTakenOff(off));
}

/**
 * 合计 60000, 优惠 -6000, 实际收费 54000: the last row is what the row before it leaves of the total, be it called what it may; where it
 * is called the price, also if it isn't just that.
 */
export function isLeft(
  { read, rows }: { read: TableBudget; rows: readonly BudgetRow[] },
  first: string,
  money: Money | null,
): boolean {
  const off = rows.at(-1)?.line;
  // 货物合计 is a sum of groups, by its name.
  const above = rows.at(-2);
  const gross = read.total ?? (above?.kind === "subtotal" ? above.line?.amount : null);
  if (!gross || !money || !off || !isTakenOff(off)) return false;
  const left = gross.fen - Math.abs(off.amount.fen);
  if (!read.total) return money.fen === left && IS_PRICE.test(first);
  const isNear = Math.abs(money.fen - left) * NEAR < left && money.fen < read.total.fen;
  return money.fen === left || (isNear && IS_PRICE.test(first));
}

/** 合同金额, 总价: the price by its name. */
export const IS_PRICE = /(?:合同|协议|成交|中标|签约|最终|实际|结算)[^，。；]{0,4}(?:价|额|款|费)|总[价额计]/;
const NEAR = 10;

export function takeGross(read: TableBudget, rows: BudgetRow[]): void {
  const off = rows.at(-1);
  if (!off?.line || !isTakenOff(off.line)) return;
  rows[rows.length - 1] = { ...off, line: belowZero(off.line) };
  if (!read.total) return;
  const lines = nestRows(rows);
  read.problems.push(...judgeGross(read.total, lines));
  read.total = null;
}
