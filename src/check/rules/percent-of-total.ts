import { type Decimal, decimalToText, divide, multiply, wholeToDecimal } from "../../model/decimal.ts";
import { outcomeOf } from "../../model/relation.ts";
import { shareClaims } from "../../model/relation-budget.ts";
import { operandText, slipText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";

/**
 * A stated share = amount ÷ total, rounded to its printed places.
 *
 * | amount ÷ total | printed | verdict |
 * | --- | --- | --- |
 * | 2191728 ÷ 2532911 = 86.5300 % | 86.53 % | pass |
 * | 258263 ÷ 2532911 = 10.1963 % | 10.19 % | warning, cut off |
 * | 258263 ÷ 2532911 = 10.1963 % | 10.21 % | warning, one unit |
 * | 258263 ÷ 2532911 = 10.1963 % | 11.20 % | error |
 */
export const percentOfTotal: Rule = {
  id: "percent-of-total",
  severity: "error",
  clause: { zh: "占比等于金额除以合计", en: "a stated share equals amount ÷ total" },
  check: (contents) => judgeClaims(contents, percentOfTotal, shareClaims(contents), describe),
};

/** Two places more than are printed show how the share was rounded. */
const EXTRA_PLACES = 2;

const describe: Describe = (equation, claim, fit) => {
  if (equation.kind !== "share") throw new TypeError("percent-of-total is about shares");
  const { part, whole, share } = equation;
  const { computed, difference } = outcomeOf(equation);
  const quotient = `${operandText(part)} ÷ ${operandText(whole)}`;
  const finer = percentText(part.value, whole.value, share.value.scale + EXTRA_PLACES);
  const printed = operandText(share);
  const slip = slipText[fit];
  return {
    expected: computed ? decimalToText(computed) : "",
    actual: printed,
    difference: decimalToText(difference),
    formula: `${quotient} = ${finer} %`,
    message: {
      zh: `${claim.subject} ${quotient} = ${finer}%，合同写作 ${printed}%${slip.zh}`,
      en: `${claim.subject}: ${quotient} = ${finer}%, the agreement says ${printed}%${slip.en}`,
    },
  };
};

function percentText(part: Decimal, whole: Decimal, places: number): string {
  const quotient = divide(multiply(part, wholeToDecimal(100)), whole, places);
  return quotient ? decimalToText(quotient) : "";
}
