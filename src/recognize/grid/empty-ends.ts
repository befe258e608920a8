import type { Lattice } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, type TextLine } from "./text-lines.ts";

/** A row without text is no higher than so many times the highest with text, of which so many lines count at most. */
const MOST_EMPTY = 1.5;
const MOST_LINES = 4;

/** A lattice without the white between its first or last row and a rule beyond, such as that of the page's foot. */
export function withoutEmptyEnds(ink: InkMask, { rowEdges, columnEdges }: Lattice, sizes: Sizes): Lattice {
  const lines = findLinesWithin(ink, { rowEdges, columnEdges }, sizes);
  const heightOf = (row: number): number => rowEdges[row + 1].positionPx - rowEdges[row].positionPx;
  const filled = new Map<number, number>();
  for (const { row } of lines) filled.set(row, (filled.get(row) ?? 0) + 1);
  const highest = Math.max(
    0,
    ...[...filled].map(([row, count]) => heightOf(row) * Math.min(1, MOST_LINES / count)),
  );
  const isKept = (row: number): boolean => filled.has(row) || heightOf(row) <= MOST_EMPTY * highest;
  let [first, last] = [0, rowEdges.length - 2];
  while (last > first && !isKept(last)) last--;
  while (last > first && !isKept(first)) first++;
  return { rowEdges: rowEdges.slice(first, last + 2), columnEdges };
}

/** The lines of text within a lattice's sides, as `findTextLines` tells them. */
export function findLinesWithin(ink: InkMask, { rowEdges, columnEdges }: Lattice, sizes: Sizes): TextLine[] {
  const inset = Math.max(3, 0.15 * sizes.textPx);
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  return findTextLines(ink, rowEdges, [left + inset, right - inset], sizes);
}
