import type { BudgetLine, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowCell, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Percent, Quantity, Text } from "../model/value.ts";
import { type BudgetColumns, findBudgetColumns } from "./budget-columns.ts";
import { findTypedColumns } from "./budget-columns-typed.ts";
import { moneyAt, notUnderstood, percentAt, quantityAt, type Span, textAt } from "./budget-figures.ts";
import { readFormTotal, turnTable } from "./budget-forms.ts";
import { type BudgetRow, nestRows } from "./budget-rows.ts";
import { BUDGET_NAME } from "./budget-words.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { findColumnRoles } from "./column-roles.ts";
import { headerOf, withHeader } from "./column-types.ts";
import { coverOf } from "./grid.ts";
import { findSums } from "./money-sums.ts";
import { nestBySums } from "./nest-by-sums.ts";
import { announcesPayments } from "./schedule-words.ts";
import { unitSaid } from "./table-unit.ts";

/** What a table says of one budget. */
export interface TableBudget {
  version: Version;
  name: Text | null;
  total: Money | null;
  totalInCapitals: Money | null;
  lines: BudgetLine[];
  problems: Problem[];
}

type Row = readonly (FlowCell | null)[];

const TOTAL =
  /^(?:(?:优惠|折扣?|打折|让利|下浮|减免)后的?)?(?:(?:最终|实际|应付|费用|经费|金额|预算|项目|合同|工程|服务|报价|投标|含税|价税)*(?:总?合计|总计|共计|总额|总价|总金额|总经费|总预算|总费用|总造价|总报价|总租金))/;
