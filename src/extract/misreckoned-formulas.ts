import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { reckoningsIn } from "./budget-formulas.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const MISRECKONED = {
  zh: "与其前所写加减算式的结果不符，请核对原件",
  en: "isn't what the sum or difference written before it comes to; check the page",
};

/** Problems for sums that aren't what is added up and taken off right before them (983,000＋209,600－30,000＝). */
export function findMisformulated(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content } }) => {
      const { startOf, fitting } = reckoningsIn(content.text, findSums(content.text));
      return [...startOf]
        .filter(([sum]) => !fitting.has(sum) && !standsAt(content, known, sum))
        .map(([sum, start]) => notUnderstood(content, { start, end: sum.end }, MISRECKONED));
    });
}
