import { expect, test } from "vitest";
import { partStackedRows } from "../../src/normalize/part-stacked-rows.ts";
import { ruled } from "../support/normal-scan.ts";

const EDGES = [100, 180, 560, 760, 1000];

/** A table of one ruled row below its head; lines of a cell stand one below the other, from the top. */
function tableOf(...texts: string[]) {
  const cell = (row: number, column: number, text: string) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
  });
  const head = ["序号", "咨询内容", "工作量", "咨询费"].map((text, column) => cell(0, column, text));
  return ruled([...head, ...texts.map((text, column) => cell(1, column, text))], EDGES, 100);
}

const rowsOf = (table: ReturnType<typeof tableOf>): string[] => {
  const { cells, rowEdgesPx } = partStackedRows(table);
  return rowEdgesPx.slice(1).map((_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ lines }) => lines.map(({ text }) => text).join("/"))
      .join("|"),
  );
};

test("rows set one below the other in one ruled row come apart, each figure with its name", () => {
  const table = tableOf(
    "（一）\n1\n2",
    "预算审核费\n西路改造工程\n小学扩建工程",
    "",
    "126,600.00\n50,400.00\n76,200.00",
  );
  const [, body] = [table.cells[0], table.cells.filter(({ row }) => row === 1)];
  // What is told of the second and the third row alone stands at their heights.
  body[2].lines = body[1].lines.slice(1).map((line, at) => ({
    ...line,
    text: ["4,200万元", "6,350万元"][at],
    box: [570, line.box[1], 750, line.box[3]],
  }));
  expect(rowsOf(table)).toEqual([
    "序号|咨询内容|工作量|咨询费",
    "（一）|预算审核费||126,600.00",
    "1|西路改造工程|4,200万元|50,400.00",
    "2|小学扩建工程|6,350万元|76,200.00",
  ]);
});

test.each([
  [
    "a name that was broken for want of room",
    "一\n二",
    "预算审核及结算审核咨询服务费用总计含税\n金及附加",
    "x\ny",
    "126,600.00\n50,400.00",
  ],
  ["a figure beside a name of two lines", "一", "预算审核费\n西路改造工程", "x", "126,600.00"],
  ["figures that are none", "一\n二", "预算审核费\n西路改造工程", "x\ny", "12人\n4人"],
  ["a name that ends in a mark", "一\n二", "预算审核费、\n结算审核费", "x\ny", "126,600.00\n50,400.00"],
])("%s stays in its row", (_, ...texts) => {
  const table = tableOf(...texts);
  expect(partStackedRows(table)).toEqual(table);
});
