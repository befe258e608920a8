import { rememberedByText } from "../../model/remembered.ts";
import { foldWidth } from "./fold-width.ts";

/** A month or a run of months told in a text, `[start, end)`; months are `YYYY-MM`. */
export interface FoundPeriod {
  start: number;
  end: number;
  from: string;
  to: string;
}

const CHINESE_DIGITS: Record<string, string> = {
  ...Object.fromEntries([..."〇一二三四五六七八九"].map((character, digit) => [character, String(digit)])),
  零: "0",
  元: "1",
};

const YEAR = String.raw`(20\d{2}|[二贰][〇零○][〇零一二三四五六七八九]{2})`;
const MONTH = String.raw`(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])`;
const DAY = String.raw`(?:\s*(?:[0-3]?\d|[一二三四五六七八九十]{1,3})\s*[日号])?`;
/** 12月租金 may be 12 months' rent, but 2023年12月租金 is that month's. */
const OF_NO_YEAR = String.raw`(?<!20\d{2}\s*年\s*(?:1[0-2]|0?[1-9])\s*月)`;
/** 4.2 月服务费按月结算: a clause's number before a word of months. */
const OF_NO_NUMBER = String.raw`(?:(?<!(?<!\d)\d{1,2}[.．]\s?)|(?!\d{1,2}\s*月\s*(?:服务|管理|物业|运营|维[保护]|养护|保洁|保安|固定|基本|综合)))`;
const CHINESE_MONTH = String.raw`(?:${YEAR}\s*年(?:度)?\s*)?${OF_NO_NUMBER}${MONTH}\s*月(?!薪|度|均|${OF_NO_YEAR}(?:租|结(?![业束项题案清])|付(?!\s*(?:[清讫至]|人民币|[¥￥\d]|$))|供|费))(?:份)?${DAY}`;
const DOTTED_MONTH = String.raw`${YEAR}\s*[./-]\s*(1[0-2]|0?[1-9])(?:\s*[./-]\s*[0-3]?\d(?!\d))?(?![\d%元万])`;
const JOIN = String.raw`\s*(?:起|开始)?\s*(?:至|到|—{1,2}|–|-|~|～|－)\s*`;
/** A sign or two between months that part no list: 10月一2026年4月, 5月_8月. */
const MISREAD_JOIN = /^\s*(?:一|[^\p{Script=Han}\d\s、，。；：:,;./（()）+＋&]{1,2})\s*$/u;
/** 上一季度, 每一季度, 任一季度, 满一季度, 三个月为一季度 are no first quarter, and 四季合… counts them. */
/** 第二年上半年: of a year of the term, which begins when that does. */
const NO_YEAR_OF_TERM = "(?<!第[一二三四五六七八九十\\d]{1,2}(?:个)?(?:服务|租赁|合同|承包)?年度?的?)";
const QUARTER = String.raw`${NO_YEAR_OF_TERM}(?:${YEAR}\s*年(?:度)?\s*)?(?:第\s*([一二三四1-4])\s*季(?:度)?|(?<![上下前后每任某同另这满余]|月为)([一二三四])\s*季(?:度|(?!度|[合共计总])))`;
/** 前三季度; 第一、二季度, quarters that follow each other. */
const LIST = String.raw`(?:${YEAR}\s*年(?:度)?\s*)?(?:前\s*([二两三])\s*个?|第?\s*(${quarterLists()})\s*)季度?`;
const LISTED = new RegExp(LIST, "g");
/** 2025年Q3, Q4. */
const SIGNED_QUARTERS = new RegExp(
  String.raw`(?:${YEAR}\s*(?:年(?:度)?)?\s*[-/]?\s*)?(?<![A-Za-z])Q\s*([1-4])(?!\d)(?:\s*季度?)?`,
  "gi",
);
/** 2025年度, 2025年内, 2025年每季度: a whole year, but not 2025年度第一季度 nor 2025年底. */
const YEARS = new RegExp(
  String.raw`(?<!\d)${YEAR}\s*(?:年\s*度|年\s*全年|年内|全年|年(?=\s*(?:的|内)?(?:每个?|各|逐|按)[月季]))(?!\s*(?:[上下]半年|第?\s*[一二三四1-4]\s*(?:个)?季|前|内?前|末|底|初|${MONTH}\s*月))`,
  "g",
);
const RANGE = new RegExp(
  String.raw`${CHINESE_MONTH}(?:${JOIN}${CHINESE_MONTH})?|${DOTTED_MONTH}(?:${JOIN}${DOTTED_MONTH})?`,
  "g",
);
const HALVES = new RegExp(
  String.raw`${NO_YEAR_OF_TERM}(?:${YEAR}\s*年(?:度)?\s*)?(?<![上下]\s*[、和及与]?\s*)(?:(上)|下)半年(?!度?[、和及与]\s*[上下])`,
  "g",
);
/** 2025年8-12月, 1至11月: one 月 for two months. */
const SHORT = new RegExp(
  String.raw`(?:${YEAR}\s*年\s*|(?<![\d.年月/-]|月[^，。；、]{0,4}))${MONTH}\s*(?:-|—{1,2}|–|~|～|至|到)\s*${MONTH}\s*月(?:份)?`,
  "g",
);
const QUARTERS = new RegExp(String.raw`${QUARTER}(?:${JOIN}${QUARTER})?`, "g");

