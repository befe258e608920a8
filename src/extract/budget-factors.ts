import type { Span } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { MEASURES, readQuantity } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";

/** A sum that a price before it and numbers of its piece come to, in whatever order they stand. */
export interface Factored {
  price: MoneySum;
  result: MoneySum;
  /** Where the first of the price and its numbers stands. */
  start: number;
  /** What the price is taken times; null where that is more than one number, or a number that isn't told. */
  quantity: Span | null;
  /** All numbers that it is taken times; none where one of them isn't told. */
  counts: Span[];
}

export interface Factor extends Span {
  value: number;
  /** Whether it is told in 万, which no count's field holds. */
  isWan: boolean;
  /** Whether it has a half behind it (11个半月), which no count's field holds either. */
  isHalf: boolean;
}

/** 11个半月. */
const HALF = 0.5;
const TEN_THOUSAND = 10_000;
export const MONTHS_OF_YEAR = 12;
/** A price is taken times no more numbers than these. */
const MOST_FACTORS = 3;
const NUMBER =
  /(?<!\d|\d\.|\d[,，](?=\d{3}(?!\d))|[第—–-])(?:(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万)?|([一二两三四五六七八九十]{1,3})(?=\s*[个\p{Script=Han}]))/gu;
/** 2025年, 9月1日, 6%: no numbers of anything. */
const NO_FACTOR = /^\s*(?:[%％‰]|年\s*\d{1,2}\s*月|月\s*\d{1,2}\s*日|号)|^\s*年度/;
/** 15日 is a day of a month; × 125日 counts them. */
const DAY = /^\s*日/;
const LAST_DAY = 31;
const TIMES_BEFORE = /[×xX*＊✕]\s*$/;
/** 第二个三年: which of several. */
const OF_SEVERAL = /第\s*[一二三四五六七八九十\d]{1,2}\s*个$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** 元/架·月, 每月: a price by the month. */
const BY_MONTH = /^\s*元?\s*[/／][^，。；]{0,8}月/;
const EACH_MONTH = /(?:每个?月|月(?:租金|服务费|费用?|管理费|工资|薪酬|标准))[^，。；\d]{0,6}$/;

/** The prices of a text with what they come to, by their numbers alone; `[from, to)` is the piece of one sum. */
export function factoredIn(text: string, sums: readonly MoneySum[]): Factored[] {
  const found: Factored[] = [];
  for (const [index, result] of sums.entries()) {
    const floor = Math.max(pieceStart(text, result.start), found.at(-1)?.result.end ?? 0);
    const prices = sums.slice(0, index).filter(({ start }) => start >= floor);
    if (prices.length === 0) continue;
    const factors = lastOf(factorsIn(text, Math.max(floor, behindNumber(text)), result.start, sums));
    const ways = subsetsOf(factors).map((way) => ({ way, times: timesOf(way) }));
    const own = prices.reverse().flatMap((price) => wayTo(text, price, result, ways) ?? [])[0];
    if (own) found.push(own);
  }
  return found;
}

/** Where the piece of a sentence begins that a place stands in. */
export const pieceStart = (text: string, at: number): number =>
  Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, at - 1) + 1));

function wayTo(
  text: string,
  price: MoneySum,
  result: MoneySum,
  ways: readonly { way: Factor[]; times: number }[],
): Factored | null {
  const [one, all] = [price.digits?.fen ?? 0, result.digits?.fen ?? 0];
  if (price.capitals || one <= 0 || all <= one) return null;
  const isByMonth = isPerMonth(text, price);
  const slack = Math.max(
    1,
    (result.digits?.precisionFen ?? 1) > 100 ? (result.digits?.precisionFen ?? 1) / 2 : 1,
  );
  const isIt = (times: number): boolean => Math.abs(one * times - all) < slack;
  const plain = ways.find(({ times }) => isIt(times))?.way;
  const yearly = isByMonth ? ways.find(({ times }) => isIt(times * MONTHS_OF_YEAR))?.way : undefined;
  const way = plain ?? yearly;
  if (!way) return null;
  const [quantity, more] = way;
  return {
    ...{ price, result },
    start: Math.min(price.start, ...way.map(({ start }) => start)),
    quantity: !more && !quantity.isWan && !quantity.isHalf ? withMeasure(text, quantity, result.start) : null,
    counts:
      plain && !way.some(({ isHalf }) => isHalf)
        ? way.map((factor) => withMeasure(text, factor, result.start))
        : [],
  };
}

/** Whether a price is told for a month of what it is of. */
export const isPerMonth = (text: string, { start, end }: MoneySum): boolean =>
  BY_MONTH.test(text.slice(end)) || EACH_MONTH.test(text.slice(0, start));

/** 6|人, 42.6万|平方米: a number with the measure word behind it. */
export function withMeasure(text: string, { start, end }: Factor, until: number): Span {
  const measure = MEASURE.exec(text.slice(end, until))?.[0] ?? "";
  return { start, end: end + measure.length };
}
const MEASURE = new RegExp(`^\\s*(?:${MEASURES})`);

/** The numbers nearest to a sum: more than these are of other things. */
const lastOf = (factors: readonly Factor[]): Factor[] => factors.slice(-MOST_NUMBERS);
const MOST_NUMBERS = 8;

export const timesOf = (factors: readonly Factor[]): number =>
  factors.reduce((all, { value }) => all * value, 1);

/** Every choice of up to three of the numbers, the smallest first. */
export function subsetsOf(factors: readonly Factor[]): Factor[][] {
  let layer: Factor[][] = [[]];
  const all: Factor[][] = [];
  for (let size = 1; size <= MOST_FACTORS; size++) {
    layer = layer.flatMap((some) =>
      factors.slice(factors.indexOf(some[some.length - 1]) + 1).map((next) => [...some, next]),
    );
    all.push(...layer);
  }
  return all;
}

/** The numbers between two places that may count something: no dates, shares or sums. */
export function factorsIn(text: string, from: number, to: number, sums: readonly MoneySum[]): Factor[] {
  return [...text.slice(from, to).matchAll(NUMBER)].flatMap(
    ({ index, 0: said, 1: digits, 2: wan, 3: words }) => {
      const span = { start: from + index, end: from + index + said.trimEnd().length };
      const isSum = sums.some(({ start, end }) => start < span.end && span.start < end);
      const half = /^\s*个?半(?![天日年])/.test(text.slice(span.end)) ? HALF : 0;
      const value = (numberOf(digits, words) + half) * (wan ? TEN_THOUSAND : 1);
      const isElse =
        NO_FACTOR.test(text.slice(span.end)) ||
        (DAY.test(text.slice(span.end)) &&
          value <= LAST_DAY &&
          !TIMES_BEFORE.test(text.slice(0, span.start))) ||
        (YEAR.test(said) && text[span.end] === "年") ||
        OF_SEVERAL.test(text.slice(0, span.start));
      return isSum || isElse || !(value > 1)
        ? []
        : [{ ...span, value, isWan: wan !== undefined, isHalf: half > 0 }];
    },
  );
}

const numberOf = (digits: string | undefined, words: string | undefined): number =>
  digits === undefined
    ? Number(readQuantity(`${words}个`)?.value ?? Number.NaN)
    : Number(digits.replace(/[,，]/g, ""));
