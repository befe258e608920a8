import type { Budget, BudgetLine } from "./agreement.ts";
import type { Operand, Term } from "./relation.ts";
import { moneyToOperand } from "./relation-operand.ts";

/** What lines come to, in fen. */
export const sumOf = (lines: readonly BudgetLine[]): number =>
  lines.reduce((fen, { amount }) => fen + amount.fen, 0);

export const topLines = (budget: Budget): BudgetLine[] => budget.lines.filter((line) => line.parent === null);

/** A line and those that are part of it; `parent` is null when no line bears the name that they give. */
export interface Family {
  label: string;
  parent: BudgetLine | null;
  children: BudgetLine[];
}

/** Children by the line they are part of: the nearest line before them that bears its name, else one after. */
export function familiesOf(budget: Budget): Family[] {
  const families = new Map<BudgetLine | string, Family>();
  budget.lines.forEach((line, index) => {
    if (line.parent === null) return;
    const bearsName = (other: BudgetLine): boolean => other !== line && other.label.value === line.parent;
    const parent = budget.lines.slice(0, index).findLast(bearsName) ?? budget.lines.find(bearsName) ?? null;
    const family = families.get(parent ?? line.parent) ?? { label: line.parent, parent, children: [] };
    family.children.push(line);
    families.set(parent ?? line.parent, family);
  });
  return [...families.values()];
}

export const amountOf = (line: BudgetLine): Operand => moneyToOperand(line.amount, line.label.value);
export const once = (operand: Operand): Term => ({ operand, times: 1 });

/** What the forms of works contracts set apart within the price (安全文明施工费, 暂列金额): never all of it. */
export const SET_APART = /暂列|暂估|安全文明|文明施工|农民工工资|规费/;
