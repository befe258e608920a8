import type { Problem } from "../model/finding.ts";
import type { NormalCell, NormalScan, NormalTable } from "../model/normal-text.ts";
import { unionOfBoxes } from "../model/place.ts";
import { FIGURE, isLevel, type PrintedRow, printedRows } from "./printed-rows.ts";
import { areSpacedRows } from "./spaced-rows.ts";

/**
 * Problems for tables whose grid is at odds with what stands in it: several figures one below the other in one cell, at
 * the heights of those in other cells of its row; numbers that count rows within one cell; or figures beside others in
 * one column, row for row. A rule that the scan hid makes rows, or columns, one.
 */
export function findMergedRows(scan: NormalScan): Problem[] {
  return scan.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? problemsOf(block) : [])),
  );
}

/** A cell and the rows that it is printed in. */
interface Printed {
  cell: NormalCell;
  rows: PrintedRow[];
}

function problemsOf(table: NormalTable): Problem[] {
  const cells = table.cells.map((cell): Printed => ({ cell, rows: printedRows(cell.content) }));
  const merged = [...rowsAtOdds(cells), ...countsAtOdds(cells)];
  const beside = [...columnsAtOdds(cells), ...spansAtOdds(cells, table)];
  const cut = wordsCut(cells);
  return [
    ...(merged.length > 0 ? [unsure(table, merged, ROWS)] : []),
    ...(beside.length > 0 ? [unsure(table, beside, COLUMNS)] : []),
    ...(cut.length > 0 ? [unsure(table, cut, CUT)] : []),
  ];
}

const ROWS = {
  zh: "表格一行内各列上下并列着几行内容，可能把几行读成了一行，请核对原件",
  en: "one table row holds several lines that stand level in its columns, as rows of their own do: rows may have been read as one; check the page",
};
const COLUMNS = {
  zh: "表格一列内逐行左右并列着数字，可能把几列读成了一列，请核对原件",
  en: "one table column holds figures side by side, row for row: columns may have been read as one; check the page",
};
const CUT = {
  zh: "表格一行中唯一的一句话跨过两格，可能把一格读成了两格，请核对原件",
  en: "the only words of a table row run on from one cell to the next: one cell may have been read as two; check the page",
};

const unsure = (
  { pageNumber }: NormalTable,
  cells: readonly NormalCell[],
  message: Problem["message"],
): Problem => ({
  code: "ambiguous-grid",
  pageNumber,
  box: unionOfBoxes(cells.map(({ box }) => box)),
  message,
});

/** Figures that nothing goes on behind: with decimals, a share, or a unit. */
const WHOLE_FIGURE = /(?:\.\d{2}|[%％\p{sc=Han}])$/u;
/** In heights of a line: in a cell with less room than this behind a figure, that may go on below. */
const ROOM = 2.5;

/** The cells of rows in which several columns hold as many figures one below the other, at the same heights. */
function rowsAtOdds(cells: readonly Printed[]): NormalCell[] {
  const filled = cells.filter(({ cell, rows }) => cell.rowSpan === 1 && rows.length > 0);
  return groupedBy(filled, ({ cell }) => cell.row).flatMap((row) => {
    const figures = row.filter((one) => one.rows.length > 1 && holdsFigures(one));
    const alike = figures.filter((one) => figures.some((other) => other !== one && areLevel(one, other)));
    const isSpaced = areSpacedRows(row.map(({ rows }) => rows));
    return (alike.length > 0 ? alike : isSpaced ? row : headAtOdds(row)).map(({ cell }) => cell);
  });
}

/** In so many columns a head stands above figures. */
const LEAST_HEADED = 3;

/** The cells of a row each of which holds two lines, at the heights of all others', where several have a word above a figure. */
function headAtOdds(row: readonly Printed[]): Printed[] {
  const [first] = row;
  const isPaired =
    row.length >= LEAST_HEADED && first.rows.length === 2 && row.every((one) => areLevel(first, one));
  const headed = row.filter(({ rows }) => {
    const [above, below] = rows.map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    return !/\d/.test(above) && /\d{2}/.test(below ?? "") && FIGURE.test(below);
  });
  return isPaired && headed.length > 1 ? headed : [];
}

/** Whether each of a cell's lines is a figure, the first one a word above at most, and none of them one that was broken. */
function holdsFigures({ cell, rows }: Printed): boolean {
  return rows.every(({ top, bottom, pieces }, at) => {
    if (pieces.length !== 1) return false;
    const [{ text, box }] = pieces;
    if (!FIGURE.test(text)) return at === 0 && rows.length > 2 && !/\d/.test(text);
    const next = rows[at + 1]?.pieces[0].text;
    if (next === undefined || WHOLE_FIGURE.test(text)) return true;
    const room = cell.box[2] - cell.box[0] - (box[2] - box[0]);
    // A figure that a line's end breaks goes on below without a blank.
    return room >= ROOM * (bottom - top) && cell.content.text.includes(`${text} ${next}`);
  });
}

