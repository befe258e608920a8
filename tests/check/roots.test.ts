import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import { budget, capitals, contents, day, line, monthly, schedule } from "../support/make-figures.ts";

const said = (given: Contents) =>
  checkContents(given).findings.map(({ ruleId, subject, followsFrom }) => [ruleId, subject, followsFrom]);

test("one wrong line breaks its share and the sum: the share is the root", () => {
  const lines = [line("人员", 600, "60.00"), line("活动", 350, "30.00"), line("管理", 100, "10.00")];
  expect(said(contents({ budgets: [budget(lines, 1000)] }))).toEqual([
    ["percent-of-total", "活动", null],
    ["total-equals-sum", "合计", "活动"],
  ]);
});

test("one wrong share breaks the shares' sum", () => {
  const lines = [line("人员", 600, "60.00"), line("活动", 300, "35.00"), line("管理", 100, "10.00")];
  expect(said(contents({ budgets: [budget(lines, 1000)] }))).toEqual([
    ["percent-of-total", "活动", null],
    ["percents-sum-to-100", "占比合计", "活动"],
  ]);
});

test("digits unlike their 大写 break the sum of the lines, but not the shares, which the lines bear out", () => {
  const lines = [line("人员", 600, "60.00"), line("活动", 400, "40.00")];
  expect(said(contents({ budgets: [budget(lines, 1900, { totalInCapitals: capitals(1000) })] }))).toEqual([
    ["capitals-equal-digits", "合计", null],
    ["total-equals-sum", "合计", "合计"],
  ]);
});

test("two flaws that have nothing to do with each other are two roots", () => {
  const lines = [line("人员", 600, "65.00"), line("活动", 400, "40.00")];
  const given = contents({
    budgets: [budget(lines, 1000)],
    schedules: [schedule([monthly("2025-08", "2025-12", 100), monthly("2026-01", "2026-05", 150)])],
  });
  expect(said(given)).toEqual([
    ["percent-of-total", "人员", null],
    ["percents-sum-to-100", "占比合计", "人员"],
    ["schedule-equals-total", "付款计划", null],
  ]);
});

test("a wrong last day breaks the number of months and the months paid", () => {
  const given = contents({
    agreement: {
      ...contents().agreement,
      term: { from: day("2025-08-01"), to: day("2026-06-30"), months: 12 },
    },
    budgets: [budget([], 1200)],
    schedules: [schedule([monthly("2025-08", "2026-07", 100)])],
  });
  const roots = checkContents(given).findings.filter((finding) => finding.followsFrom === null);
  expect(roots).toHaveLength(1);
  expect(checkContents(given).findings).toHaveLength(2);
});
