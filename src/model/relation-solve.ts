import {
  add,
  type Decimal,
  divide,
  equals,
  multiply,
  ONE,
  roundTo,
  subtract,
  wholeToDecimal,
  ZERO,
} from "./decimal.ts";
import {
  asPrinted,
  type Choice,
  type Claim,
  type Equation,
  fitOf,
  type Operand,
  operandsOf,
} from "./relation.ts";

/** The equations that another value of a figure would mend, printed to `lastDigit`; none when it breaks one that holds. */
export function mendedBy(
  operand: Operand,
  value: Decimal,
  claims: readonly Claim[],
  lastDigit = operand.lastDigit,
): Set<Equation> {
  const choice: Choice = (each) => (each.source === operand.source ? { value, lastDigit } : asPrinted(each));
  const mended = new Set<Equation>();
  for (const { equation } of claims) {
    if (!equation || !operandsOf(equation).some((each) => each.source === operand.source)) continue;
    const fit = fitOf(equation);
    const fitThen = fitOf(equation, choice);
    if (fit === "holds" && fitThen !== "holds") return new Set();
    // Another share that would be cut off in its turn explains nothing: it would be a slip of its own.
    const isOwnShare = equation.kind === "share" && equation.share.source === operand.source;
    const isMended = fitThen === "holds" || (fitThen === "cut-off" && !isOwnShare);
    if (fit !== "holds" && isMended) mended.add(equation);
  }
  return mended;
}

/** The value of a figure that would make an equation come out; null where it can't be told to the last digit. */
export function solveFor(equation: Equation, operand: Operand): Decimal | null {
  const is = (other: Operand): boolean => other.source === operand.source;
  const places = Math.max(operand.value.scale, operand.lastDigit.scale);
  switch (equation.kind) {
    case "sum":
      return solveSum(equation, is, places);
    case "product": {
      const others = equation.factors.filter((factor) => !is(factor)).map((factor) => factor.value);
      const rest = others.reduce(multiply, ONE);
      if (is(equation.result)) return roundTo(rest, places);
      return exactQuotient(equation.result.value, rest, places);
    }
    case "share":
      return is(equation.share)
        ? divide(
            multiply(equation.part.value, wholeToDecimal(100)),
            equation.whole.value,
            operand.value.scale,
          )
        : null;
    case "portion": {
      const whole = multiply(equation.whole.value, { units: 1n, scale: 2 });
      const part = multiply(equation.part.value, wholeToDecimal(equation.times));
      if (is(equation.part))
        return divide(multiply(whole, equation.share.value), wholeToDecimal(equation.times), places);
      return is(equation.share) ? divide(part, whole, operand.value.scale) : null;
    }
  }
}

function solveSum(
  equation: Extract<Equation, { kind: "sum" }>,
  is: (other: Operand) => boolean,
  places: number,
): Decimal | null {
  const sum = equation.terms
    .filter((term) => !is(term.operand))
    .map((term) => multiply(term.operand.value, wholeToDecimal(term.times)))
    .reduce(add, ZERO);
  if (is(equation.result)) return sum;
  const times = equation.terms
    .filter((term) => is(term.operand))
    .reduce((count, term) => count + term.times, 0);
  return exactQuotient(subtract(equation.result.value, sum), wholeToDecimal(times), places);
}

function exactQuotient(a: Decimal, b: Decimal, places: number): Decimal | null {
  const quotient = divide(a, b, places);
  return quotient && equals(multiply(quotient, b), a) ? quotient : null;
}
