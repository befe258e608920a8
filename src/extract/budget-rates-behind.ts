import type { Budget } from "../model/agreement.ts";
import { percentAt } from "./budget-figures.ts";
import { type Clause, isProse } from "./clauses.ts";

/** 管理费按合同总价的10%计提: a rate of the whole, told without the sum that it comes to. */
const RATE_OF_WHOLE =
  /按照?(?:本|该)?(?:合同|协议|项目|课题|经费|费用)?(?:总(?:价款?|额|金额|经费|费用|预算)|(?<=合同|协议)(?:价款?|金额))的\s*(\d+(?:\.\d+)?\s*[%％])\s*(?:计[提取算收列]|提取|收取)(?![^，。；]{0,4}\d)/g;

/** 提前终止时服务费按合同总额的15%收取: on what condition. */
const CONDITION = /违约|逾期|终止|解除|变更|增加|转包|分包|提前|如果|若|时[，,]?|的[，,]/;

/**
 * A line's share of the whole where it is told behind the list, by its name: …，管理费16,800元。管理费按合同总价的10%计提. In place, for lines
 * that tell none themselves.
 */
export function takeRatesBehind(budgets: readonly Budget[], clauses: readonly Clause[]): void {
  const lines = budgets.flatMap((budget) => budget.lines.filter(({ percent }) => percent === null));
  for (const { part, isOther } of clauses.filter(isProse)) {
    if (isOther) continue;
    const { content } = part;
    for (const match of content.text.matchAll(RATE_OF_WHOLE)) {
      const before = content.text.slice(0, match.index);
      const said = /[^。；;]*$/.exec(before)?.[0] ?? "";
      const own = /[^，。；;：:\s]*$/.exec(before)?.[0] ?? "";
      if (CONDITION.test(said)) continue;
      const named = lines.filter(({ label }) => label.value.length > 1 && own === label.value);
      const start = match.index + match[0].indexOf(match[1]);
      const percent = percentAt(content, { start, end: start + match[1].length });
      if (named.length === 1 && percent) named[0].percent = percent;
    }
  }
}
