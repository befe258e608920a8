import { isOfBefore } from "./budget-role-elsewhere.ts";
import type { Clause } from "./clauses.ts";
import type { MoneySum } from "./money-sums.ts";
import type { Spot } from "./schedule-instalment.ts";
import { isPriceOfOne } from "./schedule-lots.ts";
import { isOfOther, isOfYearBefore, isRefused } from "./schedule-refusals.ts";
import { isRestEach, isRestInParts } from "./schedule-rests.ts";

/** Whether a sum isn't paid, is another agreement's, of one of many, or a rest whose parts follow: `sums` are it and those behind it. */
export const isOfElse = (
  clause: Clause,
  { text, piece, behind, sum }: Spot,
  sums: readonly MoneySum[],
): boolean =>
  isRefused(behind) ||
  isOfOther(piece, behind) ||
  isOfYearBefore(text.slice(0, sum.start), behind, clause.startYear) ||
  isOfBefore(clause, text, sum) ||
  isPriceOfOne(text.slice(0, sum.start), behind, sum) ||
  isRestInParts(piece, sums) ||
  isRestEach(piece, behind, sums);
