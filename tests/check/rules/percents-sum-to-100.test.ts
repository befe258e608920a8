import { expect, test } from "vitest";
import { percentsSumTo100 } from "../../../src/check/rules/percents-sum-to-100.ts";
import { budget, contents, line } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const shares = (...stated: (string | null)[]) =>
  contents({
    budgets: [
      budget(
        stated.map((share, index) => line(`项目${index + 1}`, 100, share)),
        100,
      ),
    ],
  });

describeRule(
  percentsSumTo100,
  {
    exactly: shares("86.53", "1.76", "1.52", "10.19"),
    "within their rounding": shares("33.33", "33.33", "33.33"),
    "whole percents": shares("33", "33", "33"),
    "parts don't count": contents({
      budgets: [
        budget([line("甲", 1, "60"), line("乙", 1, "60", { parent: "甲" }), line("丙", 1, "40")], 100),
      ],
    }),
  },
  {
    "a percent too many": [shares("86.53", "1.76", "1.52", "11.19"), "error 占比合计"],
    "each cut off": [shares("33.3", "33.3", "33.2"), "warning 占比合计"],
    "one missing": [shares("86.53", null, "13.47"), "cannot-tell: 项目2占比"],
  },
);

test("100 is what was due", () => {
  const [finding] = findingsOf(percentsSumTo100, shares("50", "51.5"));
  expect(finding).toMatchObject({ expected: "100", actual: "101.50", difference: "1.50" });
});

test("no shares, no claim", () => {
  expect(judge(percentsSumTo100, shares(null, null))).toEqual([]);
});
