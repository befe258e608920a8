import { daysApart, lastDaysAfter, spansMonths } from "../../model/calendar.ts";
import { countsLike } from "../../model/day-misread.ts";
import { isRead } from "../../model/stated.ts";
import { judgeDays } from "../judge-days.ts";
import type { Rule } from "../rule.ts";

/**
 * 共计N个月 = from … to: the last day is the one before the same day N months on, or, as often written, that same day.
 *
 * | from | to | stated | verdict |
 * | --- | --- | --- | --- |
 * | 2025-08-01 | 2026-07-31 | 12 | pass |
 * | 2025-08-01 | 2026-08-01 | 12 | pass |
 * | 2025-08-01 | 2026-06-30 | 12 | error |
 * | 2025-08-01 | 2026-07-30 | 12 | error |
 */
export const termMonthsAgree: Rule = {
  id: "term-months-agree",
  severity: "error",
  clause: {
    zh: "“共计N个月”与起止日期相符",
    en: "the stated number of months equals the time from start to end",
  },
  check: ({ agreement: { term } }) => {
    if (!term || term.months === null) return [];
    const { from, to, months } = term;
    const [expected] = lastDaysAfter(from.value, months);
    const span = `${from.value} — ${to.value}`;
    return [
      judgeDays(
        "term-months-agree",
        "期限",
        { 截止日期: to, 起始日期: from },
        (dayOf) => spansMonths(dayOf(from), dayOf(to), months),
        () => ({
          expected,
          actual: to.value,
          difference: String(daysApart(expected, to.value)),
          formula: `${from.value} + ${months} 个月 → ${expected}`,
          message: {
            zh: `期限 ${span}，合同写作共计 ${months} 个月；自 ${from.value} 起 ${months} 个月应至 ${expected}`,
            en: `the term is ${span}, said to be ${months} months; ${months} months from ${from.value} end on ${expected}`,
          },
        }),
        isRead([from, to]) && countsLike(months).some((other) => spansMonths(from.value, to.value, other)),
      ),
    ];
  },
};
