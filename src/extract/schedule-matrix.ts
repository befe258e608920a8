import type { Schedule, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowCell, FlowTable } from "../model/flow.ts";
import { moneyAt, notUnderstood, textAt } from "./budget-figures.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { findPercents } from "./figures/index.ts";
import { coverOf } from "./grid.ts";
import { whole } from "./schedule-row-figures.ts";

/** 首笔50%, 第二期, 中期款, 余款: a column of what is paid at one time. */
const AT_ONE_TIME =
  /^(?!.*(?:合计|小计|总[额价计])).*(?:[%％]|第[一二三四五六\d]+(?:[期笔次批]|季度)|[首尾末][期笔次批款付]|中期|末期|预付|进度款|验收款|尾款|余款|质保金)/;
const WHOLE_HEADER = /合计|小计|总[额价计]|全年|年度(?:金额|经费|费用)/;
const WHOLE_ROW = /^(?:合计|总计|共计|小计|总额)/;
const FEWEST_COLUMNS = 2;
const ALL = 100;
/** A payment is rounded to the yuan at the coarsest. */
const SLACK_FEN = 100;

/**
 * 服务年度 | 首笔50% | 中期40% | 末期10%: payments in rows by what they are of and in columns by when they are made. Shape: one
 * instalment a cell, in reading order, its condition the header's words. Null where the table is none such: where a column
 * between the payments' has other figures, or a cell of theirs tells no sum.
 */
export function readMatrix(
  given: FlowTable,
  version: Version,
  unit: string,
): { schedule: Schedule; problems: Problem[] } | null {
  // Shares in a header look like figures of a row.
  const table = given.headerRows === 0 ? { ...given, headerRows: 1 } : given;
  const types = findColumnTypes(table);
  const headers = types.map((_, column) => headerOf(table, column));
  const isFigures = (column: number): boolean => ["money", "number", "percent"].includes(types[column] ?? "");
  const paid = headers.flatMap((header, at) => (AT_ONE_TIME.test(header) && isFigures(at) ? [at] : []));
  const isElse = headers.some(
    (header, at) => isFigures(at) && !paid.includes(at) && !WHOLE_HEADER.test(header) && at > 0,
  );
  if (paid.length < FEWEST_COLUMNS || isElse) return null;
  const schedule: Schedule = { version, total: null, instalments: [] };
  const problems: Problem[] = [];
  const cover = coverOf(table.cells, table.rowCount, table.columnCount);
  for (const row of cover.slice(table.headerRows)) {
    if (WHOLE_ROW.test(row[0]?.content.text.replace(/\s/g, "") ?? "")) continue;
    const cells = paid.map((at) => row[at]);
    const sums = cells.map((cell) => cell && moneyAt(cell.content, whole(cell.content), unit));
    if (sums.some((sum) => !sum)) return null;
    problems.push(
      ...judgeShares(
        cells,
        sums,
        paid.map((at) => headers[at]),
      ),
    );
    for (const [index, amount] of sums.entries()) {
      const head = table.cells.find(
        (cell) => cell.row === table.headerRows - 1 && cell.column === paid[index],
      );
      const condition = head ? textAt(head.content, whole(head.content)) : null;
      schedule.instalments.push({ from: null, to: null, occurrences: 1, amount, percent: null, condition });
    }
  }
  return schedule.instalments.length > 0 ? { schedule, problems } : null;
}

/** 首笔50% over 165,000 of 330,000: what of a row's payments isn't the share that its header tells. */
function judgeShares(
  cells: readonly (FlowCell | null)[],
  sums: readonly ({ fen: number } | null)[],
  headers: readonly string[],
): Problem[] {
  const shares = headers.map((header) => Number(findPercents(header)[0]?.percent ?? Number.NaN));
  if (shares.reduce((all, share) => all + share, 0) !== ALL) return [];
  const row = sums.reduce((all, sum) => all + (sum?.fen ?? 0), 0);
  return sums.flatMap((sum, at) => {
    const cell = cells[at];
    const isIt = Math.abs((row * shares[at]) / ALL - (sum?.fen ?? 0)) < SLACK_FEN;
    return isIt || !cell ? [] : [notUnderstood(cell.content, whole(cell.content), NOT_ITS_SHARE)];
  });
}

const NOT_ITS_SHARE = {
  zh: "本行各期之和按表头所写比例计算，与此处金额不符，请核对原件",
  en: "isn't the share that its header tells of what the payments of its row come to; check the page",
};
