import { expect, test } from "vitest";
import { findParties } from "../../src/extract/find-parties.ts";
import { flowOf, table } from "../support/flow.ts";

const partiesIn = (...rows: Parameters<typeof table>[0]): string[] =>
  findParties(flowOf("勘测服务合同", table(rows))).map(({ role, name }) => `${role} ${name.value}`);

test("the label between a side and its name is no name", () => {
  expect(
    partiesIn(
      [{ text: "甲方", rowSpan: 2 }, "单位名称", "青禾水利工程管理站（盖章）"],
      [null, "法定代表人", ""],
      [{ text: "乙方", rowSpan: 2 }, "名 称：", "远图测绘有限公司（盖章）"],
      [null, "法定代表人", ""],
    ),
  ).toEqual(["甲方 青禾水利工程管理站", "乙方 远图测绘有限公司"]);
});

test("a side whose name is left blank has none", () => {
  expect(partiesIn(["甲方", "单位名称"], ["乙方", "远图测绘有限公司"])).toEqual(["乙方 远图测绘有限公司"]);
});

test("a name that begins like such a label is a name", () => {
  expect(partiesIn(["甲方", "单位名称设计有限公司"], ["乙方", "远图测绘有限公司"])).toEqual([
    "甲方 单位名称设计有限公司",
    "乙方 远图测绘有限公司",
  ]);
});
