import type { Budget, BudgetLine } from "../model/agreement.ts";
import { quantityAt } from "./budget-figures.ts";
import { type Clause, isProse } from "./clauses.ts";
import { findQuantities } from "./figures/index.ts";

/** A price by the month makes a year's amount. */
const TIMES = [1, 12];
const FEWEST = 2;

/**
 * 计租面积6,200平方米 over 第一年 | 26元/㎡/月 | 1,934,400: the count that all prices of a table are taken times, where no row tells one and the text
 * tells it once: that of the first sentence by which all lines come out, but for one at most. In place, so that each row is judged by it.
 */
export function takeSharedCount(budgets: readonly Budget[], clauses: readonly Clause[]): void {
  for (const { lines } of budgets) {
    const priced = lines.filter(({ unitPrice }) => unitPrice !== null);
    if (priced.length < FEWEST || lines.some(({ quantity }) => quantity !== null)) continue;
    for (const { part } of clauses.filter(isProse)) {
      const { content } = part;
      const found = findQuantities(content.text).find((each) => isOfAll(priced, Number(each.value)));
      const quantity = found && quantityAt(content, found);
      if (!quantity) continue;
      for (const line of priced) line.quantity = { ...quantity };
      break;
    }
  }
}

function isOfAll(lines: readonly BudgetLine[], count: number): boolean {
  const most = Math.max(
    ...TIMES.map(
      (times) =>
        lines.filter(({ amount, unitPrice }) => amount.fen === (unitPrice?.fen ?? 0) * count * times).length,
    ),
  );
  return count > 1 && most >= FEWEST && most >= lines.length - 1;
}
