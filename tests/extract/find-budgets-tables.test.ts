import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBudgets } from "../../src/extract/find-budgets.ts";
import type { FlowParagraph, FlowTable } from "../../src/model/flow.ts";
import { flowOf, table } from "../support/flow.ts";
import { plainBudgets } from "../support/plain-budgets.ts";

type Case = [what: string, parts: (string | FlowParagraph | FlowTable)[], budgets: string[]];

const budget = (...lines: string[]): string => lines.join("\n");

const TABLES: Case[] = [
  [
    "bare shares under a header that says so, 万元 in the header",
    [
      table([
        ["支出内容", "预算数（万元）", "所占比例(%)"],
        ["专家劳务", "12.5", "62.5"],
        ["会议差旅", "7.5", "37.5"],
        ["总计", "20", "100"],
      ]),
    ],
    [budget("original 总200000", "专家劳务 125000 62.5%", "会议差旅 75000 37.5%")],
  ],
  [
    "单位：万元 in the line above",
    [
      "经费预算明细表",
      "单位：万元",
      table([
        ["科目", "金额"],
        ["设备购置", "35.20"],
        ["安装调试", "4.80"],
        ["合计", "40.00"],
      ]),
    ],
    [budget("original 总400000", "设备购置 352000", "安装调试 48000")],
  ],
  [
    "the total in a cell as wide as the table",
    [
      table([
        ["序号", "名称", "金额（元）"],
        ["1", "绿化养护", "180,000"],
        ["2", "保洁服务", "120,000"],
        [{ text: "合计（大写）：叁拾万元整　（小写）：￥300,000元", columnSpan: 3 }, null, null],
      ]),
    ],
    [budget("original 总300000 大写300000", "绿化养护 180000", "保洁服务 120000")],
  ],
  [
    "a last row that alone is called the sum of what it names, though it doesn't come out",
    [
      table([
        ["名称", "数量", "单价（元）", "金额（元）"],
        ["课桌", "10", "300", "3,000"],
        ["书柜", "5", "800", "4,000"],
        [{ text: "教室区合计", columnSpan: 3 }, null, null, "7,900"],
      ]),
    ],
    [budget("original 总7900", "课桌 3000 = 10 × 300", "书柜 4000 = 5 × 800")],
  ],
  [
    "sums of parts amid a table and at its end are lines with their parts",
    [
      table([
        ["名称", "金额（元）"],
        ["课桌", "3,000"],
        ["书柜", "4,000"],
        ["家具合计", "7,000"],
        ["投影机", "9,000"],
        ["音响", "2,000"],
        ["电器合计", "11,000"],
      ]),
    ],
    [
      budget(
        "original",
        "家具 7000",
        "课桌 < 家具 3000",
        "书柜 < 家具 4000",
        "电器 11000",
        "投影机 < 电器 9000",
        "音响 < 电器 2000",
      ),
    ],
  ],
  [
    "a title and a unit in rows of the header",
    [
      table(
        [
          [{ text: "项目经费预算表（单位：万元）", columnSpan: 3 }, null, null],
          ["序号", "预算科目", "预算金额"],
          ["一", "人员支出", "30"],
          ["二", "公用支出", "10"],
          ["", "合计", "40"],
        ],
        { headerRows: 2 },
      ),
    ],
    [budget("original 总400000", "人员支出 300000", "公用支出 100000")],
  ],
  [
    "a wide column with sums of its own",
    [
      table([
        ["费用类别", "类别小计（元）", "费用明细", "金额（元）"],
        [{ text: "人员", rowSpan: 2 }, { text: "70000", rowSpan: 2 }, "薪酬", "50000"],
        [null, null, "社保", "20000"],
        [{ text: "活动", rowSpan: 2 }, { text: "30000", rowSpan: 2 }, "物料", "18000"],
        [null, null, "场地", "12000"],
        ["合计", "100000", "", "100000"],
      ]),
    ],
    [
      budget(
        "original 总100000",
        "人员 70000",
        "薪酬 < 人员 50000",
        "社保 < 人员 20000",
        "活动 30000",
        "物料 < 活动 18000",
        "场地 < 活动 12000",
      ),
    ],
  ],
  [
    "a kind that was misread in one of its rows",
    [
      table([
        ["类别", "细目", "金额（元）"],
        ["人力成本", "工资", "50000"],
        ["人力成本", "奖金", "10000"],
        ["人力成本", "小计", "60000"],
        ["办公戍本", "耗材", "8000"],
        ["办公成本", "通讯", "2000"],
        ["办公成本", "小计", "10000"],
        ["合计", "", "70000"],
      ]),
    ],
    [
      budget(
        "original 总70000",
        "人力成本 60000",
        "工资 < 人力成本 50000",
        "奖金 < 人力成本 10000",
        "办公成本 10000",
        "耗材 < 办公成本 8000",
        "通讯 < 办公成本 2000",
      ),
    ],
  ],
  [
    "小计 in the second column of a merged kind",
    [
      table([
        ["类别", "细目", "金额（元）"],
        [{ text: "人力成本", rowSpan: 3 }, "工资", "50000"],
        [null, "奖金", "10000"],
        [null, "小计", "60000"],
        [{ text: "办公成本", rowSpan: 3 }, "耗材", "8000"],
        [null, "通讯", "2000"],
        [null, "小计", "10000"],
        ["合计", "", "70000"],
      ]),
    ],
    [
      budget(
        "original 总70000",
        "人力成本 60000",
        "工资 < 人力成本 50000",
        "奖金 < 人力成本 10000",
        "办公成本 10000",
        "耗材 < 办公成本 8000",
        "通讯 < 办公成本 2000",
      ),
    ],
  ],
  [
    "numbers that tell the parts",
    [
      table([
        ["序号", "费用名称", "费用（元）", "占比"],
        ["1", "运营费", "90000", "90%"],
        ["1.1", "水电", "30000", "30%"],
        ["1.2", "物业", "60000", "60%"],
        ["2", "税费", "10000", "10%"],
        ["", "总计", "100000", "100%"],
      ]),
    ],
    [
      budget(
        "original 总100000",
        "运营费 90000 90%",
        "水电 < 运营费 30000 30%",
        "物业 < 运营费 60000 60%",
        "税费 10000 10%",
      ),
    ],
  ],
  [
    "three deep",
    [
      table([
        ["序号", "项目", "金额（元）"],
        ["一", "直接费", "90000"],
        ["（一）", "人工", "60000"],
        ["1", "技工", "40000"],
        ["2", "普工", "20000"],
        ["（二）", "材料", "30000"],
        ["二", "间接费", "10000"],
        ["", "合计", "100000"],
      ]),
    ],
    [
      budget(
        "original 总100000",
        "直接费 90000",
        "人工 < 直接费 60000",
        "技工 < 人工 40000",
        "普工 < 人工 20000",
        "材料 < 直接费 30000",
        "间接费 10000",
      ),
    ],
  ],
  [
    "years side by side stay apart",
    [
      table([
        ["项目", "2024年（万元）", "2025年（万元）", "合计（万元）"],
        ["人员经费", "20", "22", "42"],
        ["业务经费", "10", "11", "21"],
        ["合计", "30", "33", "63"],
      ]),
    ],
    [
      budget("original 2024年 总300000", "人员经费 200000", "业务经费 100000"),
      budget("original 2025年 总330000", "人员经费 220000", "业务经费 110000"),
      budget("original 总630000", "人员经费 420000", "业务经费 210000"),
    ],
  ],
  [
    "a table a year",
    [
      "2024年度预算明细表",
      table([
        ["项目", "金额（元）"],
        ["人员", "2000"],
        ["办公", "1000"],
        ["合计", "3000"],
      ]),
      "2025年度预算明细表",
      table([
        ["项目", "金额（元）"],
        ["人员", "2200"],
        ["办公", "1100"],
        ["合计", "3300"],
      ]),
    ],
    [
      budget("original 2024年度 总3000", "人员 2000", "办公 1000"),
      budget("original 2025年度 总3300", "人员 2200", "办公 1100"),
    ],
  ],
  [
    "a table a lot, named in its title",
    [
      table(
        [
          ["货物名称", "数量", "单价（元）", "合价（元）"],
          ["书架", "10个", "500", "5000"],
          ["合计", "", "", "5000"],
        ],
        { title: "01包报价明细" },
      ),
      table(
        [
          ["货物名称", "数量", "单价（元）", "合价（元）"],
          ["图书", "200册", "30", "6000"],
          ["合计", "", "", "6000"],
        ],
        { title: "02包报价明细" },
      ),
    ],
    [
      budget("original 01包 总5000", "书架 5000 = 10个 × 500"),
      budget("original 02包 总6000", "图书 6000 = 200册 × 30"),
    ],
  ],
  [
    "people × months × pay: the counts multiplied, as sentences tell them",
    [
      table([
        ["岗位", "人数", "月数", "月薪（元）", "金额（元）"],
        ["社工", "2", "12", "6000", "144000"],
        ["保安", "1", "12", "4000", "48000"],
        ["合计", "", "", "", "192000"],
      ]),
    ],
    [budget("original 总192000", "社工 144000 = 24 × 6000", "保安 48000 = 12 × 4000")],
  ],
  [
    "a price with its unit in the cell, and amounts with 元",
    [
      table([
        ["服务项目", "数量", "单价", "金额"],
        ["健康讲座", "12场", "1500元/场", "18000元"],
        ["义诊", "6次", "800元/次", "4800元"],
        ["合计", "", "", "22800元"],
      ]),
    ],
    [budget("original 总22800", "健康讲座 18000 = 12场 × 1500", "义诊 4800 = 6次 × 800")],
  ],
  [
    "net, tax and gross",
    [
      table([
        ["品名", "不含税金额", "税率", "税额", "价税合计"],
        ["软件", "100000", "6%", "6000", "106000"],
        ["运维", "50000", "6%", "3000", "53000"],
        ["合计", "150000", "", "9000", "159000"],
      ]),
    ],
    [budget("original 总159000", "软件 106000", "运维 53000")],
  ],
  [
    "a table laid on its side",
    [
      table([
        ["项目", "人员费", "活动费", "管理费", "合计"],
        ["金额（万元）", "60", "30", "10", "100"],
        ["占比", "60%", "30%", "10%", "100%"],
      ]),
    ],
    [budget("original 总1000000", "人员费 600000 60%", "活动费 300000 30%", "管理费 100000 10%")],
  ],
  [
    "prose tells the total, a table the lines",
    [
      "二、合同价款",
      "合同总价为人民币100,000元（大写：壹拾万元整），费用明细见下表：",
      table([
        ["分项名称", "分项价格（元）", "备注"],
        ["勘察", "40,000", ""],
        ["设计", "60,000", ""],
        ["合计", "100,000", ""],
      ]),
    ],
    [budget("original 总100000 大写100000 再100000", "勘察 40000", "设计 60000")],
  ],
  [
    "a form's row",
    [
      table(
        [
          ["项目名称", "智慧停车系统"],
          ["合同金额", "人民币贰拾万元整（¥200,000.00）"],
          ["服务期限", "12个月"],
        ],
        { headerRows: 0 },
      ),
    ],
    ["original 总200000 大写200000"],
  ],
  [
    "how often beside what",
    [
      table([
        ["序号", "服务内容", "服务频次", "费用（元/年）"],
        ["1", "电梯维保", "每月2次", "24,000"],
        ["2", "消防维保", "每季1次", "16,000"],
        ["合计", "", "", "40,000"],
      ]),
    ],
    [budget("original 总40000", "电梯维保 24000", "消防维保 16000")],
  ],
  [
    "one number misread as another kind opens no list",
    [
      table([
        ["序号", "货物名称", "金额（元）"],
        ["1", "轮椅", "1000"],
        ["2", "拐杖", "2000"],
        ["一", "护栏", "3000"],
        ["4", "扶手", "4000"],
        ["", "合计", "10000"],
      ]),
    ],
    [budget("original 总10000", "轮椅 1000", "拐杖 2000", "护栏 3000", "扶手 4000")],
  ],
  [
    "wages of a month are no budget",
    [
      table([
        ["岗位", "人数", "月工资（元）"],
        ["主任", "1", "8000"],
        ["社工", "3", "6000"],
      ]),
    ],
    [],
  ],
];

