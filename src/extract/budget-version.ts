import type { BudgetLine } from "../model/agreement.ts";
import type { FlowCell, FlowTable } from "../model/flow.ts";
import type { Money } from "../model/value.ts";
import { isCarriedOn } from "./budget-carried-rows.ts";
import {
  cellMoney,
  countedCells,
  firstWords,
  labelOf,
  plainRow,
  type Row,
  type RowLabel,
  whole,
} from "./budget-cells.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { BY_MONTH, UNIT } from "./budget-columns-words.ts";
import { notUnderstood, textAt } from "./budget-figures.ts";
import { withLabelCount } from "./budget-label-counts.ts";
import { addMerged } from "./budget-merged-sums.ts";
import { judgeGross } from "./budget-net.ts";
import { IS_NET, isLeft, isNetRow, takeGross } from "./budget-net-rows.ts";
import { fillKinds, ownNames } from "./budget-own-names.ts";
import { type BudgetRow, nestRows } from "./budget-rows.ts";
import {
  giveShared,
  judgeMerged,
  notePercent,
  ownFactors,
  ownPercent,
  type SharedPercents,
} from "./budget-shared-cells.ts";
import { isSubtotalRow, NET_OF_TAX } from "./budget-subtotal-rows.ts";
import { addTotal, NO_NUMBER, totalIn } from "./budget-sums.ts";
import type { TableBudget } from "./budget-table.ts";
import { isTaxRow, judgeTaxRows, type TaxRow } from "./budget-tax-rows.ts";
import { headerOf } from "./column-types.ts";
import { coverOf } from "./grid.ts";

const NOT_A_LINE = /^(?:备注|注[：:]|说明)/;

/** What is read of one amount column, row by row. */
interface Reading {
  columns: BudgetColumns;
  column: BudgetColumns["amounts"][number];
  unitOf: (column: number) => string;
  read: TableBudget;
  rows: BudgetRow[];
  counted: ReturnType<typeof countedCells>;
  own: ReturnType<typeof ownNames>;
  cover: readonly Row[];
  shared: SharedPercents;
  /** What the rows below the total tell of its tax. */
  taxes: TaxRow[];
  headers: readonly string[];
  /** Whether a sum before was called one of a month. */
  isByMonth: boolean;
  /** Whether a sum before goes on to the last row. */
  isCarried: boolean;
}

/** The budget that one amount column of a table states; `general` is the unit said for all of it. */
export function readVersion(
  table: FlowTable,
  columns: BudgetColumns,
  column: BudgetColumns["amounts"][number],
  general: string | null,
): TableBudget {
  const { version } = column;
  const read: TableBudget = {
    version,
    name: null,
    total: null,
    totalInCapitals: null,
    restatements: [],
    net: null,
    lines: [],
    problems: [],
  };
  const unitOf = (at: number): string => UNIT.exec(headerOf(table, at))?.[1] ?? general ?? "元";
  const headers = Array.from({ length: table.columnCount }, (_, at) => headerOf(table, at));
  const whole = coverOf(table.cells, table.rowCount, table.columnCount);
  const body = fillKinds(whole.slice(table.headerRows), columns);
  const cover = [...whole.slice(0, table.headerRows), ...body];
  const counted = countedCells(body, columns);
  const own = ownNames(body, columns, {
    amount: column.amount,
    priced: [columns.unit, column.unitPrice].filter((at) => at !== null),
  });
  const reading: Reading = {
    columns,
    column,
    unitOf,
    read,
    rows: [],
    counted,
    own,
    cover,
    shared: new Map(),
    taxes: [],
    headers,
    isByMonth: false,
    isCarried: false,
  };
  for (const [index, row] of cover.entries()) {
    if (index >= table.headerRows) readRow(reading, row, { index, isLast: index === cover.length - 1 });
  }
  read.problems.push(...judgeTaxRows(reading.taxes, read.total));
  const isByMonth = reading.isByMonth || BY_MONTH.test(headers[column.amount] ?? "");
  return { ...read, isByMonth, lines: giveShared(nestRows(reading.rows), reading.shared) };
}

