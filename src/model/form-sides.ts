import type { Table, TableCell } from "./table.ts";

/** A label stands beside a list where it is merged over so many rows: a head, a line and its sum. */
const FEWEST_ROWS = 3;
const FEWEST_HEADS = 3;

/** What a list of sums has over a column. */
const OF_SUMS = /金额|价|费|款|[小合]计/;

/**
 * The rows of each list of sums that stands beside a label within a table, as in a form: 费用明细 merged over the rows
 * 项目 | 数量 | 单价 | 小计 and those below, the head's own row left out. Null where there is none.
 */
export function listsBesideLabels(table: Table): number[][] | null {
  const lists = table.cells
    .filter(({ row, column, columnSpan, rowSpan }) => {
      const isLabel = row >= table.headerRows && column === 0 && columnSpan === 1;
      return isLabel && rowSpan >= FEWEST_ROWS;
    })
    .flatMap((label): number[][] => {
      const rows = Array.from({ length: label.rowSpan }, (_, at) => label.row + at);
      const [head, first] = rows.map((row) => besideOf(table, label, row));
      const isHead =
        head.length >= FEWEST_HEADS &&
        head.every(({ text }) => /^[^\d]+$/u.test(text.value.trim())) &&
        head.some(({ text }) => OF_SUMS.test(text.value)) &&
        first.length === head.length &&
        first.every(({ column }, at) => column === head[at].column);
      return isHead ? [rows.slice(1)] : [];
    });
  return lists.length > 0 ? lists : null;
}

const besideOf = (table: Table, label: TableCell, row: number): TableCell[] =>
  table.cells.filter((cell) => cell.row === row && cell !== label).sort((a, b) => a.column - b.column);
