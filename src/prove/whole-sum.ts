import type { Decimal } from "../model/decimal.ts";
import type { Equation } from "../model/relation.ts";

export type Sum = Extract<Equation, { kind: "sum" }>;

/** The terms of a sum and its result as whole numbers of one worth. */
export function valuesOf({ terms, result }: Sum): { fens: bigint[]; result: bigint } {
  const scale = Math.max(result.value.scale, ...terms.map(({ operand }) => operand.value.scale));
  const whole = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own);
  return {
    fens: terms.map(({ operand, times }) => whole(operand.value) * BigInt(times)),
    result: whole(result.value),
  };
}
