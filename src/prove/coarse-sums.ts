import { compare, ZERO } from "../model/decimal.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "../model/relation.ts";
import { solveFor } from "../model/relation-solve.ts";
import { CERTAIN } from "../model/stated.ts";
import { hasLostPrinted } from "./doubt-slips.ts";

/**
 * Parts in 万元 of a sum that comes out only because they have fewer digits than their fellows, where just one digit more
 * would make it exact (84.3 for 84.33 beside 70.21): most likely it was lost, and the rounding it leaves must not prove it.
 */
export function findCoarseParts(claims: readonly Claim[]): object[] {
  return claims.flatMap(({ equation }) => (equation ? coarseIn(equation) : []));
}

function coarseIn(equation: Equation): object[] {
  if (equation.kind !== "sum" || fitOf(equation) !== "holds") return [];
  if (compare(outcomeOf(equation).difference, ZERO) === 0) return [];
  const parts = equation.terms.map(({ operand }) => operand);
  const isCoarse = ({ lastDigit }: Operand): boolean =>
    parts.some((other) => compare(other.lastDigit, lastDigit) < 0);
  return parts
    .filter(({ trust, confidence }) => trust === "agreed" && confidence !== CERTAIN)
    .filter((operand) => {
      const value = isCoarse(operand) ? solveFor(equation, operand) : null;
      return value !== null && hasLostPrinted(operand, value);
    })
    .map(({ source }) => source);
}
