import type { FlowTable } from "../model/flow.ts";
import { AFTER, BEFORE } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";

/** 服务人数（人）, 计费面积（㎡）, 单价（元/㎡·月）, 月仓储费: what a price is reckoned from, or is by the month, and no cost among others. */
const TERM =
  /^(?:.{0,6}(?:单价|面积|人数|数量|份数|次数|台数|期限|月数|天数|费率|比例|标准)|每?月\p{Script=Han}{0,4}(?:费用?|租金))(?:[（(][^（）()]*[）)])?$|[（(](?:人|名|㎡|m²|平方米|亩|个|台|份|次|天|间|辆|件|套|吨|公里|米|场|户|床|课时|小时|[%％])[）)]$/u;

/**
 * A table of what was agreed before and is now without the rows that tell of no cost; as it is where it compares nothing, where it
 * has no such rows, or where cells reach over them.
 */
export function withoutTermRows(table: FlowTable): FlowTable {
  const headers = Array.from({ length: table.columnCount }, (_, column) => headerOf(table, column));
  const isCompared = [BEFORE, AFTER].every((words) => headers.some((header) => words.test(header)));
  const names = table.cells.filter(({ row, column }) => row >= table.headerRows && column === 0);
  const terms = new Set(
    names.filter(({ content }) => TERM.test(content.text.replace(/\s/g, ""))).map(({ row }) => row),
  );
  // Sums by the month alone, row by row, are the costs themselves.
  const saysElse = names.some(({ row, content }) => terms.has(row) && !/^每?月/.test(content.text.trim()));
  if (!isCompared || !saysElse || table.cells.some(({ rowSpan }) => rowSpan > 1)) return table;
  const newRow = (row: number): number => row - [...terms].filter((term) => term < row).length;
  return {
    ...table,
    rowCount: table.rowCount - terms.size,
    cells: table.cells
      .filter(({ row }) => !terms.has(row))
      .map((cell) => ({ ...cell, row: newRow(cell.row) })),
  };
}
