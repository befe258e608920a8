import type { FlowTable } from "../model/flow.ts";
import { CONTENT, LABEL, TOLD_OF } from "./budget-columns-words.ts";

/** The columns before the figures that name a row, from the widest to the most exact. */
export function findLabels(
  table: FlowTable,
  headers: readonly string[],
  isLabel: (column: number) => boolean,
  { from, to }: { from: number; to: number },
): number[] {
  const labels = headers.flatMap((_, column) =>
    column >= from && column < to && isLabel(column) ? [column] : [],
  );
  const called = labels.filter((column) => LABEL.test(headers[column]) && !TOLD_OF.test(headers[column]));
  // 科目 beside 支出内容: where each row has a name of its own, the next column tells of it.
  const isExplained = called.length > 1 && CONTENT.test(headers[called[1]]) && !repeats(table, called[0]);
  // 村名 | 类别: what each row is called, and of which of a few kinds it is.
  const exact = called.findLastIndex((column) => !repeats(table, column));
  const isOfKinds = exact >= 0 && exact < called.length - 1;
  const named = isExplained ? called.slice(0, 1) : isOfKinds ? called.slice(0, exact + 1) : called;
  const told = labels.filter((column) => !TOLD_OF.test(headers[column]));
  const isKind = named.length > 0 && told.length > named.length && repeats(table, named[named.length - 1]);
  // 分类 before 设备名称: a word that stands on several rows, though it isn't commonly a column's name.
  const kinds = told.filter((column) => column < named[0] && repeats(table, column));
  // A name that stands on several rows is a kind; what tells these rows apart stands beside it.
  if (named.length > 0) return (isKind ? told : [...kinds, ...named]).slice(0, 3);
  return (told.length > 0 ? told : labels).slice(0, 3);
}

/** Of columns that name a row the last, where its header says that it tells what is in a thing rather than what it is called. */
export function detailsOf(headers: readonly string[], labels: readonly number[]): number | null {
  const last = labels[labels.length - 1];
  return labels.length > 1 && CONTENT.test(headers[last]) ? last : null;
}

/** Whether names of a column stand on several rows: merged, printed again, or left blank below themselves. */
function repeats(table: FlowTable, column: number): boolean {
  const cells = table.cells
    .filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= table.headerRows)
    .map(({ content, row, rowSpan }) => ({ name: content.text.replace(/\s/g, ""), row, rowSpan }));
  const names = cells.filter(({ name }) => name !== "");
  const goesOn = cells.some(({ name, row }) => name === "" && row > names[0]?.row && isOfItem(table, row));
  const isMerged = names.some(({ rowSpan }) => rowSpan > 1);
  return isMerged || goesOn || new Set(names.map(({ name }) => name)).size < names.length;
}

/** Whether a row has words and figures, and is no sum of others. */
function isOfItem(table: FlowTable, row: number): boolean {
  const texts = table.cells.filter((cell) => cell.row === row).map(({ content }) => content.text);
  const words = texts.filter((text) => /\p{Script=Han}/u.test(text));
  return words.length > 0 && texts.some((text) => /\d/.test(text)) && !words.some((text) => SUM.test(text));
}

const SUM = /[小合总共]\s*计/;
