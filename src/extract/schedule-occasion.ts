import type { Instalment } from "../model/agreement.ts";
import type { Span } from "./budget-figures.ts";
import { countMonths, type FoundPeriod, findPeriods } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { type PaidEach, paidEach } from "./schedule-lots.ts";
import { overPart } from "./schedule-over-part.ts";
import { paidIn } from "./schedule-paid-in.ts";
import {
  countedOver,
  DEADLINE,
  inSteps,
  OF_REPORT,
  ofPeriod,
  often,
  rangeBehind,
  withinTerm,
} from "./schedule-period.ts";
import { fromFirstListed, someOf } from "./schedule-some.ts";
import { stepOf } from "./schedule-step.ts";
import { partIn, type TermPart } from "./schedule-term-parts.ts";
import { countIn, EVERY_PART, isEveryYear, partsEach, yearlyOf, yearsListed } from "./schedule-times.ts";

export type Occasion = Pick<Instalment, "from" | "to" | "occurrences">;

/** When something is paid, and the words that say so, `[start, end)`; none where the term does. */
export interface ToldOccasion {
  occasion: Occasion;
  told: { start: number; end: number }[];
}

const WHOLE_YEAR = /全年|一年|年度/;

/** The time the agreement runs, as far as it is told: its first and last month, and how many months. */
export interface Running {
  from: string | null;
  to: string | null;
  months: number | null;
  /** The year of months that are told without one. */
  year: string | null;
  /** The words before that announce what is paid: 每年分两次支付：. */
  lead?: string;
  /** The time it ran before it was changed, where it was. */
  before?: Running;
}

/**
 * When and how often an instalment is paid, as the words around its sum at `at` say; null where they leave open
 * how often. What is paid every month without saying which is paid over the agreement's term.
 */
export function occasionOf(
  text: string,
  { from, at, to }: { from: number; at: number; to: number },
  { from: first, to: last, months, year, lead }: Running,
): ToldOccasion | null {
  const before = text.slice(from, at);
  const behind = text.slice(at, to);
  const known = findPeriods(text.slice(0, from), year).at(-1)?.to.slice(0, 4) ?? year;
  const isYearly = isEveryYear(text, from, at, lead);
  const part = partOf(text.slice(0, at), from, { months, isYearly });
  const areOfTerm = TERM_QUARTERS.test(text.slice(0, at)) && !first?.endsWith("-01");
  const found = periodsIn(before, { known, from, part, isYearly, areOfTerm });
  const period = found && withinTerm(before, found, { first, last });
  const step =
    stepOf(behindDate(before) + (isOfNext(behind, to < text.length) ? "" : besideSum(behind))) ??
    (part && stepSaid(text, from, before));
  const counted =
    countIn(text, { start: from, end: at }) ?? countIn(text, { start: at, end: to }) ?? countIn(text);
  const count = inSteps(text, counted, step);
  const some = period ? null : someOf(before);
  const inPeriod = period && {
    ...{ period, from, last, step },
    months: step === 1 ? count : null,
  };
  if (inPeriod) return countedOver(before, known, count, step) ?? ofPeriod(before, inPeriod);
  const every = step ?? (isYearly ? 12 : null);
  if (part && (every !== null || isAtOnce(text.slice(0, at), part)))
    return overPart(part, { first, last, months, step: every });
  if (some !== null) return eachTold({ count: some, told: [] });
  const each = step === null ? paidEach(text, { from, at }, lead) : null;
  if (each) return eachTold(each);
  const several = step === null ? severalOf(text, { from, at, isYearly }, { first, last, months }) : null;
  const told = rangeTold(behind, known, { at, last, step });
  if (told && (!count || count.value === told.occasion.occurrences)) return told;
  // 每月…，自2025年9月起至2026年7月止，共支付12次: more payments than months are judged; fewer may leave some out.
  if (told && count && step === 1 && count.start >= at && count.value > told.occasion.occurrences)
    return { occasion: { ...told.occasion, occurrences: count.value }, told: told.told };
  if (several) return several.occasion && { occasion: several.occasion, told: [] };
  const later = paidIn(behind, known, to === text.length);
  if (later && step === null)
    return ofPeriod(behind.slice(0, later.start), { period: later, from: at, last, step, months: null });
  return byCount(text, before, { count, step }, { first, last, months });
}

/** 按半年支付：2025年9月30日前支付: how often was announced, and this is one of them by its day. */
const behindDate = (before: string): string =>
  /[：:]\s*(20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^：:]*)$/.exec(before)?.[1] ?? before;

/** 207,545.00元，按月支付: right behind a sum. */
const besideSum = (behind: string): string => {
  const sum = /^[\d,，.\s]*\d[万亿]?元?整?/.exec(behind)?.[0].length ?? 0;
  return behind.slice(0, Math.max(SHORT, sum + BESIDE));
};
const SHORT = 12;
const BESIDE = 6;

/** 预付120,000元，每季度支付|150,000元: how often the next sum is paid, right before it. */
const isOfNext = (behind: string, hasNext: boolean): boolean =>
  hasNext &&
  /^[¥￥\d,.]+[万亿]?元?(?:整)?[，,；;]\s*(?:每|按)(?:一?个|一)?(?:月|季度?|半年|年)[^，。；\d]{0,8}(?:人民币|[¥￥\s])*$/.test(
    behind,
  );

/** 每半年支付一次，…：第一、二年每次…，第三、四年每次…: how often is told once, before the first. */
const stepSaid = (text: string, from: number, before: string): number | null =>
  /每[次期]/.test(before) ? stepOf(text.slice(0, from)) : null;

