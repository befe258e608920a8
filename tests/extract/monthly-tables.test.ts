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

  test.each(["715,000", "650,000"])("is told where %s is no twelve months of it", (total) => {
    expect(told(`租赁期内租金总额为${total}元。`).problems).toEqual([
      expect.stringContaining("“65,000”：每月或每年合计乘以期限"),
    ]);
  });

  test("is judged against a total that is no multiple of it", () => {
    const { findings, problems } = told("租赁期内租金总额为790,000元。");
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

test("a table of what changes come to is no list of the new total, and its lines bear no kind of change as a name", () => {
  const told = (sum: string): ReturnType<typeof outlineOf> =>
    outlineOf(
      "补充协议",
      "一、变更内容及费用如下表：",
      [
        "序号|功能模块|变更类型|工作量（人月）|单价（万元/人月）|金额（万元）",
        "1|数据接口扩展|新增|5|1.80|9.00",
        "2|移动端审批|新增|6|2.00|12.00",
        "3|自助终端程序|核减|-2|1.80|-3.60",
        `本次变更金额合计|<|<|<|<|${sum}`,
      ].join("\n"),
      "二、合同总金额由304.60万元调整为322.00万元（大写：人民币叁佰贰拾贰万元整）。",
    );
  expect(told("17.40")).toMatchObject({
    totals: ["original 总3046000", "amended 总3220000 大写3220000"],
    lines: [],
    findings: [],
  });
  expect(told("17.80").findings.join()).toContain("column-sums-to-total");
});
