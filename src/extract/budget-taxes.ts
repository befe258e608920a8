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
  /** The tax's rate that its paragraph tells, in hundredths; null where it tells none or several. */
  rate: number | null;
}

/** Amounts in 元 or exacter stand for themselves; their tax is rounded to the fen. */
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
    const taxes = draft.taxes.filter((part) => part.of === of);
    const parts = distinct(taxes.map(({ line }) => line));
    if (!whole || (parts.length < 2 ? isByRate(taxes[0], whole) : comesTo(parts, whole))) return [];
    if (of === null && draft.lines.length === 0 && parts.length > 1) {
      draft.lines = parts;
      return [];
    }
    return parts.map(({ label, amount }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, AT_ODDS),
    );
  });
}

/** Whether a price without tax, or a tax, alone is what the rate makes of the whole; true where no rate is told. */
function isByRate({ line: { label, amount }, rate }: TaxPart, whole: Money): boolean {
  if (rate === null) return true;
  const net = whole.fen / (1 + rate / 100);
  const due = /不含/.test(label.value) ? net : whole.fen - net;
  return Math.abs(due - amount.fen) <= Math.max(whole.precisionFen, amount.precisionFen, YUAN_FEN);
}

/** A tax may be rounded to whole 元. */
const YUAN_FEN = 100;

/** The one rate of tax that a text tells, in hundredths. */
export function taxRateIn(text: string): number | null {
  const rates = new Set(
    [...text.matchAll(/税率\S{0,4}?(\d+(?:\.\d+)?)\s*[%％]/g)].map(([, rate]) => Number(rate)),
  );
  const [rate] = rates;
  return rates.size === 1 ? rate : null;
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
