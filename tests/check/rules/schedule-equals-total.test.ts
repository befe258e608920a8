import { expect, test } from "vitest";
import { scheduleEqualsTotal } from "../../../src/check/rules/schedule-equals-total.ts";
import type { Instalment } from "../../../src/model/agreement.ts";
import {
  budget,
  capitals,
  contents,
  instalment,
  monthly,
  percent,
  schedule,
} from "../../support/make-figures.ts";
import { describeRule, findingsOf } from "../../support/rule-cases.ts";

const paid = (instalments: Instalment[], total: string | null, words?: number) =>
  contents({
    budgets: [budget([], total, words === undefined ? {} : { totalInCapitals: capitals(words) })],
    schedules: [schedule(instalments)],
  });
const months = (last: number) => [monthly("2025-08", "2026-06", 224666), monthly("2026-07", "2026-07", last)];
const byShare = (...shares: string[]) =>
  paid(
    shares.map((share) => instalment(null, { percent: percent(share) })),
    "1000",
  );
const amended = (instalments: Instalment[]) =>
  contents({
    budgets: [budget([], 2696000), budget([], 2532911, { version: "amended" })],
    schedules: [schedule(months(224674)), schedule(instalments, null, "amended")],
  });

describeRule(
  scheduleEqualsTotal,
  {
    "eleven months and a last": paid(months(224674), "2696000"),
    "a total in 万元": paid(months(224674), "269.6万", 2696000),
    "its own total": contents({ schedules: [schedule(months(224674), 2696000)] }),
    "shares alone": byShare("30", "40", "30"),
    "an amendment, whole": amended([
      monthly("2025-08", "2025-12", 224666),
      monthly("2026-01", "2026-06", 201368),
      monthly("2026-07", "2026-07", 201373),
    ]),
    "an amendment from its first month on": amended([
      monthly("2026-01", "2026-06", 201368),
      monthly("2026-07", "2026-07", 201373),
    ]),
    "an amended schedule of an unchanged total": contents({
      budgets: [budget([], 2696000)],
      schedules: [schedule(months(224674), null, "amended")],
    }),
    "two lots, each with its schedule": contents({
      budgets: [budget([], 100), budget([], 300)],
      schedules: [schedule([instalment(100)]), schedule([instalment(300)])],
    }),
  },
  {
    "one yuan": [paid(months(224675), "2696000"), "warning 付款计划"],
    "one yuan against 大写": [paid(months(224675), "269.6万", 2696000), "warning 付款计划"],
    "five yuan against 大写": [paid(months(224679), "269.6万", 2696000), "error 付款计划"],
    "a digit": [paid(months(234674), "2696000"), "error 付款计划"],
    "shares alone": [byShare("30", "40", "40"), "error 付款计划"],
    "an amendment": [
      amended([monthly("2026-01", "2026-06", 201368), monthly("2026-07", "2026-07", 211373)]),
      "error 付款计划",
    ],
    "no total": [paid(months(224674), null), "cannot-tell: 总额"],
    "an amount missing": [paid([instalment(100), instalment(null)], "100"), "cannot-tell: 第2期金额"],
    "the total of an amendment alone": [
      contents({
        budgets: [budget([], 100, { version: "amended" })],
        schedules: [schedule([instalment(90)])],
      }),
      "cannot-tell: 总额",
    ],
  },
);

test("the instalments in figures, against the total", () => {
  const [finding] = findingsOf(scheduleEqualsTotal, paid(months(234674), "2696000"));
  expect(finding).toMatchObject({
    formula: "224666 × 11 + 234674 = 2706000",
    expected: "2696000",
    actual: "2706000",
    difference: "10000",
  });
});
