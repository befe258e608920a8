import type { Edge, Lattice } from "./find-edges.ts";
import { coverageOf } from "./find-walls.ts";
import type { InkMask } from "./ink-mask.ts";
import { withoutUprights } from "./rules-beyond.ts";
import type { Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import type { Stretch } from "./text-lines.ts";
import { withWhiteRows } from "./white-edges.ts";

/** A table with rules for its head and its ends alone has so many row edges at most; and columns enough to tell rows by. */
const MOST_EDGES = 3;
const LEAST_COLUMNS = 3;
/** In shares of the width: a head's rule is so long at least. */
const WHOLE = 0.9;
/** So many rows must come out below a head, or between ends that no rule makes: one row may have lists in its cells. */
const LEAST_BOXED = 3;
const LEAST_OPEN = 2;

/**
 * A lattice of upright rules whose rows nothing but white parts, with these rows: its ends, and a head, may have rules.
 * The lattice itself where its text makes no rows, or too few to be sure.
 */
export function withRowsBetween(
  ink: InkMask,
  lattice: Lattice,
  uprights: readonly Segment[],
  sizes: Sizes,
): Lattice {
  const { rowEdges, columnEdges } = lattice;
  if (rowEdges.length > MOST_EDGES || columnEdges.length - 1 < LEAST_COLUMNS) return lattice;
  if (columnEdges.slice(1, -1).some(({ rules }) => rules.length === 0)) return lattice;
  const bare = withoutUprights(ink, uprights, sizes);
  const last = columnEdges.length - 1;
  const edges = columnEdges.map((edge, at) => (at === 0 || at === last ? edge : withGap(edge)));
  const hasHead = rowEdges.length === MOST_EDGES;
  const [left, right] = [columnEdges[0].positionPx, columnEdges[last].positionPx];
  // A rule between some columns alone parts their rows, beside cells that go over both.
  if (hasHead && coverageOf(rowEdges[1].rules, left, right) < WHOLE) return lattice;
  const parted = withWhiteRows(bare, { rowEdges, columnEdges: edges }, sizes, { hasHead, isSure: true });
  const isBoxed = [rowEdges[0], rowEdges[rowEdges.length - 1]].every(({ rules }) => rules.length > 0);
  const body = parted.rowEdges.length - 1 - (hasHead ? 1 : 0);
  return body >= (isBoxed ? LEAST_BOXED : LEAST_OPEN) ? { columnEdges, rowEdges: parted.rowEdges } : lattice;
}

/** An edge with the place that its rules take. */
function withGap(edge: Edge): Edge {
  const half = Math.max(1, ...edge.rules.map(({ thicknessPx }) => thicknessPx)) / 2 + 1;
  const gap: Stretch = [edge.positionPx - half, edge.positionPx + half];
  return { ...edge, gap };
}
