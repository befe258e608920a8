import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowCell } from "../model/flow.ts";
import type { Money, Percent, Quantity } from "../model/value.ts";
import { cellMoney, cellPercent, cellQuantity, NOTHING, type Row, whole } from "./budget-cells.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { productOf } from "./budget-factored.ts";
import { notUnderstood } from "./budget-figures.ts";
import { trimText } from "./evidence.ts";

/** The amounts beside each cell of shares that reaches over several of them. */
export type SharedPercents = Map<FlowCell, Money[]>;

/** Whether a cell reaches over more rows than another of the same row. */
const isWider = (cell: FlowCell, { row, rowSpan }: FlowCell): boolean =>
  cell.rowSpan > 1 && (cell.row < row || cell.row + cell.rowSpan > row + rowSpan);

/** Where a row stands, and the shares noted so far. */
interface Beside {
  columns: Pick<BudgetColumns, "group">;
  column: BudgetColumns["amounts"][number];
  cover: readonly Row[];
  shared: SharedPercents;
}

/** The share beside an amount, null where it is that of several amounts together, or of the kind that they are of; these are noted then. */
export function ownPercent(row: Row, money: Money, beside: Beside): Percent | null {
  const { column } = beside;
  const cell = column.percent === null ? null : row[column.percent];
  const amount = row[column.amount];
  if (!cell) return null;
  if (!(amount && isWider(cell, amount)) && !isOfKind(row, cell, beside)) return cellPercent(cell);
  notePercent(row, money, beside);
  return null;
}

/** Notes the share beside the sum of a wider kind where it reaches over the same rows as that does. */
export function notePercent(row: Row, money: Money, { column: { percent }, shared }: Beside): void {
  const cell = percent === null ? null : row[percent];
  if (cell) shared.set(cell, [...(shared.get(cell) ?? []), money]);
}

/** Whether shares are merged as the sums of kinds are, so that this one is of a kind though its kind has one row. */
function isOfKind(
  row: Row,
  cell: FlowCell,
  { columns: { group }, column: { percent }, cover }: Beside,
): boolean {
  const sum = group && row[group.amount];
  if (!sum || percent === null || sum.row !== cell.row || sum.rowSpan !== cell.rowSpan) return false;
  return cover.some((other) => (other[percent]?.rowSpan ?? 1) > 1 && other[percent] !== cover[0][percent]);
}

/**
 * Gives each share of several amounts to the line that all others of them are parts of, or to the one line that there is;
 * where there is none, to nobody: what it says of them together the rules judge by the table itself.
 */
export function giveShared(lines: readonly BudgetLine[], shared: SharedPercents): BudgetLine[] {
  const given = new Map<BudgetLine, Percent>();
  for (const [cell, amounts] of shared) {
    const own = lines.filter(({ amount }) => amounts.includes(amount));
    const holder = own.find((whole) =>
      own.every((line) => line === whole || line.parent === whole.label.value),
    );
    const percent = cellPercent(cell);
    if (holder && percent) given.set(holder, percent);
  }
  return lines.map((line) => {
    const percent = given.get(line);
    return percent ? { ...line, percent } : line;
  });
}

/** What is known of a table beside one of its rows. */
interface Around {
  rows: readonly Row[];
  unitOf: (at: number) => string;
}

/**
 * The count and the price beside an amount. One that is merged otherwise than the amount is is no figure of this amount alone,
 * unless amounts come out by it row by row (12 months merged beside the pay of three people).
 */
export function ownFactors(
  row: Row,
  columns: BudgetColumns,
  column: BudgetColumns["amounts"][number],
  { rows, unitOf }: Around,
): Pick<BudgetLine, "quantity" | "unitPrice"> {
  const amount = row[column.amount];
  const factors = factorsOf(row, columns, column, unitOf);
  const isOwn = (at: number | null): boolean => {
    const cell = at === null ? null : row[at];
    if (!cell || !amount) return false;
    if (!isWider(cell, amount)) return cell.rowSpan >= amount.rowSpan;
    return isReckoned(rows.slice(cell.row, cell.row + cell.rowSpan), columns, column, unitOf);
  };
  const counts = column.counts.length > 0 ? column.counts : [column.quantity];
  return {
    quantity: counts.every(isOwn) ? factors.quantity : null,
    unitPrice: isOwn(column.unitPrice) ? factors.unitPrice : null,
  };
}

