import type { Budget } from "../model/agreement.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** 小计, 以上两项合计, 前两项共: what calls a sum one of others. */
export const SUMS_UP =
  /小计|合计|共计|总计|(?:以上|上述|前述|前)[^，。；\d]{0,8}[共计]|(?:以上|上述|前述)[^，。；\d]{0,6}(?:报价|价款|费用|金额)/;
/** 优惠20000元: what is taken off the sum told before. */
const TAKEN_OFF = /(?:优惠|折扣|折让|让利|下浮|减免|抹零|扣除|抵扣|减)[^，。；\d]{0,6}$/;

/**
 * Whether a sum follows from figures of the record or from those beside it: what two or more sums told right before or behind
 * it come to, what is taken off the sum before to make the one behind, or, where it is called a sum, what lines of a budget
 * that stand side by side come to.
 */
export function isReckoned(
  budgets: readonly Budget[],
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
): boolean {
  const index = sums.indexOf(sum);
  const fen = fenOf(sum);
  if (fen === null) return false;
  const told = sums.map((each) => fenOf(each) ?? Number.NaN);
  const runs = budgets.flatMap(({ lines }) => [
    lines.filter(({ parent }) => parent === null),
    lines.filter(({ label }) => !lines.some(({ parent }) => parent === label.value)),
  ]);
  const said = text.slice(sums[index - 1]?.end ?? 0, sum.start);
  return (
    (TAKEN_OFF.test(said) && told[index - 1] - fen === told[index + 1]) ||
    endsIn(told.slice(0, index), fen) ||
    endsIn(told.slice(index + 1).reverse(), fen) ||
    (SUMS_UP.test(said) &&
      runs.some((lines) =>
        holdsRun(
          lines.map(({ amount }) => amount.fen),
          fen,
        ),
      ))
  );
}

/** 每人每月4,650元含应发工资3,500元、社保890元、管理费260元: what the price of one is made up of, to the fen. */
export function isMakeupOfPrice(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const at = sums.findLastIndex(
    (price) =>
      price.start < sum.start &&
      OF_ONE.test(text.slice(0, price.start)) &&
      MADE_UP.test(text.slice(price.end)),
  );
  if (at < 0 || /[。；;]/.test(text.slice(sums[at].end, sum.start))) return false;
  const stop = text.slice(sums[at].end).search(/[。；;]/);
  const parts = sums.slice(at + 1).filter(({ end }) => stop < 0 || end <= sums[at].end + stop);
  const fen = parts.reduce((all, part) => all + (fenOf(part) ?? Number.NaN), 0);
  return parts.length > 1 && fen === fenOf(sums[at]);
}

const OF_ONE = /(?:每[^，。；、：:\d]{1,8}|单价[^，。；\d]{0,3})[¥￥\s]*$/;
const MADE_UP = /^\s*[，,（(：:]?\s*(?:其中)?(?:含|包括|包含|由|其中)/;

/** Whether the last of some numbers, two or more, come to a sum. */
export function endsIn(numbers: readonly number[], fen: number): boolean {
  let sum = 0;
  return [...numbers].reverse().some((number, index) => {
    sum += number;
    return index > 0 && sum === fen;
  });
}

const holdsRun = (numbers: readonly number[], fen: number): boolean =>
  numbers.some((_, index) => endsIn(numbers.slice(0, index + 1), fen));

const COUNT = /(\d+|[一二两三四五六七八九十])\s*(?:个)?(?:年|月|季|周|天|日|期|次|批)/g;
const NUMERALS = "〇一二三四五六七八九十";

/** 每月152,475元，三个月计457,425元: the sum before as often as the words between say, or what is taken so often to make the one behind. */
export function isTimesBefore(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const [before, behind] = [sums[sums.indexOf(sum) - 1], sums[sums.indexOf(sum) + 1]];
  return (before && isTimes(text, before, sum)) || (behind !== undefined && isTimes(text, sum, behind));
}

function isTimes(text: string, one: MoneySum, all: MoneySum): boolean {
  return [...text.slice(one.end, all.start).matchAll(COUNT)].some(([, count]) => {
    const times = /\d/.test(count) ? Number(count) : NUMERALS.indexOf(count.replace("两", "二"));
    return (fenOf(one) ?? 0) * times === fenOf(all);
  });
}
