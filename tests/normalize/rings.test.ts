import { expect, test } from "vitest";
import { normalizeText } from "../../src/normalize/normalize-text.ts";

test.each([
  ["期限：自二DO二四年三月一日", "期限：自二〇二四年三月一日"],
  ["二()二五年八月", "二〇二五年八月"],
  ["二○二五年", "二〇二五年"],
  // No year.
  ["附件二（0）二项", "附件二（0）二项"],
  ["方案二DO二级", "方案二DO二级"],
])("the ring of a year in numerals, read in halves: %s", (text, expected) => {
  expect(normalizeText(text)).toBe(expected);
});
