import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

/** What must be told of each agreement; what is not given doesn't matter. */
type Case = [what: string, parts: string[], told: Partial<Outline>];

const SOUND = { findings: [], problems: [] };

const CAPITALS: Case[] = [
  [
    "a total in 大写 alone, told again in digits otherwise",
    ["保洁服务合同", "本合同价款总额：人民币叁拾陆万元整。", "二、合同总金额为350000元，按季支付。"],
    { findings: ["capitals-equal-digits 合计"] },
  ],
  [
    "the same where it agrees",
    ["保洁服务合同", "本合同价款总额：人民币叁拾陆万元整。", "二、合同总金额为360000元。"],
    { totals: ["original 总360000 大写360000"], ...SOUND },
  ],
  [
    "the digits' lines add up, and the 大写 above them is another sum",
    ["印刷合同", "合同总价款为人民币捌万元整。", "合同总价款90000元，其中印刷费70000元，装订费20000元。"],
    { findings: ["capitals-equal-digits 合计"] },
  ],
];

const TAXES: Case[] = [
  [
    "a price without tax and a tax that don't come to the total",
    ["软件采购合同", "合同总价为565000元，其中不含税金额500000元，增值税额56000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "the same where they do",
    ["软件采购合同", "合同总价为565000元，其中不含税金额500000元，增值税额65000元。"],
    { totals: ["original 总565000"], lines: [], ...SOUND },
  ],
  [
    "beside lines that come out, a tax that doesn't",
    [
      "软件采购合同",
      "合同总价为565000元，其中软件费400000元，服务费165000元。",
      "上述价款中，不含税价为500000元，税额为66000元。",
    ],
    { findings: [], lines: ["软件费 400000", "服务费 165000"] },
  ],
  [
    "with the tax's rate between them",
    ["软件采购合同", "合同总价（含税）为106000元，其中不含税价100000元，税率6%，税额6000元。"],
    { totals: ["original 总106000"], ...SOUND },
  ],
];

const WHAT_IS_NOT_OVER: Case[] = [
  [
    "a bar on changes until the end",
    ["监理合同", "合同总价为400000元，终止前双方不得调整，其中监理费300000元，检测费90000元。"],
    { totals: ["original 总400000"], findings: ["total-equals-sum 合计"] },
  ],
  [
    "what is due when it is carried out",
    ["监理合同", "合同总价为400000元，履行完毕后据实结算，其中监理费300000元，检测费100000元。"],
    { totals: ["original 总400000"], ...SOUND },
  ],
  [
    "an agreement that is over is another one",
    [
      "监理合同",
      "双方2022年签订的合同总价为310000元，已履行完毕。",
      "本次监理费总额为400000元，其中驻场费300000元，检测费100000元。",
    ],
    { totals: ["original 总400000"], ...SOUND },
  ],
];

const PENALTY_WORDS: Case[] = [
  [
    "services that deal with fines and insurance",
    ["外包合同", "合同总价为90000元，其中：罚没车辆保管费40000元、投保咨询服务30000元、赔偿核算费20000元。"],
    { lines: ["罚没车辆保管费 40000", "投保咨询服务 30000", "赔偿核算费 20000"], ...SOUND },
  ],
  [
    "the same with a flaw",
    ["外包合同", "合同总价为90000元，其中：罚没车辆保管费40000元、投保咨询服务30000元、赔偿核算费10000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "penalties and deposits behind a list",
    [
      "外包合同",
      "合同总价为90000元，其中保管费60000元，咨询费30000元。乙方逾期的，每日扣款500元；另交履约保证金9000元，违约赔偿金不超过20000元。",
    ],
    { lines: ["保管费 60000", "咨询费 30000"], ...SOUND },
  ],
];

const NAMES: Case[] = [
  [
    "a pronoun before a name is no word for “of it”",
    ["开发合同", "项目总经费90000元，其中门户建设费50000元，其数据迁移费30000元，其运行费10000元。"],
    { lines: ["门户建设费 50000", "其数据迁移费 30000", "其运行费 10000"], ...SOUND },
  ],
  [
    "what is new beside what there was",
    ["扩容合同", "合同总价90000元，其中服务器费50000元、新增服务器费30000元、新增存储费10000元。"],
    { lines: ["服务器费 50000", "新增服务器费 30000", "新增存储费 10000"], ...SOUND },
  ],
  [
    "a rank in brackets at the head of a name",
    ["聘用协议", "津贴总额90000元，其中：主任津贴50000元、（副）主任津贴40000元。"],
    { lines: ["主任津贴 50000", "（副）主任津贴 40000"], ...SOUND },
  ],
  [
    "the same where every part has its number",
    ["聘用协议", "津贴总额90000元，其中：（一）主任津贴50000元；（二）（副）主任津贴40000元。"],
    { lines: ["主任津贴 50000", "（副）主任津贴 40000"], ...SOUND },
  ],
  [
    "a list's number that was misread",
    [
      "聘用协议",
      "津贴总额90000元，其中：（一）主任津贴50000元；（工）教师津贴30000元；（三）班主任津贴10000元。",
    ],
    { lines: ["主任津贴 50000", "教师津贴 30000", "班主任津贴 10000"], ...SOUND },
  ],
  [
    "names that begin or end with a word of summing up",
    ["推广合同", "费用明细如下：场地费30000元、物料费20000元、公共活动费50000元。"],
    { totals: ["original"], findings: [] },
  ],
];

const UNCHANGED: Case[] = [
  [
    "a line told among the original ones and as unchanged",
    [
      "云服务合同补充协议",
      "原合同总额260000元，其中租用费100000元，带宽费160000元。",
      "现合同总额调整为290000元，其中租用费调整为130000元，带宽费仍为160000元，不作调整。",
    ],
    {
      totals: ["original 总260000", "amended 总290000"],
      lines: ["租用费 100000", "带宽费 160000", "租用费 130000", "带宽费 160000"],
      ...SOUND,
    },
  ],
  [
    "a line called unchanged that was another sum before",
    [
      "云服务合同补充协议",
      "原合同总额260000元，其中租用费100000元，带宽费160000元。",
      "现合同总额调整为300000元，其中租用费调整为130000元，带宽费仍为170000元，不作调整。",
    ],
    { lines: ["租用费 100000", "带宽费 160000", "租用费 130000", "带宽费 170000"] },
  ],
];

const LISTS: Case[] = [
  [
    "a sum with a misread unit, though the others come out",
    ["培训合同", "合同总价为80000元，其中教材费20000郁、讲课费80000元。"],
    { problems: ["“20000郁”：像是金额，但其后的单位无法辨认，请核对原件"] },
  ],
  [
    "a count of things between parts that come out",
    ["培训合同", "合同总价为80000元，其中教材20000套、教材费30000元，讲课费50000元。"],
    SOUND,
  ],
  [
    "a table under a word for sums that is not the common one, short of the total",
    ["咨询合同", "合同总额为800000元，各科目安排如下。", "科目|数额\n人员|400000\n差旅|300000\n合计|700000"],
    { totals: ["original 总800000 再700000"], lines: ["人员 400000", "差旅 300000"] },
  ],
  [
    "the same where it comes out",
    ["咨询合同", "合同总额为800000元，各科目安排如下。", "科目|数额\n人员|500000\n差旅|300000\n合计|800000"],
    { totals: ["original 总800000 再800000"], lines: ["人员 500000", "差旅 300000"], ...SOUND },
  ],
];

describe.each([
  ["totals in 大写", CAPITALS],
  ["taxes within a price", TAXES],
  ["what is over and what is not", WHAT_IS_NOT_OVER],
  ["names with words of penalties", PENALTY_WORDS],
  ["names of lines", NAMES],
  ["what an amendment leaves as it was", UNCHANGED],
  ["lists and tables", LISTS],
])("%s", (_, cases) => {
  test.each(cases)("%s", (__, parts, told) => {
    expect(outlineOf(...parts)).toMatchObject(told);
  });
});

test("a tax beside lines that doesn't come to the total is told", () => {
  const { problems } = outlineOf(...TAXES[2][1]);
  expect(problems.join()).toContain("66000元");
});

test("a line called unchanged that was another sum before is told", () => {
  const { findings, problems } = outlineOf(...UNCHANGED[1][1]);
  expect(findings).toEqual([]);
  expect(problems.join()).toContain("170000元");
});
