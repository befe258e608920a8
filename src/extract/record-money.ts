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

/** 新增服务费…, 累计租金…: whether a sum is what two totals of the record differ by or come to. */
export const isReckonedOf = (totals: readonly number[], fen: number): boolean =>
  totals.some((one, at) =>
    totals.slice(at + 1).some((other) => one !== other && [Math.abs(one - other), one + other].includes(fen)),
  );
