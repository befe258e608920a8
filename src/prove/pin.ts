import { add, equals, ONE, subtract, wholeToDecimal } from "../model/decimal.ts";
import { asPrinted, type Choice, type Equation, fitOf, type Operand } from "../model/relation.ts";

/** Whether an equation holds and fixes a figure to its last digit: one unit more or less of that would break it. */
export function pins(equation: Equation, figure: Operand, choice: Choice = asPrinted): boolean {
  if (fitOf(equation, choice) !== "holds") return false;
  const own = choice(figure);
  return [add, subtract].every((move) => {
    const value = move(own.value, own.lastDigit);
    const moved: Choice = (operand) =>
      operand.source === figure.source ? { ...own, value } : choice(operand);
    return fitOf(equation, moved) !== "holds";
  });
}

const ALL = wholeToDecimal(100);

/**
 * Whether an equation only says the same digits twice (a total restated, one line that is the whole, a quantity of 1, 100 %),
 * so that one misreading may well stand on both its sides. 大写 beside digits is no echo.
 */
export function isEcho(equation: Equation): boolean {
  if (equation.kind === "product") return equation.factors.some((factor) => equals(factor.value, ONE));
  if (equation.kind === "share" || equation.kind === "portion") return equals(equation.share.value, ALL);
  return (
    equation.kind === "sum" &&
    !equation.strict &&
    equation.terms.length === 1 &&
    equation.terms[0].times === 1
  );
}
