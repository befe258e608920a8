import type { Budget, Schedule } from "../model/agreement.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { isDay } from "./schedule-announces.ts";
import { BEGINS_INSTALMENT } from "./schedule-words.ts";

/**
 * 每月105,570元分两块：基本费95,013元（90%），…: budgets without lines that are read as payments as well, where the others come to the
 * total, or there are none and the payments do.
 */
export const withoutPayments = (budgets: readonly Budget[], schedules: readonly Schedule[]): Budget[] => {
  const paid = new Set(
    schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ amount }) => (amount ? [JSON.stringify(amount.evidence)] : [])),
    ),
  );
  // 第一次，签订后五日内，279,000元: no name of what is priced.
  const named = new Set(
    schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ amount, condition }) =>
        amount && isNameOfOne(condition?.value ?? "") ? [JSON.stringify(amount.evidence)] : [],
      ),
    ),
  );
  return budgets.flatMap((budget) => {
    const { lines, total, totalInCapitals } = budget;
    const rest = lines.filter(({ amount }) => !paid.has(JSON.stringify(amount.evidence)));
    const wholeFen = (total ?? totalInCapitals)?.fen;
    const isAll =
      (rest.length > 1 && sumOf(topLines({ ...budget, lines: rest })) === wholeFen) ||
      (rest.length === 0 &&
        ((lines.every(({ percent }) => percent !== null) &&
          schedules.some((schedule) => paidFen(schedule) === wholeFen)) ||
          lines.every(({ amount }) => named.has(JSON.stringify(amount.evidence)))));
    // 交款日 | 应交租金: nothing but payments, and no total of them.
    if (rest.length === 0 && lines.length > 0 && wholeFen === undefined) return [];
    return [isAll ? { ...budget, lines: rest } : budget];
  });
};

/** 第二次, 第二年2026年1月20日前. */
const isNameOfOne = (words: string): boolean => BEGINS_INSTALMENT.test(words) || isDay(words);

const paidFen = ({ instalments }: Schedule): number =>
  instalments.reduce((all, { amount, occurrences }) => all + (amount?.fen ?? Number.NaN) * occurrences, 0);
