import type { Instalment, Schedule } from "./agreement.ts";
import { compare, wholeToDecimal } from "./decimal.ts";
import type { Contents } from "./record.ts";
import { type Operand, outcomeOf, type Term } from "./relation.ts";
import { instalmentName } from "./relation-instalments.ts";
import { constantToOperand, moneyToOperand, percentToOperand } from "./relation-operand.ts";
import { wholesOf } from "./relation-schedule-total.ts";
import { isUpTo, sumUpTo } from "./relation-steps.ts";

/** Every instalment's figure; what is told as paid up to one stands for it and all before. */
export function termsOf(instalments: readonly Instalment[], key: "amount" | "percent" = "amount"): Term[] {
  const upTo = instalments.findLastIndex((instalment) => isUpTo(instalment[key]));
  const until = upTo < 0 ? null : sumUpTo(instalments, upTo, key, instalmentName(instalments[upTo], upTo));
  const first = until ? [{ operand: until, times: 1 }] : [];
  return instalments.reduce<Term[]>((terms, { amount, percent, occurrences }, index) => {
    const name = instalmentName(instalments[index], index);
    const operand =
      key === "amount" ? amount && moneyToOperand(amount, name) : percent && percentToOperand(percent, name);
    if (operand && !(until && index <= upTo)) terms.push({ operand, times: occurrences });
    return terms;
  }, first);
}

/** Whether one instalment pays whatever the others leave, and these, in shares or in sums, leave something: nothing is told that could be wrong. */
export function leavesRemainder(contents: Contents, schedule: Schedule): boolean {
  const rests = schedule.instalments.filter(
    ({ remainder, amount, percent }) => remainder && !amount && !percent,
  );
  const others = schedule.instalments.filter((each) => !rests.includes(each));
  if (rests.length !== 1) return false;
  if (others.length === 0) return true;
  const isLess = (key: "amount" | "percent", whole: Operand): boolean => {
    if (others.some((each) => !each[key])) return false;
    const terms = termsOf(others, key);
    const { computed, printed } = outcomeOf({ kind: "sum", terms: [...terms], result: whole, strict: false });
    return computed !== null && compare(computed, printed) < 0;
  };
  const wholes = wholesOf(contents, schedule);
  return (
    isLess("percent", constantToOperand(wholeToDecimal(100), "100%")) ||
    (wholes.length > 0 && wholes.every((whole) => isLess("amount", whole)))
  );
}