/** Whether two cells have as many lines, each at the height of the other's. */
function areLevel({ rows: one }: Printed, { rows: other }: Printed): boolean {
  return one.length === other.length && one.every((row, at) => isLevel(row, other[at]));
}

/** The cells that hold several numbers which count rows, each of which should have a row. */
function countsAtOdds(cells: readonly Printed[]): NormalCell[] {
  return cells
    .filter(({ cell, rows }) => {
      const counts = rows.map(({ pieces }) => (pieces.length === 1 ? countOf(pieces[0].text) : null));
      if (counts.length < 2 || !isRun(counts)) return false;
      if (counts.length >= LEAST_COUNTED && counts[0] === 1) return true;
      const beside = cells.filter((other) => other.cell.column === cell.column && other.cell !== cell);
      const [first] = counts;
      const last = counts[counts.length - 1];
      return beside.some(({ rows: [only, ...more] }) => {
        const count =
          only && more.length === 0 && only.pieces.length === 1 ? countOf(only.pieces[0].text) : null;
        return (
          count !== null && first !== null && last !== null && (count === first - 1 || count === last + 1)
        );
      });
    })
    .map(({ cell }) => cell);
}

/** So many numbers that count from one are rows without any other beside them. */
const LEAST_COUNTED = 3;

const countOf = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

const isRun = (counts: readonly (number | null)[]): boolean =>
  counts.every((count, at) => count !== null && (at === 0 || count === (counts[at - 1] ?? Number.NaN) + 1));

const LEAST_ROWS = 3;

/** The cells of columns that hold two pieces side by side in each row, one of them a figure in each, with white between them all down. */
function columnsAtOdds(cells: readonly Printed[]): NormalCell[] {
  const single = cells.filter(({ cell, rows }) => cell.columnSpan === 1 && rows.length > 0);
  return groupedBy(single, ({ cell }) => cell.column).flatMap((column) => {
    const pairs = column.filter(({ rows }) => rows[0].pieces.length === 2);
    if (pairs.length < LEAST_ROWS || pairs.length < column.length - 1) return [];
    const sides = pairs.map(({ rows }) => rows.map(({ pieces }) => pieces));
    const parted = sides.flat().filter((pieces) => pieces.length === 2);
    const from = Math.max(...parted.map(([left]) => left.box[2]));
    const to = Math.min(...parted.map(([, right]) => right.box[0]));
    const isFigures = [0, 1].some((side) =>
      pairs.slice(1).every(({ rows }) => FIGURE.test(rows[0].pieces[side].text)),
    );
    return from < to && isFigures ? pairs.map(({ cell }) => cell) : [];
  });
}

const LEAST_SPANNED = 3;
/** In heights of a line: two words of one name over two columns are set nearer. */
const APART = 3;

/** The merged cells of a head, or of figures, with a word or a figure in each of the columns that they span. */
function spansAtOdds(cells: readonly Printed[], { columnEdgesPx }: NormalTable): NormalCell[] {
  return cells
    .filter(({ cell, rows }) => {
      const { row, column, columnSpan } = cell;
      if (columnSpan < 2) return false;
      return rows.some(({ top, bottom, pieces }) => {
        const isWide =
          columnSpan >= LEAST_SPANNED ||
          (row === 0 && pieces.length === 2 && pieces[1].box[0] - pieces[0].box[2] >= APART * (bottom - top));
        const words = pieces.filter(({ text }) => text.length > 1);
        const isOfMany = row === 0 || pieces.filter(({ text }) => FIGURE.test(text)).length > 1;
        return (
          isWide &&
          isOfMany &&
          pieces.length === columnSpan &&
          (row > 0 || words.length === columnSpan) &&
          pieces.every(({ box }, at) => {
            const [from, to] = [columnEdgesPx[column + at], columnEdgesPx[column + at + 1]];
            return box[0] >= from && box[2] <= to;
          })
        );
      });
    })
    .map(({ cell }) => cell);
}

/** In heights of a line: characters of one line are set no farther apart, though what was taken for a rule was cut out between them. */
const RUNS_ON = 0.35;

/** The two cells of a row that alone hold something, one line whose characters run on from the one to the other. */
function wordsCut(cells: readonly Printed[]): NormalCell[] {
  const filled = cells.filter(({ rows }) => rows.length > 0);
  return groupedBy(filled, ({ cell }) => cell.row).flatMap((row) => {
    const [left, right] = row.sort((a, b) => a.cell.column - b.cell.column);
    if (row.length !== 2 || left.rows.length !== 1 || !areLevel(left, right)) return [];
    if (left.cell.column + left.cell.columnSpan !== right.cell.column) return [];
    const [end, start] = [left.rows[0].pieces.at(-1)?.box[2] ?? 0, right.rows[0].pieces[0].box[0]];
    const height = left.rows[0].bottom - left.rows[0].top;
    return start - end <= RUNS_ON * height ? [left.cell, right.cell] : [];
  });
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Item[][] {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
