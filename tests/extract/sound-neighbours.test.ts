import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

// Sound agreements in which something stands beside the figures that looks like a statement about them.

const read = (...lines: Parameters<typeof told>[1]) => recordOf(told("x", ["服务合同", ...lines], {}).scan);

describe("a sound paper is not accused", () => {
  test.each([
    [
      "shares of something else",
      "合同总价为人民币80万元，其中采购费20万元、安装费60万元，甲乙双方承担损耗的比例分别为30%、70%。",
    ],
    ["rates met", "合同总价为人民币80万元，其中采购费20万元、安装费60万元，完好率和及时率分别为98%、100%。"],
    [
      "what a party brings",
      "合同总价为人民币100万元。",
      "（1）乙方移交车辆38万元；",
      "（2）乙方移交仪器31万元；",
      "（3）乙方移交家具22万元。",
    ],
    ["a party's own outlay", "乙方自筹培训款6万元、场租费3.9万元，甲方支付的合同总价为人民币10万元。"],
  ])("%s", (_, ...lines) => {
    const { findings, budgets } = read(...lines);
    expect(findings).toEqual([]);
    expect(budgets.flatMap((budget) => budget.lines).flatMap(({ percent }) => percent ?? [])).toEqual([]);
  });

  test("payments behind events of losses are payments", () => {
    const { findings, schedules } = read(
      "合同总价为人民币40万元。",
      "付款方式：合同签订后支付50%即20万元；提交定损意见后支付30%即12万元；理赔完毕后支付20%即8万元。",
    );
    expect(findings).toEqual([]);
    expect(schedules[0].instalments.map(({ amount }) => amount?.fen)).toEqual([
      20_000_000, 12_000_000, 8_000_000,
    ]);
  });

  test("changes of parts that come to the whole's are no problem", () => {
    const { problems } = read(
      "原合同总价为人民币60万元，其中人工费40万元、物料费20万元。",
      "变更后：夜班人员工资增加12万元，物料费减少2万元，合同总价为70万元，其中人工费52万元、物料费18万元。",
    );
    expect(problems).toEqual([]);
  });
});

test("shares told of lines still are theirs", () => {
  const { findings } = read(
    "合同总价为人民币80万元，其中采购费20万元、安装费60万元，分别占合同总价的25%、70%。",
  );
  expect(findings.map(({ ruleId }) => ruleId)).toContain("percent-of-total");
});

test("what a whole was changed by is still compared", () => {
  const { problems } = read("原合同总价为人民币60万元，现增加12万元，合同总价调整为人民币70万元。");
  expect(problems.map(({ code }) => code)).toContain("figure-not-understood");
});

test("what is paid by the month is no budget, though its header was misread", () => {
  const record = read(
    "服务费总额为人民币90,000.00元。",
    "甲方按月拨付服务费，各月金额如下：",
    table(
      "月分|拔子金额（元）",
      "2025年01月|30,000.00",
      "2025年02月|30,000.00",
      "2025年03月|30,000.00",
      "合计|90,000.00",
    ),
  );
  expect(record.budgets.flatMap(({ lines }) => lines)).toEqual([]);
  expect(record.status).not.toBe("clean");
});
