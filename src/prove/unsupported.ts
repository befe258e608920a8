import type { Contents } from "../model/record.ts";
import { CERTAIN } from "../model/stated.ts";
import type { Money, Percent, Quantity } from "../model/value.ts";
import { oddDecimals } from "./odd-decimals.ts";

/** Readers of one engine that agree are believed without any arithmetic only when they were this sure of every glyph. */
export const SURE_ALONE = 0.9;

/** 067,000元: no sum and no count begins so; its first digit was another, or what stands before it. */
const LEADING_ZERO = /^\D*0\d/;

/** ￥747.200元: no sum of yuan has three decimals; its point was a comma. */
const THREE_DECIMALS = /^[^万亿]*\d\.\d{3}\s*元\D*$/;

/** A share above this is a figure that lost its point. */
const WHOLE_PERCENT = 100;

/**
 * The agreed figures that nothing but their readers speaks for, and that speaks too weakly:
 * no equation confirms them, and a glyph was read with less than a wide margin, it begins with a zero,
 * or the share is more than the whole or nothing of it.
 */
export function findUnsupported(contents: Contents, confirmed: ReadonlySet<object>): Set<object> {
  const odd = oddDecimals(contents);
  const unsupported = figuresOf(contents).filter(
    (figure) =>
      figure.trust === "agreed" &&
      figure.confidence < CERTAIN &&
      !confirmed.has(figure) &&
      (isWeak(figure) || odd.includes(figure)),
  );
  return new Set(unsupported);
}

function isWeak(figure: Money | Percent | Quantity): boolean {
  if (figure.confidence < SURE_ALONE) return true;
  if (LEADING_ZERO.test(figure.raw) || THREE_DECIMALS.test(figure.raw)) return true;
  return "percent" in figure && (Number(figure.percent) > WHOLE_PERCENT || Number(figure.percent) === 0);
}

function figuresOf({ budgets, schedules }: Contents): (Money | Percent | Quantity)[] {
  const ofBudgets = budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
    total,
    totalInCapitals,
    ...restatements,
    ...lines.flatMap((line) => [line.quantity, line.unitPrice, line.amount, line.percent]),
  ]);
  const ofSchedules = schedules.flatMap(({ total, instalments }) => [
    total,
    ...instalments.flatMap(({ amount, percent }) => [amount, percent]),
  ]);
  return [...ofBudgets, ...ofSchedules].filter((figure) => figure !== null);
}
