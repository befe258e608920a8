import type { Instalment } from "../model/agreement.ts";
import { countMonths, findPeriods } from "./figures/index.ts";

type Occasion = Pick<Instalment, "from" | "to" | "occurrences">;

const EVERY_MONTH = /每(?:个)?月|按月|逐月|月均|\/月/;
const EVERY_QUARTER = /每(?:个)?季度?|按季度?|逐季|季度?各/;
const EVERY_HALF = /每(?:个)?半年|按半年/;
const EVERY_PART = /每(?:一)?[期次笔批]/;
/** 2026年3月底前 says by when, not for which months. */
const DEADLINE = /^\s*(?:底|末|初|中旬|[上下]旬)?\s*(?:之前|以前|前|内)/;
const COUNT =
  /(?:共|共计|合计|分|连续)\s*(?:计|为|分|支付|拨付|付款|结算|上[、和]?下半年)?\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:个)?\s*(?:月|期|次|笔|批|季度?|半年)/;
const WHOLE_YEAR = /全年|一年|年度/;
const DIGITS = "零一二三四五六七八九";

/** The time the agreement runs, as far as it is told: its first and last month, and how many months. */
export interface Running {
  from: string | null;
  to: string | null;
  months: number | null;
  /** The year of months that are told without one. */
  year: string | null;
}

/**
 * When and how often an instalment is paid, as the words around its sum at `at` say; null where they leave open
 * how often. What is paid every month without saying which is paid over the agreement's term.
 */
export function occasionOf(
  text: string,
  { from, at, to }: { from: number; at: number; to: number },
  { from: first, to: last, months, year }: Running,
): Occasion | null {
  const before = text.slice(from, at);
  const behind = text.slice(at, to);
  const known = findPeriods(text.slice(0, from), year).at(-1)?.to.slice(0, 4) ?? year;
  const period = findPeriods(before, known).findLast(({ end }) => !DEADLINE.test(before.slice(end))) ?? null;
  const count = countIn(before) ?? countIn(behind) ?? countIn(text);
  const step = stepOf(before + behind.slice(0, 12));
  if (period) {
    const covered = countMonths(period.from, period.to);
    if (step === null) return { from: period.from, to: period.to, occurrences: 1 };
    return { from: period.from, to: period.to, occurrences: Math.max(1, Math.ceil(covered / step)) };
  }
  if (EVERY_PART.test(before) && (count || step === null))
    return { from: null, to: null, occurrences: count ?? 1 };
  if (step === null) return { from: null, to: null, occurrences: 1 };
  if (count) return { from: null, to: null, occurrences: count };
  if (WHOLE_YEAR.test(text) && months === null) return { from: null, to: null, occurrences: 12 / step };
  if (months === null) return null;
  // Only a term of whole calendar months says which months are paid.
  const isWhole = first !== null && last !== null && countMonths(first, last) === months;
  return step === 1
    ? { from: isWhole ? first : null, to: isWhole ? last : null, occurrences: months }
    : { from: null, to: null, occurrences: Math.max(1, Math.round(months / step)) };
}

/** Months from one payment to the next; null for one that is made once. */
export function stepOf(text: string): number | null {
  if (EVERY_QUARTER.test(text)) return 3;
  if (EVERY_HALF.test(text)) return 6;
  return EVERY_MONTH.test(text) ? 1 : null;
}

function countIn(text: string): number | null {
  const match = COUNT.exec(text);
  return match ? readCount(match[1]) : null;
}

function readCount(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words) || null;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const digit = (sign: string, none: number): number =>
    sign === "" ? none : DIGITS.indexOf(sign === "两" ? "二" : sign);
  const value = words.includes("十") ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
  return value > 0 ? value : null;
}
