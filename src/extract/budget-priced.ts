import type { Span } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { readQuantity } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";

/** A sum that the words before it reckon: 46台，单价3,200元/台，计… | 每人1,680元，120人计… | 6,500元/月，全年…. */
export interface Priced {
  price: MoneySum;
  result: MoneySum;
  /** Where the reckoning begins, so that the words before it name the sum. */
  start: number;
  /** How many there are; null where none is told, or where the price is taken times a span of time as well. */
  quantity: Span | null;
  /** Whether it comes out; of a price by the month, by whole months. */
  fits: boolean;
  /** Told so plainly that it needs no other beside it. */
  isSure: boolean;
}

const COUNT = String.raw`(?:\d(?:\s?\d){0,2}(?:\s?[,，]\s?\d\s?\d\s?\d)+(?:\.\d+)?|\d(?:\s?\d)*(?:\.\d+)?|[一二两三四五六七八九十]{1,3})\s*[^\d\s×xX*＊✕=＝，。；：、（）()/／一二两三四五六七八九十]{1,4}?`;
/** 数量2台，（管护三年，）: what is counted, right before its price, or with words about it between. */
const COUNT_BEFORE = new RegExp(
  String.raw`(?:(?:数量|共计?|合计)(?:为|[：:])?\s*)?(${COUNT})\s*(?:[，,（(、][^，。；：\d]{1,8})?[，,（(、]?\s*$`,
);
/** 单价为, 每人每月, 费用: what stands before a price. */
const MARK =
  /(?:[\p{Script=Han}]{0,2}(?:单价|标准|费用|价格)|每[^，。；：、\d\s]{1,6})(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/u;
/** 单价 and 每台 leave no doubt that it is a price of one. */
const SURE_MARK = /单价|每/;
const PER = /^\s*[/／]\s*([^\d\s×=＝，。；、（）()/／]{1,6}(?:[/／][^\d\s×=＝，。；、（）()/／]{1,3})?)/;
const TIME = String.raw`全年|每年|一年|年|[服合]\S?[务同]期(?:内|限内)?|期内|[一二两三四五六七八九十\d]{1,3}(?:个?月|年|天|日|个?季度?|个?学期)`;
const SUM_WORD = "小计|合计|共计|总计|总价|总额|金额|费用|共|合|计|[=＝]";
const BEHIND = new RegExp(
  String.raw`^\s*(?<comma>[，,、])?\s*(?:(?:共计?|合计|面积|数量|按)?\s*(?<count>${COUNT}))??\s*[，,]?\s*(?:(?:共|合)?(?<time>${TIME}))?\s*[，,]?\s*(?<word>${SUM_WORD})?(?:为|[：:])?\s*(?:人民币)?[¥￥]?\s*$`,
);
/** 2025年, 8月, 9时: no count. */
const DATE_LIKE = /^(?:\d{4}\s*年|\d+\s*[月日号时分点:：](?![位\p{Script=Han}]))/u;
const TIME_UNIT = /[年月日天周季]|小时|学期/;

/** Every sum of a text whose reckoning stands before it. */
export function findPriced(text: string, sums: readonly MoneySum[]): Priced[] {
  return sums.slice(0, -1).flatMap((price, index): Priced[] => {
    const result = sums[index + 1];
    const floor = sums[index - 1]?.end ?? 0;
    if (!price.digits || price.capitals || !result.digits?.fen) return [];
    const said = saidOf(text, price, result, floor);
    return said ? [pricedOf(text, { price, result, floor }, said)] : [];
  });
}

const COUNT_ALONE = new RegExp(
  String.raw`[，,：:]\s*(?:数量(?:为|[：:])?\s*)?(${COUNT})\s*[，,]\s*(?:${SUM_WORD})?\s*(?:人民币)?[¥￥]?\s*$`,
);

/** 土壤监测：1次，86,200元: where the count begins that stands before a sum whose price isn't told; null without one. */
export function countBefore(text: string, { start }: MoneySum, floor: number): number | null {
  const count = COUNT_ALONE.exec(text.slice(floor, start));
  return count && !DATE_LIKE.test(count[1]) && readQuantity(count[1]) !== null ? floor + count.index : null;
}

/** The words of a reckoning. */
interface Said {
  /** What one of costs: 台, 人·月. */
  per: string;
  count: Span | null;
  /** Where the first of its words begins. */
  start: number;
  isSure: boolean;
}

function saidOf(text: string, price: MoneySum, result: MoneySum, floor: number): Said | null {
  const before = text.slice(floor, price.start);
  const between = text.slice(price.end, result.start);
  const mark = MARK.exec(before)?.[0] ?? "";
  const per = PER.exec(between);
  if (!SURE_MARK.test(mark) && !per) return null;
  const behind = BEHIND.exec(between.slice(per?.[0].length ?? 0))?.groups;
  if (!behind) return null;
  const rest = before.slice(0, before.length - mark.length);
  const first = COUNT_BEFORE.exec(rest);
  const isCounted = first !== null && !DATE_LIKE.test(first[1]);
  const start = floor + (isCounted ? first.index : rest.length);
  const unit = per?.[1] ?? /每(\S{1,6}?)(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/.exec(mark)?.[1] ?? "";
  const count = isCounted
    ? spanOf(text, first[1], floor + first.index, price.start)
    : behind["count"] !== undefined && !DATE_LIKE.test(behind["count"])
      ? spanOf(text, behind["count"], price.end + (per?.[0].length ?? 0), result.start)
      : null;
  const isOfUnit = count !== null && unit !== "" && isSameUnit(unit, text.slice(count.start, count.end));
  const isTold = behind["word"] !== undefined || behind["time"] !== undefined;
  if (!isTold && !(isOfUnit && behind["comma"] !== undefined)) return null;
  return { per: unit, count, start, isSure: count !== null || behind["time"] !== undefined };
}

function pricedOf(
  text: string,
  { price, result, floor }: { price: MoneySum; result: MoneySum; floor: number },
  { per, count, start, isSure }: Said,
): Priced {
  const one = price.digits?.fen ?? null;
  const times = count === null ? 1 : numberAt(text, count);
  const ratio = one === null ? Number.NaN : (result.digits?.fen ?? 0) / (one * times);
  const isTimed =
    TIME_UNIT.test(per) && !(count !== null && isSameUnit(per, text.slice(count.start, count.end)));
  const isOnce = Math.abs(ratio - 1) * (result.digits?.fen ?? 0) < 1;
  const isYear = ratio === MONTHS_OF_YEAR;
  const isWhole = Number.isInteger(ratio) && ratio > 0;
  // By the month, the months stand in no field; what comes out with them needs none.
  const isPlain = isOnce || isYear || !isTimed;
  return {
    ...{ price, result, isSure },
    start: nameEnd(text, floor, start),
    quantity: isPlain && one !== null ? count : null,
    fits: one === null || (isTimed ? isWhole : isOnce),
  };
}

const MONTHS_OF_YEAR = 12;

/**
 * Where the words end that name what is reckoned: before the count, but behind the first words of a list's item where
 * only what it is like stands between: 1、阅读读本，大16开，152页，12,500册.
 */
function nameEnd(text: string, floor: number, start: number): number {
  const stop = Math.max(floor, ...["。", "；", ";"].map((sign) => text.lastIndexOf(sign, start - 1) + 1));
  const item = text.slice(stop, start);
  const number = behindNumber(item);
  const isBare = /[，,]\s*$/.test(item);
  if (!isBare || (number === 0 && stop > 0)) return start;
  const head = /^[^，,：:]*/.exec(item.slice(number))?.[0] ?? "";
  return HEAD.test(head.trim()) ? stop + number + head.length : start;
}

const HEAD = /^(?!.*[甲乙丙双]方)[^。；]{0,6}\p{Script=Han}{2}[^。；]{0,16}$/u;

function spanOf(text: string, words: string, from: number, to: number): Span {
  const start = from + text.slice(from, to).indexOf(words);
  return { start, end: start + words.trimEnd().length };
}

const numberAt = (text: string, { start, end }: Span): number =>
  Number(readQuantity(text.slice(start, end))?.value ?? Number.NaN);

/** 台 of 46台, 个月 of 月, 人天 of 每人天. */
function isSameUnit(per: string, count: string): boolean {
  const bare = (unit: string): string => unit.replace(/[每个·\s]/g, "").replace(/日/g, "天");
  const unit = bare(count.replace(/^[\d,.\s一二两三四五六七八九十]+/, ""));
  return unit !== "" && bare(per) === unit;
}
