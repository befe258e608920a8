import type { Instalment } from "./agreement.ts";
import { add, multiply, wholeToDecimal, ZERO } from "./decimal.ts";
import type { Operand } from "./relation.ts";
import { moneyToOperand, percentToOperand } from "./relation-operand.ts";
import type { Trust } from "./value.ts";

const UP_TO = /[至到达]|累计/;
const TRUSTS: readonly Trust[] = ["doubtful", "agreed", "proven", "corrected"];

/** Whether a figure is an instalment's own though the paper tells all payments up to it (付至60%): its raw text says so. */
export const isUpTo = (figure: { raw: string } | null): boolean => figure !== null && UP_TO.test(figure.raw);

/**
 * What is paid up to an instalment and with it, as the paper tells it: what its own figure was reckoned from. Arithmetic about
 * this tells nothing of how it is parted, so that it proves none of its parts; doubt falls on the last of them. Null where one is missing.
 */
export function sumUpTo(
  instalments: readonly Instalment[],
  index: number,
  key: "amount" | "percent",
  name: string,
): Operand | null {
  const parts = instalments.slice(0, index + 1).flatMap(({ amount, percent, occurrences }) => {
    const operand =
      key === "amount" ? amount && moneyToOperand(amount, name) : percent && percentToOperand(percent, name);
    return operand ? [{ operand, times: occurrences }] : [];
  });
  const last = parts.at(-1);
  if (!last || parts.length <= index) return null;
  const value = parts.reduce(
    (sum, { operand, times }) => add(sum, multiply(operand.value, wholeToDecimal(times))),
    ZERO,
  );
  const trust = TRUSTS.find((each) => parts.some(({ operand }) => operand.trust === each)) ?? "doubtful";
  return { ...last.operand, value, trust, rivals: [], isSum: true };
}
