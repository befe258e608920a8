import { restatementClaims } from "../../model/relation-budget.ts";
import { scheduleRestatementClaims } from "../../model/relation-schedule.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { sumWording } from "../sum-wording.ts";

/**
 * A total stated again elsewhere is the same, by the precision of both.
 *
 * | total | again | verdict |
 * | --- | --- | --- |
 * | 2532911元 | 253.2911万元 | pass |
 * | 2532911元 | 253.29万元 | pass |
 * | 2532911元 | 253.2万元 | warning, cut off |
 * | 2532911元 | 2523911元 | error |
 * | 360000元 | 30000元 a month, term of 12 months | pass |
 */
export const restatedTotalAgrees: Rule = {
  id: "restated-total-agrees",
  severity: "error",
  clause: { zh: "别处重述的总额与总额一致", en: "a total stated again elsewhere is the same" },
  check: (contents) =>
    judgeClaims(
      contents,
      restatedTotalAgrees,
      [...restatementClaims(contents), ...scheduleRestatementClaims(contents)],
      describe,
    ),
};

const describe: Describe = (equation, claim, fit) =>
  sumWording(equation, claim, fit, ({ terms, sum, computed, printed, difference, slip }) => ({
    formula: terms[0].times > 1 ? undefined : `${numberText(computed)} = ${numberText(printed)}`,
    zh: `${terms[0].operand.name} ${terms[0].times > 1 ? `${sum} = ` : ""}${numberText(computed)} 元，另一处写作 ${numberText(printed)} 元，相差 ${difference} 元${slip.zh}`,
    en: `${terms[0].operand.name} is ${terms[0].times > 1 ? `${sum} = ` : ""}${numberText(computed)} yuan, elsewhere ${numberText(printed)} yuan: a difference of ${difference}${slip.en}`,
  }));