/** A row of its own for the total in 大写. */
const IN_CAPITALS =
  /^[（(]?(?:人民币|合计|总计|总额|总价|金额)*[（(]?大写(?:金额)?[）)]?[:：]?(?:人民币)?(?:$|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)/;
/** 合计 or 总计 of which one character was misread. */
const MAY_BE_TOTAL = /^(?:.计|[合总].)$/u;
/** 包1合计: a sum named after what it is of, which no other row above it is. */
const SUM_OF_NAMED = /(?:合计|总计|共计|总额|总价)(?:[（(][^（）()]*[）)])?$/;
/** A last row that is the sum of all others, called so in words of its own. */
const CALLED_TOTAL = /[总合共]计?|价款?$|后$/;
const SUBTOTAL = /小计/;
const PART = /^其中\s*[:：]?\s*/;
const NOT_A_LINE = /^(?:备注|注[：:]|说明)/;
const UNIT = /(亿元|百万元|万元|千元|元)/;
const NO_NUMBER = {
  zh: "表中此处应为金额，但无法理解，请核对原件",
  en: "an amount is due here but is not understood; check the page",
};

const NO_CAPITALS = {
  zh: "大写金额有字无法辨认，请核对原件",
  en: "an amount in capital numerals has a character that cannot be made out; check the page",
};

/**
 * The budgets a table states, one a version; none when it is another kind of table.
 * `above` is the paragraph before it, `totals` are the sums of budgets told before, in fen.
 */
export function readBudgetTable(
  clause: Clause<FlowTable>,
  { above, isNamed, totals }: { above: NormalText | null; isNamed: boolean; totals: readonly number[] },
): TableBudget[] {
  if (clause.isOther || (clause.isPayment && !clause.isBudget)) return [];
  const { version: said } = clause.turns[0];
  const table = turnTable(clause.part) ?? withHeader(clause.part);
  if (findColumnRoles(table)) return [];
  const unit = unitSaid(table, above);
  const isOfPayments = above !== null && announcesPayments(above.text);
  const columns =
    findBudgetColumns(table, said) ?? (isOfPayments ? null : findTypedColumns(table, said, { unit, totals }));
  const form = columns ? null : readFormTotal(table);
  if (form) {
    const { digits: total, capitals: totalInCapitals } = form;
    return [{ version: said, name: null, total, totalInCapitals, lines: [], problems: [] }];
  }
  if (!columns) return [];
  const name = nameOf(table.title) ?? (isNamed && above && above.text.length <= 30 ? nameOf(above) : null);
  return columns.amounts
    .map((each) => ({
      ...readVersion(table, columns, each, unit),
      name: each.isNamed ? nameOf(headerCell(table, each.amount)) : name,
    }))
    .filter(({ lines, problems }) => lines.length > 0 || problems.length > 0);
}

function readVersion(
  table: FlowTable,
  columns: BudgetColumns,
  { version, amount, percent, quantity, unitPrice: price }: BudgetColumns["amounts"][number],
  general: string | null,
): TableBudget {
  const read: TableBudget = {
    version,
    name: null,
    total: null,
    totalInCapitals: null,
    lines: [],
    problems: [],
  };
  const unitOf = (column: number): string => UNIT.exec(headerOf(table, column))?.[1] ?? general ?? "元";
  const rows: BudgetRow[] = [];
  const { group } = columns;
  const cover = coverOf(table.cells, table.rowCount, table.columnCount);
  for (const [index, row] of cover.entries()) {
    if (index < table.headerRows) continue;
    const first =
      row.find((cell) => cell && cell.content.text.trim() !== "")?.content.text.replace(/\s/g, "") ?? "";
    if (NOT_A_LINE.test(first)) continue;
    const money = cellMoney(row[amount], unitOf(amount));
    const isBanner = row[0] !== null && row.every((cell) => cell === row[0]);
    const label = labelOf(row, columns, isBanner ? null : row[amount]);
    const isLast = index === cover.length - 1;
    if (IN_CAPITALS.test(first)) {
      addTotal(read, row, amount, /\d/.test(row[amount]?.content.text ?? "") ? money : null);
      continue;
    }
    const isTotal = TOTAL.test(first) || (label && TOTAL.test(label.label.value));
    if (isTotal || (isLast && isLastTotal(row, first, rows, money))) {
      addTotal(read, row, amount, money);
      continue;
    }
    const wide =
      group && row[group.amount]?.row === index ? cellMoney(row[group.amount], unitOf(group.amount)) : null;
    const kind = group && row[group.label];
    if (wide && kind) rows.push(plainRow(kind, wide));
    if (!label) continue;
    if (!money) {
      const cell = row[amount];
      if (cell && !isBanner && /\d/.test(cell.content.text))
        read.problems.push(notUnderstood(cell.content, whole(cell.content), NO_NUMBER));
      rows.push({ ...label, kind: "group", line: null });
      continue;
    }
    const unitPrice = price === null ? null : cellMoney(row[price], unitOf(price));
    const line: BudgetLine = {
      label: label.label,
      parent: null,
      quantity: cellQuantity(row, quantity, columns.unit),
      unitPrice,
      amount: money,
      percent: percent === null ? null : cellPercent(row[percent]),
    };
    const isSubtotal = SUBTOTAL.test(first + label.label.value);
    rows.push({ ...label, kind: isSubtotal ? "subtotal" : group ? "part" : label.kind, line });
  }
  return { ...read, lines: nestRows(rows) };
}

/** The last row of a table is its total where it alone is called a sum; also where its word was misread, if the rows above add up to it. */
function isLastTotal(row: Row, first: string, rows: readonly BudgetRow[], money: Money | null): boolean {
  const isWide = row[0] !== null && row[0] === row[1];
  if (!money || rows.length < 2 || !(isWide || MAY_BE_TOTAL.test(first) || CALLED_TOTAL.test(first)))
    return false;
  const lines = rows.flatMap(({ line }) => (line ? [{ ...line, parent: null }] : []));
  const isOnlySum =
    SUM_OF_NAMED.test(first) && !lines.some(({ label }) => SUM_OF_NAMED.test(label.value.replace(/\s/g, "")));
  if (isOnlySum && isWide) return true;
  const sumOfTop = (some: readonly BudgetLine[]): number =>
    some.reduce((fen, { parent, amount }) => (parent === null ? fen + amount.fen : fen), 0);
  const readings = [lines, nestRows([...rows]), nestBySums(lines, money.fen)];
  return readings.some((reading) => sumOfTop(reading) === money.fen);
}

/** A wider kind's own sum. */
function plainRow({ content }: FlowCell, amount: Money): BudgetRow {
  const label = textAt(content, whole(content));
  const line: BudgetLine = { label, parent: null, quantity: null, unitPrice: null, amount, percent: null };
  return { label, kind: "plain", category: "", number: "", line };
}

/** The header of a column that names a year or lot. */
function headerCell(table: FlowTable, column: number): NormalText | null {
  const cells = table.cells.filter(
    ({ row, column: from, columnSpan }) =>
      row < table.headerRows && from <= column && column < from + columnSpan,
  );
  return cells.find(({ content }) => BUDGET_NAME.test(content.text))?.content ?? null;
}

/** The total stands in the amount's column; in 大写, or where the row is one wide cell, anywhere in the row. */
function addTotal(read: TableBudget, row: Row, column: number, money: Money | null): void {
  read.total ??= money;
  const cells = [...new Set(row.filter((cell) => cell !== null))];
  for (const { content } of cells) {
    for (const { digits, capitals } of findSums(content.text)) {
      if (digits && !read.total) read.total = moneyAt(content, digits);
      const inWords = capitals && moneyAt(content, capitals);
      if (capitals && !inWords) read.problems.push(notUnderstood(content, capitals, NO_CAPITALS));
      read.totalInCapitals ??= inWords;
    }
  }
  if (!read.total && !read.totalInCapitals && row[column] && /\d/.test(row[column].content.text))
    read.problems.push(notUnderstood(row[column].content, whole(row[column].content), NO_NUMBER));
}

/** What a row is of, by its label columns; a cell that reaches into the amount's column names nothing. */
function labelOf(row: Row, columns: BudgetColumns, amount: FlowCell | null): Omit<BudgetRow, "line"> | null {
  const cells = [...new Set(columns.labels.map((column) => row[column]))].filter(
    (cell): cell is FlowCell => cell !== null && cell !== amount && cell.content.text.trim() !== "",
  );
  const exact = cells.at(-1);
  if (!exact) return null;
  const { text } = exact.content;
  const part = PART.exec(text)?.[0].length ?? 0;
  const start = part + behindNumber(text.slice(part));
  const end = text.length - (/[：:；;，,\s]*$/.exec(text)?.[0].length ?? 0);
  const isPart = part > 0 || cells.some((cell) => /^其中\s*[:：]?$/.test(cell.content.text.trim()));
  const numberCell = columns.number === null ? null : row[columns.number];
  return {
    label: textAt(exact.content, { start: Math.min(start, end), end }),
    kind: isPart ? "part" : "plain",
    category: cells.length > 1 ? cells[0].content.text.replace(/\s/g, "").slice(0) : "",
    number:
      numberCell && numberCell !== exact ? numberCell.content.text.trim() : text.slice(part, start).trim(),
  };
}

function cellMoney(cell: FlowCell | null, unit: string): Money | null {
  if (!cell || !/\d|[壹贰叁肆伍陆柒捌玖]/.test(cell.content.text)) return null;
  // Two sums in one cell are two rows whose rule was not found: neither is this row's.
  const [sum, second] = findSums(cell.content.text);
  const span = whole(cell.content);
  const only = second ? null : sum?.digits;
  return moneyAt(cell.content, span, unit) ?? (only ? moneyAt(cell.content, only) : null);
}

function cellPercent(cell: FlowCell | null): Percent | null {
  return cell ? percentAt(cell.content, whole(cell.content), true) : null;
}

function cellQuantity(row: Row, quantity: number | null, unitColumn: number | null): Quantity | null {
  const cell = quantity === null ? null : row[quantity];
  const unit = unitColumn === null ? null : row[unitColumn]?.content.text.trim() || null;
  return cell ? quantityAt(cell.content, whole(cell.content), unit) : null;
}

/** A cell's text without blanks at its ends. */
function whole({ text }: NormalText): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** The year or lot that a title names. */
function nameOf(title: NormalText | null): Text | null {
  const named = title && BUDGET_NAME.exec(title.text);
  return named ? textAt(title, spanOf(named)) : null;
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
