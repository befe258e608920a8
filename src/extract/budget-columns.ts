import type { Version } from "../model/agreement.ts";
import type { FlowTable } from "../model/flow.ts";
import { partColumns } from "../model/relation-formula.ts";
import { type AmountColumn, versionsOf, yearsOf } from "./budget-columns-amounts.ts";
import { detailsOf, findLabels } from "./budget-columns-labels.ts";
import { type GroupColumns, mergedGroupOf } from "./budget-columns-merged.ts";
import { findReckoning } from "./budget-columns-products.ts";
import { type Figures, type ReckonedBy, reckonedBy } from "./budget-columns-reckoned.ts";
import { isUnit } from "./budget-columns-unit.ts";
import {
  AFTER,
  AMOUNT,
  BEFORE,
  LISTED_PRICE,
  NUMBER,
  OTHER_MONEY,
  PAYMENT,
  PERCENT,
  QUANTITY,
  UNIT_PRICE,
  YEAR,
} from "./budget-columns-words.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { listsCosts, paysAtStages } from "./stage-columns.ts";

/** What the columns of a budget table hold; null where it has no such column. */
export interface BudgetColumns {
  /** From the widest to the most exact; at least one. */
  labels: number[];
  /** The last of the labels where it tells what is in the thing that the one before it names (类别 | 明细); a row's name only where several rows share that one. */
  details: number | null;
  number: number | null;
  unit: number | null;
  /** A wider label with a sum of its own: 类别 | 类别小计 | 明细 | 金额, or 类别 | 明细 | 金额 | 小计; no label where none stands beside it. */
  group: GroupColumns | null;
  /** One a version, for an amendment may put 调整前 beside 调整后; or one a year or lot, whose header names it. */
  amounts: (AmountColumn & ReckonedBy)[];
}

