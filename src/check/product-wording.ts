import type { Message } from "../model/finding.ts";
import { type Claim, type Equation, type Fit, outcomeOf } from "../model/relation.ts";
import { numberText, operandText, slipText } from "./figure-text.ts";
import type { Wording } from "./judge-claims.ts";

/** Words a product that doesn't come out; `says` introduces what is printed. */
export function productWording(equation: Equation, claim: Claim, fit: Fit, says: Message): Wording {
  if (equation.kind !== "product") throw new TypeError(`${claim.ruleId} is no product`);
  const { computed, printed, difference } = outcomeOf(equation);
  const product = equation.factors.map(operandText).join(" × ");
  const expected = numberText(computed ?? printed);
  const actual = numberText(printed);
  const gap = numberText(difference);
  const slip = slipText[fit];
  return {
    expected,
    actual,
    difference: gap,
    formula: `${product} = ${expected}`,
    message: {
      zh: `${claim.subject} ${product} = ${expected}，${says.zh} ${actual}，相差 ${gap}${slip.zh}`,
      en: `${claim.subject}: ${product} = ${expected}, ${says.en} ${actual}: a difference of ${gap}${slip.en}`,
    },
  };
}
