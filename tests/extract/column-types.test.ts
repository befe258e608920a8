import { expect, test } from "vitest";
import { findColumnTypes } from "../../src/extract/column-types.ts";
import type { ColumnType } from "../../src/model/table.ts";
import { table } from "../support/flow.ts";

const typeOf = (header: string, cells: string[]): ColumnType | null =>
  findColumnTypes(table([["名称", header], ...cells.map((text) => ["某项", text])]))[1];

test.each<[ColumnType | null, string, string[]]>([
  ["number", "序号", ["1", "2", "3"]],
  ["number", "得分", ["9.5", "10", "8"]],
  ["money", "金额（元）", ["1200", "86,400.00", "500"]],
  ["money", "合计", ["¥1200.00", "¥300.00"]],
  ["money", "预算", ["12万元", "3.5万元"]],
  ["percent", "占比", ["12.5%", "87.5%"]],
  ["percent", "税率（%）", ["6", "13"]],
  ["percent", "完成率", ["百分之九十", "百分之百"]],
  ["quantity", "数量", ["12场", "3名", "400人次"]],
  ["quantity", "面积", ["120㎡", "80㎡"]],
  ["text", "内容", ["开展走访", "举办讲座", "撰写报告"]],
  ["text", "标准", ["不少于2场", "每月开展1次走访", "按要求完成"]],
  [null, "备注", ["", "", ""]],
  ["number", "人数", ["3", "-", "5", "/"]],
  [null, "情况", ["12", "很好", "3场", "6%"]],
])("%s: %s", (type, header, cells) => {
  expect(typeOf(header, cells)).toBe(type);
});

test("a header of two levels speaks for the columns under it", () => {
  const found = findColumnTypes(
    table(
      [
        [{ text: "项目", rowSpan: 2 }, { text: "费用（元）", columnSpan: 2 }, null],
        [null, "去年", "今年"],
        ["人员", "1200", "1300"],
        ["活动", "800", "900"],
      ],
      { headerRows: 2 },
    ),
  );
  expect(found).toEqual(["text", "money", "money"]);
});
