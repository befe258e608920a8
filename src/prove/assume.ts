import type { Decimal } from "../model/decimal.ts";
import type { Claim, Equation, Operand } from "../model/relation.ts";

/** The claims as they would be if a figure were another value. */
export function assume(claims: readonly Claim[], source: object, value: Decimal): Claim[] {
  const change = (operand: Operand): Operand => (operand.source === source ? { ...operand, value } : operand);
  return claims.map((claim) =>
    claim.equation ? { ...claim, equation: withOperands(claim.equation, change) } : claim,
  );
}

function withOperands(equation: Equation, change: (operand: Operand) => Operand): Equation {
  switch (equation.kind) {
    case "sum": {
      const terms = equation.terms.map((term) => ({ ...term, operand: change(term.operand) }));
      return { ...equation, terms, result: change(equation.result) };
    }
    case "product":
      return { ...equation, factors: equation.factors.map(change), result: change(equation.result) };
    default: {
      const { part, whole, share } = equation;
      return { ...equation, part: change(part), whole: change(whole), share: change(share) };
    }
  }
}
