import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const COSTS = ["项目|金额（元）", "舞台|321,800", "奖金|75,000", "合计|396,800"].join("\n");
const prizes = (first: string): string =>
  [
    "名次|队数|每队（元）|小计（元）",
    `冠军|1|${first}|${first}`,
    "亚军|1|20,000|20,000",
    "季军|5|5,000|25,000",
  ].join("\n");
const FUNDS = "市局240,000元，区政府96,800元，水务公司60,000元，各自按出资比例拨付。";

describe("a list without a total that is one line of another", () => {
  test("is what that line is made up of, and what comes to the whole behind it is the whole parted anew", () => {
    for (const more of [[], ["三、出资", FUNDS]]) {
      const { lines, findings, problems } = outlineOf(
        "承办合同",
        "一、费用",
        COSTS,
        "二、奖金分配",
        prizes("30,000"),
        ...more,
      );
      expect(lines).toEqual([
        "舞台 321800",
        "奖金 75000",
        "冠军 < 奖金 30000",
        "亚军 < 奖金 20000",
        "季军 < 奖金 25000",
      ]);
      expect([...findings, ...problems]).toEqual([]);
    }
  });

  test("and stays apart where it isn't as much", () => {
    const { lines } = outlineOf("承办合同", "一、费用", COSTS, "二、奖金分配", prizes("38,000"));
    expect(lines).toContain("冠军 38000");
  });
});
