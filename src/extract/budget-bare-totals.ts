import type { Budget, Schedule } from "../model/agreement.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";

/** Budgets without what each year of one costs, where its term has so many of them, without what makes up one month, and with a price told alone in the table that comes to it. */
export const settleBare = (budgets: readonly Budget[], months: number | null): Budget[] =>
  withoutBare(budgets.map((budget) => withoutMonthly(withoutEach(budget, months), months)));

/** 每月费用由组长6,400元、组员20,400元构成 beside the price of nine months: lines that come to it so many times make up one month. */
function withoutMonthly(budget: Budget, months: number | null): Budget {
  const whole = budget.total ?? budget.totalInCapitals;
  const tops = budget.lines.filter(({ parent }) => parent === null);
  const isPlain = tops.length > 1 && budget.restatements.length === 0;
  if (!whole || !isPlain || months === null || months < 2) return budget;
  const month = tops.reduce((all, { amount }) => all + amount.fen, 0);
  return month * months === whole.fen ? { ...budget, lines: [] } : budget;
}

/** 合同总价（两年）为180万元，其中每年90万元: what each of them costs is no part beside others; a line where it isn't so. */
function withoutEach(budget: Budget, months: number | null): Budget {
  const whole = budget.total ?? budget.totalInCapitals;
  const [only, more] = budget.lines;
  if (!only || more || !whole || months === null) return budget;
  const step = MONTHS_OF[EACH.exec(only.label.value)?.[1] ?? ""];
  return step && only.amount.fen * months === whole.fen * step ? { ...budget, lines: [] } : budget;
}

const EACH = /^(?:其中)?(?:平均)?每个?(?:合同|服务|自然)?(年|月|季)度?$/;
const MONTHS_OF: Record<string, number | undefined> = { 年: 12, 季: 3, 月: 1 };

/** A total told alone and a table that comes to the same are one budget. */
function withoutBare(budgets: readonly Budget[]): Budget[] {
  const kept = budgets.map((budget) => ({ ...budget, restatements: [...budget.restatements] }));
  return kept.filter((bare) => {
    const { version, name, total, totalInCapitals, restatements, lines } = bare;
    if (!total || name !== null || lines.length > 0) return true;
    const listed = kept.find(
      (other) =>
        other !== bare &&
        other.version === version &&
        other.name === null &&
        other.lines.length > 0 &&
        other.total?.fen === total.fen &&
        (other.totalInCapitals === null || totalInCapitals === null),
    );
    if (!listed) return true;
    listed.totalInCapitals ??= totalInCapitals;
    listed.restatements.push(total, ...restatements);
    return false;
  });
}

/** 每月105,570元分两块：基本费95,013元（90%），…: budgets without lines that are read as payments as well, where the others come to the total. */
export const withoutPayments = (budgets: readonly Budget[], schedules: readonly Schedule[]): Budget[] => {
  const paid = new Set(
    schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ amount }) => (amount ? [JSON.stringify(amount.evidence)] : [])),
    ),
  );
  return budgets.map((budget) => {
    const { lines, total, totalInCapitals } = budget;
    const rest = lines.filter(({ amount }) => !paid.has(JSON.stringify(amount.evidence)));
    const isAll =
      rest.length > 1 && sumOf(topLines({ ...budget, lines: rest })) === (total ?? totalInCapitals)?.fen;
    return isAll ? { ...budget, lines: rest } : budget;
  });
};
