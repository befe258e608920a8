import fc from "fast-check";
import { expect, test } from "vitest";
import { findAmounts, findMoneyLike } from "../../../src/extract/figures/index.ts";

const seen = (text: string): [string, number | null][] =>
  findMoneyLike(text).map(({ start, end, fen }) => [text.slice(start, end), fen]);

test.each([
  ["小写：¥3,536,5 00.00）", "¥3,536,5 00.00", 353650000],
  ["小写：¥3,5 36,500.00）", "¥3,5 36,500.00", 353650000],
  ["共23,507,97 4.00元。", "23,507,97 4.00元", 2350797400],
  ["共¥2,316 ,800.00。", "¥2,316 ,800.00", 231680000],
])("%s: a sum that a line's end parts within three digits is whole", (text, raw, fen) => {
  expect(seen(text)).toEqual([[raw, fen]]);
});

test.each(["共¥3,53600。", "共¥12,34.5。", "支付.6万元，", "支付4.万元，", "为8453,600.00（占比20%）"])(
  "%s: what could be read in part only is not read",
  (text) => {
    expect(findMoneyLike(text).map(({ fen }) => fen)).not.toContain(300);
    expect(findMoneyLike(text).every(({ fen }) => fen === null)).toBe(true);
  },
);

test("wherever one blank falls into a sum with its sign, it is that sum or none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.nat(), (whole, at) => {
      const printed = `${String(whole).replace(/\B(?=(?:\d{3})+$)/g, ",")}.00`;
      const place = 1 + (at % (printed.length - 1));
      const [money] = findMoneyLike(`共¥${printed.slice(0, place)} ${printed.slice(place)}，含税`);
      expect([whole * 100, null]).toContain(money?.fen ?? null);
    }),
    { numRuns: 300 },
  );
});

test("大写 whose first character is not readable is told as such, not read from its second on", () => {
  expect(seen("（大写：人民币贷拾捌万叁仟元整）")).toEqual([["贷拾捌万叁仟元整", null]]);
});

test.each([
  "账号 6222 0212 3456 7890 1234 5678 9012 第",
  `统一社会信用代码${"9".repeat(4000)}，`,
  "1 ".repeat(2000),
])("a long run of digits that is no money takes no time", (text) => {
  const start = performance.now();
  expect(findMoneyLike(text)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});

test("a minus before a sum paid is read as such, a dash between words is none", () => {
  const fenIn = (text: string) => findAmounts(text).map(({ fen }) => fen);
  expect(fenIn("2027年12月，甲方支付-22,487元。")).toEqual([-2248700]);
  expect(fenIn("首付-50,000元，尾款-30,000元。")).toEqual([5000000, 3000000]);
  expect(fenIn("预付款-50,000元，尾款-30,000元。")).toEqual([5000000, 3000000]);
});

test("a sum behind a share or a sum and a comma of half a width is read; behind anything else the comma may be a part of it", () => {
  const fens = (text: string) => findMoneyLike(text).map(({ fen }) => fen);
  expect(fens("付40%,156,848元")).toEqual([15684800]);
  expect(fens("首付3,000元,156,848元")).toEqual([300000, 15684800]);
  expect(fens("总价比,890,000元")).toEqual([null]);
});
