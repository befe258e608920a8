import type { Edge } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { linesByColumn } from "./rows-by-pitch.ts";
import type { Sizes } from "./sizes.ts";
import type { Stretch } from "./text-lines.ts";

/** In text heights: what is set in the middle of its row stands no farther from it, and what begins a row from its top. */
const OFF_MIDDLE = 0.4;
const OFF_TOP = 0.6;
/** A row's name in the first column takes no more lines. */
const MOST_KEY_LINES = 3;

/** The lines of each column, top to bottom, and the height of a text's line. */
interface Columns {
  lines: readonly (readonly Stretch[])[];
  textPx: number;
}

/**
 * The gaps between rows whose cells of several lines are set in the middle of their row, between two rules: each row
 * reaches as far below the middle of its first cell as above it, and every cell's middle is there. Null where that
 * does not come out, and where every row may as well begin with its first line.
 */
export function findCentredGaps(
  ink: InkMask,
  ends: readonly [Edge, Edge],
  gaps: readonly Stretch[],
  across: Stretch,
  sizes: Sizes,
): Stretch[] | null {
  const lines = linesByColumn(ink, ends, gaps, across, sizes);
  const columns = { lines, textPx: sizes.textPx };
  if (lines[0].length < 2 || beginAtTop(columns)) return null;
  const rows = rowsBelow(columns);
  if (rows === null || (isOneRow(columns) && rows.some((row) => isNameAlone(row, columns)))) return null;
  return rows.length > 1 ? rows.slice(1).map(([top], at): Stretch => [rows[at][1], top]) : null;
}

/** Whether all that stands between two rules may be one row, each cell set in its middle. */
function isOneRow({ lines, textPx }: Columns): boolean {
  const [keys] = lines;
  const middle = (keys[0][0] + keys[keys.length - 1][1]) / 2;
  const top = Math.min(...lines.flatMap((own) => own.slice(0, 1).map(([start]) => start)));
  return isRow(lines, [], { middle, bottom: 2 * middle - top }, textPx);
}

/** Whether a row holds lines of the first column and of no other. */
const isNameAlone = ([top, bottom]: Stretch, { lines: [, ...others] }: Columns): boolean =>
  others.every((own) => own.every(([start, end]) => end <= top || start >= bottom));

/** Whether every cell's first line may stand beside a line of the first column. */
function beginAtTop({ lines: [keys, ...others], textPx }: Columns): boolean {
  return others.every((lines) =>
    lines.every(([top], at) => {
      const row = keys.findLastIndex(([start]) => start <= top + OFF_TOP * textPx);
      if (row < 0) return false;
      const isFirst = at === 0 || lines[at - 1][0] < keys[row][0] - OFF_TOP * textPx;
      return !isFirst || top - keys[row][0] <= OFF_TOP * textPx;
    }),
  );
}

/** The rows that lines make, from the first to the last; null where they make none. */
function rowsBelow({ lines, textPx }: Columns): Stretch[] | null {
  if (lines.every((own) => own.length === 0)) return [];
  const [keys] = lines;
  const top = Math.min(...lines.flatMap((own) => own.slice(0, 1).map(([start]) => start)));
  for (let count = 1; count <= Math.min(MOST_KEY_LINES, keys.length); count++) {
    const middle = (keys[0][0] + keys[count - 1][1]) / 2;
    const bottom = 2 * middle - top;
    const isOwn = ([start, end]: Stretch): boolean => (start + end) / 2 < bottom;
    const own = lines.map((all) => all.filter(isOwn));
    const rest = lines.map((all) => all.filter((line) => !isOwn(line)));
    if (own[0].length !== count || !isRow(own, rest, { middle, bottom }, textPx)) continue;
    const rows = rowsBelow({ lines: rest, textPx });
    if (rows) return [[top, lowest(own)], ...rows];
  }
  return null;
}

/** Whether lines end where their row does, above all others, and stand in its middle in each column. */
function isRow(
  own: readonly (readonly Stretch[])[],
  rest: readonly (readonly Stretch[])[],
  { middle, bottom }: { middle: number; bottom: number },
  textPx: number,
): boolean {
  const end = lowest(own);
  return (
    Math.abs(end - bottom) <= 2 * OFF_MIDDLE * textPx &&
    rest.every((lines) => lines.every(([start]) => start > end)) &&
    own.every(
      (lines) =>
        lines.length === 0 ||
        Math.abs((lines[0][0] + lines[lines.length - 1][1]) / 2 - middle) <= OFF_MIDDLE * textPx,
    )
  );
}

const lowest = (lines: readonly (readonly Stretch[])[]): number =>
  Math.max(...lines.flatMap((own) => own.map(([, end]) => end)));
