import type { Target } from "../model/table.ts";
import type { Count } from "./find-targets.ts";
import { CLAUSE_END, clauseStart, comparisonIn } from "./find-targets-clause.ts";
import { EACH_EVENT, NUMBER, PERIODS, UNIT } from "./find-targets-words.ts";

/** The period said last in the clause, or in the clause before when that sets no target of its own. */
export function periodOf(
  text: string,
  masked: string,
  count: Count,
  previous: Count | undefined,
): Target["per"] {
  const clause = clauseStart(masked, count.start, CLAUSE_END);
  const own = lastPeriod(text.slice(clause, count.start + 1));
  if (own === "month" && count.value >= MONTHS && NAMED.test(text.slice(clause, count.start))) return null;
  if (own !== undefined) return own;
  const bracket = BRACKETED.exec(text.slice(0, clause));
  if (bracket) return lastPeriod(bracket[1]) ?? null;
  const opened = openedBefore(masked, clause);
  if (opened !== null) return lastPeriod(text.slice(clauseStart(masked, opened, CLAUSE_END), opened)) ?? null;
  if (clause === 0 || !GOES_ON.test(masked[clause - 1]) || isOfWhatFollows(masked, count)) return null;
  if (IS_SHARE.test(count.unit)) return null;
  const before = clauseStart(masked, clause - 1, CLAUSE_END);
  const isPart = PART_OF.test(masked.slice(clause, count.start));
  if (!isPart && (previous?.end ?? 0) > before) return null;
  return lastPeriod(text.slice(before, clause - 1)) ?? null;
}

/** 月度例会12次: so many are those of a year. */
const NAMED = /(?<!每)月度\p{Script=Han}{1,8}$/u;
const MONTHS = 12;

/** 走访（每周）不少于1次 */
const BRACKETED = /[（(]([^（）()\d次]{2,6})[）)]$/;

/** Where the brackets open that close right before a place: 全年举办活动（200人以上）|不少于4场; null where none do. */
function openedBefore(masked: string, at: number): number | null {
  if (!/[）)]/.test(masked[at - 1] ?? "")) return null;
  const opened = Math.max(masked.lastIndexOf("（", at), masked.lastIndexOf("(", at));
  return opened < 0 ? null : opened;
}

/** Whether a count stands in brackets that tell of what is counted behind them: （200人以上）不少于4场. */
function isOfWhatFollows(masked: string, { start, end }: Count): boolean {
  const isInside = /[（(][^（）()]*$/.test(masked.slice(0, start));
  const behind = /^[^（）()]*[）)]([^（）()，,。；;！!？?\n]*)/.exec(masked.slice(end))?.[1] ?? "";
  return isInside && comparisonIn(behind) !== null && COUNTED.test(behind);
}

const COUNTED = new RegExp(`(?:${NUMBER})\\s*(?:${UNIT})`, "u");
/** What stands behind a comma, or in brackets, says more of the clause before. */
const GOES_ON = /[，,（(]/;
/** A share is of the whole, however often the clause before has something done. */
const IS_SHARE = /^[%‰]$/;
/** 每月4篇，其中原创1篇: a part is counted over the period of its whole. */
const PART_OF = /^其中/;

/** The last period in a passage; null when something else is counted afresh after it or it is one of several, undefined when there is none. */
function lastPeriod(passage: string): Target["per"] | undefined {
  const periods = PERIODS.flatMap(([per, pattern]) =>
    [...passage.matchAll(pattern)].map((match) => ({
      at: match.index,
      end: match.index + match[0].length,
      per,
    })),
  ).sort((a, b) => a.at - b.at);
  const last = periods.at(-1);
  const event = [...passage.matchAll(EACH_EVENT)].at(-1);
  if (event && (!last || event.index > last.at)) return null;
  const other = periods.at(-2);
  return other && last && /^[、和及与]$/.test(passage.slice(other.end, last.at)) ? null : last?.per;
}
