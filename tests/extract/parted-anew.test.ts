import { describe, expect, test } from "vitest";
import { findMonthCounts } from "../../src/extract/dates/read-months.ts";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const PRICED = [
  "服务合同",
  "一、合同价款",
  "（1）扫描：1,000页，2元/页，2,000元；",
  "（2）著录：1,000条，3元/条，3,000元。",
];
const LINES = ["扫描 2000", "著录 3000"];
const WHOLE = "总价款5,000元（大写：伍仟元整）。";

const AGAIN: Case[] = [
  [
    "words that say what the total holds open no other budget",
    [...PRICED, `${WHOLE}总价款包括人工、设备、税费和验收的全部费用。`],
    { totals: ["original 总5000 大写5000"], lines: LINES, ...SOUND },
  ],
  [
    "the same behind a comma",
    [...PRICED, "本合同总价5,000元（大写：伍仟元整），总价包括税费。"],
    { totals: ["original 总5000 大写5000"], lines: LINES, ...SOUND },
  ],
  [
    "the whole said again as that of which a share is due",
    [...PRICED, WHOLE, "二、违约责任", "违约金累计以本合同总价款¥5,000.00的10%为上限。"],
    { totals: ["original 总5000 大写5000 再5000"], ...SOUND },
  ],
  [
    "the same with another sum",
    [...PRICED, WHOLE, "二、违约责任", "逾期的，每日按合同总价5,500元的千分之一支付违约金。"],
    { findings: ["restated-total-agrees 合计"] },
  ],
  [
    "a part of the price that is not done",
    [...PRICED, WHOLE, "二、违约责任", "逾期的，每日按未履行部分合同价款1,000元的1%支付违约金。"],
    { totals: ["original 总5000 大写5000"], ...SOUND },
  ],
  [
    "a list that 包括 opens below",
    ["服务合同", "一、合同价款", "合同总价5,000元，其中包括下列费用。", ...PRICED.slice(2)],
    { totals: ["original 总5000"], lines: LINES, ...SOUND },
  ],
];

const SPLIT = [
  "服务合同",
  "一、费用",
  "规划编制3万元，占60%；地形测绘包干1万元，占20%；专题研究，包干1万元，占20%。合计5万元（大写：伍万元整）。",
];
const SPLIT_LINES = ["规划编制 30000", "地形测绘 10000", "专题研究 10000"];

const ANEW: Case[] = [
  [
    "among the sides",
    [...SPLIT, "联合体内部分工：地形测绘的费用1万元归丙方，其余4万元归乙方。"],
    { lines: SPLIT_LINES, ...SOUND },
  ],
  [
    "by where the money comes from",
    [...SPLIT, "资金来源：省级补助资金2万元，县级配套资金3万元。"],
    { lines: SPLIT_LINES, ...SOUND },
  ],
  [
    "parts that come to the whole once",
    ["服务合同", "一、费用", "规划编制费3万元；测绘费1万元；专题费1万元；评审费1万元。合计6万元。"],
    { totals: ["original 总60000"], ...SOUND },
  ],
];

describe("a whole that is told again", () => {
  test.each(AGAIN)("%s", (_, parts, told) => {
    expect(outlineOf(...parts)).toMatchObject(told);
  });
});

describe("a whole that is parted anew", () => {
  test.each(ANEW)("%s", (_, parts, told) => {
    expect(outlineOf(...parts)).toMatchObject(told);
  });
});

test.each([
  ["期限为2025年7月15日至2026年1月14日，6个月。", 6],
  ["自2025年7月15日至2026年1月14日止，6个月；", 6],
  ["全部工作在14个月内完成，自2025年3月15日至2026年5月14日。", 14],
  ["自2025年7月15日至2026年1月14日，6个月内不得涨价。", null],
  ["乙方应在3个月内完成整改，自费返工。", null],
  ["2026年1月14日，6个月后付清。", null],
])("months of %s", (text, months) => {
  expect(findMonthCounts(text)[0]?.months ?? null).toBe(months);
});
