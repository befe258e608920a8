import type { Reading } from "./budget-reading.ts";
import { STRONG_TOTAL } from "./budget-words.ts";
import type { MoneySum } from "./money-sums.ts";

/**
 * 1、师资费55,000元，其中：教授24,000元；: whether the one line of a numbered paragraph that has parts begins it, right behind its
 * `number`'s end, and they haven't come to it yet: what follows is one more of them.
 */
export function isFirstItem({ text, told }: Reading, number: number): boolean {
  const [item, ...parts] = told;
  if (!item || item.label.start !== number || STRONG_TOTAL.test(text)) return false;
  const isOfItem = parts.length > 0 && parts.every(({ role, depth }) => role === "line" && depth > 0);
  return item.role === "line" && isOfItem && fenOf(parts.map(({ sum }) => sum)) < fenOf([item.sum]);
}

/** Whether sums in a row come to another one to the fen. */
export const areAllOf = (whole: MoneySum, parts: readonly MoneySum[]): boolean =>
  parts.length > 1 && fenOf(parts) === fenOf([whole]);

const fenOf = (sums: readonly MoneySum[]): number =>
  sums.reduce((fen, { digits, capitals }) => fen + (digits?.fen ?? capitals?.fen ?? 0), 0);
