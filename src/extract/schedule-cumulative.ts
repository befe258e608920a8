import type { Budget, Instalment, Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Percent } from "../model/value.ts";
import { notUnderstood, percentAt, type Span } from "./budget-figures.ts";
import type { Spot } from "./schedule-instalment.ts";
import { shift } from "./schedule-shares.ts";
import { shareIn, upToBefore } from "./schedule-words.ts";

/** 付至合同价的60%（即396,000元），本次支付216,000元: what has been paid with the payment behind it. */
export interface Cumulative {
  amount: Money;
  percent: Percent | null;
  content: NormalText;
  span: Span;
}

/** The same in its schedule, with the instalment told right behind it. */
export interface ToldCumulative extends Cumulative {
  schedule: Schedule;
  /** How many instalments of its schedule are told before it. */
  at: number;
}

/** What follows a sum that is only what will have been paid: ），本次支付216,000元. */
const NOW_BEHIND =
  /^\s*[）)]?\s*[，,、：:（(；;]?\s*(?:扣除已[^，。；]{0,8}[，,])?(?:即|其中)?(?:[本此该当]次|本期|当期|本阶段)(?:实际|应|需|再)*(?:支付|付款|拨付|付|给付)?[^，。；\d]{0,6}$/;

/** 付至60%（即396,000元）, where what is paid now is told behind it, with the share that it is; null where the sum is no such. */
export function cumulativeOf({ clause, item, text, from, sum, behind, amount }: Spot): {
  cumulative: Cumulative;
  shares: Span[];
} | null {
  const share = shareIn(text, from, sum.start);
  if (!amount || !NOW_BEHIND.test(behind)) return null;
  if (upToBefore(text, from, share ? share.start : sum.start) === null) return null;
  const { content } = clause.part;
  const own = share && shift(share, item.start);
  const percent = own && percentAt(content, own);
  return {
    cumulative: { amount, percent, content, span: shift(sum, item.start) },
    shares: own ? [own] : [],
  };
}

const NOT_SO_FAR = {
  zh: "此处为累计付款，与前文各期之和或所写比例不符，请核对原件",
  en: "this is what is paid up to here, but not what the payments before come to or the share told of it; check the page",
};

/** Does something to schedules that may put payments before others; what is told of sums up to one goes with it. */
export function keepingPlaces(told: readonly ToldCumulative[], change: () => void): void {
  const counts = told.map(({ schedule }) => schedule.instalments.length);
  change();
  for (const [index, each] of told.entries()) each.at += each.schedule.instalments.length - counts[index];
}

/** Problems for sums told as paid up to some payment that the payments up to it don't come to, or that aren't the share told of the total. */
export function judgeCumulative(told: readonly ToldCumulative[], budgets: readonly Budget[]): Problem[] {
  return told.flatMap(({ schedule, at, amount, percent, content, span }) => {
    const until = schedule.instalments.slice(0, at + 1);
    const [budget, more] = budgets.filter(({ version }) => version === schedule.version);
    const whole = budget && !more ? (budget.total ?? budget.totalInCapitals) : null;
    const isSum = sumOf(until) === amount.fen;
    const isShare =
      !percent ||
      !whole ||
      Math.abs((Number(percent.percent) * whole.fen) / PERCENT - amount.fen) < SLACK_FEN;
    return isSum && isShare ? [] : [notUnderstood(content, span, NOT_SO_FAR)];
  });
}

const PERCENT = 100;
/** A yuan by rounding. */
const SLACK_FEN = 100;

const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((fen, { amount, occurrences }) => fen + (amount?.fen ?? Number.NaN) * occurrences, 0);
