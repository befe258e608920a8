import { expect, test } from "vitest";
import { percentOfTotal } from "../../../src/check/rules/percent-of-total.ts";
import { budget, capitals, contents, disputed, line, money, percent } from "../../support/make-figures.ts";
import { describeRule, findingsOf } from "../../support/rule-cases.ts";

const share = (amount: number | string, total: string | null, stated: string) =>
  contents({ budgets: [budget([line("管理费及税费", amount, stated)], total)] });
const children = (one: string, other: string) =>
  contents({
    budgets: [
      budget(
        [
          line("人员", 400, "40"),
          line("工资", 300, one, { parent: "人员" }),
          line("保险", 100, other, { parent: "人员" }),
          line("活动", 600, "60"),
        ],
        1000,
      ),
    ],
  });

describeRule(
  percentOfTotal,
  {
    rounded: share(2191728, "2532911", "86.53"),
    "rounded to one place": share(258263, "2532911", "10.2"),
    "rounded to whole percent": share(258263, "2532911", "10"),
    "half, either way": share(125, "1000", "12.5"),
    "half rounded up": share(12345, "1000000", "1.23"),
    "of a total in 万元": share(258263, "253.3万", "10.20"),
    "parts as shares of the total": children("30", "10"),
    "parts as shares of their parent": children("75", "25"),
    "a deduction": share(-200, "1000", "-20.00"),
  },
  {
    "cut off": [share(258263, "2532911", "10.19"), "warning 管理费及税费"],
    "one unit": [share(258263, "2532911", "10.21"), "warning 管理费及税费"],
    "more than one unit": [share(258263, "2532911", "10.22"), "error 管理费及税费"],
    "a leading digit": [share(258263, "2532911", "11.20"), "error 管理费及税费"],
    "no total": [share(258263, null, "10.20"), "cannot-tell: 总额"],
    "a total of nothing": [share(258263, "0", "10.20"), "cannot-tell: 总额"],
    "one part of two": [children("75", "35"), "error 保险"],
  },
);

test("a total in 万元 is measured by its 大写", () => {
  const total = { ...budget([line("甲", 258263, "10.19")], "253万"), totalInCapitals: capitals(2532911) };
  expect(findingsOf(percentOfTotal, contents({ budgets: [total] }))).toHaveLength(1);
});

test("of two totals that differ, the one the lines add up to measures the shares", () => {
  const lines = [line("甲", 750, "75.00"), line("乙", 250, "25.00")];
  const wrongDigits = budget(lines, 1900, { totalInCapitals: capitals(1000) });
  expect(findingsOf(percentOfTotal, contents({ budgets: [wrongDigits] }))).toEqual([]);
});

test("the finding of the first agreement, word for word", () => {
  const [finding] = findingsOf(percentOfTotal, share(258263, "2532911", "10.19"));
  expect(finding).toMatchObject({
    severity: "warning",
    cause: "document",
    subject: "管理费及税费",
    expected: "10.20",
    actual: "10.19",
    difference: "0.01",
    formula: "258263 ÷ 2532911 = 10.1963 %",
    suggestion: null,
  });
  expect(finding.message.zh).toBe(
    "管理费及税费 258263 ÷ 2532911 = 10.1963%，合同写作 10.19%（截断，未四舍五入）",
  );
  expect(finding.message.en).toContain("cut off, not rounded");
});

test("a rival reading that would satisfy the rule is suggested", () => {
  const misread = { ...line("管理", 258263), percent: disputed(percent("10.29"), "10.20") };
  const [finding] = findingsOf(percentOfTotal, contents({ budgets: [budget([misread], 2532911)] }));
  expect(finding).toMatchObject({ cause: "misread", suggestion: { from: "10.29%", to: "10.20" } });
});

test("a doubtful figure that no rival settles leaves the cause open", () => {
  const misread = { ...line("管理", 258263), percent: disputed(percent("10.29"), "10.39") };
  const [finding] = findingsOf(percentOfTotal, contents({ budgets: [budget([misread], 2532911)] }));
  expect(finding).toMatchObject({ cause: "unknown", suggestion: null });
  const unsure = {
    ...line("管理", 258263, "10.29"),
    amount: { ...money(258263), trust: "doubtful" as const },
  };
  const [other] = findingsOf(percentOfTotal, contents({ budgets: [budget([unsure], 2532911)] }));
  expect(other.cause).toBe("unknown");
});