test.each(TABLES)("%s", (_, parts, budgets) => {
  expect(plainBudgets(...parts)).toEqual(budgets);
});

describe("what was agreed and what it was changed to", () => {
  const CHANGES: Case[] = [
    [
      "columns with a difference between",
      [
        "补充协议",
        table([
          ["项目", "原预算（元）", "现预算（元）", "增减额（元）"],
          ["人员", "50000", "45000", "-5000"],
          ["活动", "20000", "24000", "4000"],
          ["合计", "70000", "69000", "-1000"],
        ]),
      ],
      [
        budget("original 总70000", "人员 50000", "活动 20000"),
        budget("amended 总69000", "人员 45000", "活动 24000"),
      ],
    ],
    [
      "a table each, told by its title",
      [
        "预算变更协议",
        table(
          [
            ["项目", "金额（元）"],
            ["人员", "50000"],
            ["活动", "20000"],
            ["合计", "70000"],
          ],
          { title: "表1 变更前预算" },
        ),
        table(
          [
            ["项目", "金额（元）"],
            ["人员", "45000"],
            ["活动", "24000"],
            ["合计", "69000"],
          ],
          { title: "表2 变更后预算" },
        ),
      ],
      [
        budget("original 总70000", "人员 50000", "活动 20000"),
        budget("amended 总69000", "人员 45000", "活动 24000"),
      ],
    ],
    [
      "a table each, told by the line above",
      [
        "补充协议",
        "原合同预算表如下：",
        table([
          ["项目", "金额（元）"],
          ["人员", "50000"],
          ["活动", "20000"],
          ["合计", "70000"],
        ]),
        "现调整如下：",
        table([
          ["项目", "金额（元）"],
          ["人员", "45000"],
          ["活动", "24000"],
          ["合计", "69000"],
        ]),
      ],
      [
        budget("original 总70000", "人员 50000", "活动 20000"),
        budget("amended 总69000", "人员 45000", "活动 24000"),
      ],
    ],
    [
      "shares and amounts on both sides",
      [
        "合同变更协议",
        table(
          [
            [
              { text: "费用科目", rowSpan: 2 },
              { text: "原合同约定", columnSpan: 2 },
              null,
              { text: "变更后", columnSpan: 2 },
              null,
            ],
            [null, "金额（万元）", "占比（%）", "金额（万元）", "占比（%）"],
            ["人工", "60", "60", "66", "55"],
            ["材料", "40", "40", "54", "45"],
            ["合计", "100", "100", "120", "100"],
          ],
          { headerRows: 2 },
        ),
      ],
      [
        budget("original 总1000000", "人工 600000 60%", "材料 400000 40%"),
        budget("amended 总1200000", "人工 660000 55%", "材料 540000 45%"),
      ],
    ],
    [
      "a row added by the change has no amount before",
      [
        "补充协议",
        table([
          ["项目", "调整前金额（元）", "调整后金额（元）"],
          ["人员", "50000", "40000"],
          ["新增培训", "—", "10000"],
          ["合计", "50000", "50000"],
        ]),
      ],
      [budget("original 总50000", "人员 50000"), budget("amended 总50000", "人员 40000", "新增培训 10000")],
    ],
  ];

  test.each(CHANGES)("%s", (_, parts, budgets) => {
    expect(plainBudgets(...parts)).toEqual(budgets);
  });
});