/** Every month, run of months, quarter, half or whole of a known year in a text, left to right; `year` fills in a left-out one. */
export function findPeriods(text: string, year: string | null = null): FoundPeriod[] {
  return periodsOf(`${year ?? ""}\n${text}`).map((period) => ({ ...period }));
}

/** Of a year, or nothing, and a text below it. */
const periodsOf = rememberedByText((both): readonly FoundPeriod[] => {
  const at = both.indexOf("\n");
  return periodsIn(both.slice(at + 1), both.slice(0, at) || null);
});

function periodsIn(text: string, year: string | null): FoundPeriod[] {
  const folded = foldWidth(text);
  const found: FoundPeriod[] = [];
  let lastYear = year;
  const spans = [
    ...spansOf(folded, SHORT),
    ...spansOf(folded, HALVES),
    ...spansOf(folded, LISTED),
    ...spansOf(folded, QUARTERS),
    ...spansOf(folded, SIGNED_QUARTERS),
    ...spansOf(folded, YEARS),
    ...spansOf(folded, RANGE),
  ];
  const apart = spans.filter(
    (span, index) => !spans.slice(0, index).some((other) => other.start < span.end && span.start < other.end),
  );
  for (const span of apart.sort((a, b) => a.start - b.start)) {
    const fromYear = span.years[0] ?? yearBefore(folded, found.at(-1), span, lastYear) ?? lastYear;
    const toYear = span.years[1] ?? fromYear;
    if (fromYear === null || toYear === null) continue;
    lastYear = toYear;
    const from = `${fromYear}-${pad(span.months[0])}`;
    const to = `${toYear}-${pad(span.months[1])}`;
    const last = found.at(-1);
    const between = last ? folded.slice(last.end, span.start) : "";
    const isListed = LIST_MARK.test(between) && COUNTED_BEHIND.test(folded.slice(span.end));
    const isNext = last !== undefined && countMonths(last.to, from) === 2 && from > last.to;
    const isGoingOn = last && last.to < to && (MISREAD_JOIN.test(between) || (isListed && isNext));
    if (last && isGoingOn) Object.assign(last, { end: span.end, to });
    else if (from <= to) found.push({ start: span.start, end: span.end, from, to });
  }
  return found;
}

/** 2026年9月、10月两个月: months that follow on each other, counted behind the last. */
const LIST_MARK = /^\s*[、和及与]\s*$/;
const COUNTED_BEHIND = /^(?:份|\s*[、和及与]\s*\d{1,2}\s*月)*\s*(?:共)?\s*[两二三四五六2-6]\s*个月/;

