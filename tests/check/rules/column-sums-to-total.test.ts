import { expect, test } from "vitest";
import { columnSumsToTotal } from "../../../src/check/rules/column-sums-to-total.ts";
import { budget, contents, line, table } from "../../support/make-figures.ts";
import { describeRule, judge } from "../../support/rule-cases.ts";

const rows = (body: string[][], headerRows = 1, title: string | null = null) =>
  contents({ tables: [table(body, headerRows, title)] });
const HEAD = ["项目", "人次", "金额（元）"];

describeRule(
  columnSumsToTotal,
  {
    "a total row": rows([
      HEAD,
      ["讲座", "120", "3,600"],
      ["义诊", "80", "2,400.50"],
      ["合计", "200", "6,000.50"],
    ]),
    "a total row above": rows([
      HEAD,
      ["合计", "200", "6000"],
      ["讲座", "120", "3600"],
      ["义诊", "80", "2400"],
    ]),
    "units within cells": rows([
      HEAD,
      ["讲座", "120人次", "3600元"],
      ["义诊", "80人次", "2400元"],
      ["合 计", "200人次", "6000元"],
    ]),
    "blank cells": rows([
      HEAD,
      ["讲座", "120", "—"],
      ["义诊", "80", "2400"],
      ["参观", "", "600"],
      ["合计", "200", "3000"],
    ]),
    "subtotals and a total": rows([
      HEAD,
      ["讲座", "1", "10"],
      ["义诊", "2", "20"],
      ["小计", "3", "30"],
      ["参观", "3", "30"],
      ["走访", "4", "40"],
      ["小计", "7", "70"],
      ["合计", "10", "100"],
    ]),
    "totals and a grand total": rows([
      HEAD,
      ["讲座", "1", "10"],
      ["义诊", "2", "20"],
      ["合计", "3", "30"],
      ["参观", "3", "30"],
      ["走访", "4", "40"],
      ["合计", "7", "70"],
      ["总计", "10", "100"],
    ]),
    "parts numbered in digits below wholes in brackets": rows([
      ["科目", "说明", "数值"],
      ["（一）直接项", "以下三项之和", "52.80"],
      ["1.设备项", "仪器", "18.60"],
      ["2.业务项", "材料", "22.45"],
      ["3.劳务项", "人员", "11.75"],
      ["（二）间接项", "管理", "7.20"],
      ["合计", "", "60.00"],
    ]),
    "parts beside their whole": rows([
      HEAD,
      ["1、人员", "3", "300"],
      ["其中：工资", "2", "200"],
      ["保险", "1", "100"],
      ["2、活动", "5", "50"],
      ["合计", "8", "350"],
    ]),
    "numbered parts": rows([
      HEAD,
      ["1.人员", "3", "300"],
      ["1.1工资", "2", "200"],
      ["1.2保险", "1", "100"],
      ["2.活动", "5", "50"],
      ["合计", "8", "350"],
    ]),
    "shares rounded": rows([
      ["项目", "占比（%）"],
      ["甲", "33.33"],
      ["乙", "33.33"],
      ["丙", "33.33"],
      ["合计", "100.00"],
    ]),
    "lettered columns": rows(
      [
        ["岗位", "人数", "工资", "保险", "小计", "合计"],
        ["", "A", "B", "C", "D=B+C", "E=A×D"],
        ["社工", "3", "5000", "1500", "6500", "19500"],
        ["护士", "2", "6000", "1800", "7800", "15600"],
      ],
      2,
    ),
    "a letter row in the body, circled": rows([
      ["岗位", "人数", "单价", "月数", "金额"],
      ["", "①", "②", "③", "④=①×②×③"],
      ["社工", "3", "5000", "12", "180000"],
      ["护士", "2", "6000.55", "12", "144013.2"],
    ]),
    "formulas within headers": rows([
      ["岗位", "基数A", "补贴（B）", "合计（C=A+B）"].map((head) => head.replace("基数A", "基数（A）")),
      ["社工", "3", "5", "8"],
    ]),
    "letters right behind the words, and one taken off another": rows([
      ["片区", "户数A", "人数B", "人次C=A×B", "空置（D）", "入住E=A-D"],
      ["东", "12", "3", "36", "2", "10"],
      ["西", "20", "4", "80", "0", "20"],
    ]),
    "what is taken off in brackets": rows([
      ["项目", "金额（元）"],
      ["设备", "1,000"],
      ["抵扣", "（300）"],
      ["安装", "50"],
      ["合计", "750"],
    ]),
    points: rows([
      ["指标", "分值（满分100分）"],
      ["人员", "40分"],
      ["活动", "35分"],
      ["档案", "25分"],
    ]),
    "points by the title": rows(
      [
        ["指标", "分值"],
        ["人员", "40"],
        ["活动", "60"],
      ],
      1,
      "考核评分表（满分100分）",
    ),
  },
  {
    "a digit": [
      rows([HEAD, ["讲座", "120", "3600"], ["义诊", "80", "2400"], ["合计", "200", "6100"]]),
      "error 金额（元）合计",
    ],
    "a subtotal": [
      rows([
        HEAD,
        ["讲座", "1", "10"],
        ["义诊", "2", "20"],
        ["小计", "3", "35"],
        ["参观", "3", "65"],
        ["合计", "6", "100"],
      ]),
      "error 金额（元）小计",
    ],
    "a formula by letters right behind the words": [
      rows([
        ["片区", "户数A", "空置B", "入住C=A-B"],
        ["东", "12", "2", "20"],
        ["西", "20", "3", "17"],
      ]),
      "error 东 入住C=A-B",
    ],
    "a formula": [
      rows(
        [
          ["岗位", "人数", "工资", "合计"],
          ["", "A", "B", "C=A×B"],
          ["社工", "3", "5000", "16000"],
        ],
        2,
      ),
      "error 社工 合计C=A×B",
    ],
    points: [
      rows([
        ["指标", "分值（满分100分）"],
        ["人员", "40分"],
        ["活动", "36分"],
        ["档案", "25分"],
      ]),
      "error 分值（满分100分）满分",
    ],
    "a cell that is no number": [
      rows([
        HEAD,
        ["讲座", "120", "36O0"],
        ["义诊", "80", "2400"],
        ["参观", "8", "24"],
        ["合计", "208", "6024"],
      ]),
      "cannot-tell: 讲座（36O0）",
    ],
  },
);

