import { add, equals, readDecimal, wholeToDecimal, ZERO } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { sectionsOfPrice } from "./untold-sums.ts";

const NOT_ALL = {
  zh: "此比例未能归入任何一项，所列各项比例之和也不是100%，请核对原件",
  en: "no line of the budget has this share, and the shares listed here don't come to 100 %; check the page",
};

/** 占30%, 占合同总价的30%, 占比30%: a share of the whole. */
const OF_WHOLE =
  /占(?:合同|协议|项目|本|其中)*(?:总?(?:价款?|额|金额|款项?|经费|费用)|比例?|比重|份额)?的?(?:约|为|[：:\s])*$/;
const FEWEST = 2;
const ALL = wholeToDecimal(100);

/**
 * Problems for shares of the whole that the clauses about the price list without sums (其中设备占30%，人员占80%), so that no
 * line has them, and that don't come to 100 % with the others of their paragraph.
 */
export function findUntoldShares(flow: Flow, contents: Contents): Problem[] {
  const clauses = findClauses(flow);
  const priced = sectionsOfPrice(clauses, contents);
  const read = [
    ...contents.budgets.flatMap(({ lines }) => lines.map(({ percent }) => percent)),
    ...contents.schedules.flatMap(({ instalments }) => instalments.map(({ percent }) => percent)),
  ].flatMap((percent) => percent?.evidence ?? []);
  return clauses
    .filter(isProse)
    .filter(({ isOther, isPayment, section }) => !isOther && !isPayment && priced.has(section))
    .flatMap(({ part: { content } }) => {
      const shares = findPercents(content.text).filter(({ start }) =>
        OF_WHOLE.test(content.text.slice(0, start)),
      );
      const untold = shares.filter((share) => !standsAt(content, read, share));
      const sum = shares.reduce((all, { percent }) => add(all, readDecimal(percent)), ZERO);
      const isTold = untold.length < FEWEST || equals(sum, ALL);
      return isTold ? [] : untold.map((share) => notUnderstood(content, share, NOT_ALL));
    });
}
