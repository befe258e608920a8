import { boxHeight } from "../model/place.ts";
import type { RecognizedLine, TableBlock } from "../model/recognized.ts";
import type { LaidLine } from "./find-blocks.ts";
import { cellOfPlace } from "./pieces-of-cells.ts";

/** A page's tables and the lines outside them, read. */
export interface ReadLayout {
  tables: TableBlock[];
  lines: LaidLine[];
}

/** Every line read, inside tables and out. */
export function linesOf({ tables, lines }: ReadLayout): RecognizedLine[] {
  const inCells = tables.flatMap((table) => table.cells.flatMap((cell) => cell.lines));
  return [...lines.map(({ line }) => line), ...inCells];
}

/**
 * A page with lines that were found later, each in its cell or where it stands among the others. What stands on a rule
 * is of the cell that holds most of it: as a line of its own beside the table it would part that from its next page.
 */
export function withFound({ tables, lines }: ReadLayout, found: readonly LaidLine[]): ReadLayout {
  if (found.length === 0) return { tables, lines };
  const cells = tables.flatMap((table) => table.cells);
  const cellOf = new Map(found.map((laid) => [laid, cells[cellOfPlace(laid.line.box, cells) ?? -1]]));
  const outside = found.filter((laid) => !cellOf.get(laid));
  const filled = tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      const own = found.filter((laid) => cellOf.get(laid) === cell).map(({ line }) => line);
      return own.length === 0 ? cell : { ...cell, lines: [...cell.lines, ...own].sort(inReadingOrder) };
    }),
  }));
  const all = [...lines];
  for (const laid of outside) {
    const next = all.findIndex(({ line }) => inReadingOrder(laid.line, line) < 0);
    all.splice(next < 0 ? all.length : next, 0, laid);
  }
  return { tables: filled, lines: all };
}

const SAME_ROW = 0.5;

/** By row, then from left to right. */
function inReadingOrder({ box: a }: RecognizedLine, { box: b }: RecognizedLine): number {
  const apart = (a[1] + a[3]) / 2 - (b[1] + b[3]) / 2;
  return Math.abs(apart) < SAME_ROW * Math.min(boxHeight(a), boxHeight(b)) ? a[0] - b[0] : apart;
}
