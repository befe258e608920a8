import type { Budget } from "./agreement.ts";
import { wholeMonthsBetween } from "./calendar.ts";
import type { Contents } from "./record.ts";
import { sumOf, topLines } from "./relation-lines.ts";
import type { Money } from "./value.ts";

/** As many months a price by the month may be paid for: those of the term, as stated and by its days, or of a year within it. */
export function monthsOfTerm({ agreement: { term } }: Contents): number[] {
  if (!term) return [MONTHS_OF_YEAR];
  const told = [term.months, wholeMonthsBetween(term.from.value, term.to.value)].filter(
    (count) => count !== null,
  );
  const years = told.length === 0 || told.some((count) => count >= MONTHS_OF_YEAR) ? [MONTHS_OF_YEAR] : [];
  return [...new Set([...told, ...years])].filter((count) => count > 1);
}

/** How often something is due in a term: by the month, and by the quarter, the half year or the year. */
function timesOfTerm(contents: Contents): { times: number; isOfMonths: boolean }[] {
  const months = monthsOfTerm(contents);
  const longer = months
    .flatMap((count) => STEPS.map((step) => count / step))
    .filter((times) => Number.isInteger(times) && times > 1);
  return [
    ...months.map((times) => ({ times, isOfMonths: true })),
    ...longer.filter((times) => !months.includes(times)).map((times) => ({ times, isOfMonths: false })),
  ];
}

const STEPS = [3, 6, 12];

/** A budget whose lines are told by the month and whose total is told for all of them. */
export interface Monthly {
  /** As often as what they come to is due: the months, or the quarters or years, of the term. */
  months: number;
  /** What the lines come to in a month, as it is stated; null where only the total is. */
  sum: Money | null;
}

/**
 * 岗位 | 人数 | 月工资标准 | 合计, 30000 a month, where the total is 360000: null where the lines come to half the total or more,
 * and where neither their sum is stated by the month nor each line is a count times a price. As often as there are months it
 * must be near the total, within a tenth, so that one wrong figure hides nothing.
 */
export function monthlyOf(contents: Contents, budget: Budget): Monthly | null {
  const total = (budget.total ?? budget.totalInCapitals)?.fen ?? 0;
  const top = topLines(budget);
  const lines = sumOf(top);
  const areReckoned = top.length > 1 && top.every(({ quantity, unitPrice }) => quantity && unitPrice);
  if (total <= 0 || lines <= 0 || lines * 2 > total) return null;
  const found = timesOfTerm(contents).flatMap(
    ({ times: months, isOfMonths }): (Monthly & { gap: number })[] => {
      const gapOf = (fen: number): number => Math.abs(fen * months - total);
      const isNear = (fen: number): boolean => gapOf(fen) * NEAR <= total;
      const sum =
        budget.restatements.find(({ fen }) => isNear(fen) && Math.abs(fen - lines) * NEAR <= lines) ?? null;
      if (!sum && !(isOfMonths && areReckoned && isNear(lines))) return [];
      return [{ months, sum, gap: Math.min(gapOf(lines), sum ? gapOf(sum.fen) : Number.POSITIVE_INFINITY) }];
    },
  );
  const [best] = found.sort((a, b) => a.gap - b.gap);
  return best ?? null;
}

/** How often a total stated again is counted in the whole: each month where it is of one, each year where it is of one of several. */
export function timesIn(budget: Budget, { sum, months }: Monthly, restatement: Money): number {
  if (restatement === sum) return months;
  const total = (budget.total ?? budget.totalInCapitals)?.fen ?? 0;
  const years = months / MONTHS_OF_YEAR;
  const isOfYear = Number.isInteger(years) && Math.abs(restatement.fen * years - total) * NEAR <= total;
  return isOfYear ? years : 1;
}

const MONTHS_OF_YEAR = 12;
const NEAR = 10;
