import type { BudgetLine } from "./agreement.ts";
import { compare, multiply, negate, wholeToDecimal } from "./decimal.ts";
import type { Contents } from "./record.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "./relation.ts";
import { amountOf } from "./relation-lines.ts";
import { monthsOfTerm } from "./relation-months.ts";
import { constantToOperand, moneyToOperand, quantityToOperand } from "./relation-operand.ts";
import { isSlip } from "./relation-slip.ts";
import type { Money } from "./value.ts";

/** 数量 × 单价 of every line that states a unit price, or that lacks it among lines that do; a kind's own sum has none. */
export function productClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap(({ version, lines }) => {
    const isCounted = lines.some((line) => line.quantity);
    const isPriced = lines.some((line) => line.quantity && line.unitPrice);
    const rule = { ruleId: "quantity-times-price" as const, version };
    return lines.flatMap((line): Claim[] => {
      const subject = line.label.value;
      const equation = productOf(contents, line, lines);
      if (equation) return [{ ...rule, subject, equation, missing: [] }];
      const timed = !isCounted && line.unitPrice && overTerm(contents, line, line.unitPrice);
      if (timed) return [{ ...rule, subject, equation: timed, missing: [] }];
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

/**
 * Quantity × price; of a price by the month, × the months of the term or of a year, when only that comes out, or when the
 * other lines come out so.
 */
function productOf(contents: Contents, line: BudgetLine, lines: readonly BudgetLine[]): Equation | null {
  const once = productOnce(line);
  if (!once || fitOf(once) === "holds") return once;
  const all = monthsOfTerm(contents);
  // A lost digit may be made up for by the months: 2 × 12 for 24.
  const isDisputed = [line.quantity, line.unitPrice, line.amount].some((each) => each?.trust === "doubtful");
  const near = isDisputed ? [] : all.map((months) => monthly(once, months)).filter(isNear);
  const holding = near.find((equation) => fitOf(equation) === "holds");
  const alike = isSlip(once) ? undefined : all.find((months) => comeOutBy(months, lines));
  return holding ?? (alike === undefined ? closest([once, ...near]) : monthly(once, alike));
}

/** Whether the count and the price of a line are told and come to its amount. */
export function comesToItsAmount(
  contents: Contents,
  line: BudgetLine,
  lines: readonly BudgetLine[],
): boolean {
  const equation = productOf(contents, line, lines);
  return equation !== null && fitOf(equation) === "holds";
}

type Product = Extract<Equation, { kind: "product" }>;

function productOnce(line: BudgetLine): Product | null {
  if (!line.quantity || !line.unitPrice) return null;
  const name = line.label.value;
  const factors = [
    quantityToOperand(line.quantity, `${name}数量`),
    moneyToOperand(line.unitPrice, `${name}单价`),
  ];
  // 打包优惠 | 1 | -2,600 | -2,600: a price below zero makes its amount so.
  const amount = amountOf(line);
  return { kind: "product", factors, result: line.unitPrice.fen < 0 ? amount : worth(amount) };
}

/** 每年租金 | 五年租金, 0.60万元/月 over 6个月: a price by the year or the month that comes out over the term, where no line of the budget tells a count; else null. */
function overTerm(contents: Contents, line: BudgetLine, price: Money): Product | null {
  const months = monthsOfTerm(contents);
  const times = [...months.map((count) => count / MONTHS_OF_YEAR), ...months].filter(
    (count) => Number.isInteger(count) && count > 1,
  );
  const name = line.label.value;
  const equations = times.map(
    (count): Product => ({
      kind: "product",
      factors: [moneyToOperand(price, `${name}单价`), constantToOperand(wholeToDecimal(count), "期数")],
      result: worth(amountOf(line)),
    }),
  );
  return equations.find((equation) => fitOf(equation) === "holds") ?? null;
}
const MONTHS_OF_YEAR = 12;

const monthly = (once: Product, months: number): Product => ({
  ...once,
  factors: [...once.factors, constantToOperand(wholeToDecimal(months), "月数")],
});

/** Whether more lines come out by so many months than without. */
function comeOutBy(months: number, lines: readonly BudgetLine[]): boolean {
  const products = lines.flatMap((line) => productOnce(line) ?? []);
  const fitting = (all: readonly Product[]): number => all.filter((each) => fitOf(each) === "holds").length;
  const times = fitting(products.map((once) => monthly(once, months)));
  return times > fitting(products);
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
