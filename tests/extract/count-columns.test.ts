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
