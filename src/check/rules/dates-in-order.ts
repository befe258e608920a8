import { daysApart } from "../../model/calendar.ts";
import type { Contents } from "../../model/record.ts";
import type { Day } from "../../model/value.ts";
import { judgeDays } from "../judge-days.ts";
import type { Rule, Verdict } from "../rule.ts";

/**
 * Signed ≤ start ≤ end. A supplement may be signed while its agreement runs: signed before the end is in order.
 * One called an extension must have another end than the one it was signed after: where that wasn't read, nothing can be told.
 *
 * | signed | start | end | verdict |
 * | --- | --- | --- | --- |
 * | 2025-07-30 | 2025-08-01 | 2026-07-31 | pass |
 * | 2025-08-30 | 2025-08-01 | 2026-07-31 | error; of a supplement, or of a paper that ends the agreement, pass |
 * | 2026-08-15 | 2025-08-01 | 2026-07-31 | of a supplement, error; of an extension whose own term wasn't read, cannot-tell |
 * | 2025-07-30 | 2025-08-01 | 2024-07-31 | error |
 * | not stated | 2025-08-01 | 2026-07-31 | cannot-tell |
 * | 2025-08-15 | 2025年8月 | 2026年7月 | pass: which day of the month isn't told |
 */
export const datesInOrder: Rule = {
  id: "dates-in-order",
  severity: "error",
  clause: { zh: "签订日期 ≤ 起始日期 ≤ 截止日期", en: "signed ≤ start ≤ end" },
  check: (contents) => {
    const { signedOn, term } = contents.agreement;
    if (!term) return [];
    const verdicts = [ordered("起止日期", ["起始日期", term.from], ["截止日期", term.to])];
    if (!signedOn)
      return [
        ...verdicts,
        { outcome: "cannot-tell", version: null, subject: "签订日期", missing: ["签订日期"] },
      ];
    const due: [string, Day] = isSupplement(contents) ? ["截止日期", term.to] : ["起始日期", term.from];
    const { title, originalTerm } = contents.agreement;
    const isUnread = originalTerm === undefined && EXTENDS.test(title?.value ?? "");
    if (isUnread && signedOn.value > term.to.value)
      return [
        ...verdicts,
        { outcome: "cannot-tell", version: null, subject: "签订日期", missing: ["变更后的期限"] },
      ];
    return [...verdicts, ordered("签订日期", ["签订日期", signedOn], due)];
  },
};

function ordered(
  subject: string,
  [firstName, first]: [string, Day],
  [lastName, last]: [string, Day],
): Verdict {
  return judgeDays(
    "dates-in-order",
    subject,
    { [firstName]: first, [lastName]: last },
    (dayOf) => {
      const [early, late] = [dayOf(first), dayOf(last)];
      return early <= late || (isMonth(last) && early.slice(0, 7) <= late.slice(0, 7));
    },
    () => ({
      expected: `≤ ${last.value}`,
      actual: first.value,
      difference: String(daysApart(first.value, last.value)),
      formula: `${first.value} ≤ ${last.value}`,
      message: {
        zh: `${firstName} ${first.value} 晚于${lastName} ${last.value}`,
        en: `${firstName} ${first.value} is later than ${lastName} ${last.value}`,
      },
    }),
  );
}

/** 2025年8月: a day of which only the month is printed stands for all of it. */
const isMonth = ({ raw }: Day): boolean => /月份?\s*$/.test(raw);

/** A title that says an agreement goes on: 延期, 续签. */
const EXTENDS = /延[期长续]|[续展]期|续[签订约租]|顺延/;

/** By what it changes, or by its title: one that only goes on for some months changes no sum. */
function isSupplement({ agreement, budgets, schedules }: Contents): boolean {
  const isAmending = [...budgets, ...schedules].some(({ version }) => version === "amended");
  return (
    isAmending ||
    /补充|变更|增补|补遗|延[期长续]|[续展]期|续[签订约租]|顺延|(?:终止|解除).*(?:协议|合同)|结算(?:的)?协议|和解/.test(
      agreement.title?.value ?? "",
    )
  );
}
