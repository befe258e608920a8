import { compare, type Decimal, divide, equals, multiply, wholeToDecimal, ZERO } from "../model/decimal.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "../model/relation.ts";
import { solveFor } from "../model/relation-solve.ts";
import { CERTAIN } from "../model/stated.ts";
import { hasLostPrinted } from "./doubt-slips.ts";

/**
 * Parts in 万元 of a sum that comes out only because some have fewer digits than their fellows, where just one digit more
 * would make it exact (84.3 for 84.33 beside 70.21), or one seen twice less (53.1455 for 53.145): most likely it was misread,
 * and the rounding this leaves must not prove it.
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
      const value = solveFor(equation, operand);
      if (value === null || !hasLostPrinted(operand, value)) return false;
      return isCoarse(operand) || isWholeOf(value, multiply(operand.lastDigit, wholeToDecimal(10)));
    })
    .map(({ source }) => source);
}

/** Whether a value has no digit below a unit. */
function isWholeOf(value: Decimal, unit: Decimal): boolean {
  const count = divide(value, unit, 0);
  return count !== null && equals(multiply(count, unit), value);
}
