import type { Budget, BudgetLine } from "./agreement.ts";
import { compare } from "./decimal.ts";
import type { Contents } from "./record.ts";
import { type Equation, fitOf, type Operand, operandsOf, outcomeOf } from "./relation.ts";
import { amountOf, once, topLines } from "./relation-lines.ts";
import { monthlyOf } from "./relation-months.ts";
import { capitalsToOperand, moneyToOperand } from "./relation-operand.ts";

/** The name of a budget's total in messages; budgets with a name of their own (by year, by lot) bear it. */
export const totalName = (budget: Budget): string => `${budget.name?.value ?? ""}合计`;

/**
 * The total that shares and schedules are measured by.
 * Where the agreement's own statements of it differ, the one that the lines add up to; then the most exact one.
 */
export function wholeOf(contents: Contents, budget: Budget): Operand | null {
  const statements = statementsOf(budget);
  const stated = statements[0] ?? null;
  if (monthlyOf(contents, budget)) return exactestTotal(budget);
  if (!stated || statements.every((other) => agree(stated, other))) return exactestTotal(budget);
  const supported = statements.find(
    (statement) => topLines(budget).length > 0 && fitOf(sumOfLines(contents, budget, statement)) === "holds",
  );
  return supported ?? exactestTotal(budget);
}

/** The stated total, by its most exact statement among those that agree with it (大写 beside 269.6万元). */
export function exactestTotal(budget: Budget): Operand | null {
  const statements = statementsOf(budget);
  const stated = statements[0] ?? null;
  if (!stated || stated.exact) return stated;
  return statements.find((other) => other.exact && agree(stated, other)) ?? stated;
}

function statementsOf(budget: Budget): Operand[] {
  const restated = budget.restatements.map((each) => moneyToOperand(each, totalName(budget)));
  return [digitsOf(budget), capitalsOf(budget), ...restated].filter((each) => each !== null);
}

function agree(a: Operand, b: Operand): boolean {
  return fitOf({ kind: "sum", terms: [once(a)], result: b, strict: false }) === "holds";
}

/**
 * The lines as a sum. An amendment may name only the lines it changes:
 * the others then stand as first agreed, when that comes closer to the total.
 */
export function sumOfLines(contents: Contents, budget: Budget, total: Operand): Equation {
  const terms = topLines(budget).map((line) => once(amountOf(line)));
  const direct: Equation = { kind: "sum", terms, result: total, strict: false };
  const unchanged = unchangedLines(contents, budget).map((line) => once(amountOf(line)));
  if (unchanged.length === 0 || fitOf(direct) === "holds") return direct;
  const completed: Equation = { ...direct, terms: [...terms, ...unchanged] };
  return compare(outcomeOf(completed).difference, outcomeOf(direct).difference) < 0 ? completed : direct;
}

export function isCompleted(contents: Contents, budget: Budget): boolean {
  const total = exactestTotal(budget);
  if (!total) return false;
  return operandsOf(sumOfLines(contents, budget, total)).length > topLines(budget).length + 1;
}

/** The top-level lines of the original that an amendment doesn't name. */
function unchangedLines(contents: Contents, budget: Budget): BudgetLine[] {
  if (budget.version !== "amended") return [];
  const originals = contents.budgets.filter(
    (other) => other.version === "original" && other.name?.value === budget.name?.value,
  );
  if (originals.length !== 1) return [];
  const named = new Set(budget.lines.map((line) => line.label.value));
  return topLines(originals[0]).filter((line) => !named.has(line.label.value));
}

export const digitsOf = (budget: Budget): Operand | null =>
  budget.total && moneyToOperand(budget.total, totalName(budget));
export const capitalsOf = (budget: Budget): Operand | null =>
  budget.totalInCapitals && capitalsToOperand(budget.totalInCapitals, `${totalName(budget)}大写`);
