import { describe, expect, test } from "vitest";
import { findBudgets } from "../../src/extract/find-budgets.ts";
import { findUnplacedWholes } from "../../src/extract/unplaced-wholes.ts";
import { flowOf } from "../support/flow.ts";
import { plainBudgets } from "../support/plain-budgets.ts";

const HEADING = "二、合同价款";

/** What is said, and the budgets it comes to; a name or sum in doubt is looked at apart. */
const UNDERSTOOD: [what: string, text: string, budget: string[]][] = [
  [
    "a whole whose word was misread, written twice before its parts",
    "合同下价为人民币1,200元（大写：壹仟贰佰元整），其中工资700元，材料费500元。",
    ["original 总1200 大写1200", "工资 700", "材料费 500"],
  ],
  [
    "the same, some parts with parts of their own",
    "运维经费说额：900元（大写：玖佰元整），其中人工费600元，其中工资400元，社保200元；材料费300元。",
    ["original 总900 大写900", "人工费 600", "工资 < 人工费 400", "社保 < 人工费 200", "材料费 300"],
  ],
  [
    "a whole whose word was misread behind parts joined by plus signs",
    "即加工费300元＋劳务费500元＋媒体投放100元，合起900元（大写：玖佰元整）。",
    ["original 总900 大写900", "加工费 300", "劳务费 500", "媒体投放 100"],
  ],
  [
    "a sum whose unit was misread before the next one's name",
    "合同价为379,700元，其中教材编写费110600都、劳务费269,100元。",
    ["original 总379700", "劳务费 269100"],
  ],
  [
    "其中 half misread",
    "合同价为1,200元，其的工资700元，材料费500元。",
    ["original 总1200", "工资 700", "材料费 500"],
  ],
];

describe("words misread around sums", () => {
  test.each(UNDERSTOOD)("%s", (_, text, budget) => {
    expect(plainBudgets(HEADING, text)).toEqual([budget.join("\n")]);
  });

  test("a filler that all other lines have, misread in one, is no part of that line's name, which is doubted", () => {
    const { budgets, problems } = findBudgets(
      flowOf(HEADING, "合同价为1,000元，其中办公费有500元，差旅费共300元，会议费共200元。"),
    );
    expect(budgets[0].lines.map(({ label }) => `${label.value} ${label.trust}`)).toEqual([
      "办公费 doubtful",
      "差旅费 agreed",
      "会议费 agreed",
    ]);
    expect(problems).toHaveLength(1);
  });

  test("a last line as much as all others is their total only by its words", () => {
    const read = (last: string) =>
      findBudgets(flowOf(HEADING, `费用包括：工资300元，材料费500元，${last}800元。`));
    expect(read("总得").budgets[0].total?.fen).toBe(80_000);
    const { budgets, problems } = read("设备购置");
    expect(budgets[0].total).toBeNull();
    expect(budgets[0].lines.at(-1)?.amount.trust).toBe("doubtful");
    expect(problems).toHaveLength(1);
  });

  test("digits and 大写 of one line that differ are told", () => {
    const { budgets, problems } = findBudgets(
      flowOf(HEADING, "合同价为1,200元，其中工资700元（大写：柒佰元整），材料费500元（大写：陆佰元整）。"),
    );
    expect(budgets[0].lines.map(({ amount }) => amount.trust)).toEqual(["agreed", "doubtful"]);
    expect(problems).toHaveLength(1);
  });

  test("a sum written twice that found no place is told, a deposit is not", () => {
    const told = (text: string): number =>
      findUnplacedWholes(flowOf(HEADING, text), {
        ...{ budgets: [], schedules: [], tables: [], indicators: [], problems: [] },
        agreement: {
          ...{ title: null, projectCode: null, projectName: null, parties: [], signedOn: null, term: null },
        },
      }).length;
    expect(told("服务合下价：900元（大写：玖佰元整）。")).toBe(1);
    expect(told("乙方交纳押金900元（大写：玖佰元整）。")).toBe(0);
    expect(told("逾期的支付违约金900元（大写：玖佰元整）。")).toBe(0);
  });

  test("a lot whose first sign was misread is a lot of its own", () => {
    const { budgets } = findBudgets(
      flowOf(
        HEADING,
        "第一包：合同金额为700元，其中工资400元，材料费300元。",
        "的二包：合同金额为500元，其中工资300元，材料费200元。",
      ),
    );
    expect(budgets.map(({ total }) => total?.fen)).toEqual([70_000, 50_000]);
  });

  test("a sum that begins with a lone zero before its groups is doubted: its first digits were lost", () => {
    const trustOf = (said: string) =>
      findBudgets(flowOf(HEADING, `合同价为80,000.00元，其中工资${said}元，材料费20,000.00元。`)).budgets[0]
        .lines[0].amount.trust;
    expect(trustOf("0,000.00")).toBe("doubtful");
    expect(trustOf("60,000.00")).toBe("agreed");
  });
});
