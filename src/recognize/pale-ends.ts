import { boxHeight, boxWidth } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Grid, Rules } from "./grid/find-grids.ts";
import { isPale } from "./mark-pale.ts";

/** In text heights: a lone rule so long may be a table's, and goes on so far at least where its end is too pale for ink. */
const LONG = 8;
const GOES_ON = 1;
/** Over this share of the way pixels of a pale rule are seen, so near to its line. */
const SEEN = 0.6;
const NEAR_PX = 2;

/**
 * Whether a rule that is ink over part of its length goes on too pale for it: a long one of no table beyond its end,
 * those of a table without uprights beyond its sides, or one of its through a cell that seems to go over two rows.
 */
export function goOnPale(plain: Rules, grey: GreyPicture, besidePx: number, textHeightPx: number): boolean {
  const isSeen = (y: number, from: number, to: number): boolean =>
    seenShare(grey, y, [from, to], besidePx) >= SEEN;
  const goesOn = (y: number, x0: number, x1: number): boolean =>
    isSeen(y, x0 - GOES_ON * textHeightPx, x0) || isSeen(y, x1, x1 + GOES_ON * textHeightPx);
  const long = plain.loneRules.filter(
    (box) => boxWidth(box) >= LONG * textHeightPx && boxWidth(box) > 4 * boxHeight(box),
  );
  if (long.some(([x0, y0, x1, y1]) => goesOn((y0 + y1) / 2, x0, x1))) return true;
  const open = plain.grids.filter(({ isOpen }) => isOpen);
  return open.some(
    (grid) =>
      isMerged(grid, isSeen) ||
      grid.rowEdgesPx.filter((y) => goesOn(y, grid.box[0], grid.box[2])).length >= LEAST_ROWS,
  );
}

/** So many of a table's rules go on beyond its sides, where those are but the ends of what is ink. */
const LEAST_ROWS = 2;

function isMerged(
  { cells, rowEdgesPx }: Grid,
  isSeen: (y: number, from: number, to: number) => boolean,
): boolean {
  return cells.some(({ row, rowSpan, box }) =>
    rowEdgesPx.slice(row + 1, row + rowSpan).some((y) => isSeen(y, box[0], box[2])),
  );
}

function seenShare(
  { widthPx, heightPx, data }: GreyPicture,
  middle: number,
  [from, to]: [number, number],
  besidePx: number,
): number {
  const [first, last] = [Math.round(middle) - NEAR_PX, Math.round(middle) + NEAR_PX];
  if (from < 0 || to > widthPx || first < besidePx || last >= heightPx - besidePx) return 0;
  const [start, end] = [Math.round(from), Math.round(to)];
  let seen = 0;
  for (let x = start; x < end; x++) {
    let y = first;
    while (y <= last && !isPale(data, y * widthPx + x, besidePx * widthPx)) y++;
    if (y <= last) seen++;
  }
  return seen / Math.max(1, end - start);
}
