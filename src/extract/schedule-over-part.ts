import { indexToMonth, monthIndex } from "../model/calendar.ts";
import { countMonths } from "./figures/index.ts";
import type { Running, ToldOccasion } from "./schedule-occasion.ts";
import { often } from "./schedule-period.ts";
import type { TermPart } from "./schedule-term-parts.ts";

/** What is paid over a part of the term: 前五个月每月…, 最后一个月…; its months where the term's own are known. */
export function overPart(
  { from, to, isOpen, told }: TermPart,
  {
    first,
    last,
    months,
    step,
  }: Pick<Running, "months"> & Record<"first" | "last", string | null> & { step: number | null },
): ToldOccasion | null {
  if (isOpen) return null;
  const occurrences = step === null ? 1 : Math.max(1, Math.round((to - from) / step));
  const isWhole = first !== null && last !== null && countMonths(first, last) === months;
  if (!isWhole || to > months || (step !== null && step > 1))
    return { occasion: often(occurrences), told: [told] };
  const month = (at: number): string => indexToMonth(monthIndex(first) + at);
  return { occasion: { from: month(from), to: month(to - 1), occurrences }, told: [told] };
}
