import type { Sizes } from "./sizes.ts";
import type { Stretch, TextLine } from "./text-lines.ts";

/** A line that ends so much before its column does was not broken for want of room; of two columns, either may be a list. */
const ROOM_LEFT = 1;
const ROOM_LEFT_OF_TWO = 1.5;
/** Text that fills its cell stands no farther from the next column's. */
const WIDEST_PADDING = 2;
/** A head of two columns has fewer lines in both. */
const LEAST_OF_FORM = 4;

/** The gaps between rows that no rule parts. */
export function findRowGaps(
  lines: readonly TextLine[],
  gaps: readonly Stretch[],
  [left, right]: Stretch,
  sizes: Sizes,
  hasHead: boolean,
): Stretch[] {
  const edges = [left, ...gaps.map(([from, to]) => (from + to) / 2), right];
  const table = lines.map((line) => edges.slice(1).map((end, column) => endIn(line, edges[column], end)));
  const limits = edges.slice(1).map((_, column) => {
    const next = gaps[column]?.[1] ?? right;
    return Math.max(next - WIDEST_PADDING * sizes.textPx, ...table.map((ends) => ends[column] ?? 0));
  });
  // The first row is a head, and its lines one cell's, but for a form of labels and what they are.
  const first = table.filter((_, index) => lines[index].row === 0);
  const isForm =
    gaps.length === 1 &&
    first.length >= LEAST_OF_FORM &&
    first.every((ends) => ends.every((end) => end !== null));
  return lines.slice(1).flatMap((line, index): Stretch[] => {
    const above = lines[index];
    if (line.row !== above.row || (hasHead && line.row === 0 && !isForm)) return [];
    const [before, after] = [table[index], table[index + 1]];
    const filled = after.filter((end) => end !== null).length;
    const isSum = lines[index + 2]?.row !== line.row && sumsUp(before, after, limits, sizes);
    if (isSum) return [[above.bottom, line.top]];
    if (after[0] === null || filled < Math.max(2, edges.length / 2 - 0.5)) return [];
    if (before[0] === null) {
      // The rest of the row above stands nearer to that than to what comes next.
      const isRest = index > 0 && above.top - lines[index - 1].bottom < 0.7 * (line.top - above.bottom);
      return isRest ? [[above.bottom, line.top]] : [];
    }
    const both = before.flatMap((end, column) =>
      end !== null && after[column] !== null ? [limits[column] - end] : [],
    );
    const least = (both.length > 2 ? ROOM_LEFT : ROOM_LEFT_OF_TWO) * sizes.textPx;
    const hasRoom = both.some((room) => room >= least);
    const isCounted = [above, line].every((each) => isNumbered(each, edges, sizes));
    return hasRoom || isCounted ? [[above.bottom, line.top]] : [];
  });
}

/** Whether a line says something in the first and last column only, and the full row above it was not broken for want of room: a sum. */
function sumsUp(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  limits: readonly number[],
  sizes: Sizes,
): boolean {
  const isEnd = (column: number): boolean => column === 0 || column === after.length - 1;
  const [first] = before;
  return (
    after.length > 2 &&
    after.every((end, column) => (end !== null) === isEnd(column)) &&
    before.every((end) => end !== null) &&
    first !== null &&
    limits[0] - first >= ROOM_LEFT_OF_TWO * sizes.textPx
  );
}

/** In text heights: no wider are the numbers that count a table's rows. */
const WIDEST_COUNT = 1.3;
const LEAST_COUNTED_COLUMNS = 4;

/** Whether a line begins with a number's width and says something in every column: a row of its own, however full its cells. */
function isNumbered(line: TextLine, edges: readonly number[], sizes: Sizes): boolean {
  const [left, right] = edges;
  const [first, ...more] = line.inked.filter(
    ([start, end]) => (start + end) / 2 >= left && (start + end) / 2 < right,
  );
  const last = more.at(-1) ?? first;
  const isNarrow = first !== undefined && last[1] - first[0] <= WIDEST_COUNT * sizes.textPx;
  const isFull = edges.slice(1).every((end, column) => endIn(line, edges[column], end) !== null);
  return edges.length > LEAST_COUNTED_COLUMNS && isNarrow && isFull;
}

/** Where a line's text in a column ends; null where it has none. */
function endIn({ inked }: TextLine, from: number, to: number): number | null {
  const ends = inked
    .filter(([start, end]) => (start + end) / 2 >= from && (start + end) / 2 < to)
    .map(([, end]) => end);
  return ends.length > 0 ? Math.max(...ends) : null;
}
