import { looksMisreadCapitals } from "../model/capitals-like.ts";
import { type Decimal, divide, lastDigitOf, multiply, wholeToDecimal } from "../model/decimal.ts";
import {
  differsInOneDigit,
  hasLostDigit,
  isDoubledOne,
  isWithoutOne,
  looksCutOff,
  looksMisread,
  looksMistyped,
  withOtherDigit,
  withoutDigit,
} from "../model/looks-misread.ts";
import { type Claim, type Equation, fitOf, type Operand, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";
import { CERTAIN } from "../model/stated.ts";
import { assume } from "./assume.ts";
import { hasLostPrinted, isOddUnit, isOnlyCoarse, isOnlyFine, judgesOf } from "./doubt-slips.ts";
import { outOfScale } from "./out-of-scale.ts";

/** Readers that agree on glyphs as poor as this may have erred alike. */
const HARDLY_LEGIBLE = 0.6;

/** Shares are printed with two decimals or fewer; one more is likelier a digit seen twice. */
const USUAL_DECIMALS = 2;

/** As many equations as speak against a figure when a slip of the typist's would explain one of them as well. */
const SIDES_OF_MISTYPED = 2;

/** As many shares must come out with another digit in their whole. */
const SIDES_OF_WHOLE = 3;

/**
 * The figures that readers agreed on though the fault is as likely in the reading as on the paper:
 * one other value would mend the equations that fail and break none, and the figure is hardly legible,
 * or that value differs as misread digits do (one wrong, one lost, one doubled, the point lost).
 * Two models of one engine err alike more often than a typist errs in just this way, so the paper isn't accused of it.
 */
export function findSuspicious(claims: readonly Claim[]): Set<object> {
  const suspicious = new Set<object>();
  for (const claim of claims) {
    for (const equation of formsOf(claim.equation)) {
      const others = claims.map((each) => (each === claim ? { ...claim, equation } : each));
      for (const source of suspectsOf(equation, others)) suspicious.add(source);
      for (const source of outOfScale(equation)) suspicious.add(source);
    }
  }
  for (const source of suspectsBeside(claims, suspicious)) suspicious.add(source);
  return suspicious;
}

/** Where a figure was likely misread: what is suspicious once it has the value that one of its sums gives it. */
function suspectsBeside(claims: readonly Claim[], suspicious: ReadonlySet<object>): object[] {
  return claims.flatMap(({ equation }) => {
    if (equation?.kind !== "sum" || fitOf(equation) === "holds") return [];
    return operandsOf(equation)
      .filter(({ source }) => suspicious.has(source))
      .flatMap((operand) => suspectsOnce(operand, solveFor(equation, operand), claims));
  });
}

function suspectsOnce(operand: Operand, value: Decimal | null, claims: readonly Claim[]): object[] {
  if (!value || mendedBy(operand, value, claims).size === 0) return [];
  const assumed = assume(claims, operand.source, value);
  return assumed
    .flatMap((claim) => claim.equation ?? [])
    .filter(
      (other) =>
        fitOf(other) !== "holds" && operandsOf(other).some(({ source }) => source === operand.source),
    )
    .flatMap((other) => suspectsOf(other, assumed));
}

/** An equation that fails, and a product of a price by the month also as one of a price for all, for it may be either. */
function formsOf(equation: Equation | null): Equation[] {
  if (!equation || fitOf(equation) === "holds") return [];
  if (equation.kind !== "product") return [equation];
  const factors = equation.factors.filter(({ evidence }) => evidence.length > 0);
  return factors.length < equation.factors.length ? [equation, { ...equation, factors }] : [equation];
}

/** The figures of a failing equation that may well have been misread. */
function suspectsOf(equation: Equation, claims: readonly Claim[]): object[] {
  const isTyped = hasMistyped(equation, claims);
  return operandsOf(equation)
    .filter(({ trust, evidence, confidence }) => {
      return trust === "agreed" && evidence.length > 0 && confidence !== CERTAIN;
    })
    .filter((operand) => {
      const isPoor = operand.confidence < HARDLY_LEGIBLE;
      const values = valuesFor(equation, operand);
      // No price or quantity at all makes a product come out: the very form of it was misread.
      if (values.length === 0 && equation.kind === "product") return isPoor;
      return values.some((value) => {
        const sides = mendedBy(
          operand,
          value,
          judgesOf(operand, value, claims),
          lastDigitFor(operand, value),
        ).size;
        // A sum of shares leaves so much room that another digit may happen to fit it: all that fails must come out.
        const isOneOfMany = operand.kind === "percent" && equation.kind === "sum";
        if (sides === 0 || (isOneOfMany && sides < failing(operand, claims))) return false;
        // Many values of a whole have one share: that of most of its parts is meant.
        const isWhole = equation.kind === "share" && equation.whole.source === operand.source;
        if (isWhole && (sides < SIDES_OF_WHOLE || sides * 2 <= failing(operand, claims))) return false;
        if (isPoor) return true;
        // Of a part its share says little, so that a slip of the typist's that explains as much is likelier.
        const isPart = equation.kind === "share" && equation.part.source === operand.source;
        if (isPart && sidesOfMistyped(operand, claims) >= sides) return false;
        if (looksMisreadCapitals(operand.raw, value)) return true;
        const isMisread = [looksMisread, looksCutOff].some((looks) => looks(operand.value, value));
        return (
          (isMisread || hasLostPrinted(operand, value)) &&
          isLikely(equation, operand, value, { sides, isTyped, claims })
        );
      });
    })
    .map(({ source }) => source);
}

/** Whether a misreading is as likely as a slip of the typist's, or as rounding on paper. */
function isLikely(
  equation: Equation,
  operand: Operand,
  value: Decimal,
  { sides, isTyped, claims }: { sides: number; isTyped: boolean; claims: readonly Claim[] },
): boolean {
  if (sides >= SIDES_OF_MISTYPED) return true;
  // A share that is cut off or a unit off, and a total cut off, are the paper's rounding, unless more speaks against them.
  const fit = fitOf(equation);
  // A figure that is paid several times over misses by as much as no rounding explains so well.
  const isRepeated = timesOf(equation, operand) > 1;
  const isCut =
    fit === "cut-off" && !isRepeated && !isOnlyCoarse(equation, operand) && !isOnlyFine(equation, operand);
  const isRounded = fit === "one-unit" && equation.kind === "share" && !isOddUnit(equation, operand, claims);
  const isSlip = isCut || isRounded;
  // 4.055% where shares have two decimals: a digit too many is no rounding.
  const isShortened = operand.kind === "percent" && value.scale < operand.value.scale;
  if (isSlip && !isShortened) return false;
  const isOneDigit =
    differsInOneDigit(operand.value, value) ||
    hasLostDigit(operand.value, value) ||
    hasLostPrinted(operand, value);
  return !isTyped || (timesOf(equation, operand) === 1 && isOneDigit);
}

/** How many equations of a figure fail, but for those in which a part fails elsewhere too, and may be what is wrong. */
function failing({ source }: Operand, claims: readonly Claim[]): number {
  const failed = claims.flatMap(({ equation }) =>
    equation && fitOf(equation) !== "holds" ? [equation] : [],
  );
  const isIn = (equation: Equation, figure: object): boolean =>
    operandsOf(equation).some((operand) => operand.source === figure);
  const isElsewhere = (equation: Equation): boolean =>
    equation.kind === "share" &&
    failed.some(
      (other) => other.kind === "sum" && !isIn(other, source) && isTermOf(other, equation.part.source),
    );
  return failed.filter((equation) => isIn(equation, source) && !isElsewhere(equation)).length;
}

const isTermOf = (equation: Extract<Equation, { kind: "sum" }>, figure: object): boolean =>
  equation.terms.some(({ operand }) => operand.source === figure);

/** Two neighbouring digits changed about in one figure explain the fault: that is how people mistype, and not how readers err. */
function hasMistyped(equation: Equation, claims: readonly Claim[]): boolean {
  return operandsOf(equation).some((operand) =>
    valuesFor(equation, operand).some(
      (value) => looksMistyped(operand.value, value) && mendedBy(operand, value, claims).size > 0,
    ),
  );
}

/** How many of a figure's equations come out once two of its neighbouring digits are changed about. */
function sidesOfMistyped(operand: Operand, claims: readonly Claim[]): number {
  const sides = claims.flatMap(({ equation }) => {
    if (!equation || fitOf(equation) === "holds") return [];
    if (!operandsOf(equation).some(({ source }) => source === operand.source)) return [];
    const value = solveFor(equation, operand);
    return value && looksMistyped(operand.value, value) ? [mendedBy(operand, value, claims).size] : [];
  });
  return Math.max(0, ...sides);
}

/**
 * What would make an equation come out; a share also with one digit less, where one was doubled, with one more,
 * where one was lost, or with the point it lost; the part of a whole with one digit another.
 */
function valuesFor(equation: Equation, operand: Operand): Decimal[] {
  const value = solveFor(equation, operand);
  const own = value ? [value] : [];
  if (equation.kind !== "share") return own;
  // Of a part of a whole, and of the whole, a share tells no more than this.
  if ([equation.part.source, equation.whole.source].includes(operand.source))
    return othersFor(equation, operand);
  if (equation.share.source !== operand.source) return own;
  const part = multiply(equation.part.value, wholeToDecimal(100));
  const { scale, units } = operand.value;
  const at = (places: number): Decimal[] => {
    const found = places < 0 ? null : divide(part, equation.whole.value, places);
    return found ? [found] : [];
  };
  const digits = String(units);
  const isTooFine = scale > USUAL_DECIMALS;
  const shortened = (scale > 0 ? at(scale - 1) : []).filter((other) =>
    (isTooFine ? isWithoutOne : isDoubledOne)(digits, String(other.units)),
  );
  const lengthened = (scale < USUAL_DECIMALS ? at(scale + 1) : []).filter((other) =>
    isWithoutOne(String(other.units), digits),
  );
  const pointed = [...at(scale + 1), ...at(scale + 2)].filter((other) => String(other.units) === digits);
  return [...own, ...shortened, ...lengthened, ...pointed];
}

/** With which one digit changed, or left out, a figure makes an equation come out. */
function othersFor(equation: Equation, { value, source, lastDigit }: Operand): Decimal[] {
  if (value.units <= 0n) return [];
  return [...withOtherDigit(value), ...withoutDigit(value)].filter(
    (other) =>
      fitOf(equation, (each) => (each.source === source ? { value: other, lastDigit } : each)) === "holds",
  );
}

const lastDigitFor = ({ kind, lastDigit }: Operand, value: Decimal): Decimal =>
  kind === "percent" ? lastDigitOf(value) : lastDigit;

function timesOf(equation: Equation, { source }: Operand): number {
  if (equation.kind !== "sum" || equation.result.source === source) return 1;
  return equation.terms.reduce((sum, term) => sum + (term.operand.source === source ? term.times : 0), 0);
}
