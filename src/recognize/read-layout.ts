import { type Box, boxHeight } from "../model/place.ts";
import type { RecognizedLine, TableBlock } from "../model/recognized.ts";
import type { LaidLine } from "./find-blocks.ts";

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

/** A page with lines that were found later, each in its cell or where it stands among the others. */
export function withFound({ tables, lines }: ReadLayout, found: readonly LaidLine[]): ReadLayout {
  if (found.length === 0) return { tables, lines };
  const isIn = ({ line }: LaidLine, [x0, y0, x1, y1]: Box): boolean => {
    const [x, y] = [(line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2];
    return x >= x0 && x < x1 && y >= y0 && y < y1;
  };
  const cells = tables.flatMap((table) => table.cells);
  const outside = found.filter((laid) => !cells.some((cell) => isIn(laid, cell.box)));
  const filled = tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      const own = found.filter((laid) => isIn(laid, cell.box)).map(({ line }) => line);
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
