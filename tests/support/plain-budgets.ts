import { findBudgets } from "../../src/extract/find-budgets.ts";
import type { Budget, BudgetLine } from "../../src/model/agreement.ts";
import type { FlowParagraph, FlowTable } from "../../src/model/flow.ts";
import type { Money } from "../../src/model/value.ts";
import { flowOf } from "./flow.ts";

/**
 * The budgets of a flow, a text a budget: `original 第一包 总300000 大写300000 再300100`, then a line for each of its
 * lines: `工资 < 人员费 150000 50%`, with `= 12场 × 1500` where quantity or price are told. Money in yuan.
 */
export function plainBudgets(...parts: (string | FlowParagraph | FlowTable)[]): string[] {
  return findBudgets(flowOf(...parts)).budgets.map(budgetToText);
}

function budgetToText({ version, name, total, totalInCapitals, restatements, lines }: Budget): string {
  const head = [
    version,
    name?.value ?? "",
    total ? `总${yuan(total)}` : "",
    totalInCapitals ? `大写${yuan(totalInCapitals)}` : "",
    ...restatements.map((money) => `再${yuan(money)}`),
  ];
  return [head.filter((word) => word !== "").join(" "), ...lines.map(lineToText)].join("\n");
}

function lineToText({ label, parent, amount, percent, quantity, unitPrice }: BudgetLine): string {
  const words = [label.value, parent === null ? "" : `< ${parent}`, yuan(amount)];
  if (percent) words.push(`${percent.percent}%`);
  if (quantity) words.push(`= ${quantity.value}${quantity.unit ?? ""}`);
  if (unitPrice) words.push(`× ${yuan(unitPrice)}`);
  return words.filter((word) => word !== "").join(" ");
}

const yuan = ({ fen }: Money): string => String(fen / 100);
