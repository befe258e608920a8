import type { Schedule } from "../model/agreement.ts";
import { add, equals, readDecimal, wholeToDecimal, ZERO } from "../model/decimal.ts";
import { moneyAt, percentAt } from "./budget-figures.ts";
import { findSums } from "./money-sums.ts";
import type { Unclaimed } from "./schedule-unclaimed.ts";
import { RETAINED } from "./schedule-words.ts";

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
