import type { Edge, Lattice } from "./find-edges.ts";
import { WALL, type Walls } from "./find-walls.ts";
import type { Direction } from "./ink-mask.ts";
import type { Segment } from "./segment.ts";

/** Shorter than this, in pixels, is a corner. */
const LEAST_GAP = 3;

/** Rules for what of a wall no rule was followed on, as where text is printed over it: it is to be erased as well. */
export function fillWalls({ rowEdges, columnEdges }: Lattice, walls: Walls): Segment[] {
  return [
    ...rowEdges.flatMap((edge, index) => fillEdge("row", edge, walls.rows[index], columnEdges)),
    ...columnEdges.flatMap((edge, index) => fillEdge("column", edge, walls.columns[index], rowEdges)),
  ];
}

function fillEdge(
  direction: Direction,
  edge: Edge,
  sides: readonly number[],
  crossing: readonly Edge[],
): Segment[] {
  const { rules } = edge;
  if (rules.length === 0) return [];
  const thicknesses = rules.map(({ thicknessPx }) => thicknessPx).sort((a, b) => a - b);
  const thicknessPx = thicknesses[thicknesses.length >> 1];
  return sides.flatMap((side, index) => {
    if (side < WALL) return [];
    const [from, to] = [crossing[index], crossing[index + 1]].map(({ positionPx }) => Math.round(positionPx));
    return gapsBetween(rules, from, to).map(([start, end]): Segment => {
      const knots = [edge.at(start), edge.at((start + end) / 2), edge.at(end)];
      const looks = { solid: 1, inked: 1, clearBoth: 0, clearOne: 0, dark: 0, edged: 1 };
      const span = { from: start, to: end, firstKnotAt: start, stepPx: (end - start) / 2 };
      return { direction, ...span, knots, thicknessPx, stretches: [[start, end]], looks };
    });
  });
}

/** What of a stretch no rule runs over. */
function gapsBetween(rules: readonly Segment[], from: number, to: number): [number, number][] {
  const gaps: [number, number][] = [];
  let reached = from;
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    if (rule.from - reached >= LEAST_GAP) gaps.push([reached, Math.min(rule.from, to)]);
    reached = Math.max(reached, rule.to);
    if (reached >= to) break;
  }
  if (to - reached >= LEAST_GAP) gaps.push([reached, to]);
  return gaps.filter(([start, end]) => end - start >= LEAST_GAP);
}
