import { expect, test } from "vitest";
import { datesInOrder } from "../../../src/check/rules/dates-in-order.ts";
import { budget, contents, day } from "../../support/make-figures.ts";
import { describeRule, judge } from "../../support/rule-cases.ts";

const dates = (signed: string | null, from: string, to: string) =>
  contents({
    agreement: {
      ...contents().agreement,
      signedOn: signed === null ? null : day(signed),
      term: { from: day(from), to: day(to), months: null },
    },
  });

/** Signed on a day, and beginning as printed. */
function beginning(signed: string, raw: string): ReturnType<typeof contents> {
  const { agreement } = dates(signed, "2025-08-01", "2026-07-31");
  const { term } = agreement;
  return contents({ agreement: { ...agreement, term: term && { ...term, from: { ...term.from, raw } } } });
}

describeRule(
  datesInOrder,
  {
    "in order": dates("2025-07-30", "2025-08-01", "2026-07-31"),
    "signed on the first day": dates("2025-08-01", "2025-08-01", "2026-07-31"),
    "signed within the month that it begins in, whose day isn't told": beginning("2025-08-15", "2025年8月"),
    "a supplement signed while its agreement runs": {
      ...dates("2025-12-30", "2025-08-01", "2026-07-31"),
      budgets: [budget([], 1, { version: "amended" })],
    },
  },
  {
    "signed late": [dates("2025-08-30", "2025-08-01", "2026-07-31"), "error 签订日期"],
    "signed within the month that it begins in, on a day that is told": [
      beginning("2025-08-15", "2025年8月1日"),
      "error 签订日期",
    ],
    "signed in a later month than it begins in": [beginning("2025-09-01", "2025年8月"), "error 签订日期"],
    "ends before it begins": [dates("2024-07-30", "2025-08-01", "2024-07-31"), "error 起止日期"],
    "not signed": [dates(null, "2025-08-01", "2026-07-31"), "cannot-tell: 签订日期"],
    "a supplement signed after the end": [
      {
        ...dates("2026-12-30", "2025-08-01", "2026-07-31"),
        budgets: [budget([], 1, { version: "amended" })],
      },
      "error 签订日期",
    ],
  },
);

test("no term, no claim", () => {
  expect(judge(datesInOrder, contents())).toEqual([]);
});
