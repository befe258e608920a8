import type { Box } from "../../model/place.ts";
import { centerAt, inkedShare, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: a frame around a line of text is wider than any character, and much wider than high. */
const LEAST_WIDTH = 6;
const LEAST_HEIGHT = 1.2;
const LEAST_FLATNESS = 2.5;
const LEAST_INKED = 0.9;

/** The sides of frames around a line of text: short, but from one rule's end to the end of another. */
export function findFrameSides(
  columns: readonly Segment[],
  rows: readonly Segment[],
  sizes: Sizes,
): Segment[] {
  return columns.filter((column) => {
    const heightPx = lengthOf(column);
    if (heightPx < LEAST_HEIGHT * sizes.textPx || inkedShare(column) < LEAST_INKED) return false;
    const across = centerAt(column, middleOf(column));
    const meets = (end: number): boolean =>
      rows.some(
        (row) =>
          isWideBeside(lengthOf(row), heightPx, sizes.textPx) &&
          Math.min(Math.abs(row.from - across), Math.abs(row.to - across)) <= sizes.cornerPx &&
          Math.abs(centerAt(row, Math.min(row.to - 1, Math.max(row.from, across))) - end) <= sizes.cornerPx,
      );
    return meets(column.from) && meets(column.to);
  });
}

const isWideBeside = (widthPx: number, heightPx: number, textPx: number): boolean =>
  widthPx >= LEAST_WIDTH * textPx && widthPx >= LEAST_FLATNESS * heightPx;

/** How far a worn corner may stay open, in text heights. */
const CORNER = 0.3;

/** Whether a rule is the top, foot or side of a frame around a line of text: it ends where others of the frame do. */
export function isOfFrame(rule: Box, rules: readonly Box[], textPx: number): boolean {
  const isRow = rule[2] - rule[0] > rule[3] - rule[1];
  const others = rules.filter((other) => other[2] - other[0] > other[3] - other[1] !== isRow);
  if (!isRow) return others.filter((row) => isCorner(row, rule, textPx)).length > 1;
  const sides = others.filter((column) => isCorner(rule, column, textPx));
  return sides.some((side) => isOfFrame(side, rules, textPx));
}

/** Whether a column begins or ends at a row's end. */
function isCorner(row: Box, column: Box, textPx: number): boolean {
  if (!isWideBeside(row[2] - row[0], column[3] - column[1], textPx)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= CORNER * textPx;
  const [x, y] = [(column[0] + column[2]) / 2, (row[1] + row[3]) / 2];
  return (near(x, row[0]) || near(x, row[2])) && (near(y, column[1]) || near(y, column[3]));
}
