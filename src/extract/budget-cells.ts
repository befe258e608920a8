import type { BudgetLine } from "../model/agreement.ts";
import type { FlowCell } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Percent, Quantity } from "../model/value.ts";
import { countsItems } from "./bare-numbers.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { productOf } from "./budget-factored.ts";
import { moneyAt, percentAt, quantityAt, type Span, textAt } from "./budget-figures.ts";
import type { BudgetRow } from "./budget-rows.ts";
import { behindNumber } from "./clauses.ts";
import { trimText } from "./evidence.ts";
import { findSums } from "./money-sums.ts";

/** The cell that covers each column of a row of a table. */
export type Row = readonly (FlowCell | null)[];

/** What a row is of, and the cell that says so. */
export type RowLabel = Omit<BudgetRow, "line"> & { cell: FlowCell };

/** A kind without further kinds, or a sum without a count, has a dash for them, which readers take for 一. */
export const NOTHING = /^\s*(?:[—–\-－一/／\\]{1,4}|无)\s*$/;
const PART = /^其中\s*[:：]?\s*/;

export function cellMoney(cell: FlowCell | null, unit: string): Money | null {
  if (!cell || !/\d|[壹贰叁肆伍陆柒捌玖]/.test(cell.content.text)) return null;
  // Two sums in one cell are two rows whose rule was not found: neither is this row's.
  const [sum, second] = findSums(cell.content.text);
  const span = whole(cell.content);
  const only = second ? null : sum?.digits;
  return moneyAt(cell.content, span, unit) ?? (only ? moneyAt(cell.content, only) : null);
}

/** A row's first words, without white space; "" for none. */
export const firstWords = (row: Row): string =>
  row.find((cell) => cell && cell.content.text.trim() !== "")?.content.text.replace(/\s/g, "") ?? "";

export function cellPercent(cell: FlowCell | null): Percent | null {
  return cell ? percentAt(cell.content, whole(cell.content), true) : null;
}

export function cellQuantity(row: Row, quantity: number | null, unitColumn: number | null): Quantity | null {
  const cell = quantity === null ? null : row[quantity];
  const unit = unitColumn === null ? null : row[unitColumn]?.content.text.trim() || null;
  if (!cell) return null;
  // 14人×12个月
  return quantityAt(cell.content, whole(cell.content), unit) ?? productOf([trimText(cell.content)]);
}

/** A cell's text without blanks at its ends. */
export function whole({ text }: NormalText): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** For the cells of a table's columns of names whether a bare number at their head counts their row. */
export function countedCells(rows: readonly Row[], { labels }: BudgetColumns): Map<FlowCell, boolean | null> {
  return new Map(
    labels.flatMap((column) => {
      const cells = [...new Set(rows.map((row) => row[column]))].filter((cell) => cell !== null);
      const counts = countsItems(cells.map(({ content }) => content.text));
      return cells.map((cell, at): [FlowCell, boolean | null] => [cell, counts[at]]);
    }),
  );
}

/** What a row is of, by its label columns, or by the name among `own`; a cell that reaches into the amount's column names nothing. */
export function labelOf(
  row: Row,
  columns: BudgetColumns,
  amount: FlowCell | null,
  counted: ReadonlyMap<FlowCell, boolean | null> = new Map(),
  own: ReadonlySet<FlowCell> = new Set(),
): RowLabel | null {
  const labelled = [...new Set(columns.labels.map((column) => row[column]))].filter(
    (cell): cell is FlowCell => cell !== null && cell !== amount && cell.content.text.trim() !== "",
  );
  const numbered = labelled.length > 0 ? labelled : nameAsNumber(row, columns.number);
  const all = numbered.length > 0 ? numbered : sumElsewhere(row, amount);
  // What reaches from the labels into a column of remarks tells of the row beside its name.
  const within = all.filter((cell, at) => at === 0 || isWithin(cell, columns.labels));
  const named = (within.length > 0 ? within : all).filter(({ content }) => !NOTHING.test(content.text));
  const called = named.filter(({ content }) => !SPAN_OF_TIME.test(content.text));
  const told = called.length > 0 ? called : named.length > 0 ? named : all;
  const cells = told.slice(0, told.findIndex((cell) => own.has(cell)) + 1 || told.length);
  const exact = cells.at(-1);
  if (!exact) return null;
  const { text } = exact.content;
  const part = PART.exec(text)?.[0].length ?? 0;
  const start = part + behindNumber(text.slice(part), counted.get(exact) ?? null);
  const end = text.length - (/[：:；;，,\s]*$/.exec(text)?.[0].length ?? 0);
  const isPart = part > 0 || cells.some((cell) => /^其中\s*[:：]?$/.test(cell.content.text.trim()));
  const numberCell = columns.number === null ? null : row[columns.number];
  return {
    cell: exact,
    label: textAt(exact.content, { start: Math.min(start, end), end }),
    kind: isPart ? "part" : "plain",
    category: cells.length > 1 ? cells[0].content.text.replace(/\s/g, "").replace(LIST_NUMBER, "") : "",
    number:
      numberCell && numberCell !== exact ? numberCell.content.text.trim() : text.slice(part, start).trim(),
  };
}

/** 增值税（税率13%） in the column of numbers, where no name stands in its row: a wide cell whose rules were left out. */
function nameAsNumber(row: Row, number: number | null): FlowCell[] {
  const cell = number === null ? null : row[number];
  return cell && /\p{Script=Han}{2}/u.test(cell.content.text) ? [cell] : [];
}

/** 2025年5月1日至2026年4月30日, beside 第一年: when, and not what. */
const SPAN_OF_TIME = /^\s*[自从]?\s*\d{4}\s*[年.\-/][\d年月日号.\-/\s起]*[至到~～—–-]+[\d年月日号.\-/\s止]*$/;

/** 小计 right before its sum, in a column of prices or counts, where no name stands in its row. */
function sumElsewhere(row: Row, amount: FlowCell | null): FlowCell[] {
  const [cell, other] = [...new Set(row)].filter((each) => each && each.content.text.trim() !== "");
  const isSum = cell && other === amount && /^[小合]计$/.test(cell.content.text.replace(/\s/g, ""));
  return isSum ? [cell] : [];
}

/** 一、人员经费, （二）…: the number of a kind is no part of its name. */
const LIST_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))/;

function isWithin({ column, columnSpan, content }: FlowCell, labels: readonly number[]): boolean {
  return columnSpan === 1 || /[小合总]计/.test(content.text) || labels.includes(column + columnSpan - 1);
}

/** A wider kind's own sum. */
export function plainRow({ content }: FlowCell, amount: Money): BudgetRow {
  const label = textAt(content, whole(content));
  const line: BudgetLine = { label, parent: null, quantity: null, unitPrice: null, amount, percent: null };
  return { label, kind: "plain", category: "", number: "", line };
}
