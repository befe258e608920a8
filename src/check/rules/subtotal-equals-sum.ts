import { subtotalClaims } from "../../model/relation-budget.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { sumWording } from "../sum-wording.ts";

/**
 * The lines that are part of a line (其中) add up to it. One part alone that is smaller than its whole
 * is an example, of which nothing can be told, nor need be where both come out of a count and a price of their own;
 * larger than its whole it cannot be.
 *
 * | parts | whole | verdict |
 * | --- | --- | --- |
 * | 1522128 + 669600 | 2191728 | pass |
 * | 1522128 + 669600 | 2191828 | error |
 * | 669600 | 2191728 | cannot-tell |
 * | 2669600 | 2191728 | error |
 */
export const subtotalEqualsSum: Rule = {
  id: "subtotal-equals-sum",
  severity: "error",
  clause: { zh: "子项金额之和等于其上级项目", en: "children add up to their parent" },
  check: (contents) => judgeClaims(contents, subtotalEqualsSum, subtotalClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  sumWording(equation, claim, fit, ({ sum, computed, printed, difference, slip }) => ({
    zh: `${claim.subject}各子项之和 ${sum} = ${numberText(computed)}，合同写作 ${numberText(printed)}，相差 ${difference} 元${slip.zh}`,
    en: `the parts of ${claim.subject}, ${sum} = ${numberText(computed)}, but it says ${numberText(printed)}: a difference of ${difference} yuan${slip.en}`,
  }));
