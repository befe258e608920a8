import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Money } from "../model/value.ts";
import { countsAt } from "./budget-factored.ts";
import { moneyAt, notUnderstood, percentAt, quantityAt, textAt } from "./budget-figures.ts";
import { ownName } from "./budget-label.ts";
import type { Told } from "./budget-prose.ts";

const NO_WHOLE = {
  zh: "此项所属的上一级项目未能读出，请核对原件",
  en: "what this is a part of was not made out; check the page",
};
const ODD_NAME = {
  zh: "此项名称后的字可能误读，请核对原件",
  en: "a word behind this name may have been misread; check the page",
};
const NOT_IN_BOTH = {
  zh: "大写与小写金额不一致，请核对原件",
  en: "the amount in capital numerals and the digits beside it differ; check the page",
};

/** What is known of a told line besides its own words; `isOrphan` where the line it is a part of was passed over. */
interface Given {
  amount: Money | null;
  inCapitals: Money | null;
  parent: string | null;
  isOrphan: boolean;
}

/** The budget's line that a sum of prose is, null where it states no amount; what is odd about it becomes a problem. */
export function lineOf(
  { clause, sum, label, heading, isOddLabel, share, product }: Told,
  { amount, inCapitals, parent, isOrphan }: Given,
  problems: Problem[],
): BudgetLine | null {
  const text = clause.part.content;
  const stated = amount ?? inCapitals;
  if (!stated) return null;
  const isAtOdds = amount !== null && inCapitals !== null && amount.fen !== inCapitals.fen;
  if (isAtOdds) problems.push(notUnderstood(text, sum, NOT_IN_BOTH));
  if (isOrphan) problems.push(notUnderstood(text, label, NO_WHOLE));
  if (isOddLabel) problems.push(notUnderstood(text, label, ODD_NAME));
  const words = heading ? textAt(heading.content, heading.label) : textAt(text, ownName(text, label));
  const { unitPrice, quantity, counts = [] } = product ?? { unitPrice: null, quantity: null };
  return {
    label: isOrphan || isOddLabel ? { ...words, trust: "doubtful" } : words,
    parent,
    quantity: quantity ? quantityAt(text, quantity) : counts.length > 0 ? countsAt(text, counts) : null,
    unitPrice: unitPrice && moneyAt(text, unitPrice),
    amount: isAtOdds ? { ...stated, trust: "doubtful" } : stated,
    percent: share ? percentAt(text, share) : null,
  };
}
