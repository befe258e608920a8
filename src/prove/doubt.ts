import { type Decimal, divide, lastDigitOf, multiply, wholeToDecimal } from "../model/decimal.ts";
import { differsInOneDigit, isWithoutOne, looksMisread, looksMistyped } from "../model/looks-misread.ts";
import { type Claim, type Equation, fitOf, type Operand, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";

/** Readers that agree on glyphs as poor as this may have erred alike. */
const HARDLY_LEGIBLE = 0.6;

/** What a text layer states no reader can have misread. */
const CERTAIN = 1;

/** Shares are printed with two decimals or fewer; one more is likelier a digit seen twice. */
const USUAL_DECIMALS = 2;

/** As many equations as speak against a figure when a slip of the typist's would explain one of them as well. */
const SIDES_OF_MISTYPED = 2;

/**
 * The figures that readers agreed on though the fault is as likely in the reading as on the paper:
 * one other value would mend the equations that fail and break none, and the figure is hardly legible,
 * or that value differs as misread digits do (one wrong, one lost, one doubled, the point lost).
 * Two models of one engine err alike more often than a typist errs in just this way, so the paper isn't accused of it.
 */
export function findSuspicious(claims: readonly Claim[]): Set<object> {
  const suspicious = new Set<object>();
  for (const { equation } of claims) {
    const fit = equation ? fitOf(equation) : "holds";
    if (!equation || fit === "holds") continue;
    // A share that is cut off or a unit off, and a total cut off, are the paper's rounding, unless more speaks against them.
    const isSlip = fit === "cut-off" || (fit === "one-unit" && equation.kind === "share");
    const isTyped = hasMistyped(equation, claims);
    for (const operand of operandsOf(equation)) {
      if (operand.trust !== "agreed" || operand.evidence.length === 0) continue;
      if (operand.confidence === CERTAIN) continue;
      const isPoor = operand.confidence < HARDLY_LEGIBLE;
      const values = valuesFor(equation, operand);
      // No price or quantity at all makes a product come out: the very form of it was misread.
      if (values.length === 0 && isPoor && equation.kind === "product") suspicious.add(operand.source);
      for (const value of values) {
        const sides = mendedBy(operand, value, claims, lastDigitFor(operand, value)).size;
        // A sum of shares leaves so much room that another digit may happen to fit it: all that fails must come out.
        if (operand.kind === "percent" && sides < failing(operand, claims)) continue;
        const isOpen =
          (!isTyped && !isSlip) ||
          sides >= SIDES_OF_MISTYPED ||
          (!isSlip && timesOf(equation, operand) === 1 && differsInOneDigit(operand.value, value));
        const isMisread = sides > 0 && looksMisread(operand.value, value) && isOpen;
        if ((isPoor && sides > 0) || isMisread) suspicious.add(operand.source);
      }
    }
  }
  return suspicious;
}

function failing({ source }: Operand, claims: readonly Claim[]): number {
  return claims.filter(
    ({ equation }) =>
      equation &&
      fitOf(equation) !== "holds" &&
      operandsOf(equation).some((operand) => operand.source === source),
  ).length;
}

/** Two neighbouring digits changed about in one figure explain the fault: that is how people mistype, and not how readers err. */
function hasMistyped(equation: Equation, claims: readonly Claim[]): boolean {
  return operandsOf(equation).some((operand) =>
    valuesFor(equation, operand).some(
      (value) => looksMistyped(operand.value, value) && mendedBy(operand, value, claims).size > 0,
    ),
  );
}

/** What would make an equation come out; a share also with one digit less, where one was doubled, or with the point it lost. */
function valuesFor(equation: Equation, operand: Operand): Decimal[] {
  const value = solveFor(equation, operand);
  const own = value ? [value] : [];
  if (equation.kind !== "share" || equation.share.source !== operand.source) return own;
  const part = multiply(equation.part.value, wholeToDecimal(100));
  const { scale, units } = operand.value;
  const at = (places: number): Decimal[] => {
    const found = places < 0 ? null : divide(part, equation.whole.value, places);
    return found ? [found] : [];
  };
  const digits = String(units);
  const shortened = (scale > USUAL_DECIMALS ? at(scale - 1) : []).filter((other) =>
    isWithoutOne(digits, String(other.units)),
  );
  const pointed = [...at(scale + 1), ...at(scale + 2)].filter((other) => String(other.units) === digits);
  return [...own, ...shortened, ...pointed];
}

const lastDigitFor = ({ kind, lastDigit }: Operand, value: Decimal): Decimal =>
  kind === "percent" ? lastDigitOf(value) : lastDigit;

function timesOf(equation: Equation, { source }: Operand): number {
  if (equation.kind !== "sum" || equation.result.source === source) return 1;
  return equation.terms.reduce((sum, term) => sum + (term.operand.source === source ? term.times : 0), 0);
}
