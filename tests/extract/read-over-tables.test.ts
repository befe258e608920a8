import { describe, expect, test } from "vitest";
import { findPeriods } from "../../src/extract/figures/index.ts";
import { outlineOf } from "../support/outline.ts";

// Found by a reader who hadn't written the rules: each of these would have been read wrong by the first way of a rule.

const rows = (...lines: string[]): string => lines.join("\n");

test("a quarter that is paid in advance is of the year of its day", () => {
  const quarters = findPeriods("2025年1月10日前支付第一季度租金，2025年4月10日前支付第二季度").map(
    ({ from }) => from,
  );
  expect(quarters).toEqual(["2025-01", "2025-01", "2025-04", "2025-04"]);
});

test("a list in two kinds with a header of each is one list", () => {
  const { lines, findings } = outlineOf(
    "采购合同",
    "一、价款",
    rows(
      "序号|项目|单价（元）|数量|金额（元）",
      "一、硬件|<|<|<|<",
      "1|服务器|30,000|2|60,000",
      "2|交换机|5,000|4|20,000",
      "二、软件|<|<|<|<",
      "序号|名称|单价（元）|期限|金额（元）",
      "1|数据库|15,000|1|15,000",
      "2|中间件|5,000|1|5,000",
      "合计|<|<|<|100,000",
    ),
  );
  expect([lines.length >= 4, findings]).toEqual([true, []]);
});

describe("sound and blamed on nobody", () => {
  test.each([
    ["another time behind the term's days", ["工期：自2025年3月1日起至2025年5月31日止，养护24个月。"]],
    [
      "another time of days of its own",
      ["服务期自2025年3月1日起至2025年5月31日止，维护12个月，自2025年6月1日起算。"],
    ],
    [
      "what was agreed by an older standard",
      ["一、变更", "原标准合同总价200,000元；现变更后合同总价240,000元（大写：贰拾肆万元整）。"],
    ],
  ])("%s", (_, parts) => {
    expect(outlineOf("服务合同", ...parts).findings).toEqual([]);
  });
});

describe("flawed and not passed over", () => {
  test.each([
    [
      "counts that are all alike and their sum too",
      ["一、价款", rows("岗位|人数|金额（元）", "门岗|3|30,000", "巡逻|3|36,000", "合计|3|66,000")],
    ],
    [
      "a line that happens to be what those before it come to",
      [
        "一、价款",
        rows(
          "项目|金额（元）",
          "人工费|30,000",
          "材料费|20,000",
          "机械费|50,000",
          "管理费|10,000",
          "合计|60,000",
        ),
      ],
    ],
    [
      "a table's own sum that is wrong by what the table above comes to",
      [
        "一、计价",
        "1.1 扫描费",
        rows("项目|金额（元）", "甲库|40,000", "乙库|60,000", "合计|100,000"),
        "1.2 著录费",
        rows("项目|金额（元）", "甲库|120,000", "乙库|80,000", "合计|300,000"),
      ],
    ],
    [
      "a discount by another rate than told",
      [
        "一、价款",
        rows(
          "项目|金额（元）",
          "甲|60,000",
          "乙|40,000",
          "合计|100,000",
          "优惠10%|12,000",
          "合同总价|88,000",
        ),
      ],
    ],
    [
      "an extension's name that only looks like one",
      ["一、期限", "服务期限自2025年8月1日至2026年7月31日。", "签订日期：2025年8月30日"],
    ],
  ])("%s", (what, parts) => {
    const { findings, problems } = outlineOf(
      what.includes("extension") ? "展览馆运行维护服务合同" : "服务合同",
      ...parts,
    );
    expect([...findings, ...problems]).not.toEqual([]);
  });
});
