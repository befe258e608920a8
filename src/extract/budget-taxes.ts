import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

/** A price without tax or the tax on it, as a line; `of` is the line it is told of, null for the whole. */
export interface TaxPart {
  line: BudgetLine;
  of: BudgetLine | null;
}

/** Amounts in whole 元 or exacter stand for themselves; their tax is rounded to the fen. */
const EXACT_FEN = 100;
const AT_ODDS = {
  zh: "不含税价与税额之和与含税金额不符，请核对原件",
  en: "the price without tax and the tax don't come to the price with it; check the page",
};

/**
 * 其中不含税价90万元，增值税额11万元: parts by the tax law that come to their whole are no lines; those that don't are a budget's
 * lines where it has no others, so that its sum is judged, and else problems.
 */
export function settleTaxes(draft: Draft): Problem[] {
  const wholes = new Set(draft.taxes.map(({ of }) => of));
  return [...wholes].flatMap((of) => {
    const whole = of ? of.amount : (draft.total ?? draft.totalInCapitals);
    const parts = distinct(draft.taxes.filter((part) => part.of === of).map(({ line }) => line));
    if (!whole || parts.length < 2 || comesTo(parts, whole)) return [];
    if (of === null && draft.lines.length === 0) {
      draft.lines = parts;
      return [];
    }
    return parts.map(({ label, amount }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, AT_ODDS),
    );
  });
}

const distinct = (lines: readonly BudgetLine[]): BudgetLine[] =>
  lines.filter(({ amount }, at) => lines.findIndex((other) => other.amount.fen === amount.fen) === at);

function comesTo(parts: readonly BudgetLine[], whole: Money): boolean {
  const halves = [whole, ...parts.map(({ amount }) => amount)].map(({ precisionFen }) =>
    precisionFen > EXACT_FEN ? precisionFen / 2 : 0,
  );
  const slackFen = halves.reduce((sum, half) => sum + half, 1);
  return Math.abs(sumOf(parts) - whole.fen) <= slackFen;
}