test("texts, numbers of rows and prices are not summed up", () => {
  const priced = rows([
    ["序号", "项目", "单价", "金额"],
    ["1", "讲座", "30", "60"],
    ["2", "义诊", "20", "40"],
    ["3", "合计", "50.5", "100"],
  ]);
  expect(judge(columnSumsToTotal, priced)).toEqual(["pass"]);
  expect(
    judge(
      columnSumsToTotal,
      rows([
        ["要求", "标准"],
        ["讲座", "不少于2场"],
        ["合计", "若干"],
      ]),
    ),
  ).toEqual([]);
});

test("what a budget was read from is judged by the budget's rules alone", () => {
  const printed = table([
    ["项目", "金额"],
    ["人员", "60"],
    ["活动", "50"],
    ["合计", "100"],
  ]);
  const places = printed.cells.map((cell) => cell.text.evidence);
  const lines = [line("人员", 60), line("活动", 50)].map((each, index) => ({
    ...each,
    amount: { ...each.amount, evidence: places[3 + 2 * index] },
  }));
  expect(judge(columnSumsToTotal, contents({ tables: [printed] }))).toEqual(["error 金额合计"]);
  expect(judge(columnSumsToTotal, contents({ tables: [printed], budgets: [budget(lines, 100)] }))).toEqual(
    [],
  );
});
