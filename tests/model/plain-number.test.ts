import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalToText } from "../../src/model/decimal.ts";
import { isBlank, readPlainNumber } from "../../src/model/plain-number.ts";

test.each([
  ["120", "120", ""],
  ["1,234.50元", "1234.50", "元"],
  ["￥ 2,332,800.00", "2332800.00", ""],
  ["86.53％", "86.53", "%"],
  ["120 人次", "120", "人次"],
  ["-200", "-200", ""],
  ["（1,000）", "-1000", ""],
  ["1，234", "1234", ""],
])("%s is a number", (text, value, unit) => {
  const number = readPlainNumber(text);
  expect(number && decimalToText(number.value)).toBe(value);
  expect(number?.unit).toBe(unit);
});

test.each(["", "合计", "不少于2场", "36O0", "2025年8月", "1,23", "3、讲座", "1-2", "2次/月，共24次"])(
  "%s is none",
  (text) => expect(readPlainNumber(text)).toBeNull(),
);

test.each(["", " ", "—", "/", "无", "－－"])("“%s” says nothing", (text) => expect(isBlank(text)).toBe(true));

test("any text is read without a throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void readPlainNumber(text)));
});
