import { rowsOf, type TablePart } from "./join-part.ts";
import { listNumber } from "./layout.ts";

const ENOUGH_TWINS = 3;

/** Whether two columns' cells stand side by side from row to row, some of them merged: each of the one is named by the other. */
export function haveSameRows({ cells, headerRows }: TablePart, left: number, right: number): boolean {
  const rowsIn = (column: number): string[] =>
    cells
      .filter((cell) => cell.row >= headerRows && cell.column === column && cell.columnSpan === 1)
      .map(({ row, rowSpan }) => `${row}+${rowSpan}`);
  const [one, other] = [rowsIn(left), new Set(rowsIn(right))];
  const isMerged = cells.some((cell) => cell.column === left && cell.row >= headerRows && cell.rowSpan > 1);
  return (
    isMerged &&
    one.length >= ENOUGH_TWINS &&
    one.length === other.size &&
    one.every((rows) => other.has(rows))
  );
}

/**
 * What the numbers to the right of a column say of the cell that meets the break, where the rows of each of its
 * cells are numbered from 1 on: "begins" when the row below is 1 again, "goes on" when it is the next number, else
 * "silent".
 */
export function numberingOfGroup(
  above: TablePart,
  below: TablePart,
  column: number,
): "begins" | "goes on" | "silent" {
  const [rows, firstBelow] = [rowsOf(above), rowsOf(below)[0] ?? []];
  const groups = above.cells.filter((cell) => cell.row >= above.headerRows && cell.column === column);
  for (let right = column + 1; right < above.columnCount; right++) {
    const first = firstBelow[right];
    const next = first?.row === 0 ? listNumber(first.content.text) : null;
    if (next === null) continue;
    const runs = groups.map(({ row, rowSpan }) =>
      rows.slice(row, row + rowSpan).map((cells) => listNumber(cells[right]?.content.text ?? "")),
    );
    if (runs.length < 2 || !runs.every((run) => run[0] === 1)) continue;
    // A group of several lists begins with 1 more than once.
    if (next === 1 && runs.every((run) => run.every((number, index) => number === index + 1)))
      return "begins";
    if (next !== 1 && next === (runs[runs.length - 1].at(-1) ?? 0) + 1) return "goes on";
  }
  return "silent";
}