/** 2026年1月15日前，第四季度考核后: the year before that of a day by which what is over is paid for; null where none stands right before. */
function yearBefore(
  text: string,
  due: FoundPeriod | undefined,
  { start, months }: Span,
  year: string | null,
): string | null {
  const isQuarter = months[1] - months[0] >= 2;
  if (!due || !isQuarter || year === null || `${year}-${pad(months[1])}` <= due.to) return null;
  if (months[0] - Number(due.to.slice(5)) < 6) return null;
  const isDue = /^\s*(?:之|以)?前[^。；;]{0,8}$/.test(text.slice(due.end, start));
  return isDue && due.to.startsWith(year) ? String(Number(year) - 1) : null;
}

/** How many months from the first to the last, both counted; at least 1. */
export function countMonths(from: string, to: string): number {
  const [fromYear, fromMonth] = from.split("-").map(Number);
  const [toYear, toMonth] = to.split("-").map(Number);
  return Math.max(1, (toYear - fromYear) * 12 + toMonth - fromMonth + 1);
}

interface Span {
  start: number;
  end: number;
  years: [string | null, string | null];
  months: [number, number];
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ...(READ.get(pattern) ?? readRange)(match),
  }));
}

type Told = Pick<Span, "years" | "months">;

/** How the months of each way to tell them are read. */
const READ = new Map<RegExp, (match: RegExpMatchArray) => Told>([
  [
    SHORT,
    ([, year, first, last]) => ({ years: [toYear(year), null], months: [toMonth(first), toMonth(last)] }),
  ],
  [YEARS, ([, year]) => ({ years: [toYear(year), null], months: [1, 12] })],
  [SIGNED_QUARTERS, ([, year, quarter]) => quartersOf([year], [Number(quarter), Number(quarter)])],
  [HALVES, ([, year, isFirst]) => ({ years: [toYear(year), null], months: isFirst ? [1, 6] : [7, 12] })],
  [LISTED, readListed],
  [QUARTERS, readQuarters],
]);

function readListed([, year, count, list = ""]: RegExpMatchArray): Told {
  const listed = [...list.matchAll(/[一二三四]/g)].map(([sign]) => toMonth(sign));
  const last = count ? toMonth(count.replace("两", "二")) : listed[listed.length - 1];
  return quartersOf([year], [listed[0] ?? 1, last]);
}

function readQuarters([, year, first, second, toYearText, last, lastToo]: RegExpMatchArray): Told {
  const from = toMonth(first ?? second);
  return quartersOf([year, toYearText], [from, (last ?? lastToo) ? toMonth(last ?? lastToo) : from]);
}

function readRange(match: RegExpMatchArray): Told {
  const [fromYear, from, toYearText, to = from] = match[2] ? match.slice(1, 5) : match.slice(5, 9);
  return { years: [toYear(fromYear), toYear(toYearText)], months: [toMonth(from), toMonth(to)] };
}

const quartersOf = ([from, to]: (string | undefined)[], [first, last]: [number, number]): Told => ({
  years: [toYear(from), toYear(to)],
  months: [first * 3 - 2, last * 3],
});

/** 一、二 and 二、三、四, but not 一、三. */
function quarterLists(): string {
  const runs = ["一二三四", "一二三", "二三四", "一二", "二三", "三四"];
  return runs.map((run) => [...run].join(String.raw`\s*[、和及与]\s*第?\s*`)).join("|");
}

const pad = (month: number): string => String(month).padStart(2, "0");

function toYear(text: string | undefined): string | null {
  if (text === undefined) return null;
  const year = [...text.replace("贰", "二").replace("○", "〇")].map(
    (character) => CHINESE_DIGITS[character] ?? character,
  );
  return year.join("");
}

function toMonth(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.startsWith("十")) return 10 + Number(CHINESE_DIGITS[text.slice(1)] ?? 0);
  return Number(CHINESE_DIGITS[text]);
}
