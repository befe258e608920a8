import { columnClaims } from "../../model/relation-table.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import { productWording } from "../product-wording.ts";
import type { Rule } from "../rule.ts";
import { sumWording } from "../sum-wording.ts";

/**
 * A table's 小计/合计/总计 rows are the sums of their columns, and such columns of their rows; columns whose header states a formula
 * (H = E + F + G, G = A × E) come out on every row; points add up to a stated full mark.
 * Only plainly numeric columns are judged; what a budget's own rules judge is not judged again.
 *
 * | column | 合计 | verdict |
 * | --- | --- | --- |
 * | 120, 80, 40 | 240 | pass |
 * | 120, 80, 40 | 250 | error |
 * | 20, 30, 50 | 满分100分 | pass |
 * | 120, 80, unreadable | 240 | cannot-tell |
 */
export const columnSumsToTotal: Rule = {
  id: "column-sums-to-total",
  severity: "error",
  clause: {
    zh: "表格的合计行等于该列各行之和，列公式逐行成立",
    en: "a table's total row equals its column, and stated column formulas hold",
  },
  check: (contents) => judgeClaims(contents, columnSumsToTotal, columnClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) => {
  if (equation.kind === "sum") {
    return sumWording(equation, claim, fit, ({ sum, computed, printed, difference, slip }) => ({
      zh: `${claim.subject}：${sum} = ${numberText(computed)}，表中写作 ${numberText(printed)}，相差 ${difference}${slip.zh}`,
      en: `${claim.subject}: ${sum} = ${numberText(computed)}, the table says ${numberText(printed)}: a difference of ${difference}${slip.en}`,
    }));
  }
  return productWording(equation, claim, fit, { zh: "表中写作", en: "the table says" });
};
