import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { findDays } from "./dates/read-day.ts";
import { foldWidth } from "./figures/fold-width.ts";
import { passagesOf } from "./passages.ts";
import { TERM_WORD } from "./term-words.ts";

const NO_DATE = {
  zh: "像是日期，但没有这样的日期，请核对原件",
  en: "looks like a date, but there is no such date; check the page",
};

/** 2027年11月38日, 202年10月31日, 2024年44月: written as a date is. */
const WRITTEN = /(?<!\d)(?<year>\d{3,6})\s*年\s*(?<month>\d{1,3})\s*月(?:\s*\d{1,4}\s*[日号])?/g;
const YEAR = String.raw`(?<!\d)(?:(?:19|20)\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})`;
const COUNT = String.raw`(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})`;
/** 2025年月31日, 2025年31日, 2025年8月日, 2025年8口31日, 20258月31日, 2024年10就-12月: a date that lost a number or a sign; a day of signing may be left to be filled in. */
const DAMAGED = new RegExp(
  [
    String.raw`${YEAR}年月?${COUNT}[日号]`,
    String.raw`(?<=[自从至到])${YEAR}年${COUNT}月[日号]`,
    String.raw`${YEAR}年${COUNT}[^\d月年、，。；：至到—–~～（）()\s-]${COUNT}[日号]`,
    String.raw`${YEAR}[^\d年月元万亿千百个份页号字第度级版、，。；：（）()〔〕【】［］\[\]\s./—–~～-]${COUNT}月${COUNT}[日号]`,
    String.raw`${YEAR}年${COUNT}[^\d月年季第、，。；：至到—–~～（）()\s-](?:至|到|—{1,2}|–|-|~|～)${COUNT}月`,
    String.raw`${YEAR}年${COUNT}月${COUNT}[目曰臼口回田白旧](?!标|前|的)`,
  ].join("|"),
  "g",
);
/** 2027.55.31, 2027.531, only where a day is due. */
const POINTED =
  /(?<![\d.A-Za-z])\d{3,6}\s*(?:[./-]\s*\d{1,4}\s*[./-]\s*\d{1,4}|\.\s*\d{3,4})(?![\d.]|\s*[元万％%])/g;
/** Digits with points or without, on one side of 至 with a day on its other side. */
const LOOSE = /(?<![\d.])\d{2,6}(?:[./-]\d{1,4}){0,2}(?![\d.])/g;
const JOIN = /^\s*(?:起|开始)?\s*[，,]?\s*(?:至|到|—{1,2}|–|-|~|～)\s*$|^\s*(?:起|开始)\s*[，,]?\s*$/;
const FEWEST_DIGITS = 5;
/** 2026年1月至2025年3月, 2026.1-2025.3. */
const RUN =
  /(?<!\d)(20\d\d)\s*[年.]\s*(\d{1,2})\s*月?\s*(?:起|开始)?\s*(?:至|到|—{1,2}|–|-|~|～)\s*(20\d\d)\s*[年.]\s*(\d{1,2})(?!\d|\s*[.]\s*\d|\s*月\s*\d+\s*[日号])/g;
const DUE = /(?:自|从|起|至|到|止|—|~|～|日期|时间|期限?[为：:])\s*[：:]?\s*$/;
const SIGNING = /(?:签订|签署|签约|签字|订立)(?:日期|时间|日)|^\s*日期/;
/** Years of which agreements tell as history. */
const LONG_AGO = /^1[0-8]\d\d$/;

/** A problem for whatever is written as a date and is none, and for months that end before they begin; dates with points only where a term or a signing is told. */
export function findBrokenDates(flow: Flow): Problem[] {
  return passagesOf(flow).flatMap((passage) => {
    const text = foldWidth(passage.text);
    const days = findDays(text);
    const isDay = ({ start, end }: Span): boolean => days.some((day) => day.start < end && start < day.end);
    const broken = [
      ...writtenIn(text),
      ...damagedIn(text),
      ...pointedIn(text),
      ...besideDays(text, days),
      ...reversedIn(text),
    ];
    const spans = broken
      .filter((span) => !isDay(span))
      .filter(
        (span, at, all) => all.findIndex((other) => other.start < span.end && span.start < other.end) === at,
      );
    return spans.map((span) => notUnderstood(passage, span, NO_DATE));
  });
}

function writtenIn(text: string): Span[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const { year = "", month = "" } = match.groups ?? {};
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    const isYear = /^(?:19|20)\d\d$/.test(year) || LONG_AGO.test(year);
    const isAlone = /月$/.test(match[0]);
    return (isAlone && isMonth && isYear) || LONG_AGO.test(year) ? [] : [spanOf(match)];
  });
}

const damagedIn = (text: string): Span[] => [...text.matchAll(DAMAGED)].map(spanOf);

function pointedIn(text: string): Span[] {
  if (!TERM_WORD.test(text) && !SIGNING.test(text)) return [];
  return [...text.matchAll(POINTED)].filter(({ index }) => DUE.test(text.slice(0, index))).map(spanOf);
}

/** 2023.41至2024.3.31: what runs to a day, or from one, begins or ends on a day. */
function besideDays(text: string, days: readonly Span[]): Span[] {
  const isJoin = (start: number, end: number): boolean => start < end && JOIN.test(text.slice(start, end));
  return [...text.matchAll(LOOSE)]
    .filter(([said]) => said.replace(/\D/g, "").length >= FEWEST_DIGITS)
    .map(spanOf)
    .filter(({ start, end }) => days.some((day) => isJoin(end, day.start) || isJoin(day.end, start)));
}

/** Months that end before they begin. */
const reversedIn = (text: string): Span[] =>
  [...text.matchAll(RUN)]
    .filter(([, ...parts]) => {
      const [year, month, lastYear, last] = parts.map(Number);
      return lastYear * 12 + last < year * 12 + month;
    })
    .map(spanOf);

const spanOf = ({ index, 0: said }: RegExpMatchArray): Span => ({
  start: index ?? 0,
  end: (index ?? 0) + said.length,
});
