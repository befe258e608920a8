import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const outline = (...rows: string[]) => outlineOf("采购合同", "一、费用如下：", rows.join("\n"));
const TWICE = "费用|金额（元）|费用|金额（元）";
const ROWS = ["人工费|40,000|材料费|25,000", "机械费|10,000|管理费|5,000"];
const LINES = ["人工费 40000", "机械费 10000", "材料费 25000", "管理费 5000"];

test.each([
  ["the total under both sides", "合计|<|<|80,000"],
  ["the total under the right side", "||合计|80,000"],
  ["the total's words under the left side", "合计|80,000||"],
])("a list printed in two columns side by side: %s", (_, sum) => {
  const { totals, lines, findings, problems } = outline(TWICE, ...ROWS, sum);
  expect({ totals, lines, findings, problems }).toEqual({
    totals: ["original 总80000"],
    lines: LINES,
    findings: [],
    problems: [],
  });
});

test("an odd number of items, with counts and prices", () => {
  const { lines, findings, problems } = outline(
    "品名|数量|单价（元）|金额（元）|品名|数量|单价（元）|金额（元）",
    "课桌|2|100|200|柜子|1|500|500",
    "课椅|4|50|200||||",
    "合计|<|<|<|<|<|<|900",
  );
  expect({ lines, findings, problems }).toEqual({
    lines: ["课桌 200", "课椅 200", "柜子 500"],
    findings: [],
    problems: [],
  });
});

test("a wrong total and a wrong product of the right side are findings", () => {
  expect(outline(TWICE, ...ROWS, "合计|<|<|85,000").findings).toEqual(["total-equals-sum 合计"]);
  const { findings } = outline(
    "品名|数量|单价（元）|金额（元）|品名|数量|单价（元）|金额（元）",
    "课桌|2|100|200|柜子|1|500|500",
    "课椅|4|50|200|台灯|10|20|250",
    "合计|<|<|<|<|<|<|1,150",
  );
  expect(findings).toEqual(["quantity-times-price 台灯"]);
});

test("columns of two versions side by side are no two lists", () => {
  const { totals } = outline(
    "项目|调整前金额（元）|调整后金额（元）",
    "人员费|5,000|6,000",
    "活动费|3,000|2,500",
    "合计|8,000|8,500",
  );
  expect(totals).toEqual(["original 总8000", "amended 总8500"]);
});
