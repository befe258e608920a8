import type { Version } from "../model/agreement.ts";
import type { FlowTable } from "../model/flow.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { detailsOf } from "./budget-columns-labels.ts";
import { isUnit } from "./budget-columns-unit.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { readAmount } from "./figures/index.ts";
import { listsCosts, paysAtStages } from "./stage-columns.ts";

/** What is known of a table's money beside its columns: the unit said, and the totals told before it, in fen. */
export interface MoneyHints {
  unit: string | null;
  totals: readonly number[];
  /** Whether the words before it announce what a sum is made up of. */
  isAnnounced: boolean;
  /** Whether it stands in a clause of payments. */
  isPayment: boolean;
}

const OTHER_AMOUNT = /单价|分值|得分|人数|数量|税/;
/** 财政拨款 says where money comes from. */
const PAYMENT = /付款|付费|缴费|(?<!财政|专项|中央|地方|上级|[国省市县区]级?)拨款|支付|拨付|期次|分期|期数/;
const FEWEST_ROWS = 2;

/**
 * The columns of a budget table whose header says nothing that is known, or that has none: the amounts are the column
 * of money that adds up to its own last row or to a total told before. Null where no column does.
 */
export function findTypedColumns(
  table: FlowTable,
  version: Version,
  hints: MoneyHints,
): BudgetColumns | null {
  const types = findColumnTypes(table);
  const columns = types.map((_, column) => column);
  const headers = columns.map((column) => headerOf(table, column));
  if (
    (headers.some((header) => PAYMENT.test(header)) && !listsCosts(headers)) ||
    paysAtStages(headers, hints.isPayment)
  )
    return null;
  const isMoney = (column: number): boolean =>
    ["money", "number"].includes(types[column] ?? "") && !OTHER_AMOUNT.test(headerOf(table, column));
  const amount =
    columns.findLast((column) => isMoney(column) && addsUp(cellsOf(table, column), hints)) ??
    onlyAnnounced(table, columns.filter(isMoney), hints);
  if (amount === undefined) return null;
  const labels = columns.filter(
    (column) => column < amount && types[column] === "text" && !isUnit(table, column),
  );
  if (labels.length === 0) return null;
  // 费率: what a row's amount is reckoned by, and no share of the whole.
  const percent =
    columns.find(
      (column) =>
        types[column] === "percent" &&
        !/[税费利折]率|费率|点数|折扣|下浮|上浮|优惠|让利/.test(headers[column]),
    ) ?? null;
  const number = columns.find((column) => column < labels[0] && types[column] === "number") ?? null;
  return {
    labels: labels.slice(0, 2),
    details: detailsOf(headers, labels.slice(0, 2)),
    number,
    unit: null,
    group: null,
    amounts: [{ version, amount, percent, isNamed: false, quantity: null, counts: [], unitPrice: null }],
  };
}

/** Of a table that was announced as what a sum is made up of the one column of money, where it comes near a total: one of its figures may be wrong. */
function onlyAnnounced(
  table: FlowTable,
  money: readonly number[],
  { unit, totals, isAnnounced }: MoneyHints,
): number | undefined {
  const [column, more] = money.filter((each) => !/^序号?$|编号/.test(headerOf(table, each)));
  if (!isAnnounced || column === undefined || more !== undefined) return undefined;
  const cells = cellsOf(table, column);
  const isMoney =
    unit !== null || MONEY.test(headerOf(table, column)) || cells.every((text) => SIGN.test(text));
  if (!isMoney) return undefined;
  const values = cells.map((text) => readAmount(text, unit ?? "元")?.fen ?? null);
  if (values.length < FEWEST_ROWS || values.some((value) => value === null || value <= 0)) return undefined;
  const all = values.reduce((sum: number, value) => sum + (value ?? 0), 0);
  const last = values[values.length - 1] ?? 0;
  return totals.some((total) => [all, all - last].some((sum) => Math.abs(sum - total) <= MOST_OFF * total))
    ? column
    : undefined;
}

/** What says that a figure, or a header's column, is of money. */
const SIGN = /[元圆¥￥]/;
const MONEY = /[元圆¥￥费款价]|人民币|金额|经费|预算|造价|报酬|工资|薪|资金|投资|支出|成本|开支/;

/** How far from its parts a total may be that one wrong figure put wrong. */
const MOST_OFF = 0.35;

function addsUp(cells: readonly string[], { unit, totals }: MoneyHints): boolean {
  const values = cells.map((text) => readAmount(text, unit ?? "元")?.fen ?? null);
  if (values.length < FEWEST_ROWS || values.some((value) => value === null || value <= 0)) return false;
  const all = values.reduce((sum: number, value) => sum + (value ?? 0), 0);
  const last = values[values.length - 1] ?? 0;
  const isTotalled = values.length > FEWEST_ROWS && all === 2 * last;
  const isKnown = (isTotalled && totals.includes(last)) || totals.includes(all);
  const isMoney = unit !== null || cells.every((text) => SIGN.test(text));
  return isKnown || (isTotalled && isMoney);
}

const cellsOf = (table: FlowTable, column: number): string[] =>
  table.cells
    .filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= table.headerRows)
    .sort((a, b) => a.row - b.row)
    .map(({ content }) => content.text.trim())
    .filter((text) => text !== "");
