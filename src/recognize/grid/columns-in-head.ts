import { findLinesWithin } from "./empty-ends.ts";
import type { Lattice } from "./find-edges.ts";
import { coverageOf } from "./find-walls.ts";
import type { InkMask } from "./ink-mask.ts";
import { gapAt, UNRULED, withoutUprights } from "./rules-beyond.ts";
import type { Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** With fewer columns a head may be a title of two words. */
const LEAST_COLUMNS = 3;
/** In text heights: the white between two names of columns. */
const LEAST_GAP = 0.5;

/**
 * A lattice some of whose columns are ruled in all rows but the first, as where a head's rules have the colour of its ground,
 * with those columns parted in the head too: by white, where it says something in each of them and nothing across two.
 * The lattice itself where it is otherwise.
 */
export function withColumnsInHead(
  ink: InkMask,
  lattice: Lattice,
  uprights: readonly Segment[],
  sizes: Sizes,
): Lattice {
  const { rowEdges, columnEdges } = lattice;
  const inner = columnEdges.slice(1, -1);
  if (inner.length + 1 < LEAST_COLUMNS || rowEdges.length < 3) return lattice;
  const [top, foot] = rowEdges.map(({ positionPx }) => positionPx);
  // Of rules in the ground's colour some may still show; where most do, the others are those of merged names.
  const open = inner.filter(({ rules }) => coverageOf(rules, top, foot) <= UNRULED);
  if (2 * open.length <= inner.length || inner.some(({ isWall }) => isWall)) return lattice;
  const head = findLinesWithin(withoutUprights(ink, uprights, sizes), lattice, sizes).filter(
    ({ row }) => row === 0,
  );
  const words = head.flatMap(({ inked }) => inked);
  const isNamed = columnEdges.slice(1).every((right, column) => {
    const left = columnEdges[column];
    return words.some(([from, to]) => from >= left.positionPx && to <= right.positionPx);
  });
  const isParted = open.every(({ positionPx }) => {
    const isCrossed = words.some(([from, to]) => from < positionPx && to > positionPx);
    const [from, to] = gapAt(head, positionPx, lattice);
    return !isCrossed && to - from >= LEAST_GAP * sizes.textPx;
  });
  if (!isNamed || !isParted) return lattice;
  const isWhite = (from: number, to: number): boolean => (from + to) / 2 > top && (from + to) / 2 < foot;
  return {
    rowEdges,
    columnEdges: columnEdges.map((edge) => (open.includes(edge) ? { ...edge, isWhite } : edge)),
  };
}
