import { compare, type Decimal, readDecimal, wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { type PlainNumber, readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { rememberedByText } from "../model/remembered.ts";
import { notUnderstood } from "./budget-figures.ts";
import { standsAt } from "./evidence.ts";
import { type Reckoning, reckoningsOf } from "./row-reckonings.ts";
import { flawedPlaces } from "./told-places.ts";
import { productsIn } from "./written-reckonings.ts";

const UNLIKE_OTHERS = {
  zh: "其余各行此列都等于另两列之积或之和，唯此处不符，请核对原件",
  en: "in the other rows this column is what two others come to, but not here; check the page",
};
const NOT_AS_RECKONED = {
  zh: "按此处所写算式计算，与本行金额不符，请核对原件",
  en: "the reckoning written here doesn't come to the sum of its row; check the page",
};

/** So many rows must come out before what a column means is known. */
const FEWEST_ROWS = 2;
/** Small counts come out by chance: so many digits the right results must have together. */
const FEWEST_DIGITS = 5;
const FEWEST_CALLED = 4;
/** So near one wrong figure mostly leaves a sum. */
const MOST_OFF = 0.35;

/** A row's numbers by their columns. */
type Row = ReadonlyMap<number, { value: number; cell: FlowCell }>;

/**
 * Problems for rows of tables whose number isn't the product or the sum of two others, though it is in most rows, be the
 * columns called what they may; and for reckonings written in a cell (3人×8,000元/月×12个月) that no number of the row is.
 */
export function findMisreckonedRows(flow: Flow, contents: Contents): Problem[] {
  const known = flawedPlaces(contents);
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .flatMap((table) => [...oddRows(table), ...oddReckonings(table)])
    .filter(({ row }) => ![...row.values()].some(({ cell }) => standsAt(cell.content, known)))
    .map(({ cell, why }) => notUnderstood(cell.content, { start: 0, end: cell.content.text.length }, why));
}

interface Odd {
  row: Row;
  cell: FlowCell;
  why: { zh: string; en: string };
}

const rowsOf = (table: FlowTable): Row[] =>
  Array.from({ length: table.rowCount - table.headerRows }, (_, at) => {
    const cells = table.cells.filter(({ row }) => row === at + table.headerRows);
    return new Map(
      cells.flatMap((cell): [number, { value: number; cell: FlowCell }][] => {
        const number = readPlainNumber(cell.content.text);
        return number ? [[cell.column, { value: worthOf(number), cell }]] : [];
      }),
    );
  });

/** 9折 and 85折 as the percent that they leave, 90 and 85. */
function worthOf({ value: { units, scale }, unit }: PlainNumber): number {
  const value = Number(units) / 10 ** scale;
  return unit === "折" && value < 10 ? value * 10 : value;
}

/** 小计, 合计: a row that says what others come to. */
const SUM = /[小合总共]\s*计/;

/** Rows that don't come out where most do, each column's once. */
function oddRows(table: FlowTable): Odd[] {
  const sums = new Set(table.cells.filter(({ content }) => SUM.test(content.text)).map(({ row }) => row));
  const rows = rowsOf(table).map((row, at) => ({ row, isOfSums: sums.has(at + table.headerRows) }));
  const figured = (column: number): boolean =>
    rows.filter(({ row }) => row.has(column)).length >= FEWEST_ROWS;
  const ways = reckoningsOf(table, figured).map((each) => ({
    ...unlike(rows, each),
    columns: columnsOf(each),
  }));
  // 5 × 13,600 = 68,000, as in all rows: a price that by chance is a hundredth of count times sum elsewhere is right.
  const whole = new Set(
    ways.flatMap(({ odd, right, columns }) => (odd.length === 0 && right.length > 0 ? columns : [])),
  );
  const read = ways.map(({ odd, right, columns }) => ({ odd: whole.has(columns) ? [] : odd, right }));
  // 工资＋社保, where there is one of a post: what another reckoning makes of a cell is right.
  const right = new Set(read.flatMap(({ right }) => right));
  const odd = read.flatMap((each) => each.odd).filter(({ cell }) => !right.has(cell));
  return odd.filter(({ cell }, at) => odd.findIndex((other) => other.cell === cell) === at);
}

const columnsOf = ({ parts, result }: Reckoning): string =>
  [...parts, result].sort((a, b) => a - b).join(" ");

/** What sums up rows is judged where all of these come out, and where it may come out as they do. */
function unlike(
  rows: readonly { row: Row; isOfSums: boolean }[],
  { parts, result, reckon, isSum, isCalledSo }: Reckoning,
): { odd: Odd[]; right: FlowCell[] } {
  const full = rows.flatMap(({ row, isOfSums }) => {
    const values = parts.map((part) => row.get(part)?.value ?? 0);
    const z = row.get(result);
    // 0 and 1 come out by chance; but one of people × pay × months may be 1, and a change.
    const telling = values.filter((value) => ![0, 1].includes(Math.abs(value))).length;
    const isTelling = telling >= Math.min(2, parts.length) || ((isCalledSo || isSum) && telling > 0);
    return z && z.value !== 0 && isTelling && values.every((value) => value !== 0)
      ? [
          {
            row,
            isOfSums,
            isPlain: telling < parts.length,
            cell: z.cell,
            digits: digitsOf(z.cell.content.text),
            isSlip: isSlip(reckon(values), z.value),
            // 减 | 3个 | 2,400 | -7,200: what is taken off is below zero.
            isIt:
              isSame(reckon(values), z.value) || (!isSum && z.value < 0 && isSame(reckon(values), -z.value)),
            isOnce: isSame(
              values.reduce((all, value) => all * value, 1),
              z.value,
            ),
          },
        ]
      : [];
  });
  const items = full.filter(
    ({ isOfSums, isPlain }) => !isOfSums && (isCalledSo || isSum || parts.length > 2 || !isPlain),
  );
  const right = items.filter(({ isIt }) => isIt);
  const digits = right.reduce((sum, { digits }) => sum + digits, 0);
  // One of two rows shows it where the headers say it as well, or where one slip makes the other come out.
  const isSaid = isCalledSo || items.every(({ isIt, isSlip }) => isIt || isSlip);
  const isShown = isSaid && right.length > 0 && right.length * 2 >= items.length && digits >= FEWEST_CALLED;
  const areMany = right.length >= FEWEST_ROWS && right.length * 2 > items.length;
  if (!(areMany || isShown) || right.every(({ isPlain }) => isPlain)) return NOTHING;
  if (!isCalledSo && !isShown && digits < FEWEST_DIGITS) return NOTHING;
  // 150户×180元, one-off, among prices by the month of a year.
  const odd = items.filter(({ isIt, isOnce }) => !isIt && !isOnce);
  const oddSums = isSum && odd.length === 0 ? full.filter(({ isOfSums, isIt }) => isOfSums && !isIt) : [];
  return {
    odd: [...odd, ...oddSums].map(({ row, cell }) => ({ row, cell, why: UNLIKE_OTHERS })),
    right: right.map(({ cell }) => cell),
  };
}

const NOTHING = { odd: [], right: [] };

/** How many digits a number is printed with, but for zeros before it, and no more than two decimals. */
const digitsOf = rememberedByText(
  (text) =>
    text
      .replace(/(\.\d{2})\d+/, "$1")
      .replace(/\D/g, "")
      .replace(/^0+/, "").length,
);

/** To the last of two decimals. */
const isSame = (product: number, printed: number): boolean =>
  Math.abs(product - printed) < Math.max(0.0101, Math.abs(printed) * 1e-9);

/** Whether one digit, or two changed about, make what is printed of what it should be. */
const isSlip = (meant: number, printed: number): boolean =>
  Number.isFinite(meant) && looksSlipped(asDecimal(printed), asDecimal(meant));

const asDecimal = (value: number): Decimal => readDecimal(value.toFixed(2));

/** Reckonings in cells that no number of their row is, where one nearly is, or where others of their column are. */
function oddReckonings(table: FlowTable): Odd[] {
  const rows = rowsOf(table);
  const written = table.cells.flatMap((cell) => {
    const row = rows[cell.row - table.headerRows];
    const numbers = row ? [...row.values()].map(({ value }) => value) : [];
    if (numbers.length === 0) return [];
    return productsIn(cell.content.text).map((product) => ({
      ...{ row, cell, why: NOT_AS_RECKONED },
      isIt: numbers.some((value) => isAnyScale(product, value)),
      isNear: numbers.some((value) => isNear(product, value)),
    }));
  });
  return written.filter(
    ({ cell, isIt, isNear }) =>
      !isIt && (isNear || written.some((other) => other.isIt && other.cell.column === cell.column)),
  );
}

const isAnyScale = (product: number, value: number): boolean =>
  [1, 1e-4, 12, 1 / 12].some((scale) => isSame(product * scale, value));

/** Whether a digit or two make a product of another number. */
function isNear(product: number, value: number): boolean {
  if (value <= 0 || product <= 0) return false;
  const [a, b] = [product, value].map((number) => decimalOf(number));
  return (
    Math.abs(product - value) <= MOST_OFF * product ||
    (compare(a, wholeToDecimal(0)) > 0 && looksSlipped(a, b))
  );
}

const decimalOf = (number: number): Decimal => readDecimal(number.toFixed(2));
