import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_MADE_UP = {
  zh: "所写各部分之和与其总额不符，请核对原件",
  en: "the parts told don't come to their whole; check the page",
};

/** 经费由财政拨款60万元、自筹20万元组成: what something is made up of. */
const MADE_UP = /由([^。；;]*?)(?:共同)?(?:组成|构成)/g;
/** 总经费|85万元: the whole behind it. */
const WHOLE = /^[，,]\s*(?:总|合计|共计|共|计)[^，。；\d]{0,8}$/;

/** Problems for what a sentence tells something to be made up of, where the sum behind it in the same sentence is another. */
export function findMismade(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content } }) => {
      const { text } = content;
      const sums = findSums(text);
      return [...text.matchAll(MADE_UP)].flatMap((match): Problem[] => {
        const end = match.index + match[0].length;
        const parts = sums.filter((sum) => sum.start >= match.index && sum.end <= end);
        const whole = sums.find(({ start }) => start >= end);
        const isWhole = whole !== undefined && WHOLE.test(text.slice(end, whole.start));
        const fens = [...parts, ...(whole ? [whole] : [])].map((sum) => fenOf(sum));
        if (parts.length < 2 || !isWhole || fens.includes(null) || standsAt(content, known, whole)) return [];
        const sum = parts.reduce((all, part) => all + (fenOf(part) ?? 0), 0);
        return sum === fenOf(whole) ? [] : [notUnderstood(content, whole, NOT_MADE_UP)];
      });
    });
}
