import type { Contents } from "../model/record.ts";
import type { Money } from "../model/value.ts";

/** What the record has of the price, the prices of one among it, and of what is paid. */
export function figuresOf({ budgets, schedules }: Pick<Contents, "budgets" | "schedules">): {
  price: Money[];
  paid: Money[];
} {
  const price = budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
    total,
    totalInCapitals,
    ...restatements,
    ...lines.flatMap(({ amount, unitPrice }) => [amount, unitPrice]),
  ]);
  const paid = schedules.flatMap(({ total, instalments }) => [
    total,
    ...instalments.map(({ amount }) => amount),
  ]);
  return { price: price.filter((money) => money !== null), paid: paid.filter((money) => money !== null) };
}
