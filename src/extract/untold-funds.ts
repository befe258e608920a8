import { wholeToDecimal } from "../model/decimal.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** Where money comes from, what was set aside or approved, and what is left of it, right before the sum. */
const FUNDS =
  /(?:(?:财政|专项|中央|[省市县区镇]级?|上级|自筹|救灾)[^，。；、\d]{0,12}(?:资金|补助|配套|拨款)|资金|配套|补助|公益金|预算|概算|额度|盘子|送审|审[减定]|结余|节余|节约|未执行)(?:金额|总?额|数|列|共|计|安排|为|[：:¥￥（(\s])*$/;
/** What is paid or counted all the same. */
const PAID = /计付|结清|支付|付清|拨付|结算|含|包括|其中/;

/**
 * 中央资金550,000元、县本级配套150,000元，合计700,000元为支出上限；成交结余20,000元: whether a sum tells by its name what pays the
 * price and not what it is, and comes out: of others so named, or with the price.
 */
export function isOfFunds(
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
  wholes: readonly number[],
): boolean {
  const funds = sums.filter((each) => isFund(text, sums, each) || isSumOfFunds(text, sums, each));
  if (!funds.includes(sum)) return false;
  const fen = fenOf(sum) ?? 0;
  const isPrice = (value: number): boolean => wholes.includes(value);
  const others = funds.flatMap((each) => (each === sum ? [] : [fenOf(each) ?? Number.NaN]));
  const known = [...others, ...wholes];
  const isSlipOfPrice = wholes.some((whole) => looksSlipped(wholeToDecimal(fen), wholeToDecimal(whole)));
  // What was set aside is no less than the price, and told alone.
  const isAlone = funds.length === 1 && sums.length === 1 && SET_ASIDE.test(pieceOf(text, sums, sum));
  if (isAlone && wholes.length > 0 && fen >= Math.max(...wholes) && !isSlipOfPrice) return true;
  return (
    isSumOfFunds(text, sums, sum) ||
    known.some((one) =>
      known.some((other) => one - other === fen && one !== fen && !(isPrice(one) && isPrice(other))),
    )
  );
}

const SET_ASIDE = /(?:预算|概算|额度|盘子|控制价)(?:金额|总?额|数|列|安排|为|[：:¥￥\s])*$/;

const pieceOf = (text: string, sums: readonly MoneySum[], sum: MoneySum): string =>
  phraseBefore(text, sum.start, sums[sums.indexOf(sum) - 1]?.end ?? 0).piece;

function isFund(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const piece = pieceOf(text, sums, sum);
  const behind = /^[^，。；\d]{0,8}/.exec(text.slice(sum.end))?.[0] ?? "";
  return (fenOf(sum) ?? 0) > 0 && FUNDS.test(piece) && !PAID.test(piece) && !PAID.test(behind);
}

/** 合计700,000元: what the funds right before it come to. */
function isSumOfFunds(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const index = sums.indexOf(sum);
  let all = 0;
  for (let at = index - 1; at >= 0 && isFund(text, sums, sums[at]); at--) {
    all += fenOf(sums[at]) ?? 0;
    if (at < index - 1 && all === fenOf(sum)) return !PAID.test(pieceOf(text, sums, sum));
  }
  return false;
}
