import { isLevel, middleOf, type PrintedRow } from "./printed-rows.ts";

/** In so many cells of a row lines begin anew at one height, where that row holds several. */
const LEAST_CELLS = 3;
/** Lines of one cell's text follow one another closer than this, of the closest ones. */
const WIDER = 1.25;

/**
 * Whether the lines of cells side by side stand in groups, with wider white between two of them than between the lines
 * of one, and the next group begins at one height in several cells: rows that nothing but white parts.
 */
export function areSpacedRows(cells: readonly (readonly PrintedRow[])[]): boolean {
  const pitches = cells.flatMap((rows) => rows.slice(1).map((row, at) => middleOf(row) - middleOf(rows[at])));
  const closest = Math.min(...pitches);
  const starts = cells.map((rows) =>
    rows.slice(1).filter((row, at) => middleOf(row) - middleOf(rows[at]) >= WIDER * closest),
  );
  return starts.flat().some((start) => {
    const same = starts.filter((own) => own.some((row) => isLevel(row, start)));
    return same.length >= LEAST_CELLS;
  });
}
