import type { Finding, RuleId } from "../model/finding.ts";
import type { Day } from "../model/value.ts";
import { causeOf, type Suspect } from "./cause.ts";
import type { Wording } from "./judge-claims.ts";
import type { Verdict } from "./rule.ts";

interface DayRival {
  raw: string;
  reader: string;
  value: string;
}

interface DaySuspect extends Suspect<DayRival> {
  readonly source: Day;
}

/**
 * A verdict on days: `holds` is asked with the printed values and, when they fail, with every rival reading in turn.
 * `mayBeMisread` says whether what isn't a day, and so carries no trust, may be what was misread.
 */
export function judgeDays(
  ruleId: RuleId,
  subject: string,
  days: Readonly<Record<string, Day>>,
  holds: (dayOf: (day: Day) => string) => boolean,
  word: () => Wording,
  mayBeMisread = false,
): Verdict {
  if (holds((day) => day.value)) return { outcome: "pass", version: null, subject, missing: [] };
  const suspects = Object.entries(days).map(([name, day]) => toSuspect(name, day));
  const settles = (suspect: DaySuspect, rival: DayRival): number =>
    holds((day) => (day === suspect.source ? rival.value : day.value)) ? 1 : 0;
  const found = causeOf<DayRival, DaySuspect>(suspects, settles);
  const finding: Finding = {
    ruleId,
    severity: "error",
    ...found,
    cause: found.cause === "document" && mayBeMisread ? "unknown" : found.cause,
    version: null,
    subject,
    ...word(),
    followsFrom: null,
    evidence: Object.values(days).flatMap((day) => day.evidence),
  };
  return { outcome: "fail", finding, equation: null, figures: Object.values(days) };
}

function toSuspect(name: string, day: Day): DaySuspect {
  const rivals = (day.readings ?? []).flatMap(({ raw, reader, value }) =>
    typeof value === "string" && value !== day.value && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [{ raw, reader, value }]
      : [],
  );
  return { name, raw: day.raw, trust: day.trust, rivals, source: day };
}