/** The columns by which a table is a budget; null when it is another kind of table. */
export function findBudgetColumns(
  table: FlowTable,
  fallback: Version,
  isPayment: boolean,
): BudgetColumns | null {
  const types = findColumnTypes(table);
  const headers = types.map((_, column) => headerOf(table, column));
  if (
    (headers.some((header) => PAYMENT.test(header)) && !listsCosts(headers)) ||
    headers.some((header) => SIGNED.test(header)) ||
    paysAtStages(headers, isPayment)
  )
    return null;
  const figures = findFigureColumns(table, { types, headers });
  const { isCompared, isOfYears } = figures;
  if (figures.amounts.length === 0) return null;
  const isLabel = (column: number): boolean =>
    !NUMBER.test(headers[column]) &&
    !isUnit(table, column) &&
    !/备注|说明|^[^，。]{0,6}(?:率|折扣?|比例|占比)(?:[（(].*)?$/.test(headers[column]) &&
    isWords(table, column);
  const isWide = (column: number): boolean => isLabel(column) && types[column] !== "quantity";
  const isPlain = !isCompared && !isOfYears;
  const merged = isPlain ? mergedGroupOf(table, figures.amounts, isWide) : null;
  const amounts = figures.amounts.filter((column) => column !== merged?.amount);
  const group = merged ?? (isPlain ? groupOf(amounts, isWide) : null);
  // 类别 | 占比 | 明细 | 金额: a share merged over a kind's rows parts no names from figures.
  const percents = figures.percents.filter((column) => !isMergedOver(table, column));
  const labels = findLabels(table, headers, isLabel, {
    from: (merged ? (merged.label ?? -1) : (group?.amount ?? -1)) + 1,
    to: firstFigure({ ...figures, amounts, percents }, merged ? null : group),
  });
  if (labels.length === 0) return null;
  const columns = isOfYears
    ? yearsOf(table, amounts, figures.percents, fallback)
    : versionsOf(table, amounts, figures.percents, fallback);
  return {
    labels,
    details: detailsOf(headers, labels),
    number: orNull(headers.findIndex((header) => NUMBER.test(header))),
    unit: orNull(headers.findIndex((_, column) => isUnit(table, column))),
    group,
    amounts: columns.map((column) => ({ ...column, ...reckonedBy(table, column, columns.length, figures) })),
  };
}

/** 文件 | 签订日期 | 累计合同金额: a table of papers that were signed, and of no costs. */
const SIGNED = /^(?:签订|签署|签约|订立)(?:日期|时间)$/;

interface Columns {
  types: ReturnType<typeof findColumnTypes>;
  headers: readonly string[];
}

/** What the columns of figures hold, by their headers and by what they hold. */
function findFigureColumns(table: FlowTable, { types, headers }: Columns): Figures {
  const where = (pattern: RegExp, kinds: readonly (string | null)[]): number[] =>
    headers.flatMap((header, column) =>
      pattern.test(header) && kinds.includes(types[column]) ? [column] : [],
    );
  const says = (pattern: RegExp): boolean => headers.some((header) => pattern.test(header));
  const prices = where(UNIT_PRICE, ["money", "number", "quantity", null]);
  const percents = where(PERCENT, ["percent"]);
  const isCompared = says(BEFORE) && says(AFTER);
  const isOfYears = where(YEAR, ["money", "number"]).length > 1 && says(AMOUNT);
  const compared = isCompared ? `|${BEFORE.source}|${AFTER.source}` : "";
  const amountWords = new RegExp(`${AMOUNT.source}${compared}${isOfYears ? `|${YEAR.source}` : ""}`);
  const parts = partColumns(headers);
  const isAmount = (column: number, header: string): boolean =>
    !prices.includes(column) &&
    !percents.includes(column) &&
    !parts.has(column) &&
    !OTHER_MONEY.test(header) &&
    !(QUANTITY.test(header) && !AMOUNT.test(header)) &&
    hasNumbers(table, column);
  const sums = where(amountWords, ["money", "number", null]);
  const withTax = sums.filter((column) => isAmount(column, headers[column]));
  // 不含税金额 is what a row costs where no other column tells it, and the tax stands in a row of its own.
  const named =
    withTax.length > 0 || !hasTaxRow(table, headers)
      ? withTax
      : sums.filter((column) => isAmount(column, headers[column].replace(NET, "")));
  const kept = withoutPrices(table, named, { headers, isCompared });
  const amounts = isCompared || isOfYears ? kept : summedInstead(table, kept, { types, headers });
  const quantities = where(QUANTITY, ["number", "quantity", null]).filter(
    (column) => !amounts.includes(column) && !prices.includes(column) && hasNumbers(table, column),
  );
  const isOfUnits =
    quantities.length === 0 &&
    isUnitPriced(table, headers) &&
    amounts.every((at) => AGREED.test(headers[at]) || (prices.length > 0 && LISTED_PRICE.test(headers[at])));
  return { amounts: isOfUnits ? [] : amounts, prices, quantities, percents, isCompared, isOfYears };
}

/** 品目 | 单位 | 协议价（元）, with no count and no sum: what one of each costs, whenever it is ordered. */
const isUnitPriced = (table: FlowTable, headers: readonly string[]): boolean =>
  table.cells.some(
    ({ row, column, content }) =>
      row >= table.headerRows &&
      /^(?:计[量价])?单位$/.test(headers[column]) &&
      /^[^套项批次年全]+$/.test(content.text.trim()),
  ) &&
  !table.cells.some(
    ({ row, content }) =>
      row >= table.headerRows && /^(?:[合总共小]\s*计|总\s*[价额])/.test(content.text.trim()),
  );
/** 协议价, and no price of all that is bought. */
const AGREED = /^(?:协议|执行|供货|成交|中标|折后|优惠|定点|结算|含税)价(?:格)?(?:[（(]|$)/;

/** Whether the tax stands in a row, and in no column. */
const hasTaxRow = (table: FlowTable, headers: readonly string[]): boolean =>
  !headers.some((header) => /税率|(?<!不含)税[额金]/.test(header)) &&
  table.cells.some(
    ({ row, content }) =>
      row >= table.headerRows && /^(?:增值)?税(?:金|额|款)?(?:[（(]|$)/.test(content.text.trim()),
  );

const NET = /不含(?:增值)?税|未税/;

/** Without what other amounts are reckoned from, and without what things would have cost. */
function withoutPrices(
  table: FlowTable,
  named: readonly number[],
  { headers, isCompared }: { headers: readonly string[]; isCompared: boolean },
): number[] {
  const all = headers.flatMap((header, column) => (NUMBER.test(header) ? [] : [column]));
  const factors = named.map((amount) => findReckoning(table, amount, all)?.unitPrice ?? null);
  const kept = named.filter((column) => !factors.includes(column));
  const agreed = kept.filter((column) => !LISTED_PRICE.test(headers[column]));
  return isCompared || agreed.length === 0 ? kept : agreed;
}

/** 送审造价 | 咨询费: the one column of fees that the last row sums, where it sums none of those that are called amounts. */
function summedInstead(table: FlowTable, amounts: readonly number[], { types, headers }: Columns): number[] {
  const inLast = (column: number): boolean =>
    table.cells.some(
      (cell) => cell.row === table.rowCount - 1 && cell.column === column && /\d/.test(cell.content.text),
    );
  const hasSum = table.cells.some(
    (cell) => cell.row === table.rowCount - 1 && /^(?:[合总共]\s*计|总\s*额)/.test(cell.content.text.trim()),
  );
  const [fee, more] = types.flatMap((type, column) =>
    /费(?:[（(]|$)/.test(headers[column]) && (type === "money" || type === "number") && inLast(column)
      ? [column]
      : [],
  );
  const isSummed = !hasSum || fee === undefined || more !== undefined || amounts.some(inLast);
  return isSummed ? [...amounts] : [fee];
}

const firstFigure = (
  { amounts, prices, quantities, percents }: Figures,
  group: BudgetColumns["group"],
): number =>
  Math.min(
    ...amounts.filter((column) => column !== group?.amount),
    ...[...prices, ...quantities, ...percents].filter((column) => column > (group?.amount ?? -1)),
  );

/** The first amounts are of a wider kind where words stand before them and between them and the last ones. */
function groupOf(amounts: readonly number[], isLabel: (column: number) => boolean): GroupColumns | null {
  const [amount, last] = [amounts[0], amounts[amounts.length - 1]];
  const before = Array.from({ length: Math.max(0, amount) }, (_, column) => column).findLast(isLabel);
  const hasWordsBetween = Array.from(
    { length: Math.max(0, last - amount - 1) },
    (_, n) => amount + 1 + n,
  ).some(isLabel);
  return before !== undefined && hasWordsBetween ? { label: before, amount } : null;
}

const isMergedOver = (table: FlowTable, column: number): boolean =>
  table.cells.some((cell) => cell.column === column && cell.row >= table.headerRows && cell.rowSpan > 1);

function hasNumbers(table: FlowTable, column: number): boolean {
  return table.cells.some(
    (cell) => cell.column === column && cell.row >= table.headerRows && /\d/.test(cell.content.text),
  );
}

function isWords(table: FlowTable, column: number): boolean {
  return table.cells.some(
    (cell) =>
      cell.column === column && cell.row >= table.headerRows && /\p{Script=Han}/u.test(cell.content.text),
  );
}

const orNull = (column: number): number | null => (column < 0 ? null : column);
