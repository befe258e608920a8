import { indexToMonth, monthIndex } from "../model/calendar.ts";
import { countMonths, findPeriods } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";
import { PAYS } from "./schedule-pays.ts";
import { monthsNamed, readCount } from "./schedule-term-parts.ts";

/** The months an agreement runs, as far as they are told. */
interface Running {
  first: string | null;
  last: string | null;
  months: number | null;
}

export const EVERY_PART = /每(?:一)?[期次笔批回]|(?<![\d第])一[回次](?=[¥￥\s]*$)/;
const IN_MONTHS = /[每按逐](?:一?个|一)?[月季]|月均|季度?各/;
const COUNT =
  /(?:(?:共|共计|合计|分|连续|[一全]年内?|(?<=[，,；;])(?:发|付|交|给|缴))\s*(?:计|为|分|支付|拨付|付款|付|缴|结算|上[、和]?下半年)?|(?<=[，,；;])(?![一1]\s*[次期笔批])(?=[^，。；\d]{0,2}\d{0,3}\s*[次期笔批](?:付清|付讫|付完|结清)))\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:个)?\s*(?:月|期|次|笔|批|回|季度?|半年)/;
const DOES = "(?:不少于|至少|不低于|不超过|开展|提供|完成|组织|举办|更新|发布|提交|巡检|培训)";
const EVERY_YEAR = new RegExp(
  `每(?:一|个)?(?:自然|会计|合同|服务|租赁)?年(?!级)(?!度?[^，。；]{0,4}${DOES})|(?:按|逐)年度?(?:支付|拨付|付款|付|结算|缴)`,
);
/** 第一年支付5万元，以后每年支付3万元. */
const EVERY_LATER_YEAR = /(?:以后|其后|此后|之后|后续|第二年起|次年起)，?(?:的)?每(?:一|个)?年/;
const NEXT_YEAR = /次年|翌年/;
const YEARS =
  /(?:共|分|连续|连[交付缴])\s*(?:计|为)?\s*(\d{1,2}|[二两三四五六七八九十])\s*(?:个)?年(?!度?第|[级\d])/;

/** A month, quarter or half; words beside it may say of which year. */
const BARE_MONTH = /(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?![薪均租])|季度?|[上下]半年/;
/** 2027年6月, 第一年12月, 期满后: not of each year. */
const OF_ONE_YEAR =
  /\d{4}\s*年|[〇零○][〇零一二三四五六七八九]{1,2}年|第\s*[一二三四五六七八九十\d]{1,2}\s*个?年|[首末]个?年|最后|期满|届满|终止|签[订约署]|验收/;

/**
 * Whether the sum at `at` is paid once in each year: 每年7月支付…, or 12月支付…, 次年1月支付… behind it. `lead` is what
 * stands before the text and announces it (每年分两次支付：).
 */
export function isEveryYear(text: string, from: number, at: number, lead = ""): boolean {
  const before = text.slice(from, at);
  const isTold = EVERY_YEAR.test(before) || goesOnYearly(lead + text.slice(0, from), before);
  // 分五次支付，每年一次，每次…: as often as it is counted.
  const isCounted = EVERY_PART.test(before) && countIn(before) !== null && !PARTS_A_YEAR.test(before);
  return isTold && !isCounted && !IN_MONTHS.test(before) && !isOfOwnDay(before);
}

/** 逐年支付：2026年1月31日前付…: paid on a day of one year, whatever is announced of all. */
function isOfOwnDay(before: string): boolean {
  const behind = before.slice([...before.matchAll(new RegExp(EVERY_YEAR.source, "g"))].at(-1)?.index ?? 0);
  return OWN_DAY.test(behind) || OWN_YEAR.test(behind);
}

/** 每年4月30日前到账：2024年拨付|: a year by its name behind what announces all of them. */
const OWN_YEAR =
  /[：:][^。；]*(?:20\d{2}\s*年度?(?!\s*\d{1,2}\s*月)|第\s*[一二三四五六七八九十\d]{1,2}\s*个?[^，。；\d]{0,4}年度?)[^，。；\d]{0,8}$/;

const OWN_DAY =
  /(?<![自从]\s*)20\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日|底|末)?(?!\d|[^，。；]{0,4}[起至到])[^，。；]*$/;

/** Whether `before` tells of a time of the year, and the words ahead of it of payments in each year. */
function goesOnYearly(ahead: string, before: string): boolean {
  const isYearly = [...ahead.matchAll(new RegExp(EVERY_YEAR.source, "g"))].at(-1);
  if (!isYearly) return false;
  const since = ahead.slice(isYearly.index) + before;
  return (NEXT_YEAR.test(before) || BARE_MONTH.test(before)) && PAYS.test(since) && !OF_ONE_YEAR.test(since);
}

/**
 * 每年支付20万元，其中6月8万元，12月12万元: whether a year's sum at `index` is told first and then, to the fen, its parts by
 * the months of the year; null where it isn't followed by any.
 */
