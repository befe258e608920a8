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

test("targets beside which a score stands are indicators, and marks for what was done are none", () => {
  const read = (...rows: string[]) =>
    recordOf(told("scores", ["服务合同", table(...rows)], {}).scan).indicators.map(({ detail, standard }) => [
      detail.value,
      standard.value,
    ]);
  expect(
    read(
      "服务类别|序号|服务内容|量化指标|分值",
      "阅读活动|1|主题读书会|每月不少于2场，每场不少于20人|6",
      "^|2|绘本共读|每月不少于4场|7",
      "流动服务|3|流动书车进村|每月不少于12个点次|7",
    ),
  ).toEqual([
    ["主题读书会", "每月不少于2场，每场不少于20人"],
    ["绘本共读", "每月不少于4场"],
    ["流动书车进村", "每月不少于12个点次"],
  ]);
  expect(
    read(
      "考核项目|考核内容|评分标准|分值",
      "服务质量|响应及时|每超时一次扣2分|20",
      "^|资料完整|缺一项扣1分|10",
      "满意度|群众满意|低于90%扣5分|20",
    ),
  ).toEqual([]);
});
