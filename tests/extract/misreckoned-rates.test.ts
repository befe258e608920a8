import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const rows = (...lines: string[]): string => lines.join("\n");
const listed = (label: string, note: string, fee: string): string[] =>
  outlineOf(
    "采购合同",
    "一、价格",
    rows(
      "项目|计算说明|金额（元）",
      "空调机组|2×318,000|636,000",
      "围护结构|固定|464,400",
      "设备材料费合计||1,100,400",
      `${label}|${note}|${fee}`,
    ),
  ).problems;
const told = (words: string): string[] =>
  outlineOf(
    "服务合同",
    "一、价款",
    "本合同费用由以下各项组成：",
    "（一）人员工资608,000元；",
    `（二）${words}`,
  ).problems;

describe("a fee by a rate of other sums", () => {
  test.each([
    ["运输及保险费", "设备材料费合计的1.2%", "13,204.80"],
    ["管理费（设备材料费合计的6%）", "", "66,024"],
    ["管理费", "不超过设备材料费合计的9%", "71,000"],
  ])("comes out: %s %s", (label, note, fee) => {
    expect(listed(label, note, fee)).toEqual([]);
  });

  test.each([
    ["运输及保险费", "设备材料费合计的1.8%", "13,204.80"],
    ["管理费（设备材料费合计的5%）", "", "66,024"],
  ])("is told where it doesn't: %s %s", (label, note, fee) => {
    expect(listed(label, note, fee).join()).toContain("不是此处所写比例");
  });

  test("in words", () => {
    expect(told("管理费：按人员工资的8%计，48,640元。").join()).not.toContain("不是此处所写比例");
    expect(told("管理费：按人员工资的3%计，48,640元。").join()).toContain("48,640元”");
  });

  test("is no payment and no penalty by a share", () => {
    const { problems } = outlineOf(
      "服务合同",
      "一、价款",
      "合同总价500,000元。",
      "二、违约责任",
      "逾期的，按合同金额的3%计，12,345元作为违约金。",
    );
    expect(problems.join()).not.toContain("不是此处所写比例");
  });
});
