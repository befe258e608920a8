import type { Span } from "./budget-figures.ts";
import { withSigns } from "./budget-times.ts";
import type { MoneySum } from "./money-sums.ts";

/** How a sum came about, told behind it: 120,000元（16天，每天7,500元）, 36万元（3万元/月×12个月）. */
export interface Reckoning {
  result: MoneySum;
  /** What one of what is counted costs. */
  price: MoneySum;
  /** Every number that the price is taken times. */
  counts: Span[];
  /** Whether it comes out. */
  fits: boolean;
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const COUNT = String.raw`${NUMBER}\s*[^\d\s×xX*＊✕=＝，。；：、（）()/／]{0,4}`;
const TIMES = String.raw`\s*[×xX*＊✕]\s*`;
const PER = String.raw`(?:\s*[/／]\s*[^\d\s×xX*＊✕=＝，。；：、（）()]{1,6}){0,2}`;
const NO_DIGITS = String.raw`[^\d（）()。；]{0,12}?`;
/** What may stand between a sum and its reckoning: a bracket, 即, or =. */
const OPENING = String.raw`^\s*[）)]?\s*(?:[（(]\s*(${NO_DIGITS})|[，,]\s*即\s*|[=＝]\s*)`;
const CLOSING = String.raw`\s*(?:[，,]([^\d（）()。；]{0,12}))?(?:[）)]|[。；]|$)`;

const FACTORS_BEFORE = new RegExp(`${OPENING}((?:${COUNT}${TIMES})*)$`);
const FACTORS_BEHIND = new RegExp(`^${PER}((?:${TIMES}${COUNT})*)${CLOSING}`);
/** 16天，每天 and 12个月，单价. */
const COUNT_BEFORE = new RegExp(
  `${OPENING}(${NUMBER}\\s*[^\\d\\s，。；：、（）()]{1,2})\\s*[，,]\\s*(单价|每\\S{1,3}?)?(?:为|[：:])?\\s*$`,
);
const PRICE_BEFORE = new RegExp(`${OPENING}(单价|每\\S{1,3}?)(?:为|[：:])?\\s*$`);
const COUNT_BEHIND = new RegExp(
  `^${PER}\\s*[，,]\\s*(?:共计?|合计|计)?\\s*(${NUMBER}\\s*[^\\d\\s，。；：、（）()]{1,2})${CLOSING}`,
);
const NOTHING_BEHIND = new RegExp(`^${PER}${CLOSING}`);

/** The sum isn't just what is reckoned: 约, 优惠后, 含培训费. */
const INEXACT = /其中|包括|含(?!税)|约|暂|优惠|折|减|让利|抹零|取整|四舍五入|左右|不含|另[计加收]/;
/** 不超过10万元（…）: a bound. */
const BOUND = /(?:不(?:得)?(?:超过|高于|低于|少于)|上限|下限|最[高低多少]|至[多少])[^，。；\d]{0,6}$/;

/** Every sum of a text with the reckoning told right behind it. */
export function findReckonings(words: string, sums: readonly MoneySum[]): Reckoning[] {
  const text = withSigns(words);
  return sums.slice(0, -1).flatMap((result, index): Reckoning[] => {
    const price = sums[index + 1];
    if (!result.digits?.fen || !price.digits?.fen || price.capitals) return [];
    const between = text.slice(result.end, price.start);
    const behind = text.slice(price.end);
    const counts =
      factorsOf(between, behind, result.end, price.end) ?? countOf(between, behind, result.end, price.end);
    const said = /[^。；]*$/.exec(text.slice(0, result.start))?.[0] ?? "";
    const tail = /^[^。；）)]*/.exec(behind)?.[0] ?? "";
    const free = freeOf(between + tail);
    if (!counts || free === "untold" || INEXACT.test(between + tail) || BOUND.test(said)) return [];
    const off = counts.length === 1 ? free * price.digits.fen : 0;
    const product = counts.reduce((all, span) => all * numberAt(text, span), price.digits.fen) - off;
    const fits =
      comesTo(product, counts, { result, price }, text) || isOfSeveral(said, result.digits.fen / product);
    return [{ result, price, counts, fits }];
  });
}

