import { centerAt, lengthOf, mergeSegments, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * Joins pieces that lie on one line with a gap small against both. Under text a piece may stray onto a stroke at its
 * end, while the next one has begun on the line before that: they overlap.
 */
export function joinCollinear(pieces: readonly Segment[], sizes: Sizes): Segment[] {
  const open: Segment[] = [];
  // Those that a piece may still go on: pieces come in the order they begin, and leave the others ever farther behind.
  let near: number[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    let best = -1;
    let bestGap = Number.POSITIVE_INFINITY;
    near = near.filter((index) => piece.from - open[index].to <= WIDEST_GAP * sizes.textPx);
    for (const index of near) {
      const gap = piece.from - open[index].to;
      if (Math.abs(gap) >= bestGap || !continues(open[index], piece, gap, sizes)) continue;
      best = index;
      bestGap = Math.abs(gap);
    }
    if (best < 0) near.push(open.push(piece) - 1);
    else open[best] = mergeSegments(open[best], piece);
  }
  return open;
}

/** Whether the second piece lies on the first one's line where it begins, and the first doesn't reach far into it. */
function overlaps(first: Segment, second: Segment, sizes: Sizes): boolean {
  const shared = first.to - second.from;
  if (shared > MOST_SHARED * Math.min(lengthOf(first), lengthOf(second))) return false;
  const apart = (along: number): number => Math.abs(centerAt(first, along) - centerAt(second, along));
  return apart(second.from) <= 1 && apart(second.from + shared / 2) <= Math.max(2, 0.08 * sizes.textPx);
}

const MOST_SHARED = 0.8;
/** In text heights. */
const WIDEST_GAP = 1.6;

function continues(first: Segment, second: Segment, gap: number, sizes: Sizes): boolean {
  if (second.to <= first.to) return false;
  if (gap < -sizes.unitPx) return overlaps(first, second, sizes);
  if (gap > Math.min(WIDEST_GAP * sizes.textPx, 0.6 * Math.min(lengthOf(first), lengthOf(second))))
    return false;
  const step = centerAt(second, second.from) - centerAt(first, first.to);
  return Math.abs(step) <= Math.max(2, 0.08 * sizes.textPx);
}
