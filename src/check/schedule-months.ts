import type { Instalment, Schedule, Term } from "../model/agreement.ts";
import { indexToMonth, monthIndex } from "../model/calendar.ts";
import type { Message } from "../model/finding.ts";
import type { Contents } from "../model/record.ts";
import { instalmentName, instalmentsInForce, monthsOf } from "../model/relation-instalments.ts";
import type { Day } from "../model/value.ts";
import { misses } from "./schedule-misses.ts";
import {
  areDueDays,
  countRests,
  isCutShort,
  isDue,
  isNoOther,
  isSpaced,
  type Stretch,
  widened,
} from "./schedule-stretches.ts";
import { addedTerm, termOf } from "./schedule-terms.ts";

/** A month left out, paid twice or counted otherwise. */
export interface Flaw {
  expected: string;
  actual: string;
  months: number;
  message: Message;
  instalments: Instalment[];
}

/** What a schedule says by its months. */
interface ToldMonths {
  flaws: Flaw[];
  /** Whether every instalment names months, but for single ones beside months that cover the term. */
  isWhole: boolean;
  /** Whether what it pays is paid month by month. */
  isMonthly: boolean;
  /** Whether nothing is amiss only if months by which something is due are those it pays for. */
  mayBeDue: boolean;
  term: Term | null;
}

/** What is amiss with the months of a schedule; null where it isn't paid by the month. */
export function toldMonths(contents: Contents, schedule: Schedule): ToldMonths | null {
  const stretches = stretchesOf(schedule.instalments);
  if (!isByMonth(stretches)) return null;
  const term = termOf(contents, schedule);
  if (areDueDays(stretches, term)) return null;
  if ((term && areDaysOfPayment(stretches, term)) || isOfLots(contents, schedule)) return null;
  const isWhole = stretches.length + countRests(schedule.instalments) === schedule.instalments.length;
  const inForce = isWhole ? stretchesOf(instalmentsInForce(contents, schedule)) : stretches;
  const all = stretchesOf(schedule.instalments, true);
  // Where an amendment moves the term, nothing of what was first agreed may still be paid.
  const added = addedTerm(contents, schedule);
  const byName = [
    ...(term ? [inForce, stretches] : [inForce]).map((each) => flawsOf(each, isWhole ? term : null)),
    ...(added && isWhole ? [flawsOf(stretches, added)] : []),
  ].reduce(fewer);
  // 2027年2月5日前，交6,200元 between months that are paid for: the month it is due in may be its own.
  const flaws = all.length === schedule.instalments.length ? fewer(byName, flawsOf(all, term)) : byName;
  const isCovered = term !== null && isCoveredBeside(schedule, stretches, term);
  return {
    flaws,
    isWhole: isWhole || isCovered,
    isMonthly: isMonthly(inForce),
    mayBeDue: flaws.length < byName.length,
    term,
  };
}

const fewer = (fewest: Flaw[], each: Flaw[]): Flaw[] => (each.length < fewest.length ? each : fewest);

/** Whether what is paid month by month covers the term by itself, beside payments for something else that name no month. */
function isCoveredBeside({ instalments }: Schedule, stretches: readonly Stretch[], term: Term): boolean {
  const own = new Set(stretches.map(({ instalment }) => instalment));
  const others = instalments.filter((instalment) => !own.has(instalment));
  const areUntimed = others.every(({ from }) => from === null);
  // 每月按实结算，支付95%: over the term, though of no sum that is known.
  const isOpen =
    stretches.length === 1 &&
    stretches[0].instalment.amount === null &&
    stretches[0].first === monthIndex(term.from.value) &&
    stretches[0].last === monthIndex(term.to.value);
  const isEach = isMonthly(stretches) && stretches.every(({ instalment }) => instalment.occurrences > 1);
  // 安装费一次付清；租金分三期，每期六个月: at once for times that make up the term.
  const isTiled =
    breaks(stretches).length === 0 && misses(stretches, term).length === 0 && stretches.length > 1;
  return areUntimed && (isOpen || isTiled || (isEach && flawsOf(stretches, term).length === 0));
}

function flawsOf(stretches: readonly Stretch[], term: Term | null): Flaw[] {
  const flaws = [...miscounts(stretches), ...breaks(stretches)];
  if (!term) return flaws;
  if (isMonthly(stretches))
    return [...flaws, ...misses(withoutAdvance(withoutArrears(stretches, term), term), term)];
  return flaws.length === 0 && isCutShort(stretches, term) ? misses(stretches, term) : flaws;
}

/** The instalments that name months, by their first; beside others, none that names only the day by which it is due. */
function stretchesOf(instalments: readonly Instalment[], withDue = false): Stretch[] {
  const apart = instalments.filter((instalment) => withDue || !isDue(instalment));
  const named = apart.some(({ from }) => from !== null) ? apart : instalments;
  return named
    .flatMap((instalment, index) => {
      const months = monthsOf(instalment);
      return months && !isSpaced(months, instalment)
        ? [{ ...months, instalment, name: instalmentName(instalment, index) }]
        : [];
    })
    .sort((a, b) => a.first - b.first)
    .filter((stretch, _, all) => !isPaidAhead(stretch, all))
    .filter(isNoOther)
    .map(widened);
}

