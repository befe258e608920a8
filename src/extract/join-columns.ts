import type { PartCell, TablePart } from "./join-part.ts";
import { beginsNumbered } from "./layout.ts";

/** Columns with at least this share of the most cells tell rows apart; the others group them. */
const LEAF_SHARE = 0.9;

/** What a column of the body is like. */
export interface ColumnTraits {
  /** It has a cell of its own for nearly every row. */
  isLeaf: boolean;
  /** No cell above the break is empty. */
  isFilledAbove: boolean;
  /** No cell on either side is empty, those at the break apart. */
  isFilled: boolean;
  isNumbered: boolean;
  hasMergedRows: boolean;
  /** How often a row shows nothing of its own here: an empty cell, or one merged with that above. */
  idleShare: number;
}

/** The traits of the columns on both sides of a page break. */
export function describeColumns(above: TablePart, below: TablePart): ColumnTraits[] {
  const body = above.cells.filter((cell) => cell.row >= above.headerRows);
  const isFilled = (cell: PartCell): boolean => cell.content.text !== "";
  const columns = Array.from({ length: above.columnCount }, (_, column) => {
    const upper = body.filter((cell) => cell.column === column);
    const lower = below.cells.filter((cell) => cell.column === column);
    const own = [...upper, ...lower.filter((cell) => cell.row > 0 || isFilled(cell))];
    // Whether the row below the break is a row of its own is what is asked, so it counts for none.
    const rows = upper.length + lower.filter((cell) => cell.row > 0).length;
    return { upper, lower, own, rows };
  });
  const most = Math.max(...columns.map(({ rows }) => rows));
  const emptyShare = emptyShareOf(above, below);
  const rowCount = above.rowCount - above.headerRows + below.rowCount - 1;
  return columns.map(({ upper, lower, own, rows }) => {
    const sure = [...upper, ...lower.filter((cell) => cell.row > 0)];
    const numbered = sure.filter((cell) => beginsNumbered(cell.content.text)).length;
    const isLeaf = rows >= LEAF_SHARE * most;
    return {
      isLeaf,
      isFilledAbove: upper.length > 0 && upper.every(isFilled),
      isFilled: upper.length > 0 && own.every(isFilled),
      isNumbered: numbered >= 2 && numbered >= 0.7 * sure.length,
      hasMergedRows: [...upper, ...lower].some((cell) => cell.rowSpan > 1),
      idleShare: isLeaf ? emptyShare : Math.max(emptyShare, (rowCount - rows + 1) / (rowCount + 2)),
    };
  });
}

/** How often a cell of the body is empty, the row below the break left out; never quite never. */
function emptyShareOf(above: TablePart, below: TablePart): number {
  const cells = [
    ...above.cells.filter((cell) => cell.row >= above.headerRows),
    ...below.cells.filter((cell) => cell.row > 0),
  ];
  const empty = cells.filter(({ content }) => content.text === "").length;
  return (empty + 1) / (cells.length + 2);
}
