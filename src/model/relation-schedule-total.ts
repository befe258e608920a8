import type { BudgetLine, Instalment, Schedule } from "./agreement.ts";
import type { Contents } from "./record.ts";
import { fitOf, type Operand } from "./relation.ts";
import { moneyToOperand } from "./relation-operand.ts";
import { isExactPortion, portionOf } from "./relation-portion.ts";
import { wholeOf } from "./relation-total.ts";
import type { Text } from "./value.ts";

export const SCHEDULE_NAME = "付款计划";

/** The totals a schedule may add up to: its own (said more exactly by its budget's where they agree), else its budgets'. */
export function wholesOf(contents: Contents, schedule: Schedule): Operand[] {
  const wholes = budgetWholes(contents, schedule);
  if (!schedule.total) return wholes;
  const own = moneyToOperand(schedule.total, `${SCHEDULE_NAME}总额`);
  const exact = wholes.find(
    (whole) =>
      whole.exact &&
      fitOf({ kind: "sum", terms: [{ operand: whole, times: 1 }], result: own, strict: false }) === "holds",
  );
  return [own.exact ? own : (exact ?? own)];
}

/** The totals of the budgets of a schedule's version; an amendment that leaves the budget alone pays the original one. */
export function budgetWholes(contents: Contents, schedule: Schedule): Operand[] {
  const same = contents.budgets.filter((budget) => budget.version === schedule.version);
  const isUnchanged = same.length === 0 && schedule.version === "amended";
  const budgets = isUnchanged ? contents.budgets : same;
  const peers = contents.schedules.filter((other) => other.version === schedule.version);
  const own =
    peers.length > 1 && peers.length === budgets.length ? [budgets[peers.indexOf(schedule)]] : budgets;
  return own.map((budget) => wholeOf(contents, budget)).filter((whole) => whole !== null);
}

/** The line that an instalment's share is said to be of (设备费的50%, 设备费分两次支付：…50%); null where it is of the whole. */
export function lineOf(contents: Contents, schedule: Schedule, { percentOf }: Instalment): Operand | null {
  if (!percentOf) return null;
  const same = contents.budgets.filter(({ version }) => version === schedule.version);
  const lines = (same.length > 0 ? same : contents.budgets).flatMap((budget) => budget.lines);
  const line =
    lines.find(({ label }) => nameOf(label) === nameOf(percentOf)) ?? lineOfKind(lines, schedule, percentOf);
  return line ? operandOf(line) : null;
}

/** 建设补贴…50% where no line bears that name: the one line of which all shares of it come out. */
function lineOfKind(lines: readonly BudgetLine[], { instalments }: Schedule, kind: Text): BudgetLine | null {
  const own = instalments.filter(({ percentOf }) => percentOf && nameOf(percentOf) === nameOf(kind));
  const shares = own.map(({ percent, occurrences }) => Number(percent?.percent) * occurrences);
  if (shares.reduce((sum, share) => sum + share, 0) !== 100) return null;
  const found = lines.filter((line) =>
    own.every((_, at) => {
      const portion = portionOf(own, at, operandOf(line));
      return portion !== null && isExactPortion(portion);
    }),
  );
  return found.length === 1 ? found[0] : null;
}

/**
 * 甲方承担的84万元分三次拨付，…40%: the line of which instalments whose shares make 100 %, all of them or those of each time (每季…80%…20%, 每月…90%…余下10%),
 * come out to the last digit, together and each, where they don't of the whole; null where there is none.
 */
export function lineOfShares({ budgets }: Contents, { version, instalments }: Schedule): Operand | null {
  const own = instalments.filter(({ percent, amount }) => percent && amount);
  const shares = own.map(({ percent }) => Number(percent?.percent));
  const timed = own.map(({ occurrences }, at) => shares[at] * occurrences);
  const fen = own.reduce((sum, { amount, occurrences }) => sum + (amount?.fen ?? 0) * occurrences, 0);
  const isWhole = [timed, shares].some((some) => some.reduce((sum, share) => sum + share, 0) === 100);
  if (own.length < 2 || !isWhole) return null;
  const same = budgets.filter((budget) => budget.version === version);
  const line = (same.length > 0 ? same : budgets)
    .flatMap(({ lines }) => lines)
    .find(({ amount }) => amount.fen === fen);
  const isOf = (whole: Operand): boolean =>
    own.every((_, at) => {
      const portion = portionOf(own, at, whole);
      return portion !== null && isExactPortion(portion);
    });
  return line && isOf(operandOf(line)) ? operandOf(line) : null;
}

const nameOf = ({ value }: Text): string => value.replace(/\s/g, "");
const operandOf = ({ amount, label }: BudgetLine): Operand => moneyToOperand(amount, label.value);
