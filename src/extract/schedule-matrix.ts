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
  /^(?!.*(?:合计|小计|总[额价计]|比例|权重|占比|率|目标|得分)).*(?:\d\s*[%％]|第[一二三四五六\d]+(?:[期笔次批]|季度)|[首尾末][期笔次批款付]|中期|末期|预付|进度款|验收款|尾款|余款|质保金)/;
const WHOLE_HEADER = /合计|小计|总[额价计]|全年|年度(?:金额|经费|费用)/;
const WHOLE_ROW = /^(?:合计|总计|共计|小计|总额)/;
const FEWEST_COLUMNS = 2;
const ALL = 100;
/** A payment is rounded to the yuan at the coarsest. */
const SLACK_FEN = 100;
/** In percent: shares of a third are printed in tenths. */
const SLACK_SHARE = 0.5;
/** In fen: smaller ones are scores and rates. */
const LEAST_FEN = 10_000;

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
  const heads = paid.map((at) => headers[at]);
  const columns = paid.map(() => 0);
  for (const row of cover.slice(table.headerRows)) {
    const cells = paid.map((at) => row[at]);
    const sums = cells.map((cell) => cell && moneyAt(cell.content, whole(cell.content), unit));
    if (sums.some((sum) => !sum || sum.fen < LEAST_FEN)) return null;
    if (WHOLE_ROW.test(row[0]?.content.text.replace(/\s/g, "") ?? "")) {
      problems.push(...judgeWholes(cells, sums, columns));
      continue;
    }
    problems.push(...judgeShares(cells, sums, heads));
    for (const [index, amount] of sums.entries()) {
      columns[index] += amount?.fen ?? 0;
      const head = headOf(table, paid[index]);
      const condition = head ? textAt(head.content, whole(head.content)) : null;
      schedule.instalments.push({ from: null, to: null, occurrences: 1, amount, percent: null, condition });
    }
  }
  const shares = sharesOf(heads);
  const head = headOf(table, paid[0]);
  if (head && shares.every((share) => !Number.isNaN(share)) && !isAll(shares))
    problems.push(notUnderstood(head.content, whole(head.content), NOT_ALL));
  return schedule.instalments.length > 0 ? { schedule, problems } : null;
}

const headOf = (table: FlowTable, column: number): FlowCell | undefined =>
  table.cells.find((cell) => cell.row === table.headerRows - 1 && cell.column === column);

/** The share that each header tells; NaN where one tells none. */
const sharesOf = (headers: readonly string[]): number[] =>
  headers.map((header) => Number(findPercents(header)[0]?.percent ?? Number.NaN));

const isAll = (shares: readonly number[]): boolean =>
  Math.abs(shares.reduce((all, share) => all + share, 0) - ALL) < SLACK_SHARE;

/** 合计 below payments: what isn't the sum of its column. */
const judgeWholes = (
  cells: readonly (FlowCell | null)[],
  sums: readonly ({ fen: number } | null)[],
  columns: readonly number[],
): Problem[] =>
  sums.flatMap((sum, at) => {
    const cell = cells[at];
    return !cell || sum?.fen === columns[at]
      ? []
      : [notUnderstood(cell.content, whole(cell.content), NOT_THEIR_SUM)];
  });

/** 首笔50% over 165,000 of 330,000: what of a row's payments isn't the share that its header tells. */
function judgeShares(
  cells: readonly (FlowCell | null)[],
  sums: readonly ({ fen: number } | null)[],
  headers: readonly string[],
): Problem[] {
  const shares = sharesOf(headers);
  if (!isAll(shares)) return [];
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

const NOT_ALL = {
  zh: "表头各期比例之和不是100%，请核对原件",
  en: "the shares that the header tells don't come to 100 %; check the page",
};

const NOT_THEIR_SUM = {
  zh: "此处合计与其上各期金额之和不符，请核对原件",
  en: "isn't what the payments above come to; check the page",
};
