import { expect, test } from "vitest";
import { capitalsEqualDigits } from "../../../src/check/rules/capitals-equal-digits.ts";
import { budget, capitals, contents, money } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const stated = (digits: string, words: string) =>
  contents({ budgets: [budget([], digits, { totalInCapitals: capitals(words) })] });

describeRule(
  capitalsEqualDigits,
  {
    "the same yuan": stated("2696000", "2696000"),
    "digits in 万元": stated("269.6万", "2696000"),
    "digits in 万元, rounded": stated("253.29万", "2532911"),
    "with fen": stated("1000000.50", "1000000.50"),
  },
  {
    "two digits swapped": [stated("2969000", "2696000"), "error 合计"],
    "one yuan apart, which no rounding explains": [stated("2696001", "2696000"), "error 合计"],
    "万元 cut off": [stated("253.2万", "2532911"), "warning 合计"],
    "万元 off by one unit": [stated("253.4万", "2532911"), "error 合计"],
  },
);

test("one statement alone is no claim", () => {
  expect(judge(capitalsEqualDigits, contents({ budgets: [budget([], "2696000")] }))).toEqual([]);
  const wordsOnly = budget([], null, { totalInCapitals: capitals("2696000") });
  expect(judge(capitalsEqualDigits, contents({ budgets: [wordsOnly] }))).toEqual([]);
});

test("says both amounts and points at both", () => {
  const words = { ...capitals("2696000"), raw: "贰佰陆拾玖万陆仟元整" };
  const total = money("2969000");
  const [finding] = findingsOf(
    capitalsEqualDigits,
    contents({ budgets: [{ ...budget([], null), total, totalInCapitals: words }] }),
  );
  expect(finding).toMatchObject({
    expected: "2696000",
    actual: "2969000",
    difference: "273000",
    cause: "document",
  });
  expect(finding.message.zh).toContain("贰佰陆拾玖万陆仟元整");
  expect(finding.evidence).toEqual([...total.evidence, ...words.evidence]);
});
