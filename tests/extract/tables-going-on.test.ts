import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// Tables whose sum isn't the end: taxes, fees and discounts behind it, or other tables that come to one total with it.

const rows = (...lines: string[]): string => lines.join("\n");
const LISTED = ["类别|基准价|数量|金额(元)", "大米|5.80|42,000|243,600", "食用油|62.00|1,500|93,000"];
const priced = (...behind: string[]): ReturnType<typeof outlineOf> =>
  outlineOf("配送合同", "二、价格", rows(...LISTED, ...behind));

describe("rows behind a table's sum that go on to its total", () => {
  test.each([
    ["a tax", ["合计|||336,600", "税金|||20,196", "含税总价|||356,796"], "356796", "税金 20196"],
    ["a fee", ["合计|||336,600", "加：管理费|||20,196", "总价|||356,796"], "356796", "加：管理费 20196"],
    [
      "a discount by its rate",
      ["合计|||336,600", "减：下浮8%|||26,928", "合同金额|||309,672"],
      "309672",
      "减：下浮8% -26928",
    ],
  ])("%s", (_, behind, total, line) => {
    const { totals, lines, findings, problems } = priced(...behind);
    expect([totals, lines.at(-1), findings, problems]).toEqual([[`original 总${total}`], line, [], []]);
  });

  test("with a sum of another name the lines are its parts", () => {
    const { totals, lines, findings, problems } = priced(
      "测算合计|||336,600",
      "减：下浮8%|||26,928",
      "合同预计金额|||309,672",
    );
    expect([totals, findings, problems]).toEqual([["original 总309672"], [], []]);
    expect(lines).toEqual(["测算 336600", "大米 < 测算 243600", "食用油 < 测算 93000", "减：下浮8% -26928"]);
  });

  test.each([
    ["with a tax", ["合计|||336,600", "税金|||20,196", "含税总价|||356,769"]],
    ["with a discount", ["合计|||336,600", "优惠|||26,928", "合同金额|||309,762"]],
  ])("are judged where the total is wrong: %s", (_, behind) => {
    expect(priced(...behind).findings).toEqual(["total-equals-sum 合计"]);
  });

  test("are told where they lead nowhere", () => {
    const { problems } = priced("合计|||336,600", "瑾瑜|||20,196", "琅瑾|||401,004");
    expect(problems.join()).toContain("20,196");
    expect(problems.join()).toContain("401,004");
  });
});

describe("tables that come to one total", () => {
  const SCANS = ["年度|份数|单价|金额(元)", "2018年|1,116,000|0.15|167,400", "2019年|1,155,000|0.15|173,250"];
  const OTHERS = ["项目|数量|单价|金额(元)", "著录|74,850|0.90|67,365", "装订|74,850|0.60|44,910"];
  const WHOLE = "以上合计452,925.00元，大写：肆拾伍万贰仟玖佰贰拾伍元整。";
  const NESTED = ["扫描费 340650", "2018年 < 扫描费 167400", "2019年 < 扫描费 173250"];

  test("a table with its sum, and lines without one", () => {
    const { lines, totals, findings, problems } = outlineOf(
      "加工合同",
      "二、计价",
      rows(...SCANS, "扫描费小计|||340,650"),
      rows(...OTHERS),
      WHOLE,
    );
    expect(lines).toEqual([...NESTED, "著录 67365", "装订 44910"]);
    expect([totals, findings, problems]).toEqual([["original 总452925 大写452925"], [], []]);
  });

  test.each([
    ["and is right", WHOLE, []],
    ["and is wrong", "合同总价452,952.00元，大写：肆拾伍万贰仟玖佰伍拾贰元整。", ["total-equals-sum 合计"]],
  ])(
    "two with their own sums, called by the lines above them, where the total is told %s",
    (_, whole, found) => {
      const { lines, findings, problems } = outlineOf(
        "加工合同",
        "二、计价",
        "2.1 扫描费",
        rows(...SCANS, "合计|||340,650"),
        "2.2 其他费用",
        rows(...OTHERS, "合计|||112,275"),
        whole,
      );
      expect(lines).toEqual([...NESTED, "其他费用 112275", "著录 < 其他费用 67365", "装订 < 其他费用 44910"]);
      expect([findings, problems]).toEqual([found, []]);
    },
  );
});

test("a sum told behind a total that the lines come to is none of them, and is told", () => {
  const { lines, findings, problems } = outlineOf(
    "租赁合同",
    "一、租金",
    rows(
      "车型|月租金|月数|金额(元)",
      "商务车|15,600|36|561,600",
      "越野车|22,400|36|806,400",
      "合计|||1,368,000",
    ),
    "租金总额：1,368,000.00元。租金包括保险费（交强险、三者险200万元）。",
  );
  expect([lines.length, findings]).toEqual([2, []]);
  expect(problems.join()).toContain("此金额写在总额之后");
});

test("a row whose fee isn't its base times its rate is told", () => {
  const fees = (fee: string): string =>
    rows(
      "标段|建安工程费|费率|酬金",
      "一标|3,200.00|1.85%|59.20",
      `二标|2,450.00|1.96%|${fee}`,
      "三标|1,200.00|2.10%|25.20",
    );
  const told = (fee: string) => outlineOf("监理合同", "三、酬金（单位：万元）", fees(fee)).problems.join();
  expect(told("48.02")).toBe("");
  expect(told("42.08")).toContain("42.08");
});

test("months that are the same in every row and in their sum sum up nothing; counts and money are told", () => {
  const told = (header: string, value: string): string[] => {
    const { findings, problems } = outlineOf(
      "服务合同",
      "一、价款",
      rows(
        `项目|${header}|金额（元）`,
        `著录|${value}|67,365`,
        `装订|${value}|44,910`,
        `合计|${value}|112,275`,
      ),
    );
    return [...findings, ...problems];
  };
  expect(told("月数", "12")).toEqual([]);
  expect(told("份数", "74,850")).not.toEqual([]);
  expect(told("年补助金额（元）", "30,000")).not.toEqual([]);
});
