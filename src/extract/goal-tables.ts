import type { FlowTable } from "../model/flow.ts";
import { headerOf } from "./column-types.ts";

/** What a column or a row of money is called, and what stands beside its figures. */
const MONEY =
  /[元圆¥￥]|金额|费|款|经费|预算|价|资金|薪|工资|报酬|补[贴助]|租|造价|支出|成本|开支|投入|税|收入/;
/** 指标名称, 年度目标, 考核内容: what a row of goals is headed by. */
const GOAL = /指标|目标|考核|任务/;
/** 高水平论文（篇）: what a row counts, none of it money. */
const COUNTED = /[（(][^（）()元\d]{1,3}[）)]\s*$/;
const FEWEST_ROWS = 2;

/**
 * 指标名称 | 2024年 | 2025年 | 合计 over 高水平论文（篇）: whether a table says how much of something is to be done by the year, and nothing of
 * money: neither its headers, its title nor its rows' names do, and `unit`, the money's unit, isn't told.
 */
export function isOfGoals(table: FlowTable, unit: string | null): boolean {
  const headers = Array.from({ length: table.columnCount }, (_, column) => headerOf(table, column));
  const names = table.cells
    .filter(({ row, column }) => row >= table.headerRows && column === 0)
    .map(({ content }) => content.text.trim());
  const others = table.cells.filter(({ row, column }) => row >= table.headerRows && column > 0);
  const tellsMoney =
    unit !== null ||
    headers.some((header) => MONEY.test(header)) ||
    MONEY.test(table.title?.text ?? "") ||
    others.some(({ content }) => /[元圆¥￥]/.test(content.text));
  if (tellsMoney || names.length < FEWEST_ROWS) return false;
  const costs = names.filter((name) => MONEY.test(name.replace(COUNTED, "")));
  const counted = names.filter((name) => COUNTED.test(name));
  return 2 * counted.length >= names.length || (GOAL.test(headers[0] ?? "") && costs.length === 0);
}
