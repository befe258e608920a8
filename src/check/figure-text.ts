import { type Decimal, decimalToShortText, decimalToText } from "../model/decimal.ts";
import type { Message } from "../model/finding.ts";
import type { Equation, Fit, Operand } from "../model/relation.ts";

/** A number as formulas write it: money in yuan, with fen only where there are any. */
export const numberText = (value: Decimal): string => decimalToShortText(value, 2);

/** A figure as formulas write it; a share keeps its printed places. */
export const operandText = (operand: Operand): string =>
  operand.kind === "percent" ? decimalToText(operand.value) : decimalToShortText(operand.value, 2);

/** The terms of a sum: `224666 × 5 + 201373`. */
export function sumText(equation: Extract<Equation, { kind: "sum" }>): string {
  return equation.terms
    .map(({ operand, times }, index) => {
      const isNegative = operand.value.units < 0n !== times < 0;
      const figure = operandText(operand).replace(/^-/, "");
      const sign = index > 0 ? (isNegative ? " − " : " + ") : isNegative ? "−" : "";
      return `${sign}${figure}${Math.abs(times) === 1 ? "" : ` × ${Math.abs(times)}`}`;
    })
    .join("");
}

/** What a finding adds when only the rounding is at fault. */
export const slipText: Record<Fit, Message> = {
  holds: { zh: "", en: "" },
  "cut-off": { zh: "（截断，未四舍五入）", en: " (cut off, not rounded)" },
  "one-unit": { zh: "（末位相差不超过一个单位）", en: " (off by no more than one unit of the last digit)" },
  broken: { zh: "", en: "" },
};
