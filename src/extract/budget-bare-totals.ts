import type { Budget } from "../model/agreement.ts";

/** Budgets without what each year of one costs, where its term has so many of them, and with a price told alone in the table that comes to it. */
export const settleBare = (budgets: readonly Budget[], months: number | null): Budget[] =>
  withoutBare(budgets.map((budget) => withoutEach(budget, months)));

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
