import type { Budget, Schedule } from "../model/agreement.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";

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
  return budgets.map((budget) => {
    const { lines, total, totalInCapitals } = budget;
    const rest = lines.filter(({ amount }) => !paid.has(JSON.stringify(amount.evidence)));
    const wholeFen = (total ?? totalInCapitals)?.fen;
    const isAll =
      (rest.length > 1 && sumOf(topLines({ ...budget, lines: rest })) === wholeFen) ||
      (rest.length === 0 &&
        lines.every(({ percent }) => percent !== null) &&
        schedules.some((schedule) => paidFen(schedule) === wholeFen));
    return isAll ? { ...budget, lines: rest } : budget;
  });
};

const paidFen = ({ instalments }: Schedule): number =>
  instalments.reduce((all, { amount, occurrences }) => all + (amount?.fen ?? Number.NaN) * occurrences, 0);
