import type { Schedule, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowTable } from "../model/flow.ts";
import { notUnderstood } from "./budget-figures.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { findTerm } from "./find-term.ts";
import { readSchedule } from "./schedule-prose.ts";
import { readScheduleTable } from "./schedule-table.ts";

const NOT_AN_AMOUNT = {
  zh: "付款条款中的这笔金额无法理解或未能归入任何一期，请核对原件",
  en: "this amount of a payment clause is not understood or belongs to no instalment; check the page",
};

/** What is paid when, as prose or a table says, originals first; and what looked like money there but wasn't understood. */
export function findSchedules(flow: Flow): { schedules: Schedule[]; problems: Problem[] } {
  const days = findTerm(flow);
  const term = days && { from: days.from.value.slice(0, 7), to: days.to.value.slice(0, 7) };
  const told: Schedule[] = [];
  const listed: Schedule[] = [];
  const problems: Problem[] = [];
  for (const clause of findClauses(flow)) {
    if (isProse(clause)) {
      for (const { version, instalment, total, unread } of readSchedule(clause, term)) {
        const schedule = scheduleOf(told, version);
        if (instalment) schedule.instalments.push(instalment);
        else if (total && schedule.instalments.length > 0) schedule.total ??= total;
        problems.push(...unread.map((span) => notUnderstood(clause.part.content, span, NOT_AN_AMOUNT)));
      }
      continue;
    }
    const read = readScheduleTable(clause as Clause<FlowTable>, term?.from.slice(0, 4) ?? null);
    if (!read) continue;
    listed.push(read.schedule);
    problems.push(...read.problems);
  }
  return { schedules: settle(told, listed), problems };
}

function scheduleOf(schedules: Schedule[], version: Version): Schedule {
  const known = schedules.find((schedule) => schedule.version === version);
  if (known) return known;
  const schedule: Schedule = { version, total: null, instalments: [] };
  schedules.push(schedule);
  return schedule;
}

/** A table says the same payments more exactly than the words beside it. */
function settle(told: readonly Schedule[], listed: readonly Schedule[]): Schedule[] {
  const apart = told.filter(
    ({ version, instalments }) =>
      instalments.length > 0 && !listed.some((table) => table.version === version),
  );
  return (["original", "amended"] as const).flatMap((wanted) =>
    [...apart, ...listed].filter(({ version }) => version === wanted),
  );
}
