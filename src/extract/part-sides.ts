import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { PAYMENT_SECTION } from "./budget-words.ts";
import { cutOut, HEAD } from "./part-forms.ts";

/** A label stands beside a list where it is merged over so many rows: a head and two lines, or two payments. */
const ROWS_OF_LIST = 3;
const ROWS_OF_PAYMENTS = 2;
const FEWEST_HEADS = 3;
const FEWEST_KNOWN = 2;
const LONGEST_HEAD = 12;
const LONGEST_LABEL = 10;

/**
 * A flow in which a ruled form with lists beside its labels (费用明细 merged over the rows 项目 | 单位 | 数量 | 单价 | 小计 and
 * those below it; 付款安排 over its payments) is parted: each list is a table of its own, with the label for its title.
 */
export const withSidesParted = (flow: Flow): Flow =>
  flow.flatMap((part): Flow => (part.kind === "table" ? partSides(part) : [part]));

/** A label merged over rows, `[from, to)`, and how many of these are the head of the list beside it. */
interface Side {
  label: FlowCell;
  from: number;
  to: number;
  headerRows: number;
}

function partSides(table: FlowTable): Flow {
  const sides = sidesOf(table);
  if (!sides.some(({ headerRows }) => headerRows > 0)) return [table];
  const parts: Flow = [];
  let row = 0;
  for (const { label, from, to, headerRows } of sides) {
    if (from > row) parts.push(cutOut(table, row, from, 0));
    const cells = table.cells.filter((cell) => cell !== label);
    parts.push(cutOut({ ...table, title: label.content, cells }, from, to, headerRows));
    row = to;
  }
  if (row < table.rowCount) parts.push(cutOut(table, row, table.rowCount, 0));
  return parts;
}

function sidesOf(table: FlowTable): Side[] {
  if (isHead(rowOf(table, 0))) return [];
  return table.cells
    .filter(({ column, columnSpan, row, rowSpan, content }) => {
      const isLabel = column === 0 && columnSpan === 1 && row >= table.headerRows && rowSpan > 1;
      return isLabel && content.text.trim().length <= LONGEST_LABEL;
    })
    .sort((one, other) => one.row - other.row)
    .flatMap((label): Side[] => {
      const { row: from, rowSpan } = label;
      const side = { label, from, to: from + rowSpan };
      const beside = (row: number): FlowCell[] => rowOf(table, row).filter((cell) => cell !== label);
      const rows = Array.from({ length: rowSpan }, (_, at) => beside(from + at));
      if (rowSpan >= ROWS_OF_LIST && isHead(rows[0]) && areBelow(rows[0], rows[1]))
        return [{ ...side, headerRows: 1 }];
      const isPayments = PAYMENT_SECTION.test(label.content.text.replace(/\s/g, ""));
      const areAlike = rows.every((cells) => cells.length > 1 && areBelow(rows[0], cells));
      return rowSpan >= ROWS_OF_PAYMENTS && isPayments && areAlike ? [{ ...side, headerRows: 0 }] : [];
    });
}

const rowOf = (table: FlowTable, row: number): FlowCell[] =>
  table.cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column);

/** Whether a row names a list's columns. */
function isHead(cells: readonly FlowCell[]): boolean {
  const words = cells.map(({ content }) => content.text.replace(/\s/g, ""));
  return (
    words.length >= FEWEST_HEADS &&
    words.every((word) => word.length > 0 && word.length <= LONGEST_HEAD && !/\d/.test(word)) &&
    words.filter((word) => HEAD.test(word)).length >= FEWEST_KNOWN
  );
}

/** Whether a row's cells begin where those of another do. */
const areBelow = (head: readonly FlowCell[], cells: readonly FlowCell[]): boolean =>
  cells.length === head.length && cells.every(({ column }, at) => column === head[at].column);
