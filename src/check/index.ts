import type { Check, Finding } from "../model/finding.ts";
import type { Contents } from "../model/record.ts";
import { knownClaims, withKnownClaims } from "./known-claims.ts";
import { orderByRoot } from "./roots.ts";
import type { Rule, Verdict } from "./rule.ts";
import { capitalsEqualDigits } from "./rules/capitals-equal-digits.ts";
import { columnSumsToTotal } from "./rules/column-sums-to-total.ts";
import { datesInOrder } from "./rules/dates-in-order.ts";
import { indicatorNumbering } from "./rules/indicator-numbering.ts";
import { instalmentPercentOfTotal } from "./rules/instalment-percent-of-total.ts";
import { percentOfTotal } from "./rules/percent-of-total.ts";
import { percentsSumTo100 } from "./rules/percents-sum-to-100.ts";
import { quantityTimesPrice } from "./rules/quantity-times-price.ts";
import { restatedTotalAgrees } from "./rules/restated-total-agrees.ts";
import { scheduleCoversTerm } from "./rules/schedule-covers-term.ts";
import { scheduleEqualsTotal } from "./rules/schedule-equals-total.ts";
import { subtotalEqualsSum } from "./rules/subtotal-equals-sum.ts";
import { termMonthsAgree } from "./rules/term-months-agree.ts";
import { totalEqualsSum } from "./rules/total-equals-sum.ts";

export type { Rule, Verdict } from "./rule.ts";

/** Every rule there is, in the order of the contract; findings and checks come in this order. */
export const rules: readonly Rule[] = [
  capitalsEqualDigits,
  restatedTotalAgrees,
  totalEqualsSum,
  subtotalEqualsSum,
  percentOfTotal,
  percentsSumTo100,
  quantityTimesPrice,
  scheduleEqualsTotal,
  scheduleCoversTerm,
  instalmentPercentOfTotal,
  columnSumsToTotal,
  termMonthsAgree,
  datesInOrder,
  indicatorNumbering,
];

/** Judges an agreement by every rule: what each said of what, and what doesn't hold, roots before what follows from them. */
export function checkContents(given: Contents): { checks: Check[]; findings: Finding[] } {
  const contents = withKnownClaims(given);
  const judged = rules.map((rule) => ({ rule, verdicts: rule.check(contents) }));
  const checks = judged.flatMap(({ rule, verdicts }) => verdicts.map((verdict) => toCheck(rule, verdict)));
  const failures = judged.flatMap(({ verdicts }) => verdicts.filter((verdict) => verdict.outcome === "fail"));
  const findings = failures.length > 0 ? orderByRoot(failures, knownClaims(contents).all) : [];
  return { checks, findings };
}

function toCheck(rule: Rule, verdict: Verdict): Check {
  const { version, subject } = verdict.outcome === "fail" ? verdict.finding : verdict;
  const missing = verdict.outcome === "fail" ? [] : [...verdict.missing];
  return { ruleId: rule.id, version, subject, outcome: verdict.outcome, missing };
}
