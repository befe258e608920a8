import type { Instalment, Schedule } from "../model/agreement.ts";
import { countsLike, monthsLike } from "../model/day-misread.ts";
import type { Contents } from "../model/record.ts";
import { fitOf } from "../model/relation.ts";
import { monthsOf } from "../model/relation-instalments.ts";
import { scheduleClaims } from "../model/relation-schedule.ts";
import { isRead } from "../model/stated.ts";
import { toldMonths } from "./schedule-months.ts";

/** What a schedule's months and counts take part in; true where it comes out. */
export type Holds = (contents: Contents, schedule: Schedule) => boolean;

/**
 * Whether an instalment's months or count, which carry no trust of their own, may be what was misread:
 * read otherwise by one digit they make come out what fails, and break nothing that comes out as it stands.
 */
export function mayBeMisreadMonths(contents: Contents, schedule: Schedule, fails: Holds): boolean {
  const { instalments } = schedule;
  if (!isRead(instalments.flatMap(({ amount, percent }) => amount ?? percent ?? []))) return false;
  // The months first, which cost little: what is misread in them mends them as well, if they are told by the month.
  const needed = [coversTerm, ...(fails === paysTotal || paysTotal(contents, schedule) ? [paysTotal] : [])];
  const beside = besideOf(contents, schedule);
  return instalments.some((one, index) =>
    readingsOf(one).some((other) => {
      const changed = {
        ...schedule,
        instalments: instalments.map((each, at) => (at === index ? other : each)),
      };
      const schedules = [...beside.filter((each) => each !== schedule), changed];
      return needed.every((holds) => holds({ ...contents, schedules }, changed));
    }),
  );
}

/** An instalment as it may have been printed, its months or its count a digit otherwise. */
function readingsOf(instalment: Instalment): Instalment[] {
  const { from, to, occurrences } = instalment;
  const months = monthsOf(instalment);
  if (!from || !months)
    return occurrences > 1
      ? countsLike(occurrences).map((count) => ({ ...instalment, occurrences: count }))
      : [];
  const last = to ?? from;
  const step = (months.last - months.first + 1) / occurrences;
  const spans = [
    ...(from === last ? [] : monthsLike(from).map((month) => [month, last])),
    ...(from === last ? [] : monthsLike(last).map((month) => [from, month])),
    // One year, or one month, that is printed once.
    ...monthsLike(from).flatMap((month) => (from === last ? [[month, month]] : [])),
    ...monthsLike(from).flatMap((month) =>
      month.slice(4) === from.slice(4) && from.slice(0, 4) === last.slice(0, 4)
        ? [[month, month.slice(0, 4) + last.slice(4)]]
        : [],
    ),
  ];
  return spans
    .map(([first, end]) => ({ ...instalment, from: first, to: end }))
    .flatMap((other) => {
      const span = monthsOf(other);
      const count = span ? (span.last - span.first + 1) / step : 0;
      return Number.isInteger(count) && count > 0 ? [{ ...other, occurrences: count }] : [];
    });
}

/** Whether nothing is amiss with a schedule's months, as far as they are told. */
export const coversTerm: Holds = (contents, schedule) =>
  (toldMonths(contents, schedule)?.flaws ?? []).length === 0;

/** Whether a schedule pays its total. */
export const paysTotal: Holds = (contents, schedule) =>
  scheduleClaims({ ...contents, schedules: besideOf(contents, schedule) })
    .filter(({ version }) => version === schedule.version)
    .every(({ equation }) => equation !== null && fitOf(equation) === "holds");

/** A schedule, and what was first agreed, where it may go on from that; two of these are as good as many. */
const besideOf = ({ schedules }: Contents, schedule: Schedule): Schedule[] => {
  const originals =
    schedule.version === "amended" ? schedules.filter(({ version }) => version === "original") : [];
  return [...originals.slice(0, 2), schedule];
};
