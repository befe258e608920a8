import { add, equals, readDecimal, wholeToDecimal, ZERO } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { numberOf, numberStyle } from "./budget-lists.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { sectionsOfPrice } from "./untold-sums.ts";

const NOT_ALL = {
  zh: "此比例未能归入任何一项，所列各项比例之和也不是100%，请核对原件",
  en: "no line of the budget has this share, and the shares listed here don't come to 100 %; check the page",
};

/** 占30%, 占合同总价的30%, 占比30%: a share of the whole. */
const OF_WHOLE =
  /占(?:合同|协议|项目|本|其中|服务|采购|全部|上述|该|经费|费用|资金|价款|预算|补助|补贴)*(?:总?(?:价款?|额|金额|款项?|经费|费用|资金|预算|投入|支出)|比例?|比重|份额)?的?(?:约|为|[：:\s])*$/;
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
  const told = clauses
    .filter(isProse)
    .filter(({ isOther, isPayment }) => !isOther && !isPayment)
    .map((clause) => ({ clause, shares: sharesIn(clause) }));
  const lists = told.filter(({ clause }) => priced.has(clause.section)).map((each) => [each]);
  return [...lists, ...listsOf(told)].flatMap((list) => {
    const untold = list.flatMap(({ clause: { part }, shares }) =>
      shares
        .filter((share) => !standsAt(part.content, read, share))
        .map((share) => ({ content: part.content, share })),
    );
    const sum = list
      .flatMap(({ shares }) => shares)
      .reduce((all, { percent }) => add(all, readDecimal(percent)), ZERO);
    const isTold = untold.length < FEWEST || equals(sum, ALL);
    return isTold ? [] : untold.map(({ content, share }) => notUnderstood(content, share, NOT_ALL));
  });
}

interface Shared {
  clause: Clause<FlowParagraph>;
  shares: ReturnType<typeof findPercents>;
}

const sharesIn = ({ part: { content } }: Clause<FlowParagraph>): Shared["shares"] =>
  findPercents(content.text).filter(({ start }) => OF_WHOLE.test(content.text.slice(0, start)));

/** The share that ends a paragraph of no other, whatever word stands before it: amid a list it is of the list. */
function lastShareIn({ part: { content } }: Clause<FlowParagraph>): Shared["shares"] {
  const shares = findPercents(content.text);
  return shares.length === 1 && /^\s*[；;。]?\s*$/.test(content.text.slice(shares[0].end)) ? shares : [];
}

/** Fewer numbered paragraphs with a share each are no list of what a whole is made up of. */
const FEWEST_ITEMS = 3;

/** Numbered paragraphs one after another that tell one share each and no sum: 1、食材成本，占62%. */
function listsOf(told: readonly Shared[]): Shared[][] {
  const lists: Shared[][] = [];
  let last = "";
  for (const { clause, shares } of told) {
    const style = numberStyle(numberOf(clause));
    const isAmid = shares.length === 0 && style !== "" && style === last;
    const each = isAmid ? { clause, shares: lastShareIn(clause) } : { clause, shares };
    const isItem =
      style !== "" && each.shares.length === 1 && findSums(each.clause.part.content.text).length === 0;
    const key = isItem ? style : "";
    if (key !== "" && key === last) lists.at(-1)?.push(each);
    else if (key !== "") lists.push([each]);
    last = key;
  }
  return lists.filter((list) => list.length >= FEWEST_ITEMS);
}
