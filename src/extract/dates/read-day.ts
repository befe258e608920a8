import { isRealDay } from "../../model/calendar.ts";
import { rememberedByText } from "../../model/remembered.ts";
import { foldWidth } from "../figures/fold-width.ts";
import { readChineseInteger } from "../figures/numerals.ts";

const DIGIT_YEAR = String.raw`(?:19|20)\d{2}`;
const CHINESE_YEAR = "[一二壹贰][〇零○0OoＯ九玖][〇零○0OoＯ一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2}";
const CHINESE_NUMBER = "[〇零一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]{1,3}";
const MONTH = String.raw`(?:\d{1,2}|${CHINESE_NUMBER})`;

const YEAR_PART = String.raw`(?<year>${DIGIT_YEAR}|${CHINESE_YEAR})\s*年\s*`;
const DAY_PART = String.raw`(?<month>${MONTH})\s*月\s*(?<day>${MONTH})\s*[日号]`;
const POINTED = String.raw`(?<pointedYear>${DIGIT_YEAR})\s*(?<mark>[./—–-])\s*(?<pointedMonth>\d{1,2})\s*\k<mark>\s*(?<pointedDay>\d{1,2})(?!\d)日?`;

/** 20250801, but not within a code (HT-20250801-03) or a sum; two may stand with a dash between them. */
const RUN_ON = String.raw`(?<![\dA-Za-z¥￥〔\[号]|(?<!\d{8})[-–—_])(?<runYear>${DIGIT_YEAR})(?<runMonth>0[1-9]|1[0-2])(?<runDay>0[1-9]|[12]\d|3[01])(?![\dA-Za-z〕\]号%元圆万亿_]|[-–—](?!${DIGIT_YEAR}\d{4}(?!\d))|[,，.]\d)`;

const daysWith = (yearPart: string): RegExp =>
  new RegExp(`(?<!\\d)(?:${yearPart}${DAY_PART}|${POINTED}|${RUN_ON})`, "g");
const DAYS = daysWith(YEAR_PART);
const DAYS_OF_YEAR = daysWith(`(?:${YEAR_PART})?`);

/** A day told in a text: `[start, end)`, and its date `YYYY-MM-DD`. */
export interface FoundDay {
  start: number;
  end: number;
  value: string;
}

/** Every full day in a text, left to right; without `year` a day needs its own year. */
export function findDays(text: string, year: string | null = null): FoundDay[] {
  return year === null ? fullDaysOf(text).map((day) => ({ ...day })) : daysIn(text, year);
}

const fullDaysOf = rememberedByText((text): readonly FoundDay[] => daysIn(text, null));

function daysIn(text: string, year: string | null): FoundDay[] {
  return [...foldWidth(text).matchAll(year === null ? DAYS : DAYS_OF_YEAR)].flatMap((match) => {
    const value = toDate(match.groups ?? {}, year);
    return value === null ? [] : [{ start: match.index, end: match.index + match[0].length, value }];
  });
}

/** The day a text says, `YYYY-MM-DD`; null unless it says exactly one that exists (2025年8月1日, 2025.8.1, 二〇二五年八月一日). */
export function readDay(text: string, year: string | null = null): string | null {
  const days = findDays(text.trim(), year);
  return days.length === 1 && days[0].start === 0 && days[0].end === text.trim().length
    ? days[0].value
    : null;
}

function toDate(groups: Record<string, string | undefined>, fallback: string | null): string | null {
  const { year, month, day } = groups;
  const { pointedYear, pointedMonth, pointedDay, runYear, runMonth, runDay } = groups;
  const inDigits = [pointedYear ?? runYear, pointedMonth ?? runMonth, pointedDay ?? runDay];
  const numbers = inDigits[0]
    ? inDigits.map(Number)
    : [year ? toYear(year) : Number(fallback), toNumber(month ?? ""), toNumber(day ?? "")];
  if (numbers.some((number) => number === null || !Number.isSafeInteger(number) || number < 1)) return null;
  const [yyyy, mm, dd] = numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, "0"));
  const date = `${yyyy}-${mm}-${dd}`;
  return date.length === 10 && isRealDay(date) ? date : null;
}

const DIGITS = "〇一二三四五六七八九";
const CAPITALS = "零壹贰叁肆伍陆柒捌玖";

function toYear(text: string): number {
  const digits = [...text].map((character) => {
    if (/[○0OoＯ]/.test(character)) return "0";
    const digit = Math.max(DIGITS.indexOf(character), CAPITALS.indexOf(character));
    return digit < 0 ? character : String(digit);
  });
  return Number(digits.join(""));
}

/** 8, 08, 八, 十二, 三十一, 〇八. */
function toNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const stripped = text.replace(/^[〇零]/, "");
  const number = stripped === "" ? null : readChineseInteger(stripped);
  return number === null ? null : Number(number);
}
