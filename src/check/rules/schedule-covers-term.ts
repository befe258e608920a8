import type { Instalment, Schedule } from "../../model/agreement.ts";
import type { Finding } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import type { Contents } from "../../model/record.ts";
import { instalmentName, monthsOf } from "../../model/relation-instalments.ts";
import { SCHEDULE_NAME } from "../../model/relation-schedule-total.ts";
import { isRead } from "../../model/stated.ts";
import { coversTerm, mayBeMisreadMonths } from "../misread-months.ts";
import { hasUnplacedFigure, isTornAmid, lacksInstalment, UNPLACED } from "../missing-part.ts";
import type { Rule, Verdict } from "../rule.ts";
import { type Flaw, toldMonths } from "../schedule-months.ts";
import { termOf } from "../schedule-terms.ts";

/**
 * Monthly instalments cover the term: no gap, no overlap, and as many payments as their months allow.
 * A single payment behind the last month of a term that is covered settles it.
 * A month that the term only touches (it starts or ends within it) may be left out.
 *
 * | instalments | term | verdict |
 * | --- | --- | --- |
 * | 2025-08 … 2026-06 (11), 2026-07 | 2025-08-01 … 2026-07-31 | pass |
 * | 2025-08 … 2026-05 (10), 2026-07 | the same | error: 2026-06 is missing |
 * | 2025-08 … 2026-07 (12), 2026-07 | the same | error: 2026-07 is paid twice |
 * | 2025-08 … 2026-06 (10), 2026-07 | the same | error: 11 months, 10 payments |
 * | 2025-08 … 2026-07 (12) | not stated | cannot-tell |
 *
 * Where the term was changed, what was first agreed covers the term before.
 */
export const scheduleCoversTerm: Rule = {
  id: "schedule-covers-term",
  severity: "error",
  clause: {
    zh: "按月付款覆盖整个期限，不缺月、不重月",
    en: "monthly instalments cover the term: no gap, no overlap",
  },
  check: (contents) => contents.schedules.flatMap((schedule) => judge(contents, schedule)),
};

function judge(contents: Contents, schedule: Schedule): Verdict[] {
  const { version } = schedule;
  const subject = SCHEDULE_NAME;
  const told = toldMonths(contents, schedule);
  if (!told) return [];
  const { flaws, isWhole, isMonthly, mayBeDue, term } = told;
  if (mayBeMisput(contents, schedule, flaws))
    return [{ outcome: "cannot-tell", version, subject, missing: [UNPLACED] }];
  if (flaws.length > 0 && flaws.every((flaw) => mayBePaidUntimed(schedule, flaw)))
    return [{ outcome: "cannot-tell", version, subject, missing: ["部分付款期的月份"] }];
  if (flaws.length > 0) {
    const isOpen = mayBeOtherwise(contents, schedule);
    return flaws.map((flaw) => fail(contents, schedule, flaw, isOpen));
  }
  const missing = [contents.agreement.term ? "变更前的期限" : "期限"];
  if (!term && isMonthly) return [{ outcome: "cannot-tell", version, subject, missing }];
  if (!isWhole || mayBeDue)
    return [{ outcome: "cannot-tell", version, subject, missing: ["部分付款期的月份"] }];
  return [{ outcome: "pass", version, subject, missing: [] }];
}

/** A month mistyped leaves one gap, and doubles another month at most. */
const MOST_FLAWS = 2;
/** A quarter left out is a slip; a year is another schedule's. */
const MOST_MONTHS = 3;

/** Whether months that don't follow on each other, as no slip explains, were rather put together wrongly. */
function mayBeMisput(contents: Contents, { instalments }: Schedule, flaws: readonly Flaw[]): boolean {
  if (flaws.length > MOST_FLAWS || flaws.some(({ months }) => Math.abs(months) > MOST_MONTHS)) return true;
  if (flaws.length > 0 && hasMonthWithin(instalments)) return true;
  const isOdd = flaws.length > 1 || (flaws.length === 1 && instalments.some(({ from }) => !from));
  return isOdd && hasUnplacedFigure(contents, placesOf(instalments));
}

/** 前三个月…，其后三个月…，最后六个月…: whether as many months are left out as an instalment that names none is paid for. */
const mayBePaidUntimed = ({ instalments }: Schedule, { months }: Flaw): boolean =>
  instalments.some(({ from, occurrences }) => !from && occurrences > 1 && occurrences === Math.abs(months));

/** 50,422元，于2025年7月支付；下半年…: whether one single month lies within what is paid at once for several, and as much is paid in it: the month in which it is paid. */
function hasMonthWithin(instalments: readonly Instalment[]): boolean {
  const stretches = instalments.flatMap((each) => {
    const months = monthsOf(each);
    return months ? [{ ...months, fen: each.amount?.fen, isAtOnce: each.occurrences === 1 }] : [];
  });
  return stretches.some(
    ({ first, last, fen }) =>
      first === last &&
      stretches.some((other) =>
        other.isAtOnce
          ? fen === other.fen && other.first < other.last && other.first <= first && last <= other.last
          : other.first < first && last < other.last,
      ),
  );
}

/** Whether what is amiss may lie in what was not read, or was misread. */
function mayBeOtherwise(contents: Contents, schedule: Schedule): boolean {
  const amounts = schedule.instalments.flatMap(({ amount }) => amount ?? []);
  return (
    contents.problems.some(({ code }) => code === "figure-not-understood") ||
    // An instalment that names no month may be one whose month was not read.
    (isRead(amounts) &&
      (lacksInstalment(contents, schedule) || schedule.instalments.some(({ from }) => !from))) ||
    isTornAmid(contents, placesOf(schedule.instalments)) ||
    mayBeMisreadMonths(contents, schedule, coversTerm)
  );
}

function fail(contents: Contents, schedule: Schedule, flaw: Flaw, mayLack: boolean): Verdict {
  const term = termOf(contents, schedule);
  const days = term ? [term.from, term.to] : [];
  const figures = [...flaw.instalments.flatMap(({ amount }) => amount ?? []), ...days];
  const isOpen = mayLack || figures.some((figure) => figure.trust === "doubtful");
  const finding: Finding = {
    ruleId: "schedule-covers-term",
    severity: "error",
    cause: isOpen ? "unknown" : "document",
    version: schedule.version,
    subject: SCHEDULE_NAME,
    expected: flaw.expected,
    actual: flaw.actual,
    difference: String(flaw.months),
    formula: schedule.instalments.map(instalmentName).join(" + "),
    message: flaw.message,
    suggestion: null,
    followsFrom: null,
    evidence: placesOf(flaw.instalments),
  };
  return { outcome: "fail", finding, equation: null, figures };
}

const placesOf = (instalments: readonly Instalment[]): Place[] =>
  instalments.flatMap(({ amount, percent, condition }) => (amount ?? percent ?? condition)?.evidence ?? []);
