import type { Budget, BudgetLine } from "../model/agreement.ts";
import { multiply, readDecimal, roundTo, wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import { looksMistyped, looksSlipped } from "../model/looks-misread.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

const NOT_EXACT = {
  zh: "与单价和数量的精确乘积只差一两个数字，而其余各项的乘积都精确，可能是笔误，请核对原件",
  en: "differs by a digit or two from the exact product of price and count, and the other lines' products are exact: perhaps a slip; check the page",
};

const NOT_THEIR_SUM = {
  zh: "与各项之和只是数字颠倒，各项以万元取整才未超出精度，可能是笔误，请核对原件",
  en: "is the lines' sum with two digits changed about, and holds only because they are rounded: perhaps a slip; check the page",
};

/** 60.85+34.56+42+17万元, 合计154.14万元: within the precision of the lines, and yet the sum with two digits changed about. */
export function nearSums(budgets: readonly Budget[]): Problem[] {
  return budgets.flatMap((budget) => {
    const total = budget.total ?? budget.totalInCapitals;
    const top = topLines(budget);
    const [seen, meant] = [total?.fen ?? 0, sumOf(top)].map((fen) => wholeToDecimal(Math.max(0, fen)));
    const slack = top.reduce(
      (all, { amount }) => all + amount.precisionFen / 2,
      (total?.precisionFen ?? 0) / 2,
    );
    const isWithin = total !== null && Math.abs(total.fen - sumOf(top)) <= slack;
    return total && top.length > 1 && seen && meant && isWithin && looksMistyped(seen, meant)
      ? [valueWithoutPlace(total.raw, total, NOT_THEIR_SUM)]
      : [];
  });
}

/** So many other products must be exact before one that isn't stands out. */
const FEWEST_EXACT = 2;
const YUAN_FEN = 100;

/**
 * 61,200件×4.15元＝253,890元 among exact products: within what a price rounded to the fen allows, and yet most likely a slip, of which
 * no rule may judge.
 */
export function nearProducts(budgets: readonly Budget[]): Problem[] {
  return budgets.flatMap(({ lines }) => {
    const priced = lines.flatMap((line) => {
      const exact = exactFen(line);
      return exact === null ? [] : [{ line, exact }];
    });
    const off = priced.filter(({ line, exact }) => Math.abs(exact - line.amount.fen) >= 1);
    const [only, more] = off;
    if (!only || more || priced.length - 1 < FEWEST_EXACT) return [];
    const { line, exact } = only;
    const [seen, meant] = [line.amount.fen, exact].map((fen) => wholeToDecimal(fen));
    const isSlip = seen && meant && looksSlipped(seen, meant);
    return isSlip && isWithinPrice(line, exact)
      ? [valueWithoutPlace(`${line.label.value}${line.amount.raw}`, line.amount, NOT_EXACT)]
      : [];
  });
}

/** Price times count in whole fen; null where one of them isn't told. */
function exactFen({ quantity, unitPrice }: BudgetLine): number | null {
  if (!quantity || !unitPrice) return null;
  const product = multiply(readDecimal(quantity.value), wholeToDecimal(unitPrice.fen));
  return Number(roundTo(product, 0).units);
}

/** Whether a product and its sum differ by no more than a price rounded to the fen explains; by more, a rule judges them. */
function isWithinPrice({ quantity, unitPrice, amount }: BudgetLine, exact: number): boolean {
  const count = Number(quantity?.value);
  const isFine = (unitPrice?.precisionFen ?? YUAN_FEN) < YUAN_FEN;
  const gap = Math.abs(exact - amount.fen);
  return isFine && gap >= YUAN_FEN && gap <= count / 2 + amount.precisionFen / 2;
}
