import { centerAt, endsApart, lengthOf, meet, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** Whether another rule crosses a segment at one of its ends. */
export function hasEndRule(segment: Segment, strong: readonly Segment[], sizes: Sizes): boolean {
  const at = centerAt(segment, (segment.from + segment.to) / 2);
  return strong.some((other) => {
    if (other.direction === segment.direction || !meet(segment, other, sizes)) return false;
    const along = centerAt(other, at);
    return Math.min(Math.abs(along - segment.from), Math.abs(along - segment.to)) <= sizes.sameEndPx;
  });
}

/** In text heights: no farther apart are the rules of a row over all columns, where those go on below it. */
export const HIGHEST_WHOLE_ROW = 5;
export const NEAR_ROWS = 2.6;

/** Whether two rules of one direction and equal ends are so near that they are of one table. */
export function runAlongside(
  one: Segment,
  other: Segment,
  strong: readonly Segment[],
  sizes: Sizes,
): boolean {
  if (Math.min(lengthOf(one), lengthOf(other)) < 6 * sizes.textPx) return false;
  if (endsApart(one, other) > 0.35 * sizes.textPx) return false;
  const middle = middleOf(one);
  const apart = Math.abs(centerAt(one, middle) - centerAt(other, middle)) / sizes.textPx;
  // Lines of text are ruled alike at times; upright rules of one height are a table's.
  if (one.direction === "column") return apart <= 12;
  if (apart <= NEAR_ROWS) return true;
  const isRow = apart * sizes.textPx <= AS_HIGH * nextRow(one, other, strong, sizes);
  return apart <= HIGHEST_WHOLE_ROW && isRow && columnsGoOn(one, other, strong, sizes);
}

/** A row over all columns is as high as its neighbours, but for so much; what stands between two tables seldom is. */
const AS_HIGH = 1.15;

/** How high the lower one of the rows above and below two rules is, in pixels; 0 without any. */
function nextRow(one: Segment, other: Segment, strong: readonly Segment[], sizes: Sizes): number {
  const middle = middleOf(one);
  const places = strong
    .filter((rule) => rule.direction === one.direction && endsApart(rule, one) <= sizes.sameEndPx)
    .map((rule) => centerAt(rule, middle));
  const [top, bottom] = [centerAt(one, middle), centerAt(other, middle)].sort((a, b) => a - b);
  const heights = [
    ...places.filter((at) => at < top - sizes.sameEdgePx).map((at) => top - at),
    ...places.filter((at) => at > bottom + sizes.sameEdgePx).map((at) => at - bottom),
  ];
  return heights.length === 0 ? 0 : Math.min(...heights);
}

/** Two columns that go on may be so by chance. */
const LEAST_GOING_ON = 3;

/** Whether upright rules end at the upper of two rules, and as many begin at the lower one, all in line. */
export function columnsGoOn(one: Segment, other: Segment, strong: readonly Segment[], sizes: Sizes): boolean {
  const middle = middleOf(one);
  const [upper, lower] = centerAt(one, middle) < centerAt(other, middle) ? [one, other] : [other, one];
  const meeting = (rule: Segment): Segment[] =>
    strong.filter((column) => column.direction === "column" && meet(rule, column, sizes));
  const [above, below] = [
    meeting(upper).map((column) => centerAt(column, column.to)),
    meeting(lower).map((column) => centerAt(column, column.from)),
  ];
  return (
    above.length >= LEAST_GOING_ON &&
    above.length === below.length &&
    above.every((at) => below.some((on) => Math.abs(on - at) <= sizes.sameEdgePx))
  );
}