/** 每月支付19万元，自2025年6月起支付至2026年5月，共12次: as often as these months say; null where none are told. */
function rangeTold(
  behind: string,
  year: string | null,
  { at, last, step }: { at: number; last: string | null; step: number | null },
): ToldOccasion | null {
  const range = step === null ? null : rangeBehind(behind, year);
  return range && ofPeriod(behind, { period: range, from: at, last, step, months: null });
}

const eachTold = ({ count, told }: PaidEach): ToldOccasion | null =>
  count === null ? null : { occasion: often(count), told };

/** The months told before a sum, from the first on where several parts of a year are listed. */
function periodsIn(before: string, told: Parameters<typeof periodIn>[1]): FoundPeriod | null {
  const last = periodIn(before, told);
  return last && (fromFirstListed(before, last, (words) => periodIn(words, told)) ?? last);
}

/** As often as is counted, or over the term by the month or quarter; null where neither is told. */
function byCount(
  text: string,
  before: string,
  { count, step }: { count: (Span & { value: number }) | null; step: number | null },
  term: { first: string | null; last: string | null; months: number | null },
): ToldOccasion | null {
  // 即夏装31,948元、秋装44,988元、冬装66,830元，共三次付清: all of them are told.
  if (count && count.value > 1 && !EVERY_PART.test(before) && findSums(text).length === count.value)
    return { occasion: often(1), told: [] };
  const isEach = EVERY_PART.test(before) && (count !== null || step === null);
  if (count && (isEach || step !== null)) return { occasion: often(count.value), told: [count] };
  if (isEach || step === null) return { occasion: often(1), told: [] };
  if (WHOLE_YEAR.test(text) && term.months === null) return { occasion: often(12 / step), told: [] };
  return term.months === null
    ? null
    : { occasion: overTerm({ ...term, months: term.months, step }), told: [] };
}

/** 每年7月…，次年1月…, 第二年、第三年每年…: years that are no one part of the term. */
const partOf = (
  said: string,
  from: number,
  { months, isYearly }: { months: number | null; isYearly: boolean },
): TermPart | null =>
  (isYearly && /[次翌]年/.test(said.slice(from))) || yearsListed(said.slice(from))
    ? null
    : partIn(said, from, months);

/** What is paid each year, or in parts of one size; null where it isn't, an occasion of null where it isn't known how often. */
function severalOf(
  text: string,
  { from, at, isYearly }: { from: number; at: number; isYearly: boolean },
  running: { first: string | null; last: string | null; months: number | null },
): { occasion: Occasion | null } | null {
  const before = text.slice(from, at);
  const listed = yearsListed(before);
  if (listed) return { occasion: often(listed.count) };
  if (isYearly) return { occasion: yearlyOf(text, before, running) };
  const times = partsEach(before);
  return times === null ? null : { occasion: often(times) };
}

/** 每年7月、次年1月: months of no year in particular. */
const isOfEachYear = (text: string, { start, end }: FoundPeriod): boolean =>
  /(?:每年|每个年度|次年|翌年|各年)/.test(text.slice(0, start)) && !OF_A_YEAR.test(text.slice(start, end));
/** 期满当年12月, 最后一年6月: of a year that is told by the term's end. */
const OF_LAST_YEAR = /(?:期满|届满|终止|到期|最后|末)(?:之?日)?(?:的?[当一]?个?年度?)?的?\s*$/;
const OF_A_YEAR = /\d{4}\s*年|〇/;

/** What is paid by the month or quarter over the term; only a term of whole calendar months says which months are paid. */
function overTerm({
  first,
  last,
  months,
  step,
}: {
  first: string | null;
  last: string | null;
  months: number;
  step: number;
}): Occasion {
  if (step !== 1) return often(Math.max(1, Math.round(months / step)));
  const isWhole = first !== null && last !== null && countMonths(first, last) === months;
  return { from: isWhole ? first : null, to: isWhole ? last : null, occurrences: months };
}

/** The last months named that are no deadline, of no year in particular or of the term. */
const periodIn = (
  before: string,
  {
    known,
    from,
    part,
    isYearly,
    areOfTerm,
  }: {
    known: string | null;
    from: number;
    part: TermPart | null;
    isYearly: boolean;
    areOfTerm: boolean;
  },
): FoundPeriod | null =>
  findPeriods(before, known).findLast(
    (each) =>
      !(isYearly && !OF_A_YEAR.test(before.slice(each.start, each.end))) &&
      !DEADLINE.test(before.slice(each.end)) &&
      !OF_REPORT.test(before.slice(each.end)) &&
      !isOfEachYear(before, each) &&
      !OF_LAST_YEAR.test(before.slice(0, each.start)) &&
      !(areOfTerm && BARE_QUARTER.test(before.slice(each.start, each.end))) &&
      !isOfTerm(each, from, part),
  ) ?? null;

/** 前三个季度…，第四季度…: quarters of the term, which are the calendar's only where it begins with a year. */
const TERM_QUARTERS = /[前首]\s*[一二两三123]\s*个\s*季度/;
const BARE_QUARTER = /^第?\s*[一二三四1-4]\s*季/;

/** 前两个季度: the term's, not the calendar's. */
const isOfTerm = ({ start }: FoundPeriod, from: number, part: TermPart | null): boolean =>
  part !== null && from + start >= part.told.start && from + start < part.told.end;

/** 第一个月支付…: a month of the term, and so paid at once; but 第一个月完成方案，验收后支付…. */
const isAtOnce = (said: string, { from, to, told }: TermPart): boolean =>
  to - from === 1 && /^[^，。；后前]{0,12}$/.test(said.slice(told.end));
