import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const COUNTED =
  "班次|培训场次|学时|费用（元）\n初级班|10|40|30,000\n中级班|8|32|28,000\n高级班|6|24|32,000\n";
const LINES = ["初级班 30000", "中级班 28000", "高级班 32000"];

test.each([
  ["counts beside money that come out", `${COUNTED}合计|24|96|90,000`, LINES, []],
  ["a wrong sum of a count", `${COUNTED}合计|25|96|90,000`, LINES, ["column-sums-to-total 培训场次合计"]],
  ["a wrong sum of hours", `${COUNTED}合计|24|98|90,000`, LINES, ["column-sums-to-total 学时合计"]],
  ["counts without money", "班次|培训场次|学时\n初级班|10|40\n中级班|8|32\n合计|18|72", [], []],
  [
    "a wrong sum of hours without money",
    "班次|培训场次|学时\n初级班|10|40\n中级班|8|32\n合计|18|74",
    [],
    ["column-sums-to-total 学时合计"],
  ],
  [
    "a discount behind a subtotal",
    "项目|金额（元）\n设备费|60,000\n安装费|40,000\n小计|100,000\n优惠|10,000\n合计|90,000",
    ["设备费 60000", "安装费 40000", "优惠 -10000"],
    [],
  ],
  [
    "a rate of tax in a column",
    "标段|金额（元）|税率（%）\n一标段|60,000|6\n二标段|30,000|6\n合计|90,000|",
    ["一标段 60000", "二标段 30000"],
    [],
  ],
  // Sound neighbours: counts in units of their own are not added up, nor are prices.
  [
    "goods of several units",
    "名称|数量|单价（元）|金额（元）\n台式机|10台|6000|60000\n层板|40块|500|20000\n人工|5人|2000|10000\n合计|||90000",
    ["台式机 60000", "层板 20000", "人工 10000"],
    [],
  ],
])("%s", (_, rows, lines, findings) => {
  const outline = outlineOf("培训合同", "合同总价为90,000元。", rows);
  expect(outline).toMatchObject({ lines, findings, problems: [] });
});

test("a wrong discount behind a subtotal is told", () => {
  const { findings } = outlineOf(
    "采购合同",
    "项目|金额（元）\n设备费|60,000\n安装费|40,000\n小计|100,000\n优惠|11,000\n合计|90,000",
  );
  expect(findings).not.toEqual([]);
});

test("a share of the whole in a column still is one", () => {
  const { findings } = outlineOf(
    "采购合同",
    "项目|金额（元）|占比（%）\n设备费|60,000|60\n安装费|40,000|45\n合计|100,000|",
  );
  expect(findings).toContain("percent-of-total 安装费");
});
