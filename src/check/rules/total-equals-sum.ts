import { totalClaims } from "../../model/relation-budget.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { sumWording } from "../sum-wording.ts";

/**
 * The top-level lines add up to the total. Yuan and fen are exact; a figure in 万元 stands for its interval,
 * unless 大写 or another statement of the total says it to the fen.
 *
 * | lines | total | verdict |
 * | --- | --- | --- |
 * | 2191728 + 44520 + 38400 + 258263 | 2532911元 | pass |
 * | the same | 253.3万元 | pass |
 * | 2191728 + 44520 + 38400 + 258264 | 253.3万元, 大写 …贰仟玖佰壹拾壹元整 | warning, one unit |
 * | 2191728 + 44520 + 38400 + 268263 | 2532911元 | error |
 */
export const totalEqualsSum: Rule = {
  id: "total-equals-sum",
  severity: "error",
  clause: { zh: "各一级项目金额之和等于合计", en: "the top-level lines add up to the total" },
  check: (contents) => judgeClaims(contents, totalEqualsSum, totalClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  sumWording(equation, claim, fit, ({ sum, computed, printed, difference, slip }) => ({
    zh: `各项之和 ${sum} = ${numberText(computed)}，合同写作${claim.subject} ${numberText(printed)}，相差 ${difference} 元${slip.zh}`,
    en: `the lines ${sum} = ${numberText(computed)}, but ${claim.subject} says ${numberText(printed)}: a difference of ${difference} yuan${slip.en}`,
  }));
