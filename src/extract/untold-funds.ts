import { wholeToDecimal } from "../model/decimal.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";
import { endsIn } from "./untold-reckoned.ts";

/** Where money comes from, what was set aside or approved, and what is left of it. */
const FUNDS =
  /资金|财政|配套|补助|公益金|预算|概算|额度|盘子|送审|审[减定]|结余|节余|节约|剩余|未执行|赞助|自筹|支出上限/;

/**
 * 中央资金550,000元、县本级配套150,000元，合计700,000元为支出上限；成交结余20,000元: whether a sum tells by its words what pays the
 * price and not what it is, and comes out: of others of its paragraph or of the price, or as more than the price, by no slip of it.
 */
export function isOfFunds(
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
  wholes: readonly number[],
): boolean {
  const index = sums.indexOf(sum);
  const fen = fenOf(sum) ?? 0;
  const { piece } = phraseBefore(text, sum.start, sums[index - 1]?.end ?? 0);
  const said = piece + (/^[^，。；、\d]{0,8}/.exec(text.slice(sum.end))?.[0] ?? "");
  if (fen <= 0 || !(FUNDS.test(said) || (isSumOf(sums, index) && FUNDS.test(text.slice(0, sum.start)))))
    return false;
  const most = Math.max(0, ...wholes);
  const isSlipOfPrice = wholes.some((whole) => looksSlipped(wholeToDecimal(fen), wholeToDecimal(whole)));
  if (most > 0 && fen >= most && !isSlipOfPrice) return true;
  const others = sums.flatMap((each, at) => (at === index ? [] : [fenOf(each) ?? Number.NaN]));
  const all = [...others, ...wholes];
  return isSumOf(sums, index) || all.some((one) => one > fen && all.includes(one - fen) && one - fen !== one);
}

/** Whether the sums right before one come to it. */
function isSumOf(sums: readonly MoneySum[], index: number): boolean {
  const fens = sums.map((each) => fenOf(each) ?? Number.NaN);
  return endsIn(fens.slice(0, index), fens[index]);
}
