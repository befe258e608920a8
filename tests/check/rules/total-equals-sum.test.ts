import { expect, test } from "vitest";
import { totalEqualsSum } from "../../../src/check/rules/total-equals-sum.ts";
import { budget, capitals, contents, line } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const sum = (amounts: (number | string)[], total: string | null, words?: number) =>
  contents({
    budgets: [
      budget(
        amounts.map((amount, index) => line(`项目${index + 1}`, amount)),
        total,
        words === undefined ? {} : { totalInCapitals: capitals(words) },
      ),
    ],
  });
const SEED = [2191728, 44520, 38400, 258263];
const amended = (lines: [string, number][], total: number) =>
  contents({
    budgets: [
      budget([line("人员", 200), line("活动", 50), line("管理", 30)], 280),
      budget(
        lines.map(([label, amount]) => line(label, amount)),
        total,
        { version: "amended" },
      ),
    ],
  });

describeRule(
  totalEqualsSum,
  {
    yuan: sum(SEED, "2532911"),
    "total in 万元, rounded": sum(SEED, "253.3万"),
    "total in 万元, said exactly by 大写": sum(SEED, "253.3万", 2532911),
    "lines rounded to 万元": sum(["219.2万", "4.5万", "3.8万", "25.8万"], "253.3万"),
    "lines rounded to 万元, off by their rounding": sum(["0.4万", "0.4万", "0.4万"], "1.3万"),
    "a discount": sum([1000, -200], "800"),
    fen: sum(["333.33", "333.33", "333.34"], "1000"),
    "only 大写 states the total": sum(SEED, null, 2532911),
    "parts don't count twice": contents({
      budgets: [
        budget([line("人员", 300), line("工资", 200, null, { parent: "人员" }), line("活动", 50)], 350),
      ],
    }),
    "an amendment names only what it changes": amended([["活动", 60]], 290),
    "an amendment names everything": amended(
      [
        ["人员", 210],
        ["活动", 60],
        ["管理", 30],
      ],
      300,
    ),
    "an amendment drops a line": amended(
      [
        ["人员", 210],
        ["活动", 60],
      ],
      270,
    ),
  },
  {
    "a digit": [sum([2191728, 44520, 38400, 268263], "2532911"), "error 合计"],
    "one yuan of many lines": [sum([2191728, 44520, 38400, 258262], "2532911"), "warning 合计"],
    "three yuan of many lines": [sum([2191728, 44520, 38400, 258266], "2532911"), "error 合计"],
    "three yuan against 大写": [sum([2191728, 44520, 38400, 258266], "253.3万", 2532911), "error 合计"],
    "ten fen": [sum(["333.33", "333.33", "333.44"], "1000.00"), "error 合计"],
    "cut off in 万元": [sum(SEED, "253.2万"), "warning 合计"],
    "not stated": [sum(SEED, null), "cannot-tell: 总额"],
    "an amendment": [amended([["活动", 60]], 299), "error 合计"],
  },
);

test("a total without lines is no claim", () => {
  expect(judge(totalEqualsSum, contents({ budgets: [budget([], 100)] }))).toEqual([]);
});

test("the message shows the sum in figures", () => {
  const [finding] = findingsOf(totalEqualsSum, sum([2191728, 44520, 38400, 268263], "2532911"));
  expect(finding).toMatchObject({
    expected: "2542911",
    actual: "2532911",
    difference: "10000",
    formula: "2191728 + 44520 + 38400 + 268263 = 2542911",
    version: "original",
  });
  expect(finding.evidence).toHaveLength(5);
});
