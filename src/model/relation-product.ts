import type { BudgetLine } from "./agreement.ts";
import { compare, multiply, negate, wholeToDecimal } from "./decimal.ts";
import type { Contents } from "./record.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "./relation.ts";
import { amountOf } from "./relation-lines.ts";
import { monthsOfTerm } from "./relation-months.ts";
import { constantToOperand, moneyToOperand, quantityToOperand } from "./relation-operand.ts";

/** 数量 × 单价 of every line that states a unit price, or that lacks it among lines that do; a kind's own sum has none. */
export function productClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap(({ version, lines }) => {
    const isPriced = lines.some((line) => line.quantity && line.unitPrice);
    const rule = { ruleId: "quantity-times-price" as const, version };
    return lines.flatMap((line): Claim[] => {
      const subject = line.label.value;
      const equation = productOf(contents, line);
      if (equation) return [{ ...rule, subject, equation, missing: [] }];
      if (line.unitPrice) return [{ ...rule, subject, equation, missing: [`${subject}数量`] }];
      const isWhole = lines.some(({ parent }) => parent === subject);
      // 1项 without a price: what one costs is the amount.
      const isOne = line.quantity !== null && /^1(?:\.0+)?$/.test(line.quantity.value);
      return line.quantity && isPriced && !isWhole && !isOne
        ? [{ ...rule, subject, equation, missing: [`${subject}单价`] }]
        : [];
    });
  });
}

/** Quantity × price; of a price by the month, × the months of the term or of a year, when only that comes out. */
function productOf(contents: Contents, line: BudgetLine): Equation | null {
  if (!line.quantity || !line.unitPrice) return null;
  const name = line.label.value;
  const factors = [
    quantityToOperand(line.quantity, `${name}数量`),
    moneyToOperand(line.unitPrice, `${name}单价`),
  ];
  const once: Equation = { kind: "product", factors, result: worth(amountOf(line)) };
  if (fitOf(once) === "holds") return once;
  const monthly = monthsOfTerm(contents).map((months): Equation => {
    const count = constantToOperand(wholeToDecimal(months), "月数");
    return { ...once, factors: [...factors, count] };
  });
  // A lost digit may be made up for by the months: 2 × 12 for 24.
  const isDisputed = [line.quantity, line.unitPrice, line.amount].some(({ trust }) => trust === "doubtful");
  const near = isDisputed ? [] : monthly.filter(isNear);
  return near.find((equation) => fitOf(equation) === "holds") ?? closest([once, ...near]);
}

/** 核减1人×4,380元×4个月 = -17,520元: what is taken off is written below zero, its count and price are not; they don't prove its sign. */
const worth = (amount: Operand): Operand =>
  amount.value.units < 0n ? { ...amount, value: negate(amount.value), rivals: [], isSum: true } : amount;

/** Off by no more than a tenth: what else a product misses by months is a figure misprinted or misread. */
function isNear(equation: Equation): boolean {
  const { difference, printed } = outcomeOf(equation);
  return compare(multiply(difference, wholeToDecimal(10)), printed) <= 0;
}

const closest = (equations: readonly Equation[]): Equation =>
  equations.reduce((best, next) =>
    compare(outcomeOf(next).difference, outcomeOf(best).difference) < 0 ? next : best,
  );
