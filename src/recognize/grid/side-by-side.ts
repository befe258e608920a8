import type { Edge, Lattice } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { findOpenLattices, partedByWhite } from "./open-grids.ts";
import { type Beyond, rulesOn, withoutUprights } from "./rules-beyond.ts";
import type { Sizes } from "./sizes.ts";

/** A list is set in no more parts beside one another. */
const MOST_PARTS = 3;
/** A sum, and what is taken off it or what is left: no more rows follow below the parts. */
const MOST_BELOW = 3;

/**
 * A list that is too long for its width, set in parts side by side: upright rules part these alone, and white their
 * columns, of which each part has as many. With the rows below it that run from side to side but have no such rule, as
 * a sum's. Null where it is another kind of table.
 */
export function withPartsBeside(
  ink: InkMask,
  lattice: Lattice,
  beyond: Beyond,
  sizes: Sizes,
): Lattice | null {
  const { rowEdges, columnEdges } = lattice;
  const [inner, outer] = [columnEdges.slice(1, -1), [columnEdges[0], columnEdges[columnEdges.length - 1]]];
  if (inner.length === 0 || inner.length >= MOST_PARTS) return null;
  if (outer.some(({ rules }) => rules.length > 0) || inner.some(({ rules }) => rules.length === 0))
    return null;
  const bare = withoutUprights(ink, beyond.uprights, sizes);
  const below = rulesOn(bare, 1, lattice, beyond, sizes).sort((a, b) => a.knots[0] - b.knots[0]);
  const own = rowEdges.flatMap((edge) => edge.rules);
  for (let count = Math.min(MOST_BELOW, below.length); count >= 0; count--) {
    const rules = [...own, ...below.slice(0, count)];
    const whole = findOpenLattices(bare, rules, beyond.rows, sizes).find((open) =>
      rowEdges.every((edge) => open.rowEdges.some((other) => isSame(edge, other, sizes))),
    );
    const parted = whole ? partedByWhite(bare, whole, beyond.rows, sizes) : null;
    const parts = parted && asParts(parted, inner);
    if (parts) return parts;
  }
  return null;
}

/** The lattice with the rules that part it, where each part has as many columns; null where it is otherwise. */
function asParts(parted: Lattice, inner: readonly Edge[]): Lattice | null {
  const columnEdges = parted.columnEdges.map((edge): Edge => {
    const ruled = inner.find(({ positionPx }) => isWithin(positionPx, edge));
    return ruled ? { ...edge, rules: ruled.rules, positionPx: ruled.positionPx, at: ruled.at } : edge;
  });
  const ruledAt = columnEdges.flatMap(({ rules }, at) => (rules.length > 0 ? [at] : []));
  const ends = [0, ...ruledAt, columnEdges.length - 1];
  const counts = ends.slice(1).map((end, at) => end - ends[at]);
  const isEven = ruledAt.length === inner.length && counts.every((own) => own > 1 && own === counts[0]);
  return isEven ? { ...parted, columnEdges } : null;
}

const isWithin = (at: number, { gap }: Edge): boolean => gap !== undefined && at >= gap[0] && at <= gap[1];

const isSame = (one: Edge, other: Edge, sizes: Sizes): boolean =>
  Math.abs(one.positionPx - other.positionPx) <= sizes.sameEdgePx;
