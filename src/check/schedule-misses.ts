import type { Instalment } from "../model/agreement.ts";
import { daysInMonth, indexToMonth, monthIndex } from "../model/calendar.ts";
import type { Day } from "../model/value.ts";
import type { Flaw } from "./schedule-months.ts";
import type { Stretch } from "./schedule-stretches.ts";

/** Where the schedule begins or ends beside the term. */
export function misses(stretches: readonly Stretch[], term: { from: Day; to: Day }): Flaw[] {
  const first = stretches[0];
  const last = stretches.reduce((latest, next) => (next.last > latest.last ? next : latest));
  const start = monthIndex(term.from.value);
  const end = monthIndex(term.to.value);
  const startsWithin = Number(term.from.value.slice(8)) > 1;
  const endsWithin = Number(term.to.value.slice(8)) < daysInMonth(end);
  // 每月支付上月服务费，自2025年10月起至2026年9月止: a month behind the term, or ahead of it, all along.
  const shift = first.first - start;
  if (Math.abs(shift) === 1 && last.last - end === shift) return [];
  const flaws: Flaw[] = [];
  if (first.first !== start && !(startsWithin && first.first === start + 1)) {
    flaws.push(edge("起始", "begins", first.first, start, first.instalment));
  }
  if (last.last !== end && !(endsWithin && last.last === end - 1)) {
    flaws.push(edge("截止", "ends", last.last, end, last.instalment));
  }
  return flaws;
}

function edge(zh: string, en: string, actual: number, expected: number, instalment: Instalment): Flaw {
  const is = indexToMonth(actual);
  const should = indexToMonth(expected);
  const message = {
    zh: `付款计划${zh}于 ${is}，期限${zh}于 ${should}`,
    en: `the schedule ${en} in ${is}, the term in ${should}`,
  };
  return {
    expected: should,
    actual: is,
    months: Math.abs(actual - expected),
    message,
    instalments: [instalment],
  };
}
