import { ITEM_START } from "./find-targets-mask.ts";
import { COMPARISON } from "./find-targets-words.ts";

/** What ends a clause of a standard. */
export const CLAUSE_END = new RegExp(`[，,。；;！!？?\\n（）()${ITEM_START}]`);

export function comparisonIn(window: string): { comparison: "at-least" | "at-most"; start: number } | null {
  const last = [...window.matchAll(COMPARISON)].at(-1);
  return last ? { comparison: last[1] ? "at-least" : "at-most", start: last.index } : null;
}

export function clauseBefore(before: string): string {
  return before.slice(clauseStart(before, before.length, CLAUSE_END));
}

export function clauseStart(masked: string, at: number, end: RegExp): number {
  let start = at;
  while (start > 0 && !end.test(masked[start - 1])) start -= 1;
  return start;
}
