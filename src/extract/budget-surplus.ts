import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { standsAbove } from "../model/place.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

export const SURPLUS = {
  zh: "其前各项已等于总额，此金额写在总额之后，未能归入任何一项，请核对原件",
  en: "the lines before it come to the total, behind which this sum is told: it has no place in the budget; check the page",
};
const FEWEST = 2;

/**
 * 合计1,832,400元。…租金包括保险费（三者险200万元）: sums told behind a total that the lines before it come to are no lines of it:
 * they leave the draft, each with a problem.
 */
export function dropSurplus(draft: Draft): Problem[] {
  const totals = [draft.total, draft.totalInCapitals, ...draft.restatements].filter((sum) => sum !== null);
  const whole = draft.total ?? draft.totalInCapitals;
  const top = topLines(draft);
  if (!whole || sumOf(top) === whole.fen) return [];
  const count = top.findIndex((_, at) => at + 1 >= FEWEST && sumOf(top.slice(0, at + 1)) === whole.fen) + 1;
  const surplus = count > 0 ? top.slice(count) : [];
  const last = count > 0 ? top[count - 1] : null;
  const isBehind = ({ amount }: BudgetLine): boolean =>
    totals.some((total) => last !== null && isAbove(last.amount, total) && isAbove(total, amount));
  if (surplus.length === 0 || !surplus.every(isBehind)) return [];
  const names = new Set(surplus.map(({ label }) => label.value));
  draft.lines = draft.lines.filter(
    (line) => !surplus.includes(line) && !(line.parent !== null && names.has(line.parent)),
  );
  return surplus
    .filter(({ label, amount }) => !(BOUNDS.test(label.value) && amount.fen >= whole.fen))
    .map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, SURPLUS));
}

/** 项目预算上限905,000元: what the price may come to at most. */
const BOUNDS = /上限|限额|限价|控制价|封顶|最高/;

/** Whether a figure stands wholly above another one. */
const isAbove = ({ evidence: [one] }: Money, { evidence: [other] }: Money): boolean =>
  one !== undefined && other !== undefined && standsAbove(one, other);

/** 以上四项共614,500元，优惠14,500元: what all lines told before it come to is no line beside them. In place. */
export function dropSumOfAbove(draft: Draft): void {
  const top = topLines(draft);
  const at = top.findIndex(
    ({ label, amount, quantity, percent }, index) =>
      index >= FEWEST &&
      OF_ABOVE.test(label.value) &&
      quantity === null &&
      percent === null &&
      sumOf(top.slice(0, index)) === amount.fen,
  );
  const isBelow = draft.lines.some(({ parent }) => parent === top[at]?.label.value);
  if (at >= 0 && !isBelow) draft.lines = draft.lines.filter((line) => line !== top[at]);
}

/** In prose; 以上三项之和 and 小计 of a table are known as sums. */
const OF_ABOVE = /^(?:以上|上述|前述)[两二三四五六七八九十\d]{1,2}项$/;
