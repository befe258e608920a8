import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

describe("what was set aside for an agreement before it was priced", () => {
  test.each([
    [["合同总金额：￥610,600.00元。", "第十一条 本合同预算65万元，据实结算总额不得超过预算。"]],
    [["合同总金额：￥102,080.00元。", "第十二条 本合同预算11万元，资金来源为公务用车运行维护费。"]],
    [["一、采购预算：65万元。", "二、合同总价为人民币610,600元。"]],
  ])("is not its price: %s", (clauses) => {
    const { totals, findings, problems } = outlineOf("体检服务合同", ...clauses);
    expect(totals).toHaveLength(1);
    expect(totals[0]).not.toMatch(/650000|110000/);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("is told where one slip makes it the price: it may be that told again", () => {
    const { problems } = outlineOf(
      "体检服务合同",
      "合同总金额：￥357,800.00元。",
      "第十一条 本项目预算375,800元。",
    );
    expect(problems).toEqual([expect.stringContaining("375,800元")]);
  });

  test("is the whole where nothing else is", () => {
    expect(outlineOf("任务书", "一、项目预算65万元，其中体检费50万元，管理费15万元。").totals).toEqual([
      "original 总650000",
    ]);
  });
});

describe("a term with what is added to it", () => {
  const termOf = (...clauses: string[]) => {
    const { agreement, findings } = recordOf(told("longer", ["补充协议", ...clauses], {}).scan);
    const { from, to, months } = agreement.term ?? {};
    return [from?.value, to?.value, months, ...findings.map(({ ruleId }) => ruleId)];
  };
  const BEFORE = "原合同服务期自2023年7月1日至2024年6月30日，共12个月，合同总价684,000元。";

  test.each([
    "服务期延长6个月，即自2024年7月1日至2024年12月31日，累计服务期由12个月调整为18个月。",
    "过渡期自2024年7月1日起至2024年12月31日止，共6个月。原合同服务期限相应由12个月变更为18个月。",
  ])("runs from the first day to the last one added: %s", (clause) => {
    expect(termOf(BEFORE, clause)).toEqual(["2023-07-01", "2024-12-31", 18]);
  });

  test("is held against the months of the whole", () => {
    expect(
      termOf(
        BEFORE,
        "二、过渡期",
        "自2024年7月1日起至2024年12月31日止，共6个月。原合同服务期限相应由12个月变更为17个月。",
      ),
    ).toEqual(["2023-07-01", "2024-12-31", 17, "term-months-agree"]);
  });
});

test("a table that tells all lines of a list again, with those told before it, is one budget", () => {
  const { totals, lines } = outlineOf(
    "补充协议",
    "一、合同价款变更",
    "1. 应急保障费由60,000.00元调整为72,000.00元，变更前后对照见附表。",
    "2. 合同总价由402,400.00元调整为452,200.00元。",
    [
      "序号|项目|变更前金额|变更后金额",
      "1|公厕管护|302,400.00|340,200.00",
      "2|护栏清洗|40,000.00|40,000.00",
      "3|应急保障|60,000.00|72,000.00",
      "合计|<|402,400.00|452,200.00",
    ].join("\n"),
  );
  expect(totals).toEqual(["original 总402400 再402400", "amended 总452200 再452200"]);
  expect(lines).toEqual([
    "公厕管护 302400",
    "护栏清洗 40000",
    "应急保障 60000",
    "公厕管护 340200",
    "护栏清洗 40000",
    "应急保障 72000",
  ]);
});
