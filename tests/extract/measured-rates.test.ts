import { describe, expect, test } from "vitest";
import { lacksMeasure } from "../../src/extract/measured-rates.ts";
import { findSums } from "../../src/extract/money-sums.ts";
import { outlineOf } from "../support/outline.ts";

const lacks = (text: string): boolean =>
  lacksMeasure(text, findSums(text)[0], { from: 0, to: findSums(text)[1].start });

describe("a price by area, length or weight", () => {
  test.each([
    ["按每平方米每月28元计，全年624,960元", true],
    ["物业费3.50元/㎡·月，36个月共234,360元", true],
    ["建筑面积1,860平方米，每平方米每月28元，全年624,960元", false],
    ["1.2万㎡，3.50元/平方米，42,000元", false],
    ["每人每月3,000元，全年36,000元", false],
  ])("lacks its measure or has it: %s", (text, isLacking) => {
    expect(lacks(text)).toBe(isLacking);
  });

  test("whose area is told elsewhere is no misreckoning", () => {
    const { lines, findings, problems } = outlineOf(
      "厂房租赁合同",
      "甲方：苏港资产经营有限公司 乙方：微澜五金有限公司",
      "一、租赁物",
      "厂房建筑面积2,000平方米。",
      "二、租金",
      "1、第一年租金按每平方米每月20元计，全年480,000元；第二年租金按每平方米每月21元计，全年504,000元。",
      "2、物业费每平方米每月3元，24个月共144,000元。",
      "3、两年租金与物业费总计1,128,000元。",
    );
    expect(lines).toEqual(["第一年租金 480000", "第二年租金 504000", "物业费 144000"]);
    expect([...findings, ...problems]).toEqual([]);
  });
});
