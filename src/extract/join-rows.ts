import { byPlace, isWhole } from "./grid.ts";
import { type BoundaryCell, judgeBoundary } from "./join-boundary.ts";
import type { SharedColumns } from "./join-edges.ts";
import { type PartCell, rowsOf, spreadColumns, type TablePart } from "./join-part.ts";
import { joinPassages } from "./layout.ts";

/** Two parts as one, and whether a row at the break could have been cut but was kept apart. */
export interface JoinedParts {
  part: TablePart;
  isRowUnclear: boolean;
}

/**
 * Puts the lower part under the upper one: its repeated header is left out, cells that go on over the break become one
 * (their rows add up, their text is put together), and a row whose text the break cut becomes one row.
 * Null when the result would be no grid.
 */
export function joinParts(
  upper: TablePart,
  lower: TablePart,
  shared: SharedColumns,
  repeatedRows: number,
): JoinedParts | null {
  const above = {
    ...upper,
    columnCount: shared.count,
    cells: spreadColumns(upper, shared.upper, shared.count),
  };
  const below = withoutRows(
    { ...lower, columnCount: shared.count, cells: spreadColumns(lower, shared.lower, shared.count) },
    repeatedRows,
  );
  const edges = shared.lower.length > shared.upper.length ? lower.edges : upper.edges;
  const whole = { ...above, edges, box: lower.box, pageHeightPx: lower.pageHeightPx };
  const pageNumbers = [...upper.pageNumbers, ...lower.pageNumbers];
  if (below.rowCount === 0) return { part: { ...whole, pageNumbers }, isRowUnclear: false };
  const last = rowsOf(above)[above.rowCount - 1] ?? [];
  const boundary = judgeBoundary(above, below, last);
  const offset = above.rowCount - (boundary.isRowCut ? 1 : 0);
  const cells = putTogether(above.cells, below.cells, boundary.pairs, boundary.isRowCut, offset);
  const rowCount = offset + below.rowCount;
  if (!isWhole(cells, rowCount, shared.count)) return null;
  const part = { ...whole, pageNumbers, rowCount, cells: cells.sort(byPlace) };
  return { part, isRowUnclear: boundary.isRowUnclear };
}

function withoutRows(part: TablePart, rows: number): TablePart {
  const cells = part.cells
    .filter((cell) => cell.row + cell.rowSpan > rows)
    .map((cell) => {
      const row = Math.max(0, cell.row - rows);
      return { ...cell, row, rowSpan: cell.row + cell.rowSpan - rows - row };
    });
  return { ...part, cells, rowCount: part.rowCount - rows };
}

function putTogether(
  above: readonly PartCell[],
  below: readonly PartCell[],
  pairs: readonly BoundaryCell[],
  isRowCut: boolean,
  offset: number,
): PartCell[] {
  const grown = new Map<PartCell, PartCell>();
  const taken = new Set<PartCell>();
  for (const { upper, lower, source, isMerged } of pairs) {
    if (source !== lower) taken.add(source);
    if (!isMerged) continue;
    taken.add(source);
    grown.set(upper, {
      ...upper,
      rowSpan: upper.rowSpan + lower.rowSpan - (isRowCut ? 1 : 0),
      content: joinPassages(upper.content, lower.content),
      box: lower.box,
    });
  }
  const moved = (cell: PartCell): PartCell => ({ ...cell, row: cell.row + offset });
  const split = pairs.filter(({ source, lower, isMerged }) => source !== lower && !isMerged);
  return [
    ...above.map((cell) => grown.get(cell) ?? cell),
    ...below.filter((cell) => !taken.has(cell)).map(moved),
    ...split.map(({ lower }) => moved(lower)),
  ];
}
