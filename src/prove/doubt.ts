import { type Claim, fitOf, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";

/** Readers that agree on glyphs as poor as this may have erred alike. */
const HARDLY_LEGIBLE = 0.6;

/**
 * The figures that readers agreed on though they are hardly legible, and that arithmetic contradicts on several sides:
 * one other value would mend every equation that fails, so that the fault is as likely in the reading as on the paper.
 */
export function findSuspicious(claims: readonly Claim[]): Set<object> {
  const suspicious = new Set<object>();
  for (const { equation } of claims) {
    if (!equation || fitOf(equation) === "holds") continue;
    for (const operand of operandsOf(equation)) {
      if (operand.trust !== "agreed" || operand.confidence >= HARDLY_LEGIBLE) continue;
      const value = solveFor(equation, operand);
      if (value && mendedBy(operand, value, claims).size > 1) suspicious.add(operand.source);
    }
  }
  return suspicious;
}
