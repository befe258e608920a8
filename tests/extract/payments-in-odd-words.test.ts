import { expect, test } from "vitest";
import { findPeriods } from "../../src/extract/figures/index.ts";
import { outlineOf } from "../support/outline.ts";

test("a quarter that is over by a day of the next year is of the year before", () => {
  const months = (text: string) => findPeriods(text).map(({ from, to }) => `${from} ${to}`);
  expect(months("2026年1月15日前，第四季度考核通过后付")).toEqual(["2026-01 2026-01", "2025-10 2025-12"]);
  expect(months("2025年10月15日前，第三季度考核通过后付")).toEqual(["2025-10 2025-10", "2025-07 2025-09"]);
});

test("a payment behind a time in brackets is one", () => {
  const { findings, problems } = outlineOf(
    "加工合同",
    "一、价款",
    "合同总价为785,925元。",
    "二、付款安排",
    "（1）验收合格，付707,332.50元；",
    "（2）质保期（一年）满，付78,592.50元。",
  );
  expect([findings, problems]).toEqual([[], []]);
});

test("what is charged on top by a share is no instalment", () => {
  const { findings } = outlineOf(
    "检测协议",
    "一、价款",
    "订单合计232,060元。",
    "二、结算",
    "1. 收到发票后30日内支付结算额的95%，其余5%于考核合格后一并支付；",
    "2. 加急报告（24小时内）加收框架单价的20%。",
  );
  expect(findings).toEqual([]);
});

test("what a price may not exceed is no line of it", () => {
  const { lines, findings } = outlineOf(
    "配送合同",
    "一、价款",
    "合同预计金额人民币1,407,600元，大写：壹佰肆拾万柒仟陆佰元整。实际以结算数为准，但不得突破预算146万元。",
  );
  expect([lines, findings]).toEqual([[], []]);
});

test("a table of payments that also tells what has been paid by then is read by what is paid", () => {
  const { findings, problems } = outlineOf(
    "设计合同",
    "一、价款",
    "合同价人民币1,485,000元。",
    "二、付款节点（累计）",
    [
      "节点|完成标志|本期比例|本期金额（元）|累计比例|累计金额（元）",
      "1|合同生效|20%|297,000|20%|297,000",
      "2|方案批复|25%|371,250|45%|668,250",
      "3|审查合格|55%|816,750|100%|1,485,000",
    ].join("\n"),
  );
  expect([findings, problems]).toEqual([[], []]);
});

test("the share right before a sum is its own, though one of another follows", () => {
  const { findings, problems } = outlineOf(
    "采购合同",
    "一、价款",
    "合同总价1,976,000元。",
    "二、付款",
    "1. 验收后支付合同总价的95%，1,877,200元；",
    "2. 质保金：合同总价的5%，98,800元，分两次释放：质保满12个月释放60%即59,280元，满36个月释放其余40%即39,520元。",
  );
  expect([findings, problems]).toEqual([[], []]);
});

test.each([
  ["amounts", "累计金额（元）", ["300,000", "650,000", "1,000,000"], "650,000"],
  ["shares", "累计比例", ["30%", "80%", "100%"], "80%"],
])("running %s that don't come out are told", (_, header, [first, second, third], odd) => {
  const told = (value: string): string =>
    outlineOf(
      "服务合同",
      "一、价款",
      "合同总价1,000,000元。",
      "二、付款方式",
      [
        `期次|付款条件|付款金额（元）|${header}`,
        `第1期|签订后|300,000|${first}`,
        `第2期|中期|300,000|${value}`,
        `第3期|验收后|400,000|${third}`,
      ].join("\n"),
    ).problems.join();
  expect(told(second)).toContain(odd);
  expect(told(second.replace(/65|8/, "6").replace("60,000", "600,000"))).toBe("");
});
