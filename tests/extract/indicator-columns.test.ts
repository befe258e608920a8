import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

/** The indicators of a table of six columns whose rows are numbered so. */
function read(...numbers: string[]) {
  const ROWS = [
    "为老服务|助餐服务|每周公示菜谱|堂食午餐|每月不少于600人次",
    "^|^|^|送餐上门|每月不少于160人次",
    "^|健康管理|为老人服务|血压监测|每季度不少于200人次",
    "^|^|^|健康讲座|全年不少于6场",
    "儿童服务|课后托管|学期内开放|四点半课堂|全年不少于3,000人次",
    "^|^|^|作业辅导|在册不少于15名",
  ];
  const HEAD = "序号|项目|内容|工作要求|具体任务|考核指标";
  const rows = table(HEAD, ...ROWS.map((row, at) => `${numbers[at]}|${row}`));
  return recordOf(told("indicators", ["社区服务协议", rows], {}).scan);
}

describe("an indicator table numbered in a column of its own", () => {
  test("has the wider of two groups as its category, whatever they are called", () => {
    const { indicators, findings } = read("1", "2", "3", "4", "5", "6");
    expect(
      indicators.map(({ category, item, detail }) => [category, item, detail].map(({ value }) => value)),
    ).toEqual([
      ["为老服务", "助餐服务", "堂食午餐"],
      ["为老服务", "助餐服务", "送餐上门"],
      ["为老服务", "健康管理", "血压监测"],
      ["为老服务", "健康管理", "健康讲座"],
      ["儿童服务", "课后托管", "四点半课堂"],
      ["儿童服务", "课后托管", "作业辅导"],
    ]);
    expect(findings).toEqual([]);
  });
  test.each([
    ["leaves a number out", ["1", "2", "3", "5", "6", "7"], "4", "5"],
    ["has one twice", ["1", "2", "3", "3", "4", "5"], "4", "3"],
  ])("that %s is found wrong", (_, numbers, expected, actual) => {
    expect(read(...numbers).findings).toMatchObject([
      { ruleId: "indicator-numbering", cause: "document", expected, actual },
    ]);
  });
  test.each([[["1", "2", "1", "2", "1", "2"]], [["3", "7", "8", "11", "12", "20"]]])(
    "that begins anew or is in no order is not: %s",
    (numbers) => {
      expect(read(...numbers).findings).toEqual([]);
    },
  );
});
