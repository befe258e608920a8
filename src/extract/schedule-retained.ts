import type { Budget, Schedule } from "../model/agreement.ts";
import { add, equals, readDecimal, wholeToDecimal, ZERO } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { NormalText } from "../model/normal-text.ts";
import { moneyAt, percentAt, type Span } from "./budget-figures.ts";
import { findSums } from "./money-sums.ts";
import { RETAINED } from "./schedule-no-payment.ts";
import type { Unclaimed } from "./schedule-unclaimed.ts";

const ALL = wholeToDecimal(100);

/**
 * 质保金为合同总价的3%，即9,900元，质保期满后返还；其余97%于验收后支付: what is kept back is paid last where its share makes up what the
 * instalments leave of 100 %. Answers the shares that are none.
 */
export function takeRetained(schedules: readonly Schedule[], unclaimed: readonly Unclaimed[]): Unclaimed[] {
  return unclaimed.filter((each) => !schedules.includes(each.schedule) || !isTaken(each));
}

function isTaken({ schedule: { instalments }, content, span }: Unclaimed): boolean {
  const percent = percentAt(content, span);
  const said = content.text.slice(content.text.lastIndexOf("。", span.start) + 1, span.start);
  const told = instalments.flatMap((instalment) => instalment.percent ?? []);
  const isWhole =
    told.length === instalments.length && instalments.every(({ occurrences }) => occurrences === 1);
  if (!percent || !isWhole || !RETAINED.test(said)) return false;
  const sum = [...told, percent].reduce((all, share) => add(all, readDecimal(share.percent)), ZERO);
  if (!equals(sum, ALL)) return false;
  const beside = findSums(content.text).find(({ start }) => start >= span.end);
  const isOfIt =
    beside &&
    /^[，,（(、\s]*(?:即|计|为|共|人民币|[：:¥￥\s])*$/.test(content.text.slice(span.end, beside.start));
  const amount = isOfIt && beside.digits ? moneyAt(content, beside.digits) : null;
  instalments.push({ from: null, to: null, occurrences: 1, amount, percent, condition: null });
  return true;
}

/** A sum amid a schedule that is told as a problem. */
export interface Unread {
  schedule: Schedule;
  content: NormalText;
  span: Span;
  problem: Problem;
}

/**
 * 第三季度22,500元、第四季度14,000元，于每季度末支付: the one sum whose words were not understood is an instalment where all others come
 * short of the price by just as much; it stays told, and the paper isn't accused.
 */
export function takeUnread(
  schedules: readonly Schedule[],
  unread: readonly Unread[],
  budgets: readonly Budget[],
): void {
  for (const schedule of schedules) {
    const [only, more] = unread.filter((each) => each.schedule === schedule);
    const [sum, another] = only ? findSums(only.content.text.slice(only.span.start, only.span.end)) : [];
    const amounts = schedule.instalments.map(
      ({ amount, occurrences }) => (amount?.fen ?? Number.NaN) * occurrences,
    );
    const wholes = [
      schedule.total,
      ...budgets
        .filter(({ version }) => version === schedule.version)
        .map(({ total, totalInCapitals }) => total ?? totalInCapitals),
    ].flatMap((money) => money?.fen ?? []);
    if (!only || more || another || !sum?.digits?.fen || amounts.length < 2) continue;
    const all = amounts.reduce((fen, amount) => fen + amount, sum.digits.fen);
    if (!wholes.includes(all)) continue;
    const at = { start: only.span.start + sum.digits.start, end: only.span.start + sum.digits.end };
    const amount = moneyAt(only.content, at);
    schedule.instalments.push({
      from: null,
      to: null,
      occurrences: 1,
      amount,
      percent: null,
      condition: null,
    });
  }
}
