import { describe, expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { cell } from "../support/cut-table.ts";
import { type DrawnCell, ruled, scanOf, text } from "../support/normal-scan.ts";

const EDGES = [100, 200, 500, 700, 900];

const rowsOf = (...rows: string[][]): DrawnCell[] =>
  rows.flatMap((texts, row) => texts.map((words, column) => cell(row, column, 1, words)));
const UPPER = rowsOf(
  ["序号", "项目", "数量", "金额（元）"],
  ["1", "人员工资", "12", "36000"],
  ["2", "活动物资", "4", "2400"],
);
const GOES_ON = rowsOf(["3", "场地租赁", "6", "9000"], ["合计", "", "", "47400"]);
const WITHOUT_NUMBERS = rowsOf(["", "场地租赁", "6", "9000"], ["", "交通补贴", "3", "900"]);

/** How many rows the tables of a page have where the second stands so far below the first, with words between or not. */
function rowCounts(lower: DrawnCell[], apart = 16, edges = EDGES, between: string | null = null): number[] {
  const above = ruled(UPPER, EDGES, 200);
  const y = above.box[3] + apart;
  const words = between === null ? [] : [text(between, y + 4)];
  const below = ruled(lower, edges, between === null ? y : y + 40);
  const { flow, problems } = buildFlow(normalizeScan(scanOf([above, ...words, below])));
  expect(problems).toEqual([]);
  return flow.flatMap((part) => (part.kind === "table" ? [part.rowCount] : []));
}

describe("a table without a header right below another of the same columns", () => {
  test("is the rest of it", () => {
    expect(rowCounts(GOES_ON)).toEqual([5]);
    expect(rowCounts(WITHOUT_NUMBERS)).toEqual([5]);
  });

  test("keeps its cells apart from those above", () => {
    const above = ruled(UPPER, EDGES, 200);
    const below = ruled(WITHOUT_NUMBERS, EDGES, above.box[3] + 16);
    const { flow } = buildFlow(normalizeScan(scanOf([above, below])));
    const [table] = flow.filter((part) => part.kind === "table");
    expect(
      table.cells.filter(({ column }) => column === 0).map(({ row, rowSpan }) => [row, rowSpan]),
    ).toEqual([0, 1, 2, 3, 4].map((row) => [row, 1]));
    expect(table.joins).toEqual([
      { pageNumber: 1, reason: "no header of its own right below, same column edges" },
    ]);
  });
});

describe("a table stays apart", () => {
  test("that has a header, other columns, or words above it", () => {
    expect(rowCounts(UPPER)).toEqual([3, 3]);
    expect(rowCounts(GOES_ON, 16, [100, 260, 500, 700, 900])).toEqual([3, 2]);
    expect(rowCounts(GOES_ON, 16, EDGES, "另行支付的费用如下：")).toEqual([3, 2]);
  });

  test("that stands far below, or holds words below figures", () => {
    expect(rowCounts(GOES_ON, 300)).toEqual([3, 2]);
    expect(
      rowCounts(rowsOf(["甲方", "某街道办事处", "联系人", "王某"], ["乙方", "某服务社", "联系人", "李某"])),
    ).toEqual([3, 2]);
  });
});
