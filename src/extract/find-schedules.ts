import type { Budget, Schedule, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { notUnderstood } from "./budget-figures.ts";
import { type Clause, findClauses, isProse, isTable, versionAt } from "./clauses.ts";
import { findTerms, type Terms } from "./find-term.ts";
import {
  type Announced,
  addWhole,
  dropIdleWholes,
  dropRepeatedYears,
  dropSaidAgain,
  dropWholeBeforeParts,
  type ToldStep,
  takeAnnounced,
} from "./schedule-announced.ts";
import { announcesPayments, isItem } from "./schedule-announces.ts";
import { shareItemsOf } from "./schedule-bare-shares.ts";
import { dropAnnounced } from "./schedule-by-sums.ts";
import { paymentCells } from "./schedule-cells.ts";
import { settleChanges, takeAdded, tellOmitted } from "./schedule-changes.ts";
import { judgeCumulative, keepingPlaces, type ToldCumulative } from "./schedule-cumulative.ts";
import { dropMixedShares, takeDone } from "./schedule-done.ts";
import { doubtPeriods, type ToldWhen } from "./schedule-doubt.ts";
import { dropAnnouncedShares } from "./schedule-each-announced.ts";
import { partEach } from "./schedule-each-parts.ts";
import { takeSharesOfEach } from "./schedule-each-share.ts";
import { takeFittingShares } from "./schedule-fitting-shares.ts";
import { dropFormerTimes } from "./schedule-former.ts";
import { dropToldTwice } from "./schedule-held-back.ts";
import { takeTimesOfLines } from "./schedule-line-times.ts";
import { nameLines } from "./schedule-lines.ts";
import type { Running } from "./schedule-occasion.ts";
import { type Paid, readSchedule } from "./schedule-prose.ts";
import { findRate, tellsOfProgress } from "./schedule-rate.ts";
import { takeRetained, takeUnread, type Unread } from "./schedule-retained.ts";
import { NOT_ITS_CAPITALS } from "./schedule-row-figures.ts";
import { runningOf } from "./schedule-running.ts";
import { takeSteps } from "./schedule-steps-told.ts";
import { readScheduleTables } from "./schedule-table.ts";
import { isWithoutSum, toProblem, type Unclaimed, unclaimedShares } from "./schedule-unclaimed.ts";
import { tellUnreadTables } from "./schedule-unread-tables.ts";

export const NOT_AN_AMOUNT = {
  zh: "付款条款中的这笔金额无法理解或未能归入任何一期，请核对原件",
  en: "this amount of a payment clause is not understood or belongs to no instalment; check the page",
};

/** What is paid when, as prose or a table says, originals first; and what looked like money there but wasn't understood. */
export function findSchedules(
  flow: Flow,
  terms: Terms = findTerms(flow),
  budgets: readonly Budget[] = [],
): { schedules: Schedule[]; problems: Problem[]; unclaimed: Unclaimed[] } {
  const running = runningOf(flow, terms);
  const clauses = findClauses(flow);
  const found: Found = {
    told: [],
    listed: [],
    problems: [],
    when: [],
    steps: [],
    unclaimed: [],
    unread: [],
    unreadTables: [],
    bare: [],
    announced: [],
    cumulative: [],
    isUnknown: false,
    above: null,
    lead: null,
    said: "",
    saidIn: -1,
    section: -1,
    shareItems: shareItemsOf(clauses),
  };
  for (const clause of clauses) {
    if (isProse(clause)) addProse(found, clause, running);
    else if (isTable(clause)) addTable(found, clause, running);
  }
  if (found.listed.length === 0 && found.told.every(({ instalments }) => instalments.length === 0))
    for (const clause of clauses)
      if (isTable(clause)) for (const cell of paymentCells(clause)) addProse(found, cell, running);
  const { told, listed, problems, when, steps } = found;
  const rate = told.length + listed.length === 0 ? findRate(clauses, running) : null;
  if (rate) told.push({ version: rate.version, total: null, instalments: rate.instalments });
  when.push(...addWhole(found.announced, steps));
  dropRepeatedYears(steps);
  dropFormerTimes(steps, terms.term);
  const schedules = settle(told, listed);
  settleChanges(
    steps.flatMap(({ schedule, paid: { instalment, name = null } }) =>
      instalment ? [{ schedule, instalment, name }] : [],
    ),
    steps.map(({ clause }) => clause.part.content.text),
  );
  keepingPlaces(found.cumulative, () => takeDone(schedules, steps, budgets));
  takeAdded(schedules, found.announced, budgets);
  takeAnnounced(schedules, found.announced, budgets);
  const unclaimed = takeSharesOfEach(schedules, steps, takeRetained(schedules, found.unclaimed));
  const fitting = takeFittingShares(schedules, found.unread, budgets);
  const left = found.unread.filter(({ problem }) => !fitting.includes(problem));
  takeUnread(schedules, left, budgets);
  const whole = dropAnnounced(schedules, budgets);
  // 按月拨付, and no sum in that item: nothing was lost where all comes out, be it told so or listed in a table.
  const isWhole = ({ version }: Schedule): boolean =>
    schedules.some((schedule) => schedule.version === version && whole.has(schedule));
  problems.push(...found.bare.flatMap(({ schedule, problem }) => (isWhole(schedule) ? [] : problem)));
  problems.push(...told.filter((each) => schedules.includes(each)).flatMap((each) => takeSteps(each, steps)));
  const solved = [...fitting, ...partEach(schedules, left)];
  problems.push(...takeTimesOfLines(steps, budgets));
  dropMixedShares(schedules, budgets);
  dropIdleWholes(steps);
  problems.push(...tellOmitted(steps));
  dropWholeBeforeParts(schedules, budgets);
  dropSaidAgain(schedules, steps, budgets);
  dropAnnouncedShares(schedules, clauses);
  dropToldTwice(schedules, clauses, budgets);
  problems.push(...judgeCumulative(found.cumulative, budgets));
  problems.push(...tellUnreadTables(found.unreadTables, budgets));
  nameLines(flow, { schedules, steps }, budgets);
  const kept = when.filter(({ schedule }) => schedules.includes(schedule));
  return {
    schedules,
    problems: [...problems.filter((each) => !solved.includes(each)), ...doubtPeriods(kept, running)],
    unclaimed: unclaimed.filter(({ schedule, isQuiet }) => !isQuiet && schedules.includes(schedule)),
  };
}

/** What has been read so far, clause after clause. */
interface Found {
  told: Schedule[];
  listed: Schedule[];
  problems: Problem[];
  when: ToldWhen[];
  steps: ToldStep[];
  unclaimed: Unclaimed[];
  /** Sums among payments that were given no place; told as problems. */
  unread: Unread[];
  unreadTables: Clause<FlowTable>[];
  /** Words of payments that seem to lack their figure. */
  bare: Pick<Unclaimed, "schedule" | "problem">[];
  /** Sums that were told as paid in parts. */
  announced: Announced[];
  /** What will have been paid with the instalment that is told behind it. */
  cumulative: ToldCumulative[];
  /** Whether payments were told that aren't known beforehand, since the last instalment. */
  isUnknown: boolean;
  /** The last paragraph. */
  above: NormalText | null;
  /** The last paragraph that announced payments, while what it announces goes on. */
  lead: NormalText | null;
  /** What was said of payments in their section up to here, or since a paragraph that announced them. */
  said: string;
  saidIn: number;
  /** The section in which payments were announced last; -1 for none. */
  section: number;
  /** Items that are shares paid, though nothing announced them. */
  shareItems: ReadonlySet<Clause>;
}

function addProse(found: Found, clause: Clause<FlowParagraph>, running: Running): void {
  const { content } = clause.part;
  const isListed = (found.section === clause.section && isItem(content.text)) || found.shareItems.has(clause);
  found.above = content;
  if (!isListed) found.lead = null;
  const goesOn = isListed || (clause.isPayment && clause.section === found.saidIn);
  if (!goesOn) found.said = "";
  found.saidIn = clause.section;
  if (announcesPayments(content.text)) {
    found.section = clause.section;
    found.lead = content;
  } else if (!isListed) found.section = -1;
  const payments = readSchedule(clause, running, { isListed, lead: found.said });
  found.said += content.text;
  if (payments.every(({ instalment }) => instalment === null))
    found.isUnknown ||= tellsOfProgress(content.text);
  for (const paid of payments) addPaid(found, clause, paid);
  for (const span of unclaimedShares(clause, payments)) {
    const schedule = scheduleOf(found.told, versionAt(clause, span.start));
    found.unclaimed.push({
      schedule,
      problem: toProblem(clause, span),
      content: clause.part.content,
      span,
      isQuiet: clause.isBudget,
    });
  }
}

function addPaid(found: Found, clause: Clause<FlowParagraph>, paid: Paid): void {
  const { content } = clause.part;
  const { version, instalment, total, unread } = paid;
  const schedule = scheduleOf(found.told, version);
  if (instalment) {
    schedule.instalments.push(instalment);
    found.steps.push({ schedule, clause, paid, isBehindUnknown: found.isUnknown, lead: found.lead });
    found.isUnknown = false;
  } else if (total && schedule.instalments.length > 0) schedule.total ??= total;
  if (paid.cumulative)
    found.cumulative.push({ ...paid.cumulative, schedule, at: schedule.instalments.length });
  if (paid.announced) {
    const at = { instalment: schedule.instalments.length, step: found.steps.length };
    const { isUnknown: isBehindUnknown, lead } = found;
    const whole = paid.whole && { schedule, clause, paid: paid.whole, isBehindUnknown, lead };
    found.announced.push({ schedule, amount: paid.announced, at, whole: whole ?? null });
  }
  found.when.push(...(paid.told ?? []).map((span) => ({ schedule, content, span })));
  for (const span of unread) {
    const problem = notUnderstood(content, span, NOT_AN_AMOUNT);
    if (isWithoutSum(content.text.slice(span.start, span.end))) found.bare.push({ schedule, problem });
    else {
      found.problems.push(problem);
      found.unread.push({ schedule, content, span, problem });
    }
  }
  if (paid.contradicted) found.problems.push(notUnderstood(content, paid.contradicted, NOT_ITS_CAPITALS));
}

function addTable(found: Found, clause: Clause<FlowTable>, { year }: Running): void {
  // 付款安排 beside rows without a head.
  const isAnnounced = found.section === clause.section || (clause.isPayment && clause.part.headerRows === 0);
  const reads = readScheduleTables(clause, year, { above: found.above, isAnnounced });
  if (reads.length === 0) found.unreadTables.push(clause);
  for (const read of reads) {
    if (read.schedule.instalments.length > 0) found.listed.push(read.schedule);
    found.problems.push(...read.problems);
    found.when.push(...read.when);
  }
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