/** A problem where rows with one amount together have counts and prices of their own that don't come to it. */
export function judgeMerged(
  cell: FlowCell,
  columns: BudgetColumns,
  column: BudgetColumns["amounts"][number],
  { rows, unitOf }: Around,
): Problem[] {
  const amount = cellMoney(cell, unitOf(column.amount));
  const products = rows.slice(cell.row, cell.row + cell.rowSpan).map((row) => {
    const { quantity, unitPrice } = factorsOf(row, columns, column, unitOf);
    const isMerged = [column.quantity, ...column.counts, column.unitPrice].some(
      (at) => at !== null && row[at]?.rowSpan !== 1,
    );
    return quantity && unitPrice && !isMerged ? Number(quantity.value) * unitPrice.fen : null;
  });
  const sum = products.reduce(
    (all: number | null, one) => (all === null || one === null ? null : all + one),
    0,
  );
  const isOff = amount !== null && sum !== null && Math.abs(sum - amount.fen) >= amount.precisionFen;
  return isOff ? [notUnderstood(cell.content, whole(cell.content), NOT_THEIR_PRODUCTS)] : [];
}

const NOT_THEIR_PRODUCTS = {
  zh: "这笔金额为多行合用，与各行单价乘以数量之和不符，请核对原件",
  en: "this sum is of several rows together, whose counts times prices don't come to it; check the page",
};

function factorsOf(
  row: Row,
  { unit }: BudgetColumns,
  { amount, quantity, counts, unitPrice }: BudgetColumns["amounts"][number],
  unitOf: (at: number) => string,
): Pick<BudgetLine, "quantity" | "unitPrice"> {
  const price = unitPrice === null ? null : cellMoney(row[unitPrice], unitOf(unitPrice));
  const many = (): Quantity | null =>
    manyOf(row, counts, { price, amount: cellMoney(row[amount], unitOf(amount)) });
  return {
    quantity: counts.length > 0 ? many() : cellQuantity(row, quantity, unit),
    unitPrice: price,
  };
}

/** What several counts come to; a dash for one of them (1项 | 38,500 | —) leaves the others, if these come to the amount. */
function manyOf(
  row: Row,
  counts: readonly number[],
  { price, amount }: { price: Money | null; amount: Money | null },
): Quantity | null {
  const cells = counts.flatMap((at) => row[at] ?? []);
  const counted = cells.filter(({ content }) => content.text.trim() !== "" && !NOTHING.test(content.text));
  if (counted.length === counts.length) return productOf(counted.map(({ content }) => trimText(content)));
  const product = counted.length > 0 ? productOf(counted.map(({ content }) => trimText(content))) : null;
  const comesOut = product && price && amount && Number(product.value) * price.fen === amount.fen;
  return comesOut ? product : null;
}

/** Whether of rows with an amount there is one only, or half of those with all three figures come out. */
function isReckoned(
  rows: readonly Row[],
  columns: BudgetColumns,
  column: BudgetColumns["amounts"][number],
  unitOf: (at: number) => string,
): boolean {
  const amounts = rows.map((row) => cellMoney(row[column.amount], unitOf(column.amount)));
  if (amounts.filter((amount) => amount !== null).length < 2) return true;
  const fits = rows.flatMap((row, at) => {
    const { quantity, unitPrice } = factorsOf(row, columns, column, unitOf);
    const amount = amounts[at];
    if (!quantity || !unitPrice || !amount) return [];
    return [Math.abs(Number(quantity.value) * unitPrice.fen - amount.fen) * 2 <= amount.precisionFen];
  });
  // With no count to judge it by, a price is told of each row, whose product then nobody can tell.
  if (fits.length === 0) return column.quantity === null && column.counts.length === 0;
  return fits.some((fit) => fit) && fits.filter((fit) => fit).length * 2 >= fits.length;
}
