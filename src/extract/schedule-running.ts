import type { Term } from "../model/agreement.ts";
import { wholeMonthsBetween } from "../model/calendar.ts";
import type { Flow } from "../model/flow.ts";
import { countMonths } from "./figures/index.ts";
import { isPrinted, type Terms } from "./find-term.ts";
import type { Running } from "./schedule-occasion.ts";
import { isExtended } from "./term-extension.ts";
import { findTermMonths } from "./term-months.ts";

/** Where the term was changed, what was first agreed is paid over the term before. */
export function runningOf(flow: Flow, { term: whole, before, paid }: Terms): Running {
  const term = paid ?? whole;
  if (term && isExtended(flow))
    return { from: null, to: null, months: null, year: term.to.value.slice(0, 4) };
  if (!term) return { from: null, to: null, months: findTermMonths(flow)?.months ?? null, year: null };
  return before ? { ...runOf(term), before: runOf(before) } : runOf(term);
}

/** A term that was reckoned says how long it is, not which months are paid. */
function runOf(term: Term): Running {
  const { from, to } = term;
  if (to.value < from.value) return { from: null, to: null, months: term.months, year: null };
  const [first, last] = [from.value.slice(0, 7), to.value.slice(0, 7)];
  const months = wholeMonthsBetween(from.value, to.value) ?? countMonths(first, last);
  const year = first.slice(0, 4);
  return isPrinted(term) ? { from: first, to: last, months, year } : { from: null, to: null, months, year };
}
