import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Money } from "../model/value.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

const TAKEN_OFF =
  /^(?:价格|金额|报价|商务)?(?:优惠|折扣|折让|让利|下浮|减免|抹零)(?:金额|价格|部分|款|额|了)?$/;
const NOT_THEIR_SUM = {
  zh: "优惠前的合计与各项之和不符，请核对原件",
  en: "the total before the discount isn't what the lines come to; check the page",
};

/** Whether a line is what is taken off the sum of those before it. */
export const isTakenOff = ({ label }: BudgetLine): boolean => TAKEN_OFF.test(label.value.replace(/\s/g, ""));

/** A line that is taken off, below zero as it counts, whether or not it is printed so. */
export const belowZero = (line: BudgetLine): BudgetLine =>
  line.amount.fen > 0 ? { ...line, amount: { ...line.amount, fen: -line.amount.fen } } : line;

/** A problem where the total before something was taken off isn't what the lines come to: no rule compares the two. */
export function judgeGross(gross: Money, lines: readonly BudgetLine[]): Problem[] {
  const sum = lines
    .filter((line) => line.parent === null && !isTakenOff(line))
    .reduce((fen, { amount }) => fen + amount.fen, 0);
  return Math.abs(sum - gross.fen) < gross.precisionFen
    ? []
    : [valueWithoutPlace(gross.raw, gross, NOT_THEIR_SUM)];
}