/** 扣免租期三个月, 首年免费: how many of what is counted cost nothing; 0 where nothing is said of it, and untold where no number is. */
function freeOf(words: string): number | "untold" {
  if (/首(?:个)?[年月]免/.test(words)) return 1;
  if (!/免(?!税)|扣|赠|送(?!货)/.test(words)) return 0;
  const count = /(?:免|扣|赠|送)[^，。；\d]{0,4}?([一二两三四五六七八九])(?:个)?[年月天日季]/.exec(
    words,
  )?.[1];
  return count === undefined ? "untold" : "一二三四五六七八九".indexOf(count.replace("两", "二")) + 1;
}

/** 30000元/月×12个月, 20人×100元/人·天×5天: the numbers beside the price. */
function factorsOf(between: string, behind: string, from: number, to: number): Span[] | null {
  const [before, after] = [FACTORS_BEFORE.exec(between), FACTORS_BEHIND.exec(behind)];
  if (!before || !after) return null;
  const start = from + between.length - before[2].length;
  const at = to + after[0].indexOf(after[1]);
  const counts = [...countsIn(before[2], start), ...countsIn(after[1], at)];
  return counts.length > 0 ? counts : null;
}

/** 16天，每天7500元, 每月30000元，共12个月: only where the price is told for one of what is counted, nothing else can be meant. */
function countOf(between: string, behind: string, from: number, to: number): Span[] | null {
  const before = COUNT_BEFORE.exec(between);
  if (before && NOTHING_BEHIND.test(behind)) {
    const [, , count, per = perIn(behind)] = before;
    const start = from + between.lastIndexOf(count);
    return isPerUnit(per, count) ? [{ start, end: start + count.trimEnd().length }] : null;
  }
  const [priced, counted] = [PRICE_BEFORE.exec(between), COUNT_BEHIND.exec(behind)];
  if (!priced || !counted || !isPerUnit(priced[2], counted[1])) return null;
  const start = to + behind.indexOf(counted[1]);
  return [{ start, end: start + counted[1].trimEnd().length }];
}

const perIn = (behind: string): string => /^\s*[/／]\s*(\S{1,2}?)(?=\s*[）)，,])/.exec(behind)?.[1] ?? "";

/** 每月 of 个月, 每天 of 天, /日 of 天; 单价 of whatever is counted. */
function isPerUnit(per: string, count: string): boolean {
  const bare = (unit: string): string => unit.replace(/[每个\s]/g, "").replace(/日/g, "天");
  const unit = bare(count.replace(/^[\d,.\s]+/, ""));
  return per === "单价" || (unit !== "" && bare(per) === unit);
}

function countsIn(factors: string, from: number): Span[] {
  return [...factors.matchAll(new RegExp(COUNT, "g"))].map(({ index, 0: count }) => ({
    start: from + index,
    end: from + index + count.trimEnd().length,
  }));
}

function numberAt(text: string, { start, end }: Span): number {
  const count = text.slice(start, end);
  const value = Number(/[\d.]+/.exec(count.replace(/,/g, ""))?.[0]);
  return /[%％]/.test(count) ? value / 100 : value;
}

/** A price in fen may have been rounded to the fen, and a sum in 万元 to its last digit. */
function comesTo(
  product: number,
  counts: readonly Span[],
  { result, price }: Pick<Reckoning, "result" | "price">,
  text: string,
): boolean {
  const times = counts.reduce((all, span) => all * numberAt(text, span), 1);
  const fine =
    price.digits && price.digits.precisionFen < YUAN_FEN ? (price.digits.precisionFen / 2) * times : 0;
  const coarse = result.digits && result.digits.precisionFen > YUAN_FEN ? result.digits.precisionFen / 2 : 0;
  return Math.abs(product - (result.digits?.fen ?? 0)) < 1 + fine + coarse;
}

const YUAN_FEN = 100;

/** 三年合计108万元（3万元/月×12个月）: what is reckoned is of one of several that the words before tell. */
function isOfSeveral(said: string, times: number): boolean {
  if (!Number.isInteger(times) || times < 2 || times > 10) return false;
  const words = `${times}|${"二三四五六七八九十"[times - 2]}${times === 2 ? "|两" : ""}`;
  return new RegExp(`(?:${words})\\s*[个]?(?:年|期|次|人|名|月|批|家|季)`).test(said);
}