function readRow(reading: Reading, row: Row, { index, isLast }: { index: number; isLast: boolean }): void {
  const { columns, column, unitOf, read, rows, taxes } = reading;
  const first = firstWords(row);
  if (NOT_A_LINE.test(first)) return;
  const money = cellMoney(row[column.amount], unitOf(column.amount));
  const isBanner = isHeadOfGroup(row);
  const label = labelOf(row, columns, isBanner ? null : row[column.amount], reading.counted, reading.own);
  if (money && isNetRow(first, read, rows)) {
    read.net = money;
    return;
  }
  const isNet = isLast && (reading.isCarried || isLeft(reading, first, money));
  const isPart = !isLast && NET_OF_TAX.test(first);
  if (money && isTaxRow(first, read.total)) {
    taxes.push({ money, cell: row[column.amount] });
    return;
  }
  const sum = isNet
    ? { money }
    : isPart
      ? null
      : totalIn(row, column.amount, { first, label, isLast, rows, money });
  const unit = unitOf(column.amount);
  const behind = reading.cover.slice(index + 1);
  if (sum?.money && isCarriedOn(sum.money.fen, behind, { amount: column.amount, unit })) {
    read.problems.push(...judgeGross(sum.money, nestRows(rows)));
    reading.isCarried = true;
    return;
  }
  if (sum) {
    if (isNet || IS_NET.test(first)) takeGross(read, rows);
    addSum(reading, row, first, sum.money);
    return;
  }
  addWiderKind(reading, row, index);
  if (!label) return;
  const cell = row[column.amount];
  if (money && cell) addLine(reading, row, label, { first, money, cell, index });
  else {
    if (cell && !isBanner && /\d/.test(cell.content.text))
      read.problems.push(notUnderstood(cell.content, whole(cell.content), NO_NUMBER));
    rows.push({ ...label, kind: "group", line: null });
  }
}

/** One cell over the whole row, or over all but its number: 一 | 人员费用. */
const isHeadOfGroup = ([first, second, ...others]: Row): boolean =>
  second !== null &&
  second !== undefined &&
  others.every((cell) => cell === second) &&
  (first === second || (others.length > 0 && GROUP_NUMBER.test(first?.content.text ?? "")));

const GROUP_NUMBER = /^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[A-Z]|\d{1,2})[）)、.．]?\s*$/;

/** A total's row: what was a total before may have been that of a month. */
function addSum(reading: Reading, row: Row, first: string, money: Money | null): void {
  const { columns, column, read } = reading;
  const stated = money ?? groupMoney(reading, row);
  const isMonthly = columns.amounts.length === 1 && read.total !== null && isOfMonths(reading, first);
  if (isMonthly && stated && read.total && stated.fen >= read.total.fen * FEWEST_MONTHS) {
    read.restatements.push(read.total);
    read.total = null;
  }
  if (/月/.test(first)) reading.isByMonth = true;
  addTotal(read, row, column.amount, stated);
  const cell = row.find((each) => each && each.content.text.trim() !== "");
  const named = cell && SUM_OF.exec(cell.content.text);
  if (cell && named) read.sumName = textAt(cell.content, { start: 0, end: named[1].length });
}

/** 扫描费小计. */
const SUM_OF = /^(\p{Script=Han}{2,10}?)[小合总]\s*计/u;

/** A row with an amount, or one over which the amount of the row above goes on. */
function addLine(
  reading: Reading,
  row: Row,
  label: RowLabel,
  { first, money, cell, index }: { first: string; money: Money; cell: FlowCell; index: number },
): void {
  if (cell.row < index) {
    if (label.cell.row === index) addMerged(reading, cell, money, label.label);
    return;
  }
  const { columns, column, cover: rows, unitOf, read } = reading;
  if (cell.rowSpan > 1) read.problems.push(...judgeMerged(cell, columns, column, { rows, unitOf }));
  reading.rows.push(toRow(reading, row, label, { first, money }));
}

/** 合计 30000, 年总计 360000: the first is of a month. */
const FEWEST_MONTHS = 1.8;

/** Whether the sums of a table are by the month, and the one of this row is of a longer time. */
const isOfMonths = ({ column: { unitPrice, amount }, headers, isByMonth }: Reading, first: string): boolean =>
  isByMonth || /[年月]/.test(first) || [unitPrice ?? -1, amount].some((at) => /月/.test(headers[at] ?? ""));

/** Where a wider kind has a sum of its own, that stands before its parts. */
function addWiderKind(reading: Reading, row: Row, index: number): void {
  const { group } = reading.columns;
  if (!group || group.label === null || row[group.amount]?.row !== index) return;
  const wide = groupMoney(reading, row);
  const kind = row[group.label];
  if (!wide || !kind) return;
  notePercent(row, wide, reading);
  reading.rows.push(plainRow(kind, wide));
}

const groupMoney = ({ columns: { group }, unitOf }: Reading, row: Row): Money | null =>
  group && cellMoney(row[group.amount], unitOf(group.amount));

function toRow(
  reading: Reading,
  row: Row,
  label: RowLabel,
  { first, money }: { first: string; money: Money },
): BudgetRow {
  const { columns, column, unitOf, rows, cover } = reading;
  const { unitPrice } = column;
  const isReckoning = unitPrice !== null && (row[unitPrice]?.columnSpan ?? 1) > 1;
  const line: BudgetLine = {
    label: label.label,
    parent: null,
    // 2次×74,000元/次 in one cell over both columns is neither a count nor a price.
    ...(isReckoning
      ? { quantity: null, unitPrice: null }
      : withLabelCount(ownFactors(row, columns, column, { rows: cover, unitOf }), row, column, money)),
    amount: money,
    percent: ownPercent(row, money, reading),
  };
  const isSubtotal = isSubtotalRow(first, label, money, rows);
  return { ...label, kind: isSubtotal ? "subtotal" : columns.group ? "part" : label.kind, line };
}
