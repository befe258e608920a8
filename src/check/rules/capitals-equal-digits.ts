import { capitalsClaims } from "../../model/relation-budget.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { sumWording } from "../sum-wording.ts";

/**
 * 大写 amount = figures beside it. One says the other again, so no rounding excuses a difference
 * but that of figures in 万元, which stand for the interval of their last digit.
 *
 * | 大写 | digits | verdict |
 * | --- | --- | --- |
 * | 贰佰陆拾玖万陆仟元整 | 269.6万元 | pass |
 * | 贰佰陆拾玖万陆仟元整 | 2696000元 | pass |
 * | 贰佰陆拾玖万陆仟元整 | 2969000元 | error |
 */
export const capitalsEqualDigits: Rule = {
  id: "capitals-equal-digits",
  severity: "error",
  clause: {
    zh: "大写金额与旁边的小写金额相等",
    en: "the amount in capital numerals equals the figures beside it",
  },
  check: (contents) => judgeClaims(contents, capitalsEqualDigits, capitalsClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  sumWording(equation, claim, fit, ({ terms, computed, printed, difference, slip }) => ({
    formula: `${terms[0].operand.raw} = ${numberText(computed)}`,
    zh: `${claim.subject}大写“${terms[0].operand.raw}”即 ${numberText(computed)} 元，小写为 ${numberText(printed)} 元，相差 ${difference} 元${slip.zh}`,
    en: `${claim.subject} in capitals, ${terms[0].operand.raw}, is ${numberText(computed)} yuan, in digits ${numberText(printed)} yuan: a difference of ${difference}${slip.en}`,
  }));
