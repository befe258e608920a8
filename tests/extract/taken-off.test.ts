import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

describe("what is taken off by its name, and added to the sum all the same", () => {
  const priced = (rest: string) =>
    outlineOf("采购合同", "一、合同价款", `设备费60,000元，安装费40,000元，${rest}`);

  test("doesn't pass", () => {
    expect(priced("乙方优惠10,000元，合计110,000元（大写：壹拾壹万元整）。").findings).toEqual([
      "total-equals-sum 合计",
    ]);
    const named = priced("减免安装费5,000元；合计105,000元（大写：壹拾万零伍仟元整）。");
    expect([named.findings, named.problems.length]).toEqual([[], 1]);
  });

  test("passes where it was taken off, or where the prices told are already without it", () => {
    for (const rest of [
      "乙方优惠10,000元，合计90,000元（大写：玖万元整）。",
      "上述报价已优惠5,000元，合计100,000元（大写：壹拾万元整）。",
    ]) {
      expect([priced(rest).findings, priced(rest).problems]).toEqual([[], []]);
    }
  });
});

describe("what costs nothing behind a reckoning", () => {
  test.each<[reckoned: string, problems: number]>([
    ["每月20,000元，共36个月，免租期三个月", 0],
    ["每月20,000元，共36个月，扣免租期两个月", 1],
    ["每月20,000元，共36个月", 1],
    ["每月20,000元，共34个月，首月免租", 0],
    ["每月20,000元，共33个月", 0],
  ])("%s", (reckoned, problems) => {
    const outline = outlineOf(
      "租赁合同",
      "一、租金",
      `租金总额为人民币660,000元（大写：陆拾陆万元整）（${reckoned}）。`,
    );
    expect(outline.problems).toHaveLength(problems);
  });
});
