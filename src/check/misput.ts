import type { Contents } from "../model/record.ts";
import { type Claim, type Equation, operandsOf } from "../model/relation.ts";
import { isOfPayments, misputOf } from "../model/relation-misput.ts";
import { isFarOff, isOddShare, isOfTable, isSlip } from "../model/relation-slip.ts";
import { knownClaims } from "./known-claims.ts";
import { hasUnplacedFigure, hasUnplacedPayment, hasUnplacedWhole } from "./missing-part.ts";

/**
 * Whether figures that don't come out, as no slip explains, may have been put together wrongly: others near them found no
 * place. Digits and 大写 side by side say the same sum whatever stands around them.
 */
export function mayBeMisput(contents: Contents, claim: Claim, equation: Equation): boolean {
  const { all } = knownClaims(contents);
  const misput = misputOf(contents, claim, all);
  // What is only far off is not judged where a problem tells of it: figures that a person put right are.
  if (isOfTable(claim) || (misput !== null && misput !== "far-off")) return misput !== null;
  const places = operandsOf(equation).flatMap(({ evidence }) => evidence);
  // A payment more or less is no slip of those that were read.
  if (claim.ruleId === "schedule-equals-total" && hasUnplacedPayment(contents, places)) return true;
  if (isOddShare(equation, all)) return false;
  if (isOfPayments(claim) && hasUnplacedWhole(contents)) return true;
  if (isSlip(equation)) return false;
  if (claim.ruleId === "capitals-equal-digits" && !isFarOff(equation)) return false;
  return hasUnplacedFigure(contents, places);
}
