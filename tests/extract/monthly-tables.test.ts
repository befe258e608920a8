import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const ROWS = [
  "序号|车型|核定座位|数量（辆）|单车月租金（元）|月租金（元）",
  "1|大型客车|49座|2|18,500|37,000",
  "2|中型客车|33座|1|13,600|13,600",
  "3|商务车|7座|2|7,200|14,400",
  "月租金合计|<|<|5||65,000",
].join("\n");
const told = (total: string, heading = "三、租金总额及支付"): ReturnType<typeof outlineOf> =>
  outlineOf(
    "车辆租赁合同",
    "一、租赁车辆及租金",
    ROWS,
    "二、租期自2025年4月1日起至2026年3月31日止，共12个月。",
    heading,
    total,
  );

describe("a table of what a month costs", () => {
  test.each([
    ["租赁期内租金总额为780,000元，人民币（大写）柒拾捌万元整。", "三、租金总额及支付"],
    ["租金总额为780,000元（大写：柒拾捌万元整）。", "三、租金"],
  ])("is no list of the whole term's total, and no other total: %s", (total, heading) => {
    expect(told(total, heading)).toEqual({
      totals: ["original 总780000 大写780000"],
      lines: [],
      findings: [],
      problems: [],
    });
  });

  test("is the budget where no other total is told, its lines named by the thing and not by its seats", () => {
    expect(told("租金按月支付。", "三、支付")).toMatchObject({
      totals: ["original 总65000"],
      lines: ["大型客车 37000", "中型客车 13600", "商务车 14400"],
      findings: [],
    });
  });

  test("is judged against a total that is no multiple of it", () => {
    const { findings, problems } = told("租赁期内租金总额为790,000元。");
    expect([...findings, ...problems]).not.toEqual([]);
  });
});
