import { compare, type Decimal, decimalToShortText } from "../model/decimal.ts";
import { type Claim, type Equation, fitOf, type Operand, operandsOf, outcomeOf } from "../model/relation.ts";

/** The sum of all shares says nothing of one that lost a digit: a share with few digits leaves it much room. */
export const judgesOf = (
  { kind, value }: Operand,
  other: Decimal,
  claims: readonly Claim[],
): readonly Claim[] =>
  kind === "percent" && other.scale > value.scale
    ? claims.filter(({ ruleId }) => ruleId !== "percents-sum-to-100")
    : claims;

/** Whether of all figures of a sum one part alone leaves digits out: it lost one, for who cuts off does so throughout. */
export function isOnlyCoarse(equation: Equation, { source, lastDigit }: Operand): boolean {
  if (equation.kind !== "sum" || equation.result.source === source) return false;
  return operandsOf(equation).every(
    (other) => other.source === source || compare(other.lastDigit, lastDigit) < 0,
  );
}

/** Whether of all parts of a sum one alone has digits finer than its result, which else would be just their sum. */
export function isOnlyFine(equation: Equation, { source }: Operand): boolean {
  if (equation.kind !== "sum" || equation.result.kind !== "money") return false;
  const unit = equation.result.lastDigit;
  const isFine = ({ value }: Operand): boolean => {
    const scale = Math.max(value.scale, unit.scale);
    const [own, step] = [value, unit].map((each) => each.units * 10n ** BigInt(scale - each.scale));
    return step > 0n && own % step !== 0n;
  };
  const fine = equation.terms.filter(({ operand }) => isFine(operand));
  return fine.length === 1 && fine[0].operand.source === source && equation.terms.length > 2;
}

/**
 * Whether a share that is a unit off is so alone among its fellows, and not to make all of them come to just 100: then a digit
 * is as likely misread as made to fit.
 */
export function isOddUnit(equation: Equation, { source }: Operand, claims: readonly Claim[]): boolean {
  if (equation.kind !== "share" || equation.share.source !== source) return false;
  const isOther = ({ equation: other }: Claim): boolean =>
    other?.kind === "share" &&
    other.share.source !== source &&
    other.whole.source === equation.whole.source &&
    (fitOf(other) === "cut-off" || fitOf(other) === "one-unit");
  const isMadeToFit = ({ ruleId, equation: other }: Claim): boolean =>
    ruleId === "percents-sum-to-100" &&
    other?.kind === "sum" &&
    other.terms.some(({ operand }) => operand.source === source) &&
    outcomeOf(other).difference.units === 0n;
  return !claims.some((claim) => isOther(claim) || isMadeToFit(claim));
}

/** Whether a sum in 万元 has lost a digit as it was printed (40.7 of 40.27, but not 33 of 30.3), or has one twice (172.447 of 172.47). */
export function hasLostPrinted({ kind, raw, value, lastDigit }: Operand, other: Decimal): boolean {
  if (kind !== "money") return false;
  const decimals = /\.(\d+)/.exec(raw.replace(/\s/g, ""))?.[1].length ?? 0;
  const worth = String(lastDigit.units).length - 1 - lastDigit.scale;
  const places = Math.max(0, worth + decimals);
  const [seen, printed] = [value, other].map(({ units, scale }) =>
    decimalToShortText({ units, scale: scale + places }),
  );
  const isLessOne = (longer: string, shorter: string): boolean =>
    [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
  const isTwice = [...seen].some(
    (digit, at) => digit === seen[at - 1] && seen.slice(0, at) + seen.slice(at + 1) === printed,
  );
  return places > 0 && (isLessOne(printed, seen) || isTwice);
}
