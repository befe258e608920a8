import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { BOUND_BEFORE, BOUND_BEHIND, DIFFERENCE, NO_PRICE, OTHER, PER_HEAD } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { findSums } from "./money-sums.ts";

const NO_PLACE = {
  zh: "此金额大小写并列，像是合同总额，但未能归入任何一项，请核对原件",
  en: "written in digits and in capital numerals, as an agreement's whole is, but given no place; check the page",
};

/** What one side lodges, or what a unit costs, is written twice as well. */
const ELSE =
  /保证金|押金|担保|保函|注册资[本金]|单价|每[^，。；]{0,8}$|限价|保额|保险|赔|罚|违约|定额|基数|标准/;

/**
 * Problems for sums of prose that are written twice, in digits and in 大写, as the whole of an agreement's money is, and whose
 * value stands nowhere in the record: the words that call it a total were likely misread.
 */
export function findUnplacedWholes(flow: Flow, { budgets, schedules }: Contents): Problem[] {
  const known = new Set([
    ...budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
      total?.fen,
      totalInCapitals?.fen,
      ...restatements.map(({ fen }) => fen),
      ...lines.flatMap(({ amount, unitPrice }) => [amount.fen, unitPrice?.fen]),
    ]),
    ...schedules.flatMap(({ total, instalments }) => [
      total?.fen,
      ...instalments.map(({ amount }) => amount?.fen),
    ]),
  ]);
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) =>
      findSums(content.text)
        .filter(
          ({ digits, capitals }) =>
            digits?.fen && capitals?.fen && !known.has(digits.fen) && !known.has(capitals.fen),
        )
        .filter(({ start, end }) => !isElse(content.text, start, end))
        .map((sum) => notUnderstood(content, sum, NO_PLACE)),
    );
}

function isElse(text: string, start: number, end: number): boolean {
  const { piece, near } = phraseBefore(text, start, 0);
  const isKnown = [OTHER, ELSE, NO_PRICE, PER_HEAD, DIFFERENCE].some((words) => words.test(piece));
  return isKnown || BOUND_BEFORE.test(near) || BOUND_BEHIND.test(text.slice(end));
}
