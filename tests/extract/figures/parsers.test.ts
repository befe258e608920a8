import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenToCapitals, fenToDigits, fenToWan } from "../../../fixtures/make/money-words.ts";
import { findDays, readDay } from "../../../src/extract/dates/read-day.ts";
import { findMonthCounts } from "../../../src/extract/dates/read-months.ts";
import {
  countMonths,
  findAmounts,
  findMoneyLike,
  findPercents,
  findPeriods,
  findQuantities,
  readAmount,
  readPercent,
  readQuantity,
} from "../../../src/extract/figures/index.ts";

const SIGNS = [
  ..."0123456789.,，。％%‰¥￥元圆万亿角分整正零〇一二三十百千壹贰叁拾佰仟廿成年月日号至到-—~（）()个共期季度半第每次",
];
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc
    .array(fc.constantFrom(...SIGNS, "人民币", "大写", "百分之", "万分之", "2025年", "12月", "RMB"), {
      maxLength: 24,
    })
    .map((parts) => parts.join("")),
);
const fen = fc.integer({ min: 10, max: 99_999_999_999 });

describe("on any text", () => {
  const finders: [name: string, find: (text: string) => { start: number; end: number }[]][] = [
    ["amounts", findMoneyLike],
    ["shares", findPercents],
    ["quantities", findQuantities],
    ["periods", (text) => findPeriods(text, "2025")],
    ["days", (text) => findDays(text, "2025")],
    ["counts of months", findMonthCounts],
  ];
  test.each(finders)("%s stand in order, apart, and within it", (_, find) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("an amount is whole fen or none, a share and a count are decimals or none, a day is real or none", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(null, "元", "万元"), (text, unit) => {
        const amount = readAmount(text, unit);
        if (amount) expect(Number.isSafeInteger(amount.fen) && amount.precisionFen >= 1).toBe(true);
        for (const said of [readPercent(text, true), readQuantity(text)?.value ?? null])
          if (said !== null) expect(said).toMatch(/^-?\d+(?:\.\d+)?$/);
        const day = readDay(text, "2025");
        if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("one value for all notations", () => {
  test("of a sum", () => {
    fc.assert(
      fc.property(fen, (sum) => {
        const [plain, grouped] = [fenToDigits(sum), fenToDigits(sum, { grouped: true, decimals: true })];
        const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        const notations = [
          `${plain}元`,
          `${grouped}元`,
          `${grouped}元整`,
          `¥${grouped}`,
          `￥ ${plain}`,
          `RMB ${grouped}`,
          `人民币${plain}元`,
          `${wide}元`,
          `${fenToWan(sum)}万元`,
          `${fenToWan(sum)} 万元`,
          fenToCapitals(sum),
          fenToCapitals(sum, { yuan: "圆", whole: "正" }),
          `人民币（大写）${fenToCapitals(sum)}`,
          fenToCapitals(sum).replaceAll("叁", "叄").replaceAll("贰", "貳"),
        ];
        for (const notation of notations) {
          expect([notation, readAmount(notation)?.fen]).toEqual([notation, sum]);
          expect([notation, findAmounts(`费用为${notation}，`).map((found) => found.fen)]).toEqual([
            notation,
            [sum],
          ]);
        }
        for (const notation of [`-${grouped}元`, `¥-${grouped}`, `（${plain}）`])
          expect([notation, readAmount(notation, "元")?.fen]).toEqual([notation, -sum]);
      }),
    );
  });

  test("of a share", () => {
    const say = (value: number): string => {
      const signs = "零一二三四五六七八九";
      const tens = Math.floor(value / 10);
      return `${tens > 1 ? signs[tens] : ""}${tens > 0 ? "十" : ""}${value % 10 ? signs[value % 10] : ""}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        for (const notation of [
          `${value}%`,
          `${value}％`,
          `${value} %`,
          `百分之${say(value)}`,
          `百分之${value}`,
        ])
          expect([notation, findPercents(`占${notation}，`).map(({ percent }) => percent)]).toEqual([
            notation,
            [String(value)],
          ]);
      }),
    );
  });

  test("of a day, and of the months from one to another", () => {
    const DIGITS = "〇一二三四五六七八九";
    const say = (value: number): string =>
      `${value > 19 ? DIGITS[Math.floor(value / 10)] : ""}${value > 9 ? "十" : ""}${value % 10 ? DIGITS[value % 10] : ""}`;
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (date, months) => {
        const value = date.toISOString().slice(0, 10);
        const [year, month, day] = value.split("-").map(Number);
        const inWords = `${[...String(year)].map((digit) => DIGITS[Number(digit)]).join("")}年${say(month)}月${say(day)}日`;
        const notations = [
          value,
          `${year}年${month}月${day}日`,
          `${year} 年 ${month} 月 ${day} 日`,
          `${year}.${month}.${day}`,
          value.replaceAll("-", "/"),
          value.replace("-", "年").replace("-", "月").concat("日"),
          inWords,
        ];
        for (const notation of notations) expect([notation, readDay(notation)]).toEqual([notation, value]);
        const last = year * 12 + month - 1 + months;
        const [toYear, toMonth] = [Math.floor(last / 12), (last % 12) + 1];
        for (const dash of ["至", "-", "—", "～", "到"]) {
          const [period, ...more] = findPeriods(`${year}年${month}月${dash}${toYear}年${toMonth}月`);
          expect(more).toEqual([]);
          expect(countMonths(period.from, period.to)).toBe(months + 1);
        }
      }),
    );
  });
});
