import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowTable } from "../model/flow.ts";
import { notUnderstood } from "./budget-figures.ts";
import type { Clause } from "./clauses.ts";
import { findColumnTypes, headerOf, withHeader } from "./column-types.ts";
import { standsAt } from "./evidence.ts";
import { listsSums } from "./listed-sums.ts";
import { whole } from "./schedule-row-figures.ts";

const SUMS = /金额|款|费|元/;
/** What a score takes off, what one costs, and what a bank has of someone: no payments. */
const NO_PAYMENTS = /得分|分值|评分|扣|罚|违约|单价|标准|[/／]|每(?![次期笔])|账[户号]|开户/;

/**
 * A problem for each table in a clause of payments that lists sums and was read neither as payments nor as a budget: what was not
 * understood must not be left out in silence.
 */
export function tellUnreadTables(
  clauses: readonly Clause<FlowTable>[],
  budgets: readonly Budget[],
): Problem[] {
  const places = budgets.flatMap(({ total, lines }) =>
    [total, ...lines.map(({ amount }) => amount)].flatMap((money) => money?.evidence ?? []),
  );
  return clauses.flatMap((clause) => {
    const isRead = clause.part.cells.some(({ content }) => standsAt(content, places));
    if (!clause.isPayment || isRead) return [];
    const table = withHeader(clause.part);
    const headers = findColumnTypes(table).map((_, column) => headerOf(table, column));
    if (headers.some((header) => NO_PAYMENTS.test(header))) return [];
    const column = headers.findIndex((header, at) => SUMS.test(header) && listsSums(table, at));
    const cell = table.cells.find((each) => each.column === column);
    return cell ? [notUnderstood(cell.content, whole(cell.content), UNREAD)] : [];
  });
}

const UNREAD = {
  zh: "付款条款中的此表列有金额，但未能读作付款安排，请核对原件",
  en: "this table in a clause of payments lists sums but wasn't made out as payments; check the page",
};
