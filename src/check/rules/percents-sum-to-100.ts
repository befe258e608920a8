import { sharesSumClaims } from "../../model/relation-budget.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { measuredByPrinted, sumWording } from "../sum-wording.ts";

/**
 * The top-level shares add up to 100 within their rounding: each may be off by half its last digit.
 *
 * | shares | verdict |
 * | --- | --- |
 * | 86.53 + 1.76 + 1.52 + 10.19 = 100.00 | pass |
 * | 33.33 + 33.33 + 33.33 = 99.99 | pass |
 * | 86.53 + 1.76 + 1.52 + 11.19 = 101.00 | error |
 * | one of them not stated | cannot-tell |
 */
export const percentsSumTo100: Rule = {
  id: "percents-sum-to-100",
  severity: "error",
  clause: {
    zh: "一级项目占比之和为100%（舍入误差以内）",
    en: "top-level shares add up to 100 within their rounding",
  },
  check: (contents) => judgeClaims(contents, percentsSumTo100, sharesSumClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  measuredByPrinted(
    sumWording(equation, claim, fit, ({ sum, computed, difference, slip }) => ({
      zh: `各项占比之和 ${sum} = ${numberText(computed)}%，与100%相差 ${difference}${slip.zh}`,
      en: `the shares ${sum} = ${numberText(computed)}%, off 100% by ${difference}${slip.en}`,
    })),
  );