export function isYearInParts(text: string, sums: readonly MoneySum[], index: number): boolean | null {
  const pieceOf = (at: number): string => text.slice(sums[at - 1]?.end ?? 0, sums[at].start);
  const own = pieceOf(index);
  if (!EVERY_YEAR.test(own) || BARE_MONTH.test(own.slice(own.search(EVERY_YEAR)))) return null;
  const fenOf = (at: number): number => sums[at].digits?.fen ?? sums[at].capitals?.fen ?? Number.NaN;
  let left = fenOf(index);
  let isParted: boolean | null = null;
  for (let at = index + 1; at < sums.length && BARE_MONTH.test(pieceOf(at)); at++) {
    if (OF_ONE_YEAR.test(pieceOf(at)) || /另/.test(pieceOf(at))) break;
    isParted = false;
    left -= fenOf(at) * Math.max(1, monthsNamed(pieceOf(at), "2000").length);
    if (left === 0) return true;
  }
  return isParted;
}

/** 第二年、第三年每年支付…: how many years are listed whose own payment a figure is, and their words; null for none. */
export function yearsListed(before: string): { count: number; start: number; end: number } | null {
  const match = YEARS_LISTED.exec(before);
  if (!match) return null;
  const count = match[0].match(/第/g)?.length ?? 0;
  const end = match.index + match[0].length - match[1].length;
  return { count, start: match.index, end };
}

const ONE_YEAR = "第\\s*[一二三四五六七八九十\\d]{1,2}\\s*个?[^，。；\\d]{0,4}年度?";
const YEARS_LISTED = new RegExp(
  `(?:${ONE_YEAR}[、和及与])+${ONE_YEAR}([^，。；\\d]{0,8}(?:每年|各|均)[^，。；\\d]*)$`,
);

/** Whether words tell of what is paid in each year. */
export const saysEveryYear = (text: string): boolean => EVERY_YEAR.test(text);

/** Once a year of the agreement, or in several parts each year (每年分两次支付，每次6万元); null where it isn't known how many years. */
export function yearlyOf(
  text: string,
  before: string,
  running: Running,
): { from: null; to: null; occurrences: number } | null {
  const years = yearsOf(text, running, before);
  const parts = EVERY_PART.test(before) ? partsOfYear(before) : null;
  return years === null ? null : { from: null, to: null, occurrences: years * (parts ?? 1) };
}

/** 每年分两次支付, 每年6月、12月各支付一次: how many times in each year; null where it isn't said. */
function partsOfYear(before: string): number | null {
  const once = ONCE_IN_EACH.exec(before);
  if (once) return once[0].match(/月/g)?.length ?? null;
  return readCount(PARTS_A_YEAR.exec(before)?.[1] ?? "");
}

const ONCE_IN_EACH =
  /每(?:一|个)?年度?(?:的)?(?:\s*[、和及与]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|末)?前?){2,}各?(?:支付|拨付|付款?|结算)?[一1]次/;
const PARTS_A_YEAR =
  /每(?:一|个)?年度?[内均]?(?:应)?(?:分|支付|付)\s*(\d{1,2}|[二两三四五六七八九十])\s*个?[次期笔批]/;

/** How many years of the agreement something is paid in; null where no term says it, or a part of a year is left. */
function yearsOf(text: string, { first, last, months }: Running, before: string): number | null {
  const less = EVERY_LATER_YEAR.test(before) ? 1 : 0;
  const told = readCount(YEARS.exec(text)?.[1] ?? "");
  if (told && !less) return told;
  if (months === null) return null;
  if (months <= 12) return 1;
  if (months % 12 === 0) return months / 12 - less;
  const month = findPeriods(before, "2000").at(-1)?.from.slice(5);
  if (!month || !first || !last || less) return null;
  const all = Array.from({ length: countMonths(first, last) }, (_, at) =>
    indexToMonth(monthIndex(first) + at),
  );
  return all.filter((each) => each.endsWith(`-${month}`)).length || null;
}

/** 分两次拨付各24万元, 第一、二期各支付10万元, 前两期各付25%: how many parts a figure is each one's; null where it is no such figure. */
export function partsEach(before: string): number | null {
  const count = readCount(EACH_OF.exec(before)?.[1] ?? "");
  return count ?? EACH_LISTED.exec(before)?.[1].split(/[、和及与]/).length ?? null;
}

const NUMBER = "(?:[一二三四五六七八九十]{1,2}|\\d{1,2})";
const EACH = "[次期笔批][^，。；\\d]{0,8}[各均][^，。；\\d]{0,12}(?=\\d|$)";
const EACH_OF = new RegExp(
  `(?:[共分前后首，。；：]|^)\\s*(\\d{1,2}|[二两三四五六七八九十]{1,3})\\s*个?${EACH}`,
);
const EACH_LISTED = new RegExp(
  `第(${NUMBER}[次期笔批]?(?:[、和及与]第?${NUMBER}[次期笔批]?)*[、和及与]第?${NUMBER})${EACH}`,
);

/** How often the words say that something is paid (共12次), and where. */
export function countIn(
  text: string,
  { start, end } = { start: 0, end: text.length },
): { value: number; start: number; end: number } | null {
  const match = COUNT.exec(text.slice(start, end));
  const value = match && readCount(match[1]);
  return match && value
    ? { value, start: start + match.index, end: start + match.index + match[0].length }
    : null;
}
