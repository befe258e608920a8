import { findEdges } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { latticeToGrid, type PlacedGrid } from "./lattice-to-grid.ts";
import { freeRules, groupByEnds } from "./open-grids.ts";
import type { Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, type TextLine } from "./text-lines.ts";

const LEAST_RULES = 4;
/** In text heights: no row of one line is higher, and its text begins so far from the side, as that of the others. */
const HIGHEST_ROW = 4;
const LEAST_PADDING = 0.15;
const MOST_PADDING = 1.5;
const ALIGNED = 0.4;
/** In text heights: so much of a row stays free; lines of prose on ruled paper fill theirs. */
const LEAST_FREE = 3;
/** Of the white above and below a line in its row: text that is underlined stands on its rule. */
const OFF_MIDDLE = 0.25;

/**
 * Tables of one column with rules between rows only: each row holds one short line midway between its rules, and all
 * begin at one place. Ruled paper, blanks and signatures make none.
 */
export function findOneColumn(
  ink: InkMask,
  rows: readonly Segment[],
  placed: readonly PlacedGrid[],
  sizes: Sizes,
): PlacedGrid[] {
  return groupByEnds(freeRules(rows, placed, sizes), sizes).flatMap((group): PlacedGrid[] => {
    const lattice = group.length < LEAST_RULES ? null : findEdges({ rows: [...group], columns: [] }, sizes);
    if (lattice === null || lattice.columnEdges.length !== 2 || lattice.rowEdges.length < LEAST_RULES)
      return [];
    const { rowEdges, columnEdges } = lattice;
    const [left, right] = columnEdges.map(({ positionPx }) => positionPx);
    const lines = findTextLines(ink, rowEdges, [left + 1, right - 1], sizes);
    const bounds = rowEdges.map(({ positionPx }) => positionPx);
    const isList =
      lines.length === rowEdges.length - 1 &&
      lines.every((line, row) => line.row === row && isRow(line, bounds, [left, right], sizes)) &&
      startsApart(lines) <= ALIGNED * sizes.textPx;
    const grid = isList ? latticeToGrid(ink, lattice, sizes) : null;
    return grid === null ? [] : [grid];
  });
}

const startOf = ({ inked }: TextLine): number => inked[0][0];

const startsApart = (lines: readonly TextLine[]): number =>
  Math.max(...lines.map(startOf)) - Math.min(...lines.map(startOf));

function isRow(
  line: TextLine,
  bounds: readonly number[],
  [left, right]: [number, number],
  { textPx }: Sizes,
): boolean {
  const [above, below] = [line.top - bounds[line.row], bounds[line.row + 1] - line.bottom];
  const padding = startOf(line) - left;
  const end = line.inked[line.inked.length - 1][1];
  return (
    bounds[line.row + 1] - bounds[line.row] <= HIGHEST_ROW * textPx &&
    padding >= LEAST_PADDING * textPx &&
    padding <= MOST_PADDING * textPx &&
    right - end >= LEAST_FREE * textPx &&
    Math.abs(above - below) <= OFF_MIDDLE * (above + below)
  );
}
