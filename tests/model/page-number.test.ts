import { describe, expect, test } from "vitest";
import { isPageNumber } from "../../src/model/page-number.ts";

describe("a page's number", () => {
  test.each([
    "3",
    "-3-",
    "— 3 —",
    "―12―",
    "·7·",
    "一2-.",
    "第3页",
    "第 3 页",
    "第三页",
    "第3页/共9页",
    "第 3 页 共 9 页",
    "第3页，共9页",
    "第 3 页（共 9 页）",
    "第三页 共十二页",
    "共9页 第3页",
    "共 12 页，第 10 页",
    "3/9",
    "３／９",
    "- 3 / 9 -",
    "3 of 9",
    "Page 3 of 9",
    "PAGE 3",
    "P. 3",
    "p3/9",
  ])("%s", (text) => {
    expect(isPageNumber(text)).toBe(true);
  });

  test.each([
    "",
    "第三条",
    "第3条",
    "3、",
    "（3）",
    "3.5%",
    "12000元",
    "20250306",
    "2025年3月",
    "合计 3",
    "3/9/2025",
    "共9份",
    "第3期",
    "p",
    "一、",
    "12,000",
  ])("%s is none", (text) => {
    expect(isPageNumber(text)).toBe(false);
  });
});
