import type { Group } from "./group-segments.ts";
import { centerAt, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** One line of a table's lattice: rules on one line, an inferred border without rules, or white between text. */
export interface Edge {
  rules: Segment[];
  /** Where the edge lies at the table's middle. */
  positionPx: number;
  /** Where it lies at a point along it; follows bends. */
  at: (along: number) => number;
  /** The white that an edge between text stands in, `[from, to)`. */
  gap?: [from: number, to: number];
  /** Of such an edge: whether white parts the cells on both sides of it there. */
  isWall?: (from: number, to: number) => boolean;
  /** Of a ruled edge: whether white parts the cells on both sides there, where its rule can't be seen. */
  isWhite?: (from: number, to: number) => boolean;
}

export interface Lattice {
  rowEdges: Edge[];
  columnEdges: Edge[];
}

/** A rule that covers this share of a cell's side reaches over the whole of it. */
const REACHES = 0.7;

/**
 * The lines of a table's lattice. Rules that end in the open are no part of it, except at a border left out:
 * there, where rules end together, the border is inferred. Null when no cell is left.
 */
export function findEdges(group: Group, sizes: Sizes): Lattice | null {
  let { rows, columns } = group;
  for (let round = 0; round < 4; round++) {
    const lattice = {
      rowEdges: withBorders(clusterEdges(rows, sizes), columns, sizes),
      columnEdges: withBorders(clusterEdges(columns, sizes), rows, sizes),
    };
    if (lattice.rowEdges.length < 2 || lattice.columnEdges.length < 2) return null;
    const keptRows = rows.filter((rule) => spans(rule, lattice.columnEdges, sizes));
    const keptColumns = columns.filter((rule) => spans(rule, lattice.rowEdges, sizes));
    if (keptRows.length === rows.length && keptColumns.length === columns.length) return lattice;
    rows = keptRows;
    columns = keptColumns;
  }
  return null;
}

/** Rules nearly on one line become one edge, in order across. */
function clusterEdges(rules: readonly Segment[], sizes: Sizes): Edge[] {
  const longestFirst = [...rules].sort((a, b) => lengthOf(b) - lengthOf(a));
  const bend = (from: number, to: number, near: number) => bendBetween(longestFirst, from, to, near);
  const clusters: Segment[][] = [];
  for (const rule of longestFirst) {
    const middle = middleOf(rule);
    const across = centerAt(rule, middle);
    const distances = clusters.map((cluster) => Math.abs(pathAt(cluster, middle, bend) - across));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest >= 0 && distances[nearest] <= sizes.sameEdgePx) clusters[nearest].push(rule);
    else clusters.push([rule]);
  }
  const middle =
    rules.length === 0
      ? 0
      : (Math.min(...rules.map((r) => r.from)) + Math.max(...rules.map((r) => r.to))) / 2;
  return clusters
    .map((cluster) => {
      const at = (along: number) => pathAt(cluster, along, bend);
      return { rules: cluster, positionPx: at(middle), at };
    })
    .sort((a, b) => a.positionPx - b.positionPx);
}

type Bend = (from: number, to: number, near: number) => number;

/** The mean line of the rules over a point; beyond them, the nearest end, bent as its neighbours are. */
function pathAt(cluster: readonly Segment[], along: number, bend: Bend): number {
  let sum = 0;
  let count = 0;
  let nearestEnd = 0;
  let nearestDistance = Number.POSITIVE_INFINITY;
  let nearestCenter = 0;
  for (const rule of cluster) {
    if (along >= rule.from && along <= rule.to) {
      sum += centerAt(rule, along);
      count++;
    }
    const end = along < rule.from ? rule.from : rule.to;
    if (Math.abs(end - along) >= nearestDistance) continue;
    nearestDistance = Math.abs(end - along);
    nearestEnd = end;
    nearestCenter = centerAt(rule, end);
  }
  return count > 0 ? sum / count : nearestCenter + bend(nearestEnd, along, nearestCenter);
}

/** How far the nearest long rule that passes both points moves across between them. */
function bendBetween(longestFirst: readonly Segment[], from: number, to: number, near: number): number {
  let best: Segment | null = null;
  for (const rule of longestFirst) {
    if (rule.from > Math.min(from, to) || rule.to < Math.max(from, to)) continue;
    if (best === null || Math.abs(centerAt(rule, from) - near) < Math.abs(centerAt(best, from) - near))
      best = rule;
  }
  return best === null ? 0 : centerAt(best, to) - centerAt(best, from);
}

/** Adds the outer edges where at least two crossing rules run on past the last edge and end together. */
function withBorders(edges: Edge[], crossing: readonly Segment[], sizes: Sizes): Edge[] {
  if (crossing.length === 0) return edges;
  const ordered = [...edges];
  const first = commonEnd(
    crossing.map((rule) => -rule.from),
    edges.length > 0 ? -edges[0].positionPx : null,
    sizes,
  );
  if (first !== null) ordered.unshift(inferredEdge(-first));
  const lastPosition = edges.length > 0 ? edges[edges.length - 1].positionPx : null;
  const last = commonEnd(
    crossing.map((rule) => rule.to),
    lastPosition,
    sizes,
  );
  if (last !== null) ordered.push(inferredEdge(last));
  return ordered;
}

/** Where the farthest ends agree, beyond what is known; null when fewer than two do. */
function commonEnd(ends: readonly number[], known: number | null, sizes: Sizes): number | null {
  const beyond = ends.filter((end) => known === null || end > known + sizes.sameEndPx).sort((a, b) => b - a);
  for (let index = 0; index + 1 < beyond.length; index++) {
    const together = beyond.filter((end) => Math.abs(end - beyond[index]) <= sizes.sameEndPx);
    if (together.length >= 2) return together[together.length >> 1];
  }
  return null;
}

const inferredEdge = (positionPx: number): Edge => ({ rules: [], positionPx, at: () => positionPx });

/** Whether a rule reaches over at least one whole cell. */
function spans(rule: Segment, edges: readonly Edge[], sizes: Sizes): boolean {
  const [first, last] = reach(rule, edges, sizes);
  return last > first;
}

/** The first and last edge that a rule reaches. */
export function reach(rule: Segment, edges: readonly Edge[], sizes: Sizes): [number, number] {
  const positions = edges.map((edge) => edge.at(centerAt(rule, middleOf(rule))));
  const slack = sizes.cornerPx + sizes.thickestPx / 2;
  let first = positions.findIndex((position) => position >= rule.from - slack);
  if (first < 0) return [0, 0];
  if (first > 0 && positions[first] > rule.from + slack) {
    const width = positions[first] - positions[first - 1];
    if (Math.min(rule.to, positions[first]) - rule.from >= REACHES * width) first--;
  }
  let last = positions.length - 1;
  while (last > 0 && positions[last] > rule.to + slack) last--;
  if (last + 1 < positions.length && positions[last] < rule.to - slack) {
    const width = positions[last + 1] - positions[last];
    if (rule.to - Math.max(rule.from, positions[last]) >= REACHES * width) last++;
  }
  return [first, last];
}
