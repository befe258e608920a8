import type { Span } from "./budget-figures.ts";

const MEASURE = "(?:平方米|㎡|m²|平米|公顷|亩|立方米|m³|公里|千米|延米|吨)";
/** 每平方米每月28元, 3.5元/㎡·月: what a price measured by area, length or weight is told of. */
const RATE_BEFORE = new RegExp(String.raw`每(${MEASURE})[^，。；：、\d]{0,8}$`);
const RATE_BEHIND = new RegExp(String.raw`^\s*元?\s*(?:[/／]|每)\s*(${MEASURE})`);
const ALIKE: readonly (readonly string[])[] = [
  ["平方米", "㎡", "m²", "平米"],
  ["立方米", "m³"],
  ["公里", "千米"],
];

/**
 * Whether a price is told of a measure (每平方米每月28元) that no number of `[from, to)` counts: what it is taken times then
 * stands elsewhere, and what it comes to can't be said to be misreckoned.
 */
export function lacksMeasure(text: string, price: Span, { from, to }: { from: number; to: number }): boolean {
  const measure =
    RATE_BEFORE.exec(text.slice(from, price.start))?.[1] ?? RATE_BEHIND.exec(text.slice(price.end, to))?.[1];
  if (measure === undefined) return false;
  const names = ALIKE.find((some) => some.includes(measure)) ?? [measure];
  return !new RegExp(String.raw`\d\s*万?\s*(?:${names.join("|")})`).test(text.slice(from, to));
}
