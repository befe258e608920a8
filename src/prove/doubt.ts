import { type Claim, fitOf, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";
import { looksMisread } from "./looks-misread.ts";

/** Readers that agree on glyphs as poor as this may have erred alike. */
const HARDLY_LEGIBLE = 0.6;

/** As many equations as a figure must break, when readers saw it well, before it and not the paper is in question. */
const SIDES_OF_LEGIBLE = 2;

/**
 * The figures that readers agreed on though the fault is as likely in the reading as on the paper:
 * one other value would mend the equations that fail and break none, and the figure is hardly legible,
 * or several equations speak against it and that value differs as misread digits do (3 for 8, one lost, one doubled).
 */
export function findSuspicious(claims: readonly Claim[]): Set<object> {
  const suspicious = new Set<object>();
  for (const { equation } of claims) {
    if (!equation || fitOf(equation) === "holds") continue;
    for (const operand of operandsOf(equation)) {
      if (operand.trust !== "agreed" || operand.evidence.length === 0) continue;
      const isPoor = operand.confidence < HARDLY_LEGIBLE;
      const value = solveFor(equation, operand);
      // No price or quantity at all makes a product come out: the very form of it was misread.
      if (!value && isPoor && equation.kind === "product") suspicious.add(operand.source);
      if (!value) continue;
      const sides = mendedBy(operand, value, claims).size;
      const isLegibleFault = sides >= SIDES_OF_LEGIBLE && looksMisread(operand.value, value);
      if ((isPoor && sides > 0) || isLegibleFault) suspicious.add(operand.source);
    }
  }
  return suspicious;
}
