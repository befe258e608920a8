import { expect, test } from "vitest";
import { extractContents } from "../../src/extract/index.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { scanOf, text } from "../support/normal-scan.ts";

const problemsOf = (words: string): string[] =>
  extractContents(normalizeScan(scanOf([text("服务期限", 100), text(`${words}。`, 200)])))
    .problems.map(({ message }) => message.en)
    .filter((message) => message.includes("no such date"));

test.each([
  "自2026年12月1日起至2027年11月38日止",
  "自2026年12月1日起至202年11月30日止",
  "自7024年4月1日起至2024年11月30日止",
  "本合同于20266年5月1日签订",
  "2026.6.1起，2027.5.41止",
  "自2023.41至2024.3.31",
  "自2026.11至2026.12.31",
  "服务期：2026.7.1～20276.30",
  "2026年1月至2025年3月，每月支付8000元",
  "2024年44月支付8000元",
  "自2025年月31日起至2026年8月30日止",
  "自2024年9月1日起至2025年31日止",
  "自2024年9月1日起至2025年8月日止",
  "自2024年9月1日起至2025年8口31日止",
  "2024年10就-12月，支付20,000元",
  "自2024年9月1日起至2025年8月31口止",
  "自二〇二四年九月一日起至二〇二五年三十一日止",
])("tells of what is written as a date and is none: %s", (words) => {
  expect(problemsOf(words)).toHaveLength(1);
});

test.each([
  "自2026年12月1日起至2027年11月30日止",
  "2026.6.1起，2027.5.31止",
  "2025年9月至2026年3月，每月支付8000元",
  "自一八九八年三月一日建校以来，1898年3月1日起为公立",
  "依据GB/T 2025.3-2024，合同编号2024.15.301，版本2.13.45",
  "总价2023.45万元，自2023.4至2024.3",
  "期限24个月，自2025年8月1日起",
  "签订日期：2025年  月  日，签字日期：2025年8月  日",
  "2025年8月至12月，每月10日前支付，2025年度3月15日拨付",
  "合同编号〔2025〕8月3日批复，2026年第3号文",
])("takes nothing else for one: %s", (words) => {
  expect(problemsOf(words)).toEqual([]);
});
