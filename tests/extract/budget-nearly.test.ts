import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

/** What must be told of each agreement; what is not given doesn't matter. */
type Case = [what: string, parts: string[], told: Partial<Outline>];

const SOUND = { findings: [], problems: [] };

const NEARLY: Case[] = [
  [
    "goods with prices, summed up wrongly",
    [
      "购销合同",
      "乙方供应：课桌200张，单价180元，计36000元；课椅200把，单价90元，计18000元；讲台4个，单价500元，计2000元。货款总计57000元。",
    ],
    { lines: ["课桌 36000", "课椅 18000", "讲台 2000"], findings: ["total-equals-sum 合计"] },
  ],
  [
    "one of several products that doesn't come out",
    [
      "会务合同",
      "会务费用共计59000元：场租2天，每天9000元，计18000元；用餐200人次，每人次120元，计25000元；印刷400册，每册40元，计16000元。",
    ],
    { findings: ["quantity-times-price 用餐"] },
  ],
  [
    "sums told before a total that is not of them",
    ["场地协议", "场地设备原值500000元，装修投入200000元。使用费合计60000元。"],
    { totals: ["original 总60000"], lines: [], ...SOUND },
  ],
  [
    "a numbered list right below a total, one item wrong",
    [
      "绿化合同",
      "一、工程造价：人民币捌拾万元整（￥800000元）",
      "（一）苗木费 500000元",
      "（二）人工费 200000元",
      "（三）机械费 110000元",
    ],
    { lines: ["苗木费 500000", "人工费 200000", "机械费 110000"], findings: ["total-equals-sum 合计"] },
  ],
  [
    "a table of two columns without a sum, announced, under an odd header",
    ["改造合同", "改造总价90000元，明细如下表。", "内容|人民币\n拆除|20000\n水电|60000\n清运|11000"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "costs joined by plus signs up to their sum",
    ["印务合同", "本合同总费用为排版费12000元＋印刷费56000元＋运费2000元＝70000元。"],
    { totals: ["original 总70000"], lines: ["排版费 12000", "印刷费 56000", "运费 2000"], ...SOUND },
  ],
  [
    "shares told in a row behind the lines",
    ["整理合同", "服务总价200000元，包括扫描费120000元、著录费80000元，分别占60%、45%。"],
    { findings: ["percent-of-total 著录费", "percents-sum-to-100 占比合计"] },
  ],
  [
    "大写 on a line of its own that differs",
    ["仓储合同", "仓储费合计：¥56,800.00", "大写：伍万捌仟陆佰元整"],
    { findings: ["capitals-equal-digits 合计"] },
  ],
  [
    "大写 in brackets that differ, behind a name that says nothing of a total",
    ["经纪协议", "年度保险经纪服务费为人民币88000元整（捌万玖仟元整）。"],
    { findings: ["capitals-equal-digits 合计"] },
  ],
];

const NO_LIST: Case[] = [
  [
    "one kind's own sum behind other costs",
    ["装修合同", "甲供设备50000元，乙供材料30000元，人工费合计70000元。"],
    { findings: [] },
  ],
];

const TAKEN_OFF: Case[] = [
  [
    "a discount told in a sentence",
    ["软件合同", "报价合计300000元（其中许可费200000元，实施费100000元），优惠20000元，合同总价为280000元。"],
    { totals: ["original 总280000"], lines: ["许可费 200000", "实施费 100000", "优惠 -20000"], ...SOUND },
  ],
  [
    "the same with a wrong price",
    ["软件合同", "报价合计300000元（其中许可费200000元，实施费100000元），优惠20000元，合同总价为270000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "a price after a discount whose amount isn't told",
    ["软件合同", "许可费200000元，实施费100000元，合计300000元，优惠后合同总价为280000元。"],
    { totals: ["original 总300000", "original 总280000"], ...SOUND },
  ],
  [
    "a discount's row in a table",
    ["软件合同", "项目|金额（元）\n许可|200000\n实施|100000\n合计|300000\n优惠|20000\n优惠后合计|280000"],
    { totals: ["original 总280000"], lines: ["许可 200000", "实施 100000", "优惠 -20000"], ...SOUND },
  ],
];

const OFF = ["设备费 60000", "安装费 40000", "优惠 -10000"];
const OFF_WRONG = {
  lines: ["设备费 60000", "安装费 40000", "优惠 -11000"],
  findings: ["total-equals-sum 合计"],
};

const TAKEN_OFF_IN_LISTS: Case[] = [
  [
    "in a sentence",
    ["采购合同", "合同总价为90,000元，其中设备费60,000元，安装费40,000元，优惠10,000元。"],
    { lines: OFF, ...SOUND },
  ],
  [
    "a wrong one",
    ["采购合同", "合同总价为90,000元，其中设备费60,000元，安装费40,000元，优惠11,000元。"],
    OFF_WRONG,
  ],
  [
    "in a list",
    [
      "采购合同",
      "合同总价为90,000元，其中：",
      "（1）设备费60,000元；",
      "（2）安装费40,000元；",
      "（3）折扣10,000元。",
    ],
    { lines: [...OFF.slice(0, 2), "折扣 -10000"], ...SOUND },
  ],
  [
    "a wrong one in a list",
    [
      "采购合同",
      "合同总价为90,000元，其中：",
      "（1）设备费60,000元；",
      "（2）安装费40,000元；",
      "（3）折扣9,000元。",
    ],
    { lines: [...OFF.slice(0, 2), "折扣 -9000"], findings: ["total-equals-sum 合计"] },
  ],
  [
    "in a table",
    ["采购合同", "项目|金额（元）\n设备费|60,000\n安装费|40,000\n优惠|10,000\n合计|90,000"],
    { lines: OFF, ...SOUND },
  ],
  [
    "a wrong one in a table",
    ["采购合同", "项目|金额（元）\n设备费|60,000\n安装费|40,000\n优惠|11,000\n合计|90,000"],
    OFF_WRONG,
  ],
  [
    "printed below zero",
    ["采购合同", "项目|金额（元）\n设备费|60,000\n安装费|40,000\n优惠|-10,000\n合计|90,000"],
    { lines: OFF, ...SOUND },
  ],
  [
    "that only the sum announces",
    ["采购合同", "设备费60,000元，安装费40,000元，优惠10,000元，合计90,000元。"],
    { totals: ["original 总90000"], lines: OFF, ...SOUND },
  ],
  [
    "a wrong one that only the sum announces",
    ["采购合同", "设备费60,000元，安装费40,000元，优惠11,000元，合计90,000元。"],
    OFF_WRONG,
  ],
  [
    "between the lines",
    ["采购合同", "合同总价为90,000元，其中设备费60,000元，设备折扣10,000元，安装费40,000元。"],
    { lines: ["设备费 60000", "设备折扣 -10000", "安装费 40000"], ...SOUND },
  ],
  [
    "besides a total that is reached without it",
    ["采购合同", "合同总价为100,000元，其中设备费60,000元，安装费40,000元。乙方另给予优惠10,000元。"],
    {
      lines: ["设备费 60000", "安装费 40000"],
      findings: [],
      problems: ["“乙方另给予优惠10,000元”：此优惠未计入合计，合计由其余各项构成，请核对原件"],
    },
  ],
  // Sound neighbours: costs by such a name.
  [
    "no discount but a cost",
    ["采购合同", "合同总价为110,000元，其中设备费60,000元，安装费40,000元，优惠券制作费10,000元。"],
    { lines: ["设备费 60000", "安装费 40000", "优惠券制作费 10000"], ...SOUND },
  ],
  [
    "what is borne for others",
    ["资助协议", "资助总额为110,000元，其中奖学金60,000元，助学金40,000元，学费减免10,000元。"],
    { lines: ["奖学金 60000", "助学金 40000", "学费减免 10000"], ...SOUND },
  ],
];

const DIFFERENCES: Case[] = [
  [
    "what is added makes the new total",
    ["物业合同补充协议", "原合同总价300000元，本次增加40000元，变更后合同总价为340000元。"],
    SOUND,
  ],
  [
    "what is added doesn't",
    ["物业合同补充协议", "原合同总价300000元，本次增加40000元，变更后合同总价为350000元。"],
    {
      findings: ["total-equals-sum 合计"],
      problems: ["“40000元”：与所写变更前后的金额之差不符，请核对原件"],
    },
  ],
];

const BY_NAME: Case[] = [
  [
    "years that span two, one wrong",
    [
      "服务合同",
      "2024-2025年度经费500000元，其中人员费300000元，活动费200000元；2025-2026年度经费600000元，其中人员费350000元，活动费240000元。",
    ],
    {
      totals: ["original 2024-2025年度 总500000", "original 2025-2026年度 总600000"],
      findings: ["total-equals-sum 2025-2026年度合计"],
    },
  ],
  [
    "lots named by 甲 and 乙",
    [
      "采购合同",
      "甲标段合同价款300000元，其中道路工程200000元，绿化工程100000元；乙标段合同价款100000元，其中照明工程60000元，标线工程40000元。",
    ],
    { totals: ["original 甲标段 总300000", "original 乙标段 总100000"], ...SOUND },
  ],
  [
    "names that only look like lots",
    ["广告合同", "合同总价50000元，其中LOGO标识牌30000元，统一包装费20000元。"],
    { totals: ["original 总50000"], lines: ["LOGO标识牌 30000", "统一包装费 20000"], ...SOUND },
  ],
];

describe.each([
  ["what nearly comes out", NEARLY],
  ["what need not come out", NO_LIST],
  ["what is taken off", TAKEN_OFF],
  ["what is taken off within a list", TAKEN_OFF_IN_LISTS],
  ["what an amendment adds", DIFFERENCES],
  ["budgets by name", BY_NAME],
])("%s", (_, cases) => {
  test.each(cases)("%s", (__, parts, told) => {
    expect(outlineOf(...parts)).toMatchObject(told);
  });
});
