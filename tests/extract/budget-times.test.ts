import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const LINES = ["桌椅 100000", "电脑 100000"];

describe("reckonings in words are those of their signs", () => {
  test.each<[told: string, findings: string[]]>([
    ["桌椅500元乘以200套等于100,000元；电脑5,000元乘20台得100,000元。", []],
    ["桌椅500元乘以210套等于100,000元；电脑5,000元乘20台得100,000元。", ["quantity-times-price 桌椅"]],
    ["桌椅单价500元乘以200套，计100,000元；电脑按每台5,000元、20台计算得100,000元。", []],
    [
      "桌椅单价500元乘以200套，计100,000元；电脑按每台5,000元、30台计算得100,000元。",
      ["quantity-times-price 电脑"],
    ],
    ["桌椅单价500元×200套，计100,000元；电脑按每台5,000元、20台计100,000元。", []],
    ["桌椅单价500元×210套，计100,000元；电脑按每台5,000元、20台计100,000元。", ["quantity-times-price 桌椅"]],
    ["桌椅100,000元（500元乘以200套）；电脑100,000元（单价5,000元乘以数量20台）。", []],
    [
      "桌椅100,000元（500元乘以200套）；电脑100,000元（单价5,000元乘以数量21台）。",
      ["quantity-times-price 电脑"],
    ],
  ])("%s", (told, findings) => {
    const outline = outlineOf("采购合同", "一、合同价款", `合同总价为200,000元，其中：${told}`);
    expect(outline).toMatchObject({ lines: LINES, findings, problems: [] });
  });

  // Sound neighbours: 乘 and 得 that reckon nothing.
  test("no others", () => {
    const outline = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为200,000元，其中：乘车费120,000元；获得感调查费80,000元。",
    );
    expect(outline).toMatchObject({
      lines: ["乘车费 120000", "获得感调查费 80000"],
      findings: [],
      problems: [],
    });
  });
});
