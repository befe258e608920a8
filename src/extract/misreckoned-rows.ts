import { compare, type Decimal, readDecimal, wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { standsAt } from "./evidence.ts";
import { judgedPlaces } from "./told-places.ts";
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
/** What a product is taken times: as it is, by the months of a year, told in 万元, or a share of it. */
const SCALES = [1, 12, 1e-4, 0.01];
/** So near one wrong figure mostly leaves a sum. */
const MOST_OFF = 0.35;

/** A row's numbers by their columns. */
type Row = ReadonlyMap<number, { value: number; cell: FlowCell }>;

/**
 * Problems for rows of tables whose number isn't the product or the sum of two others, though it is in most rows, be the
 * columns called what they may; and for reckonings written in a cell (3人×8,000元/月×12个月) that no number of the row is.
 */
export function findMisreckonedRows(flow: Flow, contents: Contents): Problem[] {
  const known = judgedPlaces(contents);
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
        return number ? [[cell.column, { value: worthOf(number.value), cell }]] : [];
      }),
    );
  });

const worthOf = ({ units, scale }: Decimal): number => Number(units) / 10 ** scale;

/** Rows that don't come out where most do, each column's once. */
function oddRows(table: FlowTable): Odd[] {
  const rows = rowsOf(table);
  const columns = Array.from({ length: table.columnCount }, (_, column) => column);
  const odd = columns.flatMap((a) =>
    columns
      .slice(a + 1)
      .flatMap((b) =>
        columns
          .filter((c) => c !== a && c !== b)
          .flatMap((c) => [
            ...SCALES.flatMap((scale) => unlike(rows, [a, b, c], (x, y) => x * y * scale)),
            ...unlike(rows, [a, b, c], (x, y) => x + y),
          ]),
      ),
  );
  return odd.filter(({ cell }, at) => odd.findIndex((other) => other.cell === cell) === at);
}

function unlike(
  rows: readonly Row[],
  [a, b, c]: readonly number[],
  reckon: (x: number, y: number) => number,
): Odd[] {
  const full = rows.flatMap((row) => {
    const [x, y, z] = [row.get(a), row.get(b), row.get(c)];
    // 0 and 1 come out by chance.
    return x && y && z && x.value > 1 && y.value > 1 && z.value > 0
      ? [{ row, cell: z.cell, isIt: isSame(reckon(x.value, y.value), z.value) }]
      : [];
  });
  const right = full.filter(({ isIt }) => isIt).length;
  return right >= FEWEST_ROWS && right * 2 > full.length
    ? full.filter(({ isIt }) => !isIt).map(({ row, cell }) => ({ row, cell, why: UNLIKE_OTHERS }))
    : [];
}

/** To the last of two decimals. */
const isSame = (product: number, printed: number): boolean =>
  Math.abs(product - printed) < Math.max(0.0101, printed * 1e-9);

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
