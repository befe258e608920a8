import type { Term } from "../model/agreement.ts";
import { isRealDay, spansMonths } from "../model/calendar.ts";
import type { Contents } from "../model/record.ts";
import type { Day } from "../model/value.ts";

/**
 * The term's days, proven by the stated number of months between them.
 * Disputed days are settled where exactly one choice among what readers saw spans these months.
 */
export function proveTerm(contents: Contents): Contents {
  const { term, originalTerm } = contents.agreement;
  const before = originalTerm === undefined ? {} : { originalTerm: originalTerm && proveDays(originalTerm) };
  return { ...contents, agreement: { ...contents.agreement, term: term && proveDays(term), ...before } };
}

function proveDays(term: Term): Term {
  if (term.months === null || standsOnSameInk(term.from, term.to)) return term;
  const { months } = term;
  const pairs = optionsOf(term.from).flatMap((from) => optionsOf(term.to).map((to) => ({ from, to })));
  const spanning = pairs.filter(({ from, to }) => spansMonths(from.value, to.value, months));
  if (spanning.length !== 1) return term;
  const [{ from, to }] = spanning;
  return { ...term, from: proven(from), to: proven(to) };
}

/** A day that was reckoned from the other one can't confirm it. */
const standsOnSameInk = (a: Day, b: Day): boolean =>
  JSON.stringify(a.evidence) === JSON.stringify(b.evidence);

/** The day, and where readers differed, as each of them saw it. */
function optionsOf(day: Day): Day[] {
  if (day.trust !== "doubtful") return [day];
  const options = new Map([[day.value, day]]);
  for (const { value, raw, confidence } of day.readings ?? []) {
    if (typeof value !== "string" || options.has(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) continue;
    if (isRealDay(value)) options.set(value, { ...day, value, raw, confidence });
  }
  return [...options.values()];
}

const proven = (day: Day): Day => (day.trust === "corrected" ? day : { ...day, trust: "proven" });
