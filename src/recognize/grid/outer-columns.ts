import type { Edge, Lattice } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { withoutUprights } from "./rules-beyond.ts";
import type { Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, type Stretch, type TextLine } from "./text-lines.ts";

/** In text heights: lines of one row have their middles so near, and a rule that goes on beyond does so this far. */
const SAME_ROW = 0.5;
const BEYOND = 1;
/** In text heights: the white beside an upright, and between a column's words and its open side. */
const LEAST_WHITE = 0.15;
const PADDING = 0.4;
/** So many lines must stand beside, nearly all of them in rows (half, where a rule tells the columns), in so many of these. */
const LEAST_LINES = 2;
const IN_ROWS = 0.8;
const IN_RULED_ROWS = 0.5;
const OF_ROWS = 0.3;
/** A column beside is no wider than this share of the table. */
const WIDEST = 0.8;

/**
 * A lattice of upright rules with the columns that stand beside the outermost of them, as a table without outer sides
 * has: text in line with the rows, as far as a rule goes on, or its own words. The lattice itself where there is none.
 */
export function withOuterColumns(
  ink: InkMask,
  lattice: Lattice,
  uprights: readonly Segment[],
  sizes: Sizes,
): Lattice {
  const { columnEdges, rowEdges } = lattice;
  const [first, last] = [columnEdges[0], columnEdges[columnEdges.length - 1]];
  if (columnEdges.length < 2) return lattice;
  const rules = rowEdges.flatMap((edge) => edge.rules);
  const ends = {
    left: reachBeyond(
      rules.map(({ from }) => -from),
      -first.positionPx,
      sizes,
    ),
    right: reachBeyond(
      rules.map(({ to }) => to),
      last.positionPx,
      sizes,
    ),
  };
  const mayGoOn = (edge: Edge, end: number | null): boolean =>
    edge.rules.length > 0 && (rules.length === 0 || end !== null);
  if (!mayGoOn(first, ends.left) && !mayGoOn(last, ends.right)) return lattice;
  const bare = withoutUprights(ink, uprights, sizes);
  const lines = findTextLines(bare, rowEdges, [first.positionPx + 2, last.positionPx - 2], sizes);
  const before = mayGoOn(first, ends.left) ? columnBeside(bare, lattice, lines, -1, ends.left, sizes) : null;
  const behind = mayGoOn(last, ends.right) ? columnBeside(bare, lattice, lines, 1, ends.right, sizes) : null;
  if (before === null && behind === null) return lattice;
  return {
    rowEdges,
    columnEdges: [
      ...(before === null ? [] : [edgeAt(before)]),
      ...columnEdges,
      ...(behind === null ? [] : [edgeAt(behind)]),
    ],
  };
}

const edgeAt = (positionPx: number): Edge => ({ rules: [], positionPx, at: () => positionPx });

/** The farthest of some ends where it lies clear beyond an edge; null where none does. */
function reachBeyond(ends: readonly number[], edge: number, sizes: Sizes): number | null {
  const far = Math.max(edge, ...ends);
  return far - edge >= BEYOND * sizes.textPx ? Math.abs(far) : null;
}

/** Where a column beside an outermost upright ends; null where none stands there. */
function columnBeside(
  ink: InkMask,
  { columnEdges, rowEdges }: Lattice,
  lines: readonly TextLine[],
  side: -1 | 1,
  ruledTo: number | null,
  sizes: Sizes,
): number | null {
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const from = side === 1 ? right : left;
  const widest = ruledTo ?? Math.max(0, Math.min(ink.widthPx, from + side * WIDEST * (right - left)));
  const near = from + side * (2 + LEAST_WHITE * sizes.textPx);
  const across: Stretch = side === 1 ? [near, widest] : [widest, near];
  const own = findTextLines(ink, rowEdges, across, sizes);
  const middleOf = ({ top, bottom }: TextLine): number => (top + bottom) / 2;
  const isInRow = (line: TextLine): boolean =>
    lines.some((other) => {
      // Lines of cells side by side that overlap are one, as high as all of them.
      const slack = Math.max(0, SAME_ROW * sizes.textPx - (other.bottom - other.top) / 2);
      return middleOf(line) >= other.top - slack && middleOf(line) <= other.bottom + slack;
    });
  // Beside one line two may stand, the middle between them at its own.
  const inRows = cellsOf(own, sizes)
    .filter((cell) => {
      const [top, bottom] = [cell[0].top, cell[cell.length - 1].bottom];
      return cell.some(isInRow) || isInRow({ ...cell[0], top, bottom });
    })
    .flat();
  const least = ruledTo === null ? IN_ROWS : IN_RULED_ROWS;
  if (own.length < LEAST_LINES || inRows.length < least * own.length) return null;
  if (ruledTo !== null) return ruledTo;
  if (inRows.length < OF_ROWS * lines.length) return null;
  const ends = own.flatMap(({ inked }) =>
    side === 1 ? inked.map(([, end]) => end) : inked.map(([start]) => -start),
  );
  return Math.abs(Math.max(...ends) + PADDING * sizes.textPx);
}

/** In text heights: the white between two lines of a cell is no more. */
const LINE_GAP = 0.8;

/** Lines that follow each other closely, as those of one cell do. */
function cellsOf(lines: readonly TextLine[], { textPx }: Sizes): TextLine[][] {
  const cells: TextLine[][] = [];
  for (const line of lines) {
    const last = cells[cells.length - 1];
    if (last && line.top - last[last.length - 1].bottom <= LINE_GAP * textPx) last.push(line);
    else cells.push([line]);
  }
  return cells;
}
