import { expect, test } from "vitest";
import { findSchedules } from "../../src/extract/find-schedules.ts";
import { flowOf, table } from "../support/flow.ts";

const paidIn = (...parts: Parameters<typeof flowOf>) =>
  findSchedules(flowOf(...parts)).schedules.map(({ instalments }) =>
    instalments.map(({ amount, percent }) => [amount?.fen, percent?.percent ?? null]),
  );

const FIRST = "①合同签订后10个工作日内，甲方支付服务费总额的70%，即140,000.00元；";
const SECOND = "②成果验收合格后20个工作日内，支付服务费总额的30%，即60,000.00元。";

test("what a cell of a form tells of payments is paid", () => {
  const form = table([
    ["服务期限", "自2025年3月1日起至2025年8月31日止。"],
    ["付 款 方 式", `${FIRST}${SECOND}`],
    ["违约责任", "乙方逾期的，每逾期一日支付违约金1,000元；甲方逾期的，同样支付。"],
  ]);
  expect(paidIn("档案整理服务协议", form)).toEqual([
    [
      [14000000, "70"],
      [6000000, "30"],
    ],
  ]);
});

test("payments told outside of the form aren't told again by it", () => {
  const form = table([["付款方式", `${FIRST}${SECOND}`]]);
  expect(paidIn("档案整理服务协议", form, "第三条 付款方式", FIRST, SECOND)).toEqual([
    [
      [14000000, "70"],
      [6000000, "30"],
    ],
  ]);
});

test("sentences beside other labels and in lists are no payments", () => {
  const form = table([
    ["违约责任", "乙方逾期交付，应支付违约金2,000元；逾期十日的，支付5,000元。"],
    ["履约保证", "乙方提交保函，金额20,000元。"],
  ]);
  expect(paidIn("档案整理服务协议", form)).toEqual([]);
  const list = table([
    ["付款项目", "金额（元）", "备注"],
    ["扫描", "3,000", "验收后，支付3,000元。"],
  ]);
  expect(paidIn("档案整理服务协议", list).flat().length).toBeLessThan(2);
});
