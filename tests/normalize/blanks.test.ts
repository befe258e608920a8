import { expect, test } from "vitest";
import { normalizeText } from "../../src/normalize/normalize-text.ts";

test.each([
  ["至2026年8月31日止，共_12_个月", "至2026年8月31日止，共12个月"],
  [
    "总金额为人民币__690,000.00__元（大写：__陆拾玖万元整__）",
    "总金额为人民币690,000.00元（大写：陆拾玖万元整）",
  ],
  ["派驻工程师 _3_ 名", "派驻工程师3名"],
  // A stroke right behind a digit may be a digit that nobody made out.
  ["共计2332_元", "共计2332_元"],
  // Nothing filled in, and codes.
  ["签订日期：____年__月__日", "签订日期：____年__月__日"],
  ["20__年__月__日", "20__年__月__日"],
  ["合同编号：HT_2025_01", "合同编号：HT_2025_01"],
  ["编号2025_01", "编号2025_01"],
])("the line of a blank with a figure on it goes: %s", (text, expected) => {
  expect(normalizeText(text)).toBe(expected);
});