describe("what is not understood is told", () => {
  test("an amount with a letter in it", () => {
    const { problems } = findBudgets(
      flowOf(
        table([
          ["项目", "金额（元）"],
          ["人员", "5O,0o0"],
          ["活动", "20,000"],
          ["办公", "10,000"],
          ["合计", "80,000"],
        ]),
      ),
    );
    expect(problems.map(({ code }) => code)).toEqual(["figure-not-understood"]);
  });

  test("大写 with a character that is no numeral", () => {
    const { budgets, problems } = findBudgets(
      flowOf("合同总价为人民币贰拾伍万叁仟某佰元整（￥253,400元）。"),
    );
    expect(budgets[0].total?.fen).toBe(25340000);
    expect(budgets[0].totalInCapitals).toBeNull();
    expect(problems).toHaveLength(1);
  });
});

test("no table makes it fail", () => {
  const words = fc.constantFrom(
    "项目",
    "金额（元）",
    "合计",
    "小计",
    "其中：工资",
    "1,200",
    "30%",
    "万元",
    "大写：叁拾万元整",
    "",
    "调整前",
    "调整后",
    "1.1",
    "12场",
    "2024年",
    "-",
  );
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(words, { minLength: width, maxLength: width }), { maxLength: 7 }));
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 3 }), (cells, headerRows) => {
      const made = table(cells, { headerRows: Math.min(headerRows, cells.length) });
      expect(findBudgets(flowOf("补充协议", made)).budgets.length).toBeLessThanOrEqual(10);
    }),
    { numRuns: 200 },
  );
});
