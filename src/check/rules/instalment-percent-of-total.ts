import { outcomeOf } from "../../model/relation.ts";
import { instalmentShareClaims } from "../../model/relation-schedule.ts";
import { numberText, operandText, slipText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";

/**
 * An instalment's share × total = its amount. Where another instalment shows that the shares are terms of payment
 * (its amount is its share to the last digit), a share means just what it prints,
 * and an amount may be off by the rounding of all of them together, which one instalment makes good;
 * otherwise a share describes, and stands for the interval of its last digit.
 *
 * | total × share | amount | verdict |
 * | --- | --- | --- |
 * | 1000000 × 30 % | 300000 | pass |
 * | 2532911 × 31.58 % | 800000 | pass |
 * | 1000000 × 30 %, beside 1000000 × 40 % = 400000 | 302000 | error |
 * | 1000000 × 30 % | 350000 | error |
 */
export const instalmentPercentOfTotal: Rule = {
  id: "instalment-percent-of-total",
  severity: "error",
  clause: { zh: "每期付款比例 × 总额 = 该期金额", en: "an instalment's share × total equals its amount" },
  check: (contents) =>
    judgeClaims(contents, instalmentPercentOfTotal, instalmentShareClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) => {
  if (equation.kind !== "portion") throw new TypeError("instalment-percent-of-total is about portions");
  const { computed, printed, difference } = outcomeOf(equation);
  const formula = `${operandText(equation.whole)} × ${operandText(equation.share)}% = ${numberText(computed ?? printed)}`;
  const slip = slipText[fit];
  return {
    expected: numberText(computed ?? printed),
    actual: numberText(printed),
    difference: numberText(difference),
    formula,
    message: {
      zh: `${claim.subject} ${formula}，合同写作 ${numberText(printed)}，相差 ${numberText(difference)} 元${slip.zh}`,
      en: `${claim.subject}: ${formula}, the agreement says ${numberText(printed)}: a difference of ${numberText(difference)} yuan${slip.en}`,
    },
  };
};
