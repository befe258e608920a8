import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const PRICE = { totals: ["original 总1230000"] };
const APART = ["安全文明施工费 24600", "暂列金额 50000"];

const CASES: Case[] = [
  [
    "in its sentence",
    ["签约合同价为人民币1,230,000元，其中：安全文明施工费24,600元；暂列金额50,000元。"],
    { ...PRICE, lines: APART, ...SOUND },
  ],
  [
    "in paragraphs below, with neither 其中 nor a number",
    ["一、合同价款", "签约合同价为1,230,000元。", "安全文明施工费为24,600元。", "暂列金额为50,000元。"],
    { ...PRICE, lines: APART, ...SOUND },
  ],
  [
    "as the form of works contracts prints it",
    [
      "一、签约合同价",
      "1. 签约合同价为：",
      "人民币（大写）壹佰贰拾叁万元整（¥1,230,000.00元）；",
      "其中：",
      "（1）安全文明施工费：",
      "人民币（大写）贰万肆仟陆佰元整（¥24,600.00元）；",
      "（2）暂列金额：",
      "人民币（大写）伍万元整（¥50,000.00元）。",
    ],
    { totals: ["original 总1230000 大写1230000"], lines: APART, ...SOUND },
  ],
  [
    "called a sum itself",
    ["合同总价为1,230,000元。其中安全文明施工费总额24,600元。"],
    { ...PRICE, lines: ["安全文明施工费总额 24600"], ...SOUND },
  ],
  [
    "beside taxes and dues",
    ["签约合同价为1,230,000元，其中安全文明施工费24,600元；规费12,000元；税金101,560元。"],
    { ...PRICE, lines: ["安全文明施工费 24600", "规费 12000", "税金 101560"], ...SOUND },
  ],
  [
    "more than the price",
    ["签约合同价为1,230,000元，其中：安全文明施工费24,600元；暂列金额1,500,000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "a wrong 大写 of the form's price",
    ["一、签约合同价", "1. 签约合同价为：", "人民币（大写）壹佰贰拾肆万元整（¥1,230,000.00元）；"],
    { findings: ["capitals-equal-digits 合计"] },
  ],
  [
    "beside lines that come to the price",
    [
      "一、合同价款",
      "合同总价为1,230,000元，其中建筑工程费1,000,000元、安装工程费230,000元。",
      "安全文明施工费为24,600元。",
    ],
    { ...PRICE, lines: ["建筑工程费 1000000", "安装工程费 230000"], findings: [] },
  ],
  // A sound neighbour: parts that are all there are must come to the price.
  [
    "parts that fail the price",
    ["合同总价为1,230,000元，其中：建筑工程费1,000,000元；安装工程费200,000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
];

describe("what is set apart within a price is a part of it that needs no others", () => {
  test.each(CASES)("%s", (_, parts, told) => expect(outlineOf("施工合同", ...parts)).toMatchObject(told));
});

test("a share of what is set apart is no payment of all of it", () => {
  const { findings, problems } = outlineOf(
    "施工合同",
    "一、合同价款",
    "合同价款为1,230,000元。",
    "二、安全文明施工费",
    "安全文明施工费24,600元，开工前支付50%。",
  );
  expect(findings).toEqual([]);
  expect(problems).not.toEqual([]);
});
