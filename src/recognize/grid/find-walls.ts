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
/** A side ruled by this share is a wall wherever the gaps are. */
const SURE = 0.8;
/** Ink that follows the line this closely from end to end is a wall although no rule was followed there. */
const INKED = 0.55;

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
    if (covered >= SURE || edge.rules.length === 0) return covered;
    // A stroke of text may have been followed beyond a rule's end; only a rule reaches from side to side.
    if (covered >= WALL && reachesAcross(edge.rules, from, to, sizes)) return covered;
    const inked = inkAlong(ink, axis, edge, from, to, sizes);
    return inked >= INKED ? inked : Math.min(0.9 * WALL, Math.max(covered, inked / 2));
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

/** Whether rules begin and end where a side does. */
function reachesAcross(rules: readonly Segment[], from: number, to: number, sizes: Sizes): boolean {
  const slack = sizes.touchPx + sizes.thickestPx / 2;
  const stretches = rules.flatMap((rule) => rule.stretches);
  const holds = (at: number) => stretches.some(([start, end]) => start <= at && end >= at);
  return holds(from + slack) && holds(to - slack);
}

/** The share of a stretch with thin ink on the edge's line; what doesn't begin and end with the stretch counts half. */
function inkAlong(ink: InkMask, axis: Axis, edge: Edge, from: number, to: number, sizes: Sizes): number {
  const margin = Math.min(sizes.touchPx, (to - from) / 4);
  const start = Math.round(from + margin);
  const end = Math.round(to - margin);
  let inked = 0;
  let first = end;
  let last = start;
  for (let along = start; along < end; along++) {
    const across = edge.at(along);
    const isThin = [-1, 1].some((side) => !hasInkNear(ink, axis, along, across + side * sizes.thickestPx, 0));
    if (!isThin || !hasInkNear(ink, axis, along, across, 1.5)) continue;
    inked++;
    first = Math.min(first, along);
    last = along;
  }
  const share = inked / Math.max(1, end - start);
  const isWhole = first - start <= sizes.touchPx && end - last <= sizes.touchPx;
  return isWhole ? share : share / 2;
}
