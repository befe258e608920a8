import { rememberedByText } from "../model/remembered.ts";
import type { Span } from "./budget-figures.ts";
import { perOf, reckoningBehind, TIME_UNIT } from "./budget-priced-words.ts";
import { withSigns } from "./budget-times.ts";
import { behindNumber } from "./clauses.ts";
import { MEASURES, readQuantity } from "./figures/index.ts";
import { lacksMeasure } from "./measured-rates.ts";
import type { MoneySum } from "./money-sums.ts";

/** A sum that the words before it reckon: 46台，单价3,200元/台，计… | 每人1,680元，120人计… | 32人，3,850元/人·月，全年…. */
export interface Priced {
  price: MoneySum;
  result: MoneySum;
  /** Where the reckoning begins, so that the words before it name the sum. */
  start: number;
  /** How many there are; null where none is told, or where the price is taken times more than one number. */
  quantity: Span | null;
  /** All counts that it is taken times, where it comes out with more than one. */
  counts: Span[];
  fits: boolean;
  /** Told so plainly that it needs no other beside it. */
  isSure: boolean;
}

const NUMBER = String.raw`(?:\d(?:\s?\d){0,2}(?:\s?[,，]\s?\d\s?\d\s?\d)+(?:\.\d+)?|\d(?:\s?\d)*(?:\.\d+)?|[一二两三四五六七八九十]{1,3})`;
/** How a count is written: with what the price is said to be of (每站每月: 36站·月), or with a measure word. */
function countOf(unit: string): string {
  const parts = unit.split(/[每·]/).filter((part) => part !== "");
  const isPlain = parts.length > 0 && parts.every((part) => /^\p{Script=Han}{1,4}$/u.test(part));
  return String.raw`${NUMBER}\s*(?:${isPlain ? `${parts.join("[·每]?")}|` : ""}${MEASURES})`;
}
const COUNT = countOf("");
/** 数量2台，(管护三年，): what is counted, right before its price, or with words about it between. */
const countRightBefore = rememberedByText(
  (count) =>
    new RegExp(
      String.raw`(?:(?:数量|按|共计?|合计|预计|预估|暂定|暂估|估算|计划|年用量)(?:数量|用量|约|为|[：:])*\s*)*(?<![\d.第]|\d[,，](?=\d{3}(?!\d)))(${count})\s*(?:[（(][^（）()]{1,24}[）)]|[，,（(、][^，。；：\d]{1,8})?[，,（(、×xX*＊]?\s*$`,
    ),
);
/** 单价为, 每人每月, 费用: what stands before a price. */
const MARK =
  /(?:[\p{Script=Han}]{0,2}(?:单价|标准|费用|价格)|每[^，。；：、\d\s]{1,6})(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/u;
/** 电脑按每台5,000元: no part of the name. */
const BY = /(?<=\p{Script=Han})[，,]?\s*按\s*$/u;
/** 单价 and 每台 leave no doubt that it is a price of one. */
const SURE_MARK = /单价|每/;
/** 2025年, 8月, 9时: no count. */
const DATE_LIKE = /^(?:\d{4}\s*年|\d+\s*[月日号时分])/;
const MONTHS_OF_YEAR = 12;
const QUARTERS = 4;
const HALVES = 2;
/** A slip in one figure moves what several come to by no more than this part, most often. */
const MOST_OFF = 0.25;
const COUNT_ALONE = new RegExp(
  String.raw`[，,：:]\s*(?:数量(?:为|[：:])?\s*)?(${COUNT})\s*[，,]\s*(?:小计|合计|共计|金额|共|计)?\s*(?:人民币)?[¥￥]?\s*$`,
);

/** Every sum of a text whose reckoning stands before it. */
export function findPriced(words: string, sums: readonly MoneySum[]): Priced[] {
  const text = withSigns(words);
  return sums.slice(0, -1).flatMap((price, index): Priced[] => {
    const result = sums[index + 1];
    const floor = sums[index - 1]?.end ?? 0;
    if (!price.digits || price.capitals || !result.digits?.fen) return [];
    const said = saidOf(text, price, result, floor);
    return said ? [pricedOf(text, { price, result, floor }, said)] : [];
  });
}

/** 土壤监测：1次，86,200元: where the count begins that stands before a sum whose price isn't told; null without one. */
export function countBefore(text: string, { start }: MoneySum, floor: number): number | null {
  const count = COUNT_ALONE.exec(text.slice(floor, start));
  return count && !DATE_LIKE.test(count[1]) && readQuantity(count[1]) !== null ? floor + count.index : null;
}

/** The words of a reckoning. */
interface Said {
  /** What one of costs: 台, 人·月. */
  per: string;
  /** The count right before the price. */
  before: Span | null;
  /** The counts between the price and the sum. */
  behind: Span[];
  /** 全年, 服务期内: a time whose months are told elsewhere; null without one. */
  time: string | null;
  /** Where the words before the price begin that tell of it, and where the count before them does. */
  start: number;
  from: number;
  /** Whether nothing but a comma parts a unit price from what it may come to. */
  isBare: boolean;
}

function saidOf(text: string, price: MoneySum, result: MoneySum, floor: number): Said | null {
  const before = text.slice(floor, price.start);
  const mark = MARK.exec(before)?.[0] ?? "";
  const per = perOf(text.slice(price.end, result.start));
  if (!SURE_MARK.test(mark) && !per) return null;
  const unit = per?.unit ?? /每(\S{1,6}?)(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/.exec(mark)?.[1] ?? "";
  const counted = countOf(unit);
  const at = price.end + (per?.length ?? 0);
  const behind = reckoningBehind(text.slice(at, result.start), counted);
  if (!behind) return null;
  const rest = before.slice(0, before.length - mark.length).replace(BY, "");
  const first = countRightBefore(counted).exec(rest);
  const isCounted = first !== null && !DATE_LIKE.test(first[1]);
  const start = floor + rest.length;
  const from = floor + (isCounted ? first.index : rest.length);
  const count = isCounted ? spanOf(text, first[1], from, price.start) : null;
  const isOfUnit = count !== null && isSameUnit(unit, text.slice(count.start, count.end));
  const isPerCounted = behind.counts.some(({ words }) => isSameUnit(unit, words));
  // 20人，3,300元/人·月，24个月，: what stands before and behind is what the price is of.
  const isOfBoth =
    count !== null &&
    behind.counts.length === 1 &&
    isSameUnit(
      unit.replace("/", "·"),
      `${text.slice(count.start, count.end)}${measureOf(behind.counts[0].words)}`,
    );
  // 每月18,900元，两年453,600元: two years of a price by the month.
  const isOfYears =
    isMonthly(unit) && behind.counts.length === 1 && comesOutByYears(price, result, behind.counts[0].words);
  // 400吨，单价85元，34,000元: no measure ties the two together; that they come out does.
  const isUnitPrice = /单价/.test(mark) && count !== null && behind.counts.length === 0;
  const isOfAny = isOfUnit || isPerCounted || isOfBoth || isOfYears || isUnitPrice;
  if (!behind.isTold && !(isOfAny && behind.hasComma)) return null;
  const counts = behind.counts
    .filter(({ words }) => !DATE_LIKE.test(words))
    .map(({ words, start: offset }) => ({ start: at + offset, end: at + offset + words.trimEnd().length }));
  const isBare = isUnitPrice && !behind.isTold;
  return { per: unit, before: count, behind: counts, time: behind.time, start, from, isBare };
}

const isMonthly = (per: string): boolean => /月/.test(per);
const isYears = (text: string, { start, end }: Span): boolean => /年$/.test(text.slice(start, end).trim());

/** 每月18,900元，两年|453,600元: whether so many years of a price by the month come to a sum. */
const comesOutByYears = (price: MoneySum, result: MoneySum, words: string): boolean =>
  /年$/.test(words.trim()) &&
  (price.digits?.fen ?? Number.NaN) * MONTHS_OF_YEAR * Number(readQuantity(words)?.value ?? Number.NaN) ===
    result.digits?.fen;

function pricedOf(
  text: string,
  { price, result, floor }: { price: MoneySum; result: MoneySum; floor: number },
  said: Said,
): Priced {
  const { before, behind, time, per } = said;
  const one = price.digits?.fen ?? null;
  const all = result.digits?.fen ?? 0;
  const timesOf = (spans: readonly Span[]): number =>
    spans.reduce((product, span) => product * numberAt(text, span), 1);
  const ratioOf = (spans: readonly Span[]): number => (one === null ? 1 : all / (one * timesOf(spans)));
  const isOnce = (spans: readonly Span[]): boolean => Math.abs(ratioOf(spans) - 1) * all < 1;
  const isOfUnit = before !== null && isSameUnit(per, text.slice(before.start, before.end));
  // What is told between the price and its sum was reckoned with; a number before it may only be what the thing is like.
  const ways = [behind, ...(before ? [[before, ...behind]] : []), ...(before ? [[before]] : [])].filter(
    (spans) => spans.length > 0,
  );
  // What comes out with none was reckoned with those that come nearest: 14名，每人每月9,300元，十个月计1,288,000元.
  const nearest = ways.find((spans) => areUnlike(text, spans) && Math.abs(ratioOf(spans) - 1) <= MOST_OFF);
  const own = ways.find(isOnce) ?? nearest ?? (behind.length > 0 ? behind : (ways[0] ?? []));
  const ratio = ratioOf(own);
  const isTimeCounted = own.some((span) => TIME_UNIT.test(text.slice(span.start, span.end)));
  const isTimed = (TIME_UNIT.test(per) || time !== null) && !isTimeCounted;
  const isYear = isTimed && ratio === timesOfYear(per);
  const isWhole =
    isTimed &&
    Number.isInteger(ratio) &&
    ratio > 0 &&
    (time === null || !isOfYear(time) || isYear || !TIME_UNIT.test(per));
  const isOfMeasure = lacksMeasure(text, price, { from: floor, to: result.start });
  const isOfYears = ratio === MONTHS_OF_YEAR && isMonthly(per) && own.some((span) => isYears(text, span));
  const fits = one === null || isOnce(own) || isWhole || isOfMeasure || isOfYears;
  const usesBefore = before !== null && own.includes(before);
  // By the month, the months stand in no field, nor does a second count; what comes out with them needs none.
  const isPlain =
    !isOfMeasure &&
    !isOfYears &&
    own.length === 1 &&
    (isOnce(own) || isYear || !isTimed || (time !== null && isOfYear(time)));
  return {
    ...{ price, result, fits },
    isSure: (own.length > 0 || time !== null) && (fits || !said.isBare),
    start: nameEnd(text, floor, usesBefore || behind.length === 0 || isOfUnit ? said.from : said.start),
    quantity: isPlain && one !== null ? own[0] : null,
    counts: own.length > 1 && one !== null && (isOnce(own) || own === nearest) ? own : [],
  };
}

/** How many quarters or terms of school a year has; months of anything else. */
const timesOfYear = (per: string): number =>
  /季/.test(per) ? QUARTERS : /半年|学期/.test(per) ? HALVES : MONTHS_OF_YEAR;

const isOfYear = (time: string): boolean => /全年|每年|一年|^年$/.test(time);

/**
 * Where the words end that name what is reckoned: before the count, but behind the first words of its item where only what it
 * is like stands between: 1、阅读读本，大16开，152页，12,500册; 香樟，胸径12厘米，单价800元.
 */
function nameEnd(text: string, floor: number, start: number): number {
  const stops = ["。", "；", ";", "：", ":"].map((sign) => text.lastIndexOf(sign, start - 1) + 1);
  const stop = Math.max(floor, ...stops.map((at) => (text.slice(at, start).trim() === "" ? 0 : at)));
  const item = text.slice(stop, start);
  const number = behindNumber(item);
  if (!/[，,]\s*$/.test(item)) return start;
  const lead = /^[\s，,、；;。]*/.exec(item.slice(number))?.[0].length ?? 0;
  const head = firstPart(item.slice(number + lead));
  return HEAD.test(head.trim()) ? stop + number + lead + head.length : start;
}

/** Up to the first comma that stands in no bracket. */
function firstPart(words: string): string {
  let open = 0;
  for (const [at, sign] of [...words].entries()) {
    if (/[（(]/.test(sign)) open++;
    else if (/[）)]/.test(sign)) open--;
    else if (open <= 0 && /[，,]/.test(sign)) return words.slice(0, at);
  }
  return words;
}

const HEAD = /^(?!.*[甲乙丙双]方)[^。；]{0,6}\p{Script=Han}{2}[^。；]{0,30}$/u;

function spanOf(text: string, words: string, from: number, to: number): Span {
  const start = from + text.slice(from, to).indexOf(words);
  return { start, end: start + words.trimEnd().length };
}

const numberAt = (text: string, { start, end }: Span): number =>
  Number(readQuantity(text.slice(start, end))?.value ?? Number.NaN);

/** Whether counts are of different things: 3场，共10场 are no thirty. */
function areUnlike(text: string, spans: readonly Span[]): boolean {
  const measures = spans.map(({ start, end }) => measureOf(text.slice(start, end)));
  return new Set(measures).size === measures.length;
}

const measureOf = (count: string): string => count.replace(/^[\d,，.\s一二两三四五六七八九十]+/, "");

/** 台 of 46台, 个月 of 月, 人天 of 每人天. */
function isSameUnit(per: string, count: string): boolean {
  const bare = (unit: string): string => unit.replace(/[每个·/／\s]/g, "").replace(/日/g, "天");
  const unit = bare(measureOf(count));
  return unit !== "" && bare(per) === unit;
}
