import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { OTHER } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";
import { figuresOf } from "./record-money.ts";
import { toldPlaces } from "./told-places.ts";
import { isOfAnotherTime, isThreshold } from "./untold-kinds.ts";

const NO_PRICE_READ = {
  zh: "合同写有这笔价款，但未能读作总额、分项或付款，请核对原件",
  en: "the agreement tells this price, but it could not be read as a total, a line or a payment; check the page",
};

/** 首年月租金, 基础服务费每年, 按每平方米: what a price is called, be it of a time or of one thing. */
const PRICED = /(?:费|价|款|租|酬|薪|工资|金额|经费|标准)[^。；]{0,24}$/;

/** Problems for the money of an agreement of which no price was read at all: neither a budget nor a payment with a sum. */
export function findUntoldPrice(flow: Flow, contents: Contents): Problem[] {
  const { price, paid } = figuresOf(contents);
  if (price.length + paid.length > 0) return [];
  const told = toldPlaces(contents.problems);
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap((clause) => {
      const { content } = clause.part;
      const sums = findSums(content.text);
      return sums
        .filter((sum) => {
          const said = /[^。；;]*$/.exec(content.text.slice(0, sum.start))?.[0] ?? "";
          if (isOfAnotherTime(clause, content.text, sum) || isThreshold(content.text, sum)) return false;
          return PRICED.test(said) && !OTHER.test(said) && !standsAt(content, told, sum);
        })
        .map((sum) => notUnderstood(content, sum, NO_PRICE_READ));
    });
}