/** So many months behind a payment that is no month's are no slip. */
const FAR = 2;

/** 2025年5月支付首付款, 2025年9月至11月每月…: one payment of another amount, well before all months that are paid alike, is of none of them. */
function isPaidAhead({ first, last, instalment }: Stretch, all: readonly Stretch[]): boolean {
  const others = all.filter((other) => other.instalment !== instalment);
  const [next] = others;
  const fen = instalment.amount?.fen;
  return (
    next !== undefined &&
    first === last &&
    instalment.occurrences === 1 &&
    fen !== undefined &&
    next.first - last > FAR &&
    others.every((other) => other.instalment.occurrences > 1 && other.instalment.amount?.fen !== fen)
  );
}

/** Months are stretches to cover when any instalment runs over several, or most follow each other; else they are dates of payment. */
function isByMonth(stretches: readonly Stretch[]): boolean {
  if (stretches.some(({ first, last }) => last !== first)) return true;
  const following = stretches
    .slice(1)
    .filter((next, index) => next.first === stretches[index].last + 1).length;
  return following >= 2 && following * 2 >= stretches.length - 1;
}

/** 包一按月支付，包二按季支付: one schedule of several lots, each of which may be paid for the same months. */
const isOfLots = ({ budgets, schedules }: Contents, { version }: Schedule): boolean =>
  budgets.filter((budget) => budget.version === version && /[包标]/.test(budget.name?.value ?? "")).length >
    1 && schedules.filter((other) => other.version === version).length === 1;

/** Of a term paid month by month hardly one lacks; single months that are at most so many of its months are days of payment. */
const MOST_PAID = 0.75;

/** Single months that leave more than a quarter of the term out: days of payment, and no month is left out. */
function areDaysOfPayment(stretches: readonly Stretch[], { from, to }: Term): boolean {
  const [start, end] = [from, to].map(({ value }) => monthIndex(value));
  const paid = new Set(stretches.map(({ first }) => first).filter((month) => month >= start && month <= end));
  return stretches.every(({ first, last }) => first === last) && paid.size <= (end - start + 1) * MOST_PAID;
}

/** Quarters and half years may begin and end apart from the term; months are of the term. */
function isMonthly(stretches: readonly Stretch[]): boolean {
  return stretches.every(({ first, last, instalment }) => last - first + 1 === instalment.occurrences);
}

/** A stretch of months is paid monthly, or in equal parts (quarters), or backwards, which is never right. */
function miscounts(stretches: readonly Stretch[]): Flaw[] {
  return stretches.flatMap(({ first, last, instalment, name }) => {
    const months = last - first + 1;
    const { occurrences } = instalment;
    if (months > 0 && months % occurrences === 0) return [];
    const message =
      months > 0
        ? {
            zh: `${name}共 ${months} 个月，合同写作 ${occurrences} 次`,
            en: `${name} is ${months} months, the agreement says ${occurrences} payments`,
          }
        : { zh: `${name}起止颠倒`, en: `${name} ends before it begins` };
    return [
      {
        expected: String(months),
        actual: String(occurrences),
        months: Math.abs(months - occurrences),
        message,
        instalments: [instalment],
      },
    ];
  });
}

function breaks(stretches: readonly Stretch[]): Flaw[] {
  return stretches.slice(1).flatMap((next, index) => {
    const before = stretches[index];
    const expected = before.last + 1;
    if (next.first === expected) return [];
    const isGap = next.first > expected;
    const [from, to] = isGap ? [expected, next.first - 1] : [next.first, Math.min(before.last, next.last)];
    const months = spanText(from, to);
    const message = isGap
      ? { zh: `付款计划缺 ${months}`, en: `the schedule leaves out ${months}` }
      : { zh: `付款计划重复 ${months}`, en: `the schedule pays ${months} twice` };
    const instalments = [before.instalment, next.instalment];
    return [
      {
        expected: indexToMonth(expected),
        actual: indexToMonth(next.first),
        months: to - from + 1,
        message,
        instalments,
      },
    ];
  });
}

/** A single payment behind monthly ones that cover the term to its end settles it; it is for no month of its own. */
function withoutArrears(stretches: readonly Stretch[], term: { from: Day; to: Day }): readonly Stretch[] {
  const end = monthIndex(term.to.value);
  const last = stretches[stretches.length - 1];
  const before = stretches.slice(0, -1);
  const isSingle = last.first === last.last && last.first > end;
  return isSingle && before.some((each) => each.last === end && each.last > each.first) ? before : stretches;
}

/** 2月先预付30%，3月至8月每月…: a single payment before monthly ones that begin with the term is an advance, for no month of its own. */
function withoutAdvance(stretches: readonly Stretch[], term: { from: Day }): readonly Stretch[] {
  const start = monthIndex(term.from.value);
  const [first, next] = stretches;
  const isAdvance =
    next &&
    first.first === first.last &&
    first.first < start &&
    next.first === start &&
    next.last > next.first;
  return isAdvance ? stretches.slice(1) : stretches;
}

const spanText = (from: number, to: number): string =>
  from === to ? indexToMonth(from) : `${indexToMonth(from)} — ${indexToMonth(to)}`;
