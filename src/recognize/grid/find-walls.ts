import type { Edge, Lattice } from "./find-edges.ts";
import { type Axis, axisOf, hasInkNear, type InkMask } from "./ink-mask.ts";
import type { Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * How far each side of the lattice's smallest cells is ruled, 0 … 1.
 * `rows[i][j]`: on row edge i, between column edges j and j + 1; `columns[j][i]` likewise.
 */
export interface Walls {
  rows: number[][];
  columns: number[][];
}

/** A side ruled by this share is a wall. */
export const WALL = 0.5;
/** Ink that follows the line this closely is a wall although no rule was followed there. */
const INKED = 0.85;

export function findWalls(ink: InkMask, { rowEdges, columnEdges }: Lattice, sizes: Sizes): Walls {
  return {
    rows: rowEdges.map((edge) => edgeWalls(ink, axisOf(ink, "row"), edge, columnEdges, sizes)),
    columns: columnEdges.map((edge) => edgeWalls(ink, axisOf(ink, "column"), edge, rowEdges, sizes)),
  };
}

function edgeWalls(ink: InkMask, axis: Axis, edge: Edge, crossing: readonly Edge[], sizes: Sizes): number[] {
  const positions = crossing.map((other) => other.at(edge.positionPx));
  return positions.slice(1).map((to, index) => {
    const from = positions[index];
    const covered = coverage(edge.rules, from, to);
    if (covered >= WALL || edge.rules.length === 0) return covered;
    const inked = inkAlong(ink, axis, edge, from, to, sizes);
    return inked >= INKED ? inked : Math.max(covered, inked / 2);
  });
}

/** The share of a stretch that rules cover. */
function coverage(rules: readonly Segment[], from: number, to: number): number {
  let covered = 0;
  let reached = from;
  const stretches = rules.flatMap((rule) => rule.stretches).sort((a, b) => a[0] - b[0]);
  for (const stretch of stretches) {
    const end = Math.min(stretch[1], to);
    const start = Math.max(stretch[0], reached);
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered / Math.max(1, to - from);
}

/** The share of a stretch with thin ink on the edge's line. */
function inkAlong(ink: InkMask, axis: Axis, edge: Edge, from: number, to: number, sizes: Sizes): number {
  const margin = Math.min(sizes.touchPx, (to - from) / 4);
  let inked = 0;
  let count = 0;
  for (let along = Math.round(from + margin); along < to - margin; along++) {
    const across = edge.at(along);
    count++;
    const isThin =
      !hasInkNear(ink, axis, along, across - sizes.thickestPx, 0) ||
      !hasInkNear(ink, axis, along, across + sizes.thickestPx, 0);
    if (isThin && hasInkNear(ink, axis, along, across, 1.5)) inked++;
  }
  return count === 0 ? 0 : inked / count;
}
