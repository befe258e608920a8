import { expect, test } from "vitest";
import { judgeTold, recordOf } from "./unseen/judge-told.ts";
import { budget, line, pay, table, told } from "./unseen/told.ts";

const of = (unit: string, listed: ReturnType<typeof line>) => ({ ...listed, unit });

const FORM = told(
  "a form with lists beside labels",
  [
    "委托检测服务合同书",
    table(
      "合同编号|QS-25-41|签订地点|清水县",
      "甲方|清水县水利局|<|<",
      "乙方|陇右水质检测中心|<|<",
      "服务期限|2025年3月1日至2025年8月31日，共计6个月|<|<",
      "合同金额|小写：¥86,000.00|大写：捌万陆仟元整|<",
      "费用明细|项目|数量|小计（元）",
      "^|采样|120次|36,000.00",
      "^|化验|400项|42,000.00",
      "^|报告编制|2册|8,000.00",
      "^|合计|<|86,000.00",
      "付款安排|第一次|合同签订后10日内支付40%|34,400.00",
      "^|第二次|提交报告后10日内支付60%|51,600.00",
      "其他约定|本合同一式两份，双方各执一份|<|<",
    ),
  ],
  {
    code: "QS-25-41",
    parties: [
      ["甲方", "清水县水利局"],
      ["乙方", "陇右水质检测中心"],
    ],
    term: ["2025-03-01", "2025-08-31", 6],
    budgets: [
      budget(
        86000,
        [
          of("次", line("采样", 36000, { quantity: "120" })),
          of("项", line("化验", 42000, { quantity: "400" })),
          of("册", line("报告编制", 8000, { quantity: "2" })),
        ],
        { capitals: 86000 },
      ),
    ],
    schedules: [{ paid: [pay(34400, "40"), pay(51600, "60")] }],
  },
);

test("lists beside the labels of a form are read as tables of their own, and nothing of it stays open", () => {
  expect(judgeTold(FORM)).toEqual([]);
  // It bears no day of signing.
  const open = recordOf(FORM.scan).checks.filter(({ outcome }) => outcome !== "pass");
  expect(open.map(({ ruleId }) => ruleId)).toEqual(["dates-in-order"]);
});

test("a sum that its list in a form doesn't come to is a finding", () => {
  const text = JSON.stringify(FORM.scan).replaceAll("42,000.00", "43,000.00");
  const { findings } = recordOf(JSON.parse(text));
  expect(findings.map(({ ruleId }) => ruleId)).toContain("total-equals-sum");
});

const RENT = told(
  "a rent of three years beside each other",
  [
    "厂房租赁合同",
    "甲方：东阳置业有限公司",
    "乙方：东阳机械有限公司",
    "第一条 租期三年，自2025年7月1日至2028年6月30日，共计36个月。",
    "第二条 租金总额为人民币378,000.00元（大写：叁拾柒万捌仟元整），明细如下：",
    table(
      "项目|第一年|第二年|第三年|合计",
      "月租金（元）|10,000.00|10,500.00|11,000.00|—",
      "年租金（元）|120,000.00|126,000.00|132,000.00|378,000.00",
    ),
  ],
  {
    parties: [
      ["甲方", "东阳置业有限公司"],
      ["乙方", "东阳机械有限公司"],
    ],
    term: ["2025-07-01", "2028-06-30", 36],
    budgets: [
      budget(378000, [line("第一年", 120000), line("第二年", 126000), line("第三年", 132000)], {
        capitals: 378000,
      }),
    ],
  },
);

test("years beside each other over what each costs by the month and in all are one budget's lines", () => {
  expect(judgeTold(RENT)).toEqual([]);
});

test("a year bears its own name, and not the days it runs from and to", () => {
  const agreement = told(
    "a rent of two years",
    [
      "房屋租赁合同",
      "甲方：云栖资产经营有限公司",
      "乙方：南湖福利服务中心",
      "一、租期自2025年5月1日至2027年4月30日，共计24个月。",
      "二、租金总额为人民币246,000.00元，各年如下：",
      table(
        "租赁年度|起止日期|月租金（元）|年租金（元）",
        "第一年|2025年5月1日至2026年4月30日|10,000.00|120,000.00",
        "第二年|2026年5月1日至2027年4月30日|10,500.00|126,000.00",
        "合计|<|<|246,000.00",
      ),
    ],
    {},
  );
  const [{ lines }] = recordOf(agreement.scan).budgets;
  expect(lines.map(({ label, amount }) => [label.value, amount.fen])).toEqual([
    ["第一年", 12000000],
    ["第二年", 12600000],
  ]);
});

const ANNEX_ROWS = [
  "序号|名称|数量|单价|金额",
  "|教学终端|||",
  "1|一体机|2|18000.00|36,000.00",
  "2|投影仪|3|9000.00|27,000.00",
  "|||小计|63,000.00",
  "|网络设备|||",
  "3|交换机|4|3000.00|12,000.00",
  "4|机柜|1|5000.00|5,000.00",
  "|||小计|17,000.00",
  "|||合计|80,000.00",
];

test("an annex stands under no clause before it, and 小计 in a column of prices sums its section up", () => {
  const agreement = told(
    "an annex behind what is owed for delay",
    [
      "设备采购合同",
      "甲方：枫桥学校",
      "乙方：恒讯科技有限公司",
      "第一条 合同总价为人民币80,000.00元（大写：捌万元整）。",
      "第二条 违约责任",
      "乙方逾期交货的，每日支付违约金。",
      "附表 设备价格明细表",
      table(...ANNEX_ROWS),
    ],
    {
      parties: [
        ["甲方", "枫桥学校"],
        ["乙方", "恒讯科技有限公司"],
      ],
      budgets: [
        budget(
          80000,
          [
            line("教学终端", 63000),
            line("一体机", 36000, { parent: "教学终端", quantity: "2", price: 18000 }),
            line("投影仪", 27000, { parent: "教学终端", quantity: "3", price: 9000 }),
            line("网络设备", 17000),
            line("交换机", 12000, { parent: "网络设备", quantity: "4", price: 3000 }),
            line("机柜", 5000, { parent: "网络设备", quantity: "1", price: 5000 }),
          ],
          { capitals: 80000 },
        ),
      ],
    },
  );
  expect(judgeTold(agreement)).toEqual([]);
});
