import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import { factorsIn, subsetsOf, timesOf } from "./budget-factors.ts";
import { notUnderstood } from "./budget-figures.ts";
import { behindNumber, type Clause, findClauses, isProse } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

const MISRECKONED = {
  zh: "其后所写单价与数量的乘积与此金额不符，同列其他各项均相符，请核对原件",
  en: "isn't what the price and the counts told behind it come to, while those of the items beside it are; check the page",
};

/** An item whose sum stands first, with its price and counts behind. */
interface Reckoned {
  clause: Clause<FlowParagraph>;
  sum: MoneySum;
  end: number;
  fits: boolean;
}

/** So many items that come out show that the others should. */
const FEWEST_FITTING = 2;
const RATE_BEFORE = /(?:每[^，。；、：:\d]{1,8}|单价[^，。；\d]{0,3})$/;
const NAMED_BEHIND = /^[，,]?\s*(?:主要)?(?:用于|用作|作为|为)?\p{Script=Han}{2}/u;

/** Problems for items that begin with their sum (42,300元，用于午餐，120人，20天，每人每天18元) and that price and counts behind it don't come to, beside others of their section that they do. */
export function findMisreckonedBehind(flow: Flow): Problem[] {
  const items = findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(reckonedBehind);
  return items
    .filter(
      (item) =>
        !item.fits &&
        items.filter(({ clause, fits }) => fits && clause.section === item.clause.section).length >=
          FEWEST_FITTING,
    )
    .map(({ clause, sum, end }) =>
      notUnderstood(clause.part.content, { start: sum.start, end }, MISRECKONED),
    );
}

function reckonedBehind(clause: Clause<FlowParagraph>): Reckoned[] {
  const { text } = clause.part.content;
  const sums = findSums(text);
  const [sum, price] = sums;
  if (!sum || !price || text.slice(behindNumber(text, clause.isCounted), sum.start).trim() !== "") return [];
  const stop = text.slice(sum.end).search(/[。；;]/);
  const end = stop < 0 ? text.length : sum.end + stop;
  const isRate = price.end <= end && RATE_BEFORE.test(text.slice(sum.end, price.start));
  const [all, one] = [fenOf(sum) ?? 0, fenOf(price) ?? 0];
  if (!isRate || one <= 0 || !NAMED_BEHIND.test(text.slice(sum.end))) return [];
  const factors = factorsIn(text, sum.end, end, sums);
  if (factors.length === 0) return [];
  const fits = subsetsOf(factors).some((way) => Math.abs(one * timesOf(way) - all) < 1);
  return [{ clause, sum, end: price.end, fits }];
}
