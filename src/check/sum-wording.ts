import type { Decimal } from "../model/decimal.ts";
import type { Message } from "../model/finding.ts";
import { type Claim, type Equation, type Fit, outcomeOf, type Term } from "../model/relation.ts";
import { numberText, slipText, sumText } from "./figure-text.ts";
import type { Wording } from "./judge-claims.ts";

export interface SumFacts {
  terms: readonly Term[];
  /** The terms as a formula's left side. */
  sum: string;
  computed: Decimal;
  printed: Decimal;
  difference: string;
  slip: Message;
}

/** Words a sum that doesn't come out: expected what the terms add up to, actual what is printed. */
export function sumWording(
  equation: Equation,
  claim: Claim,
  fit: Fit,
  word: (facts: SumFacts) => { formula?: string; zh: string; en: string },
): Wording {
  if (equation.kind !== "sum") throw new TypeError(`${claim.ruleId} is no sum`);
  const outcome = outcomeOf(equation);
  const computed = outcome.computed ?? outcome.printed;
  const difference = numberText(outcome.difference);
  const sum = sumText(equation);
  const facts = {
    terms: equation.terms,
    sum,
    computed,
    printed: outcome.printed,
    difference,
    slip: slipText[fit],
  };
  const { formula, zh, en } = word(facts);
  return {
    expected: numberText(computed),
    actual: numberText(outcome.printed),
    difference,
    formula: formula ?? `${sum} = ${numberText(computed)}`,
    message: { zh, en },
  };
}

/** The same where what is printed is the measure, and what the terms add up to is measured by it. */
export const measuredByPrinted = (wording: Wording): Wording => ({
  ...wording,
  expected: wording.actual,
  actual: wording.expected,
});
