import { wholeToDecimal } from "../model/decimal.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { cellMoney, firstWords, type Row } from "./budget-cells.ts";
import { tellsTakenOff } from "./budget-net.ts";
import { IS_PRICE } from "./budget-net-rows.ts";

/**
 * 合计 336600, 管理费 20196, 总价 356796: whether rows behind a sum go on from it to another one, which is the total: just so, or, where
 * that is called the price, but for one slip. `fen` is the sum, `behind` the rows below it.
 */
export function isCarriedOn(
  fen: number,
  behind: readonly Row[],
  { amount, unit }: { amount: number; unit: string },
): boolean {
  const moneys = behind.map((row) => ({
    first: firstWords(row),
    fen: cellMoney(row[amount], unit)?.fen ?? null,
  }));
  const at = moneys.findLastIndex((row) => row.fen !== null);
  const last = moneys[at]?.fen ?? 0;
  const between = moneys.slice(0, Math.max(0, at));
  if (between.length === 0 || between.some((row) => row.fen === null) || last <= 0) return false;
  const sum = between.reduce(
    (all, { first, fen: own }) => all + (tellsTakenOff(first) ? -Math.abs(own ?? 0) : (own ?? 0)),
    fen,
  );
  const isSlip = looksSlipped(wholeToDecimal(last), wholeToDecimal(sum));
  return sum === last || (isSlip && IS_PRICE.test(moneys[at].first));
}
