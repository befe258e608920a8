import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { type Discount, discountsIn, leaves } from "./budget-discounts.ts";
import { notUnderstood } from "./budget-figures.ts";
import { BOUND_BEFORE, OTHER, PAYS } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const MISDISCOUNTED = {
  zh: "与其前金额按所写折扣、下浮或优惠计算的结果不符，请核对原件",
  en: "isn't what the discount told before it leaves of the sum it is of; check the page",
};

/** So far from a right result one wrong figure puts it mostly. */
const MOST_OFF = 0.35;
/** 取整后: so little is left out. */
const ROUNDED_OFF = 0.02;
const ROUNDS = /约|左右|取整|抹零|四舍五入|凑整/;
/** 各项单价均下浮5%: of prices of one, be they told or not. */
const OF_PRICES = /(?:单价|各项|各类|目录价|信息价|指导价|市场价|收费标准|费率)[^，。；]{0,10}$/;
/** The discount's result stands behind it in its sentence, or begins the next one with such words. */
const RESULT_NEXT =
  /^[^。；;]*[。；;]\s*(?:优惠|折扣?|打折|让利|下浮|减免|故|则|因此|最终|本?合同|成交|实[际付]|应付)[^。；;]*$/;

/** Problems for sums behind a discount (合计279,000元，下浮5%后合同总价为…) that it leaves of no sum told before. */
export function findMisdiscounted(flow: Flow, { budgets, problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const told: number[] = [];
  const counts: number[] = [];
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content }, isOther }) => {
      const { text } = content;
      const sums = findSums(text);
      const before = [...told];
      told.push(...sums.map((sum) => fenOf(sum) ?? 0));
      counts.push(...numbersIn(text));
      if (isOther) return [];
      return discountsIn(text, sums).flatMap((discount): Problem[] => {
        const result = resultOf(text, sums, discount);
        const isKnown = !result || standsAt(content, known, result);
        if (isKnown || !isWrong(text, sums, { discount, result, before, counts, budgets })) return [];
        return [notUnderstood(content, { start: discount.start, end: result.end }, MISDISCOUNTED)];
      });
    });
}

/** The sum that a discount leaves by its words; null without one. */
function resultOf(text: string, sums: readonly MoneySum[], { end }: Discount): MoneySum | null {
  const result = sums.find(({ start }) => start >= end);
  if (!result) return null;
  const between = text.slice(end, result.start);
  const isNext = !/[。；;]/.test(between) || RESULT_NEXT.test(between);
  // 抵扣26,000元，实际支付222,000元: what is left is paid.
  const isPaid = PAYS.test(between) && !/实[际付]/.test(between);
  // 九折供应，每次超过2,000元的: from which sum on something else holds.
  const isBound =
    /(?:每[次单]|单[次笔]|累计)[^，。；]*(?:超过|达到?|满|低于|不足|高于)\s*(?:人民币)?[¥￥]?\s*$/.test(
      between,
    );
  const isCapped = BOUND_BEFORE.test(between);
  return isNext && !isPaid && !isBound && !isCapped && !OTHER.test(between) ? result : null;
}

function isWrong(
  text: string,
  sums: readonly MoneySum[],
  {
    discount,
    result,
    before,
    counts,
    budgets,
  }: {
    discount: Discount;
    result: MoneySum;
    /** What the paragraphs before tell, in fen. */
    before: readonly number[];
    /** The numbers that the text up to here tells. */
    counts: readonly number[];
    budgets: readonly Budget[];
  },
): boolean {
  const net = fenOf(result) ?? 0;
  const own = sums.filter(({ end }) => end <= discount.start).map((sum) => fenOf(sum) ?? 0);
  const grosses = [
    ...own,
    ...runsTo(own),
    ...before,
    ...budgets.map((budget) => sumOf(topLines(budget))),
  ].filter((fen) => fen > 0 && fen !== net);
  const slack = Math.max(
    (result.digits?.precisionFen ?? 1) / 2,
    ROUNDS.test(text.slice(discount.start, result.start)) ? net * ROUNDED_OFF : 0,
  );
  const isLeft = (gross: number): boolean =>
    leaves(discount, gross, net) ||
    // 给予8%的优惠，优惠金额22,912元: what is taken off itself.
    (discount.times !== null && leaves({ ...discount, times: Math.abs(1 - discount.times) }, gross, net)) ||
    Math.abs(leftOf(discount, gross) - net) <= slack;
  // 乙方优惠10,000元，合计90,000元: what stands in a list is judged with its sum.
  const isOfLines = budgets.some(
    ({ lines }) =>
      discount.offFen !== null && lines.some(({ amount }) => amount.fen === -(discount.offFen ?? 0)),
  );
  // 按热价的30%收取: of a unit price, so many times.
  const isOfRate = /价的?\s*\d+(?:\.\d+)?\s*[%％]/.test(text.slice(discount.start, discount.end));
  const isOfProduct =
    isOfRate &&
    [...own, ...before].some((price) =>
      counts.some(
        (count) => count >= FEWEST_COUNTED && Math.abs(leftOf(discount, price * count) - net) <= slack,
      ),
    );
  if (
    net === 0 ||
    grosses.some(isLeft) ||
    isOfProduct ||
    isOfLines ||
    OF_PRICES.test(text.slice(0, discount.start))
  )
    return false;
  const last = sums.findLast(({ end }) => end <= discount.start);
  const isBeside = last !== undefined && !/[。；;]/.test(text.slice(last.end, discount.start));
  return isBeside || grosses.some((gross) => Math.abs(leftOf(discount, gross) - net) <= MOST_OFF * gross);
}

/** Less is counted by hand, and comes out by chance. */
const FEWEST_COUNTED = 10;
/** 旧门诊楼1,250平方米: the numbers of a text, as factors of a price. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,])\d+(?:\.\d+)?/g)].map(([digits]) =>
    Number(digits.replaceAll(",", "")),
  );

/** What the last two or more of some sums come to. */
function runsTo(fens: readonly number[]): number[] {
  let sum = 0;
  return [...fens]
    .reverse()
    .map((fen) => (sum += fen))
    .slice(1);
}

const leftOf = ({ times, offFen }: Discount, gross: number): number =>
  times === null ? gross - (offFen ?? 0) : gross * times;
