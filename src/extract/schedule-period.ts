import { indexToMonth, monthIndex } from "../model/calendar.ts";
import type { Span } from "./budget-figures.ts";
import { countMonths, type FoundPeriod, findPeriods } from "./figures/index.ts";
import type { Occasion, ToldOccasion } from "./schedule-occasion.ts";
import { readCount } from "./schedule-term-parts.ts";
import { EVERY_PART } from "./schedule-times.ts";

/** 2026年3月底前 says by when, not for which months. */
export const DEADLINE = /^\s*(?:底|末|初|中旬|[上下]旬)?\s*(?:之前|以前|前|内)/;

/** 第二季度报告经甲方确认后: what is reported on, and not what is paid for. */
export const OF_REPORT =
  /^\s*的?(?:工作|监测|服务|阶段|考核|评估|进展|运营|运行|巡查|质量|安全|审计|分析|总结)*(?:(?:报告|报表|总结|成果|简报)|[^，。；\d]{0,4}(?:验收|确认|结算|考核|评价)[单表]|[^，。；\d]{0,8}(?:工作|任务)(?:全部)?(?:完成|结束|完毕))/;

/** 2025年7月至2027年4月共8期，每期…; 自2024年5月起每三个月一次，至2025年8月止共6次，每次…: so often from the first to the last month; null without both. */
export function countedOver(
  before: string,
  year: string | null,
  count: (Span & { value: number }) | null,
  step: number | null,
): ToldOccasion | null {
  const range = step === null ? null : rangeOf(before, year);
  if (range) return ofPeriod(before, { period: range, from: 0, last: null, step, months: null });
  if (!count || step === 1 || !EVERY_PART.test(before)) return null;
  const [first, ...more] = findPeriods(before, year).filter(({ end }) => !DEADLINE.test(before.slice(end)));
  // 分四期，每期25%：第一期（2024年9月至11月）…: the count is of what is listed, not of the months behind it.
  if (!first || !EVERY_PART.test(before.slice(first.start))) return null;
  const last = more.at(-1) ?? first;
  const every = step ?? monthsBetween(before);
  const isOpen = last === first && first.from === first.to;
  const to =
    isOpen && every !== null ? indexToMonth(monthIndex(first.from) + (count.value - 1) * every) : last.to;
  // 跟八月的工钱一道发，每次200元，发3次: as often as it is counted, in months that the one told doesn't tell.
  if (to <= first.from)
    return isOpen && count.value > 1 ? { occasion: often(count.value), told: [count] } : null;
  const months = countMonths(first.from, to);
  const isEven = months % count.value === 0 || (months - 1) % (count.value - 1) === 0;
  return {
    occasion: isEven ? { from: first.from, to, occurrences: count.value } : often(count.value),
    told: [count],
  };
}

/** 2026年1月起逐月拨付至当年12月: from the first month told to the last; null where no such words stand between. */
function rangeOf(before: string, year: string | null): FoundPeriod | null {
  const [first, last, more] = findPeriods(before, year);
  if (!first || !last || more || last.to <= first.from) return null;
  const between = before.slice(first.end, last.start);
  const isRange =
    /^\s*(?:起|开始)[^。；]*[至到](?:当年|同年|次年|翌年)?\s*$/.test(between) && !/次年|翌年/.test(between);
  return isRange ? { ...first, end: last.end, to: last.to } : null;
}

/** …元，自2025年6月起支付至2026年5月: the first and the last month, told right behind a sum; null where no such words stand there. */
export function rangeBehind(behind: string, year: string | null): FoundPeriod | null {
  const [first, last] = findPeriods(behind, year);
  if (!first || !/^[^。；]*[元整）)]\s*[，,]\s*(?:自|从)\s*$/.test(behind.slice(0, first.start))) return null;
  if (first.from < first.to) return first;
  const between = last && behind.slice(first.end, last.start);
  const isRange =
    between !== undefined &&
    /^\s*(?:起|开始|(?=[^，。；\d]{0,4}[付缴交]))[^，。；\d]{0,6}[至到]\s*$/.test(between);
  return isRange && last.to > first.from ? { ...first, end: last.end, to: last.to } : null;
}

/** 2025年每季度 of a term that begins in July 2025: of a year told as such only the months of the term. */
export function withinTerm(
  before: string,
  period: FoundPeriod,
  { first, last }: Record<"first" | "last", string | null>,
): FoundPeriod {
  const isYear = !/[月季半]/.test(before.slice(period.start, period.end)) && period.from < period.to;
  if (!isYear || !first || !last || first > period.to || last < period.from) return period;
  const [from, to] = [first > period.from ? first : period.from, last < period.to ? last : period.to];
  return { ...period, from, to };
}

/** 每三个月支付一次: how many months lie between; null where it isn't said. */
const monthsBetween = (text: string): number | null =>
  readCount(/每隔?\s*([二两三四六]|[23468])\s*个月/.exec(text)?.[1] ?? "");

/** What is paid in months that are told; null where they are open and the term has no end behind them. */
export function ofPeriod(
  before: string,
  {
    period,
    from,
    last,
    step,
    months,
  }: {
    period: FoundPeriod;
    from: number;
    last: string | null;
    step: number | null;
    /** How many months are told to be paid. */
    months: (Span & { value: number }) | null;
  },
): ToldOccasion | null {
  const told = [shifted(period, from)];
  const isOpen =
    step !== null && period.from === period.to && /^\s*(?:起|开始)/.test(before.slice(period.end));
  // 自2025年2月起每月…，共12个月: by the count; without one up to the term's end.
  const isCounted = isOpen && months !== null;
  if (isCounted) told.push({ start: months.start, end: months.end });
  const end = isCounted ? indexToMonth(monthIndex(period.from) + months.value - 1) : last;
  const to = isOpen ? end : period.to;
  if (!to || to < period.from) return null;
  const payments = countMonths(period.from, to) / (step ?? 1);
  const occurrences = step === null ? 1 : Math.max(1, isOpen ? Math.round(payments) : Math.ceil(payments));
  return { occasion: { from: period.from, to, occurrences }, told };
}

/** Paid so many times, in months that aren't told. */
export const often = (occurrences: number): Occasion => ({ from: null, to: null, occurrences });

const shifted = (
  { start, end }: { start: number; end: number },
  by: number,
): { start: number; end: number } => ({
  start: start + by,
  end: end + by,
});

/** 共12个月，…每季度支付: four times; null where the months make no whole number of them. */
export function inSteps<Count extends Span & { value: number }>(
  text: string,
  count: Count | null,
  step: number | null,
): Count | null {
  const isOfMonths = count !== null && /月\s*$/.test(text.slice(count.start, count.end));
  if (!count || !isOfMonths || step === null) return count;
  return count.value % step === 0 ? { ...count, value: count.value / step } : null;
}
