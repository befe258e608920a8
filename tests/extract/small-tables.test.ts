import { describe, expect, test } from "vitest";
import { detailsOf, outlineOf } from "../support/outline.ts";

const read = (...rows: string[]) => outlineOf("服务合同", "一、费用如下：", rows.join("\n"));

describe("tables of two rows, by columns of any name", () => {
  test.each([
    [
      "货物|台数|每台|小计",
      "水泵|4|2,350|9,400",
      "电机|3|1,860|5,580",
      "合计|||14,980",
      ["水泵 9400", "电机 5580"],
    ],
    [
      "工种|人数|日工资|出勤天数|应发",
      "瓦工|6|320|45|86,400",
      "小工|8|200|45|72,000",
      "合计|14|||158,400",
      ["瓦工 86400", "小工 72000"],
    ],
    [
      "农户|亩数|亩价|年租金",
      "张大|12.5|600|7,500",
      "李二|8.2|600|4,920",
      "合计|20.7||12,420",
      ["张大 7500", "李二 4920"],
    ],
    [
      "品目|原价|折扣|成交价",
      "沙发|3,200|8.5折|2,720",
      "茶几|1,500|8.5折|1,275",
      "合计|4,700||3,995",
      ["沙发 2720", "茶几 1275"],
    ],
    [
      "项目|原价|优惠|优惠后",
      "安装|12,000|2,000|10,000",
      "调试|8,000|1,000|7,000",
      "合计|20,000|3,000|17,000",
      ["安装 10000", "调试 7000"],
    ],
    [
      "名目|不含税|税|含税",
      "设计|100,000|6,000|106,000",
      "施工|200,000|18,000|218,000",
      "合计|300,000|24,000|324,000",
      ["设计 106000", "施工 218000"],
    ],
  ])("%s: its lines are read, and nothing is said", (header, one, other, sum, lines) => {
    expect(read(header, one, other, sum)).toMatchObject({ lines, findings: [], problems: [] });
  });

  test.each([
    ["货物|台数|每台|小计", "水泵|4|2,350|9,400", "电机|3|1,860|5,850", "合计|||15,250"],
    ["工种|人数|日工资|出勤天数|应发", "瓦工|6|320|45|86,400", "小工|8|200|45|74,000", "合计|14|||160,400"],
    [
      "项目|上半年|下半年|全年",
      "保洁|60,000|60,000|120,000",
      "绿化|30,000|36,000|65,000",
      "合计|90,000|96,000|185,000",
    ],
  ])("%s: a row that doesn't come out is a finding", (...rows) => {
    expect(read(...rows).findings).not.toEqual([]);
  });

  test.each([
    ["班次|学员|人均|费用", "一班|40|580|23,200", "二班|35|580|20,800", "合计|75||44,000", "20,800"],
    [
      "险种|保额|费率|保费",
      "财产险|5,000,000|0.08%|4,000",
      "责任险|2,000,000|0.15%|3,200",
      "合计|||7,200",
      "3,200",
    ],
    [
      "出资方|首期|二期|合计",
      "甲方|200,000|100,000|300,000",
      "乙方|150,000|80,000|220,000",
      "合计|350,000|180,000|520,000",
      "220,000",
    ],
    [
      "项目|原金额|现金额|增减",
      "土方|120,000|135,000|+15,000",
      "砌体|86,000|80,000|-5,000",
      "合计|206,000|215,000|+10,000",
      "80,000",
    ],
    [
      "品目|原价|折扣|成交价",
      "沙发|3,200|8.5折|2,720",
      "茶几|1,500|8.5折|1,257",
      "合计|4,700||3,977",
      "1,257",
    ],
  ])("%s: a row that is one slip off is told", (header, one, other, sum, odd) => {
    expect(read(header, one, other, sum).problems).toContainEqual(expect.stringContaining(`“${odd}”`));
  });

  test("areas are no money, whatever became of them", () => {
    const rows = [
      "乡镇|原面积（亩次）|增减|调整后（亩次）",
      "甲镇|31,000|+4,300|35,300",
      "乙乡|28,500|+3,100|31,600",
    ];
    expect(read(...rows).lines).toEqual([]);
  });
});

test("a cost with its time in brackets is money still", () => {
  const rows = ["项目|费用（月）|备注", "保洁|5,000|含耗材", "绿化|2,000|含苗木", "合计|7,000|"];
  expect(read(...rows).lines).toEqual(["保洁 5000", "绿化 2000"]);
});

describe("a line that announces payments, in a paper without numbers", () => {
  const paid = (...lines: string[]) => {
    const { payments, lines: parts, findings } = detailsOf("咨询合同", "咨询费：人民币36,000元", ...lines);
    return { payments, parts, findings };
  };

  test("a share a line, by any verb", () => {
    expect(
      paid(
        "付费：",
        "报告交来后十天：付咨询费的30%",
        "材料整理过半：交咨询费的40%",
        "材料归档：结咨询费的30%",
      ),
    ).toEqual({
      payments: ["- 30%", "- 40%", "- 30%"],
      parts: [],
      findings: [],
    });
  });

  test("a sum a line, behind a sign; a penalty below isn't one", () => {
    const lines = [
      "★ 怎么给",
      "◆ 签单当日：交定金8,000元",
      "◆ 试音后：付12,000元",
      "◆ 撤场后三天内：结清16,000元",
    ];
    expect(paid(...lines, "★ 讲清楚的话", "◆ 黑屏超过半小时，扣1,000元")).toEqual({
      payments: ["8000", "12000", "16000"],
      parts: [],
      findings: [],
    });
  });
});

test("a payment due in a month that the months paid before and after leave out is of that month", () => {
  const lines = [
    "2026年9月至2027年1月，每月5日前付12,400元",
    "2027年2月5日前，交6,200元",
    "2027年3月至2027年6月，每月5日前付12,400元",
  ];
  const term = "二、期限：2026年9月1日起至2027年6月30日止。";
  expect(detailsOf("接送合同", "一、总价117,800元。", term, "三、付款", ...lines).findings).toEqual([]);
});

test("a share kept back that is told by itself: nobody is blamed for the rest", () => {
  const parts = [
    "一、合同总价90,000元。",
    "二、付款：签约后付40%，验收后付57%。",
    "三、质量保证金：合同价的3%，一年后退还。",
  ];
  const { findings, problems } = outlineOf("施工合同", ...parts);
  expect(findings).toEqual([]);
  expect(problems).toContainEqual(expect.stringContaining("“3%”"));
});
