import type { Instalment, Term } from "../model/agreement.ts";
import { monthIndex } from "../model/calendar.ts";

/** The months that an instalment is for. */
export interface Stretch {
  first: number;
  last: number;
  instalment: Instalment;
  name: string;
}

/** So few payments in even steps may be so by chance. */
const FEWEST_EVEN = 3;

/**
 * 2026年3月止按月支付，其后6月、9月、12月及3月各支付…: equal single payments in even steps behind stretches of months are each for all the
 * months of a step, where the first of these goes on with what stands before.
 */
export function widened(own: Stretch, at: number, all: readonly Stretch[]): Stretch {
  const isLike = ({ first, last, instalment }: Stretch): boolean =>
    first === last && instalment.amount?.fen === own.instalment.amount?.fen;
  const before = all.slice(0, at).findLast((each) => !isLike(each));
  const isBehindRange = all.slice(0, at).some(({ first, last }) => first < last);
  if (!isLike(own) || !before || !isBehindRange) return own;
  const from = all.indexOf(before) + 1;
  const end = all.slice(from).findIndex((each) => !isLike(each));
  const run = all.slice(from, end < 0 ? undefined : from + end);
  const [step, ...steps] = run.slice(1).map((next, index) => next.first - run[index].first);
  const isEven = run.length >= FEWEST_EVEN && SPACES.includes(step) && steps.every((each) => each === step);
  return isEven && run[0].first - step === before.last ? { ...own, first: own.first - step + 1 } : own;
}

/** 每月支付17.7万元，另每季度末月支付5.9万元: equal single payments within the months of another stretch are a stream of their own. */
export function isNoOther(own: Stretch, at: number, all: readonly Stretch[]): boolean {
  if (all.slice(0, at).some((other) => isRestOf(own, other))) return false;
  const fenOf = ({ instalment }: Stretch): number | null => instalment.amount?.fen ?? null;
  const around = all.find((other) => other !== own && other.first < other.last && isWithin(own, other));
  if (!around || own.first !== own.last || fenOf(own) === fenOf(around)) return true;
  const like = all.filter(
    (other) => other.first === other.last && fenOf(other) === fenOf(own) && isWithin(other, around),
  );
  const steps = like.slice(1).map((next, at) => next.first - like[at].first);
  const isEven = steps.length > 1 && steps.every((step) => step === steps[0] && step > 1);
  return !isEven;
}

/** 每月服务费的95%…；5%…: the rest of what is paid for the same months. */
const isRestOf = ({ instalment: own }: Stretch, { instalment: other }: Stretch): boolean =>
  isRestOfInstalment(own, other);

const isRestOfInstalment = (own: Instalment, other: Instalment): boolean =>
  own.from !== null &&
  own.occurrences > 1 &&
  own.occurrences === other.occurrences &&
  own.from === other.from &&
  own.to === other.to &&
  Number(own.percent?.percent) + Number(other.percent?.percent) === 100;

/** How many instalments are but the rest of what another pays for the same months. */
export const countRests = (instalments: readonly Instalment[]): number =>
  instalments.filter((own, at) => instalments.slice(0, at).some((other) => isRestOfInstalment(own, other)))
    .length;

const isWithin = (own: Stretch, other: Stretch): boolean =>
  own.first >= other.first && own.last <= other.last;

/** 自2024年5月起每三个月支付一次，至2025年8月止共6次: the first and the last of evenly spaced days of payment, no stretch of months. */
export function isSpaced(
  { first, last }: { first: number; last: number },
  { occurrences }: Instalment,
): boolean {
  const months = last - first + 1;
  const step = (months - 1) / (occurrences - 1);
  return occurrences > 1 && months % occurrences !== 0 && SPACES.includes(step);
}

/** Every so many months something is commonly paid. */
const SPACES = [2, 3, 6, 12];

/** 2018年10月15日前, 2025年9月30日前，验收合格后: words that begin with a day by which something is paid. */
const DUE =
  /^\D{0,4}(?:20\d{2}|[二贰][〇零○])[^，。；]{0,12}?(?:之|以)?[前内](?:$|[，,（(]|[^，。；\d]{0,16}$)/;

/** Whether the one month an instalment names is of the day by which it is due, and so perhaps no month that is paid for. */
export const isDue = ({ from, to, occurrences, condition }: Instalment): boolean =>
  from !== null && from === to && occurrences === 1 && condition !== null && DUE.test(condition.value);

/** Days by which payments are due, and nothing tells that these are one for each month: without a term, or with several beside it. */
export function areDueDays(stretches: readonly Stretch[], term: Term | null): boolean {
  if (!stretches.every(({ instalment }) => isDue(instalment))) return false;
  if (!term) return true;
  const [start, end] = [term.from, term.to].map(({ value }) => monthIndex(value));
  return stretches.filter(({ first }) => first < start || first > end).length > 1;
}

/** So many even stretches tell how long one more of them is. */
const FEWEST_ALIKE = 2;

/**
 * 1月至3月, 4月至6月, 7月至9月, 10月至11月 of a year: whether stretches paid at once follow on each other from an edge of the term, all as
 * long, but for the one at its other edge, which with the months left out were so too.
 */
export function isCutShort(stretches: readonly Stretch[], term: Term): boolean {
  const [start, end] = [term.from, term.to].map(({ value }) => monthIndex(value));
  const lengths = stretches.map(({ first, last }) => last - first + 1);
  const [isFromStart, isToEnd] = [stretches[0].first === start, stretches[stretches.length - 1].last === end];
  const [whole, ...more] = isFromStart ? lengths.slice(0, -1) : lengths.slice(1);
  const cut = isFromStart ? end - stretches[stretches.length - 1].first + 1 : stretches[0].last - start + 1;
  return (
    isFromStart !== isToEnd &&
    more.length + 1 >= FEWEST_ALIKE &&
    more.every((length) => length === whole) &&
    cut === whole &&
    !isByTheMonth(stretches) &&
    stretches.every(({ instalment }) => instalment.occurrences === 1)
  );
}

/** 三个月30,000元, 两个月20,000元: whether all stretches are paid alike by the month, so that none was meant to be longer. */
function isByTheMonth(stretches: readonly Stretch[]): boolean {
  const rates = stretches.map(
    ({ first, last, instalment }) => (instalment.amount?.fen ?? Number.NaN) / (last - first + 1),
  );
  return rates.every((rate) => rate === rates[0]);
}
