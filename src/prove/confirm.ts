import { compare } from "../model/decimal.ts";
import { type Claim, type Equation, fitOf, type Operand, operandsOf } from "../model/relation.ts";
import { isEcho, pins } from "./pin.ts";
import { isDisputed } from "./search.ts";

/**
 * The figures that an equation with independent figures confirms to the last digit, by their objects in the record.
 * A share confirms an amount only as far as its own digits go, and so proves the share but seldom the amount.
 * An equation with an unsettled figure confirms nothing; one that says the same digits twice, only what was read well.
 */
export function findConfirmed(claims: readonly Claim[]): Set<object> {
  const confirmed = new Set<object>();
  for (const { equation } of claims) {
    if (!equation || fitOf(equation) !== "holds") continue;
    const operands = operandsOf(equation);
    if (operands.some(isDisputed)) continue;
    if (isEcho(equation) && operands.some((operand) => operand.trust === "doubtful")) continue;
    for (const operand of operands) {
      const isOpen = !operand.isSum && (operand.trust === "agreed" || operand.trust === "doubtful");
      if (isOpen && !isNothing(equation, operand) && !isShortened(operand, claims) && pins(equation, operand))
        confirmed.add(operand.source);
    }
  }
  return confirmed;
}

/** A sum comes out as well without a part of nothing, which may be what is left of another line's figure. */
const isNothing = (equation: Equation, { source, value }: Operand): boolean =>
  equation.kind === "sum" && equation.result.source !== source && value.units === 0n;

/** A share with fewer decimals than its fellows may have lost one, and its amount would confirm the rest all the same. */
function isShortened({ kind, lastDigit }: Operand, claims: readonly Claim[]): boolean {
  if (kind !== "percent") return false;
  return claims.some(
    ({ equation }) => equation?.kind === "share" && compare(equation.share.lastDigit, lastDigit) < 0,
  );
}
