import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

/** 420,000 + 33,600 = 453,600; 6 % of it is 27,216. */
const told = (tax: string, total: string, times = "") =>
  outlineOf(
    "委托服务合同",
    "甲方：望海区文化馆 乙方：安泰物业服务有限公司",
    "一、合同价款",
    "保洁人员工资：10人×3500元/月×12个月=420000元；",
    `管理费：420000${times}×8%=33600元；`,
    `税金：（420000${times}+33600${times}）×6%=${tax}元；`,
    `合同总价：${total}元。`,
  );

describe("lines that are reckoned of other lines", () => {
  test.each(["", "元"])("come out, each number with %j", (unit) => {
    const { lines, findings, problems } = told("27216", "480816", unit);
    expect(lines).toEqual(["保洁人员工资 420000", "管理费 33600", "税金 27216"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("a tax that its bracket doesn't come to is told", () => {
    const { problems } = told("27261", "480861");
    expect(problems.join()).toContain("27261");
  });

  test("a total that they don't come to is a finding", () => {
    expect(told("27216", "480816").findings).toEqual([]);
    expect(told("27216", "480186").findings).toEqual(["total-equals-sum 合计"]);
  });
});

describe("a price by the quarter and what the year costs", () => {
  test.each([
    ["40,000", "160,000", 0],
    // 4 x 10,000 = 40,000
    ["50,000", "170,000", 1],
  ])("%s", (year, total, count) => {
    const { lines, findings, problems } = outlineOf(
      "委托服务合同",
      "一、服务费",
      `基本服务费每季度30,000元，全年120,000元；绩效服务费每季度10,000元，全年${year}元；两项合计全年${total}元。`,
    );
    expect(lines).toEqual(["基本服务费 120000", `绩效服务费 ${year.replace(",", "")}`]);
    expect([...findings, ...problems]).toHaveLength(count);
  });
});
