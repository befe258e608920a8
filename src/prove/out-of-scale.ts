import { compare, multiply, wholeToDecimal } from "../model/decimal.ts";
import type { Equation } from "../model/relation.ts";
import { CERTAIN } from "../model/stated.ts";

/** A part that alone is as many times the sum of all is read with digits that aren't its own, or the sum without some. */
const OUT_OF_SCALE = 5;

/** What alone comes to many times the sum that it is part of. */
export function outOfScale(equation: Equation): object[] {
  if (equation.kind !== "sum" || equation.terms.length < 2) return [];
  const { terms, result } = equation;
  if (result.value.units <= 0n || terms.some(({ operand }) => operand.value.units < 0n)) return [];
  const most = multiply(result.value, wholeToDecimal(OUT_OF_SCALE));
  return terms
    .filter(({ operand, times }) => compare(multiply(operand.value, wholeToDecimal(times)), most) > 0)
    .map(({ operand }) => operand)
    .filter(
      ({ trust, confidence, evidence }) =>
        trust === "agreed" && evidence.length > 0 && confidence !== CERTAIN,
    )
    .map(({ source }) => source);
}
