import type { Instalment, Schedule } from "./agreement.ts";
import { indexToMonth, monthIndex } from "./calendar.ts";
import type { Contents } from "./record.ts";

/** An instalment as messages name it: by its months, else by its place. */
export function instalmentName(instalment: Instalment, index: number): string {
  const { from, to } = instalment;
  if (!from) return `第${index + 1}期`;
  return !to || to === from ? monthName(from) : `${monthName(from)}至${monthName(to)}`;
}

/** The months an instalment stands for, both included, as counted months; null where it names none. */
export function monthsOf(instalment: Instalment): { first: number; last: number } | null {
  if (!instalment.from) return null;
  const first = monthIndex(instalment.from);
  return { first, last: instalment.to ? monthIndex(instalment.to) : first + instalment.occurrences - 1 };
}

/** The instalments in force: an amendment's own, and before its first month those first agreed. */
export function instalmentsInForce(contents: Contents, schedule: Schedule): Instalment[] {
  return [...earlierInstalments(contents, schedule), ...schedule.instalments];
}

/** What the original schedule pays before the first month of an amended one; nothing unless both go by the month. */
export function earlierInstalments(contents: Contents, schedule: Schedule): Instalment[] {
  if (schedule.version !== "amended") return [];
  const originals = contents.schedules.filter((other) => other.version === "original");
  const starts = schedule.instalments.map(monthsOf);
  if (originals.length !== 1 || starts.length === 0 || starts.some((months) => months === null)) return [];
  const start = Math.min(...starts.flatMap((months) => (months ? [months.first] : [])));
  return originals[0].instalments.flatMap((instalment) => {
    const months = monthsOf(instalment);
    if (!months || months.last - months.first + 1 !== instalment.occurrences || months.first >= start)
      return [];
    const last = Math.min(months.last, start - 1);
    return [{ ...instalment, to: indexToMonth(last), occurrences: last - months.first + 1 }];
  });
}

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
