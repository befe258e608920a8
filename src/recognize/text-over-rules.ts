import { type Box, boxHeight, boxWidth, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { InkLine } from "./find-lines.ts";

/** A line of which this share lies in a line of the next cell is the rest of that. */
const WITHIN = 0.6;

/**
 * The lines of a page's grids and those outside them, where text is printed over a rule: what of it lies in the next
 * cell, or beyond the table, is no line there, but goes to the line that holds most of it.
 */
export function withoutRests<Laid extends { grid: { cells: readonly { box: Box }[] }; cells: InkLine[][] }>(
  grids: readonly Laid[],
  lines: readonly InkLine[],
): { grids: Laid[]; lines: InkLine[] } {
  const inCells = grids.flatMap(({ cells }) => cells);
  const places = grids.flatMap(({ grid }) => grid.cells);
  const joined = joinRests([...places, OUTSIDE], [...inCells, lines]);
  let next = 0;
  return {
    grids: grids.map((laid) => {
      const cells = joined.slice(next, next + laid.cells.length);
      next += laid.cells.length;
      return { ...laid, cells };
    }),
    lines: joined[joined.length - 1],
  };
}

/** No cell: every line outside may be the rest of one in a table. */
const OUTSIDE: { box: Box } = { box: [0, Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY] };

function joinRests(cells: readonly { box: Box }[], laid: readonly (readonly InkLine[])[]): InkLine[][] {
  const over = laid.flatMap((lines, at) => lines.filter((line) => reachesOver(line.box, cells[at].box)));
  if (over.length === 0) return laid.map((lines) => [...lines]);
  const cellOf = new Map(laid.flatMap((lines, at) => lines.map((line) => [line, at] as const)));
  const grown = new Map<InkLine, InkLine>();
  const rests = new Set<InkLine>();
  for (const rest of over) {
    const whole = over.find((line) => cellOf.get(line) !== cellOf.get(rest) && holds(line, rest));
    if (!whole) continue;
    rests.add(rest);
    const known = grown.get(whole) ?? whole;
    grown.set(whole, { ...known, box: unionOfBoxes([known.box, rest.box]) });
  }
  return laid.map((lines) => lines.filter((line) => !rests.has(line)).map((line) => grown.get(line) ?? line));
}

/** Whether a line reaches over the rule above or below its cell. */
export const reachesOver = (line: Box, cell: Box): boolean => line[1] < cell[1] || line[3] > cell[3];

/** Whether most of a lower line lies within a higher one. */
function holds({ box }: InkLine, { box: rest }: InkLine): boolean {
  const isLower = boxHeight(rest) < boxHeight(box);
  return isLower && sharedArea(box, rest) >= WITHIN * boxWidth(rest) * boxHeight(rest);
}
