import type { BudgetLine } from "../model/agreement.ts";
import type { FlowCell } from "../model/flow.ts";
import type { Money, Text } from "../model/value.ts";
import { whole } from "./budget-cells.ts";
import { notUnderstood } from "./budget-figures.ts";
import type { BudgetRow } from "./budget-rows.ts";
import type { TableBudget } from "./budget-table.ts";

/** A sum merged over several rows is of all their names; how much is whose is not told. */
export function addMerged(
  { rows, read }: { rows: readonly BudgetRow[]; read: TableBudget },
  { content }: FlowCell,
  money: Money,
  name: Text,
): void {
  addName(rows.at(-1)?.line ?? null, money, name);
  read.problems.push(notUnderstood(content, whole(content), OF_SEVERAL));
}

const OF_SEVERAL = {
  zh: "这笔金额为多行合用，表中未写各占多少，请核对原件",
  en: "this sum is of several rows together; how much is whose the table doesn't say; check the page",
};

/** Gives a line whose sum goes on beside another row that row's name as well. */
function addName(line: BudgetLine | null, { evidence }: Money, name: Text): void {
  if (!line || JSON.stringify(line.amount.evidence) !== JSON.stringify(evidence)) return;
  const { value, raw, trust, confidence, evidence: places } = line.label;
  line.label = {
    value: `${value}、${name.value}`,
    raw: `${raw}、${name.raw}`,
    trust: name.trust === "doubtful" ? name.trust : trust,
    confidence: Math.min(confidence, name.confidence),
    evidence: [...places, ...name.evidence],
  };
}
