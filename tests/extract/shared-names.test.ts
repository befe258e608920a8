import { describe, expect, test } from "vitest";
import { findMoneyLike } from "../../src/extract/figures/index.ts";
import { outlineOf } from "../support/outline.ts";

const told = (...parts: string[]) =>
  outlineOf("委托服务合同", "甲方：望海区文化馆 乙方：安泰物业服务有限公司", "一、合同价款", ...parts);

describe("names in a row with their sums in a row behind them", () => {
  test.each([
    [
      "three of a total",
      "合同总价为320,000元，其中保洁费、绿化费、安保费分别为120,000元、80,000元、120,000元。",
      ["保洁费 120000", "绿化费 80000", "安保费 120000"],
    ],
    [
      "joined by 和, and another behind them",
      "人员费、设备费和差旅费分别为12万元、8万元和3.5万元，管理费1.5万元，合计25万元。",
      ["人员费 120000", "设备费 80000", "差旅费 35000", "管理费 15000"],
    ],
    [
      "counted behind the last",
      "合同总价为320,000元，其中保洁、绿化、安保三项费用依次为120,000元、80,000元和120,000元。",
      ["保洁 120000", "绿化 80000", "安保 120000"],
    ],
    [
      "the unit told by the last only",
      "合同总价为32万元，其中设备、安装、培训分别为12、8、12万元。",
      ["设备 120000", "安装 80000", "培训 120000"],
    ],
    [
      "each with its 万, and 元 by the last only",
      "合同总价为32万元，其中设备、安装、培训费用依次为12万、8万和12万元。",
      ["设备 120000", "安装 80000", "培训 120000"],
    ],
  ])("%s", (_, words, lines) => {
    expect(told(words)).toMatchObject({ lines, findings: [], problems: [] });
  });

  test("that don't come to the total are a finding", () => {
    const { lines, findings } = told(
      "合同总价为320,000元。保洁费、绿化费、安保费分别为120,000元、80,000元、150,000元。",
    );
    expect(lines).toHaveLength(3);
    expect(findings).toEqual(["total-equals-sum 合计"]);
  });

  test("more names than sums are no names of theirs", () => {
    const { problems } = told("合同总价为320,000元，其中保洁、绿化、安保分别为200,000元、120,000元。");
    expect(problems).not.toEqual([]);
  });

  test("sides that bear something are no lines", () => {
    expect(told("合同总价为320,000元。", "甲方、乙方分别承担200,000元、120,000元。").lines).toEqual([]);
  });
});

describe("names in a row in an amendment", () => {
  const amended = (...parts: string[]) =>
    outlineOf(
      "服务合同补充协议",
      "甲方：望海区文化馆 乙方：安泰物业服务有限公司",
      "一、原合同",
      "原合同总价300,000元，其中保洁费、绿化费、安保费分别为100,000元、80,000元、120,000元。",
      "二、变更内容",
      ...parts,
    );
  const ORIGINAL = ["保洁费 100000", "绿化费 80000", "安保费 120000"];

  test("what two were and what they became", () => {
    const { totals, lines, findings, problems } = amended(
      "1、保洁费、绿化费分别由100,000元、80,000元调整为120,000元、90,000元，安保费不变。",
      "2、变更后合同总价为330,000元。",
    );
    expect(totals).toEqual(["original 总300000", "amended 总330000"]);
    expect(lines).toEqual([...ORIGINAL, "保洁费 120000", "绿化费 90000"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("that stay as they are", () => {
    const { lines, findings, problems } = amended(
      "1、保洁费由100,000元调整为120,000元。",
      "2、绿化费、安保费的金额均不变，分别为80,000元、120,000元。",
      "3、变更后合同总价为320,000元。",
    );
    expect(lines).toEqual([...ORIGINAL, "保洁费 120000", "绿化费 80000", "安保费 120000"]);
    expect([...findings, ...problems]).toEqual([]);
  });
});

test.each([
  ["单价分别为300、260元", [30000, 26000]],
  ["分别为1.2万、3,500和4000元", [1200000, 350000, 400000]],
  // Counts and times in a row are no money.
  ["分别为3、5人，合计20元", [2000]],
  ["分别于3月、6月支付20元", [2000]],
])("%s", (text, fen) => {
  expect(findMoneyLike(text).map((money) => money.fen)).toEqual(fen);
});

describe("sums that are named behind them", () => {
  test.each([
    ["5", ["保洁服务费 120000", "绿化服务费 80000", "垃圾清运费 50000"], 0],
    // 12 + 8 + 6 = 26: nothing but their sum says that they are parts.
    ["6", [], 3],
  ])("…的保洁服务费, the last of %s万元", (last, lines, count) => {
    const { findings, problems, ...outline } = told(
      `本合同总价25万元，由12万元的保洁服务费、8万元的绿化服务费和${last}万元的垃圾清运费组成。`,
    );
    expect(outline).toEqual({ totals: ["original 总250000"], lines });
    expect([...findings, ...problems]).toHaveLength(count);
  });
});
