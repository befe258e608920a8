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

test("a table whose unit was misread gives no sums, unless one unit comes to a total told before", () => {
  const lines = table("项目|金额", "人工费|36.50", "材料费|21.30", "合计|57.80");
  const alone = read("费用如下表（单位：心元）：", lines);
  expect(alone.budgets.flatMap((budget) => budget.lines)).toEqual([]);
  expect(alone.problems).not.toEqual([]);
  const told = read("合同总价为人民币578,000.00元。", "费用如下表（单位：心元）：", lines);
  expect(told.budgets[0].lines.map(({ amount }) => amount.fen)).toEqual([36_500_000, 21_300_000]);
});

test.each([
  ["本项目经费预算如下表所列，单位为元。", 3650],
  ["费用见下表，以万元为单位：", 36_500_000],
  ["费用见下表，金额单位均为万元：", 36_500_000],
])("a table's unit may be told in a sentence: %s", (said, fen) => {
  const record = read(said, table("项目|金额", "人工费|36.50", "材料费|21.30", "合计|57.80"));
  expect(record.budgets[0].lines[0].amount.fen).toBe(fen);
  expect(record.problems).toEqual([]);
});

test("what stays as it was is of both versions, and an excess is no cost", () => {
  const record = read(
    "一、原合同服务费总额由50万元调整为54万元，费用相应变更：",
    "1. 人工费由30万元调整为34万元；",
    "2. 车辆费20万元，维持不变。",
    "二、第三者责任险每次事故限额100万元，其中每人限额20万元；免赔额为800元。",
  );
  expect(record.findings).toEqual([]);
  expect(record.budgets.map(({ lines }) => lines.map(({ amount }) => amount.fen))).toEqual([
    [30_000_000, 20_000_000],
    [34_000_000, 20_000_000],
  ]);
});

test("a price that the treasury bears is the price", () => {
  const { budgets } = read("服务费为人民币86,400.00元（捌万陆仟肆佰元整），由区财政全额承担。");
  expect(budgets[0]?.total?.fen).toBe(8_640_000);
});
