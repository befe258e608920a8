import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const SAID = "此列各项比例之和与合计不符，请核对原件";

/** All that is said against a column of shares under its sum, blank where the cell is. */
function saidOf(...shares: string[]): string[] {
  const names = ["出勤", "质量", "安全", "合计"];
  const rows = shares.map((share, index) => `${names[index]}|${share}|按月考核`);
  const table = ["考核内容|所占权重|办法", ...rows].join("\n");
  return outlineOf("保洁服务合同", "三、考核办法如下：", table).problems;
}

describe("shares in a column that no budget reads", () => {
  test("that come to the last one: nothing is said", () => {
    expect(saidOf("40%", "35%", "25%", "100%")).toEqual([]);
  });

  test("that don't: it is said", () => {
    expect(saidOf("40%", "33%", "25%", "100%")).toEqual([expect.stringContaining(SAID)]);
  });

  test("of which one is blank: it shows in the sum", () => {
    expect(saidOf("40%", "", "25%", "100%")).toContainEqual(expect.stringContaining(SAID));
    expect(saidOf("40%", "", "60%", "100%")).toEqual([]);
  });

  test("whose sum is left blank: the last of them isn't taken for it", () => {
    expect(saidOf("40%", "35%", "25%", "")).toEqual([]);
  });
});
