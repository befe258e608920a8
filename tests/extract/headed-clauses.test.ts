import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const YEARS = [
  "一、费用",
  "2025年度：数字化加工420,000页，每页0.38元，159,600元；寄存3,000箱，每箱每年24元，72,000元；年度费用231,600元。",
  "2026年度：数字化加工300,000页，每页0.38元，114,000元；寄存4,200箱，每箱每年24元，100,800元；年度费用FIRST元。",
  "两年费用合计446,400元（大写：肆拾肆万陆仟肆佰元整）。",
];
const years = (first: string): ReturnType<typeof outlineOf> =>
  outlineOf("档案服务合同", ...YEARS.map((part) => part.replace("FIRST", first)));

const LOTS = [
  "一、价款",
  "一包：课桌椅860套，单价245元，金额210,700元。一包小计210,700元。",
  "二包：讲台32张，单价680元，金额21,760元；储物柜96组，单价520元，金额49,920元。二包小计71,680元。",
  "三包：图书架64组，单价415元，金额26,560元；阅览桌40张，单价730元，金额29,200元。三包小计55,760元。",
  "三包总价TOTAL元。",
];
const lots = (total: string): ReturnType<typeof outlineOf> =>
  outlineOf("家具采购合同", ...LOTS.map((part) => part.replace("TOTAL", total)));

describe("a paragraph's head, its items and their sum", () => {
  test("of years", () => {
    expect(years("214,800")).toEqual({
      totals: ["original 总446400 大写446400"],
      lines: [
        "2025年度 231600",
        "数字化加工 < 2025年度 159600",
        "寄存 < 2025年度 72000",
        "2026年度 214800",
        "数字化加工 < 2026年度 114000",
        "寄存 < 2026年度 100800",
      ],
      findings: [],
      problems: [],
    });
  });
  test("of lots, one of which has but one item", () => {
    expect(lots("338,140")).toEqual({
      totals: ["original 总338140"],
      lines: [
        "课桌椅 210700",
        "二包 71680",
        "讲台 < 二包 21760",
        "储物柜 < 二包 49920",
        "三包 55760",
        "图书架 < 三包 26560",
        "阅览桌 < 三包 29200",
      ],
      findings: [],
      problems: [],
    });
  });
  test("are told where they don't come out", () => {
    const { findings, problems } = years("218,400");
    expect([...findings, ...problems]).not.toEqual([]);
    expect([...lots("383,140").findings, ...lots("383,140").problems]).not.toEqual([]);
  });
});

test("what is set aside under a heading of its own is part of the price", () => {
  const told = (price: string): ReturnType<typeof outlineOf> =>
    outlineOf(
      "改造工程合同",
      "第三部分　合同价款",
      "一、清单报价",
      "（1）拆除工程38,600元；",
      "（2）给排水工程124,850元；",
      "（3）墙地砖工程276,550元。",
      "以上清单报价共440,000元。",
      "二、承包人承诺按清单报价下浮6%，下浮金额26,400元，下浮后工程价款413,600元。",
      "三、暂列金额20,000元，不参与下浮，用于不可预见费用。",
      `四、签约合同价为${price}元。`,
    );
  expect(told("433,600")).toMatchObject({ totals: ["original 总433600"], findings: [], problems: [] });
  expect(told("443,600").findings).not.toEqual([]);
});
