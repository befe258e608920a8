import type { FlowTable } from "../model/flow.ts";
import { moneyAt } from "./budget-figures.ts";
import { whole } from "./schedule-row-figures.ts";

/** 累计已付, 本期应付, 余额: no part of what stands beside. */
export const OF_WHOLE = /^(?!.*(?:累计|已付|本[期次]|剩余|余额|未付))/;

/** 租金 | 其中：本金 | 其中：利息: the column whose sums are, row for row, what those of the others come to; else the one given. */
export function wholeOf(table: FlowTable, last: number, isSum: readonly boolean[]): number {
  const sums = isSum.map((is, column) => (is ? fensIn(table, column) : null));
  const columns = sums.flatMap((each, column) => (each ? [column] : []));
  if (columns.length < WHOLE_AND_PARTS || !columns.includes(last)) return last;
  const all = columns.find((column) =>
    sums[column]?.every((fen, row) => {
      const parts = columns.filter((each) => each !== column).map((each) => sums[each]?.[row] ?? 0);
      return fen > 0 && parts.every((part) => part > 0) && fen === parts.reduce((all, part) => all + part, 0);
    }),
  );
  return all ?? last;
}

const WHOLE_AND_PARTS = 3;

/** The sums of a column, row for row; null where one cell tells none. */
function fensIn(table: FlowTable, column: number): number[] | null {
  const cells = table.cells.filter(
    (cell) => cell.column === column && cell.row >= table.headerRows && cell.columnSpan === 1,
  );
  const sums = cells.map(({ content }) => moneyAt(content, whole(content), "元")?.fen ?? null);
  return sums.length > 1 && sums.every((fen) => fen !== null) ? sums : null;
}
