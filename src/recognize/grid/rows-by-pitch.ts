import type { Edge } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, type Stretch } from "./text-lines.ts";

/** Lines of one cell follow each other alike, but for so much; lines of two cells are so much farther apart. */
const ALIKE = 1.1;
const FARTHER = 1.13;
/** In text heights: no two lines of print follow nearer. */
const NEAREST = 0.9;
const LEAST_PAIRS = 2;

/** The lines of each column between two rules, top to bottom; `gaps` are those between the columns. */
export function linesByColumn(
  ink: InkMask,
  [above, below]: readonly [Edge, Edge],
  gaps: readonly Stretch[],
  [left, right]: Stretch,
  sizes: Sizes,
): Stretch[][] {
  const sides = [left, ...gaps.flat(), right];
  return Array.from({ length: gaps.length + 1 }, (_, column) =>
    findTextLines(ink, [above, below], [sides[2 * column], sides[2 * column + 1]], sizes).map(
      ({ top, bottom }): Stretch => [top, bottom],
    ),
  );
}

/**
 * The gaps between rows whose cells of several lines have their lines nearer to one another than to those of the next
 * row: a cell is what follows closely, a row all cells that stand beside one another, one in each column. Null where no
 * line follows another more closely than others do, or where those that do are rows themselves, set in groups.
 */
export function findRowsByPitch(columns: readonly (readonly Stretch[])[], sizes: Sizes): Stretch[] | null {
  const closest = closestPitch(columns, sizes);
  if (closest === null) return null;
  const cells = columns.map((lines) => cellsOf(lines, closest));
  const rows: Row[] = [];
  const all = cells.flatMap((own, column) => own.map((cell) => ({ ...cell, column })));
  for (const { top, bottom, lines, column } of all.sort((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    const row =
      last && top < last.bottom
        ? last
        : { top, bottom, lines: columns.map(() => []), cells: columns.map(() => 0) };
    if (row !== last) rows.push(row);
    row.bottom = Math.max(row.bottom, bottom);
    row.lines[column].push(...lines);
    row.cells[column] += 1;
  }
  if (rows.some((row) => row.cells.some((count) => count > 1))) return null;
  const counts = rows.map(({ lines }) => lines.map(({ length }) => length));
  const long = counts.filter((own) => Math.max(...own) > 1);
  const groups = long.filter((own) => own[0] > 1 && own[0] === Math.max(...own));
  const isSure = rows.some((row) => isSetInMiddle(row, sizes));
  if (!isSure && 2 * groups.length > long.length) return null;
  return rows.slice(1).map(({ top }, at): Stretch => [rows[at].bottom, top]);
}

/** What stands beside one another, one cell in each column, and each one's lines. */
interface Row {
  top: number;
  bottom: number;
  lines: Stretch[][];
  cells: number[];
}

/** In text heights: what begins one row with another stands at one height, but for so much. */
const LEVEL = 0.3;

/** Whether beside several lines of a first cell something stands between two of them: those are no rows of their own. */
function isSetInMiddle({ lines: [keys, ...others] }: Row, { textPx }: Sizes): boolean {
  const isLevel = (line: Stretch): boolean =>
    keys.some((key) => Math.abs(middleOf(key) - middleOf(line)) <= LEVEL * textPx);
  return keys.length > 1 && others.some((lines) => lines.length > 0 && !lines.some(isLevel));
}

const middleOf = ([top, bottom]: Stretch): number => (top + bottom) / 2;

/** Up to how far lines of one cell are apart; null where that can't be told from how far those of two are. */
function closestPitch(columns: readonly (readonly Stretch[])[], sizes: Sizes): number | null {
  const pitches = columns
    .flatMap((lines) => lines.slice(1).map((line, at) => middleOf(line) - middleOf(lines[at])))
    .sort((a, b) => a - b);
  if (pitches.length < LEAST_PAIRS || pitches[0] < NEAREST * sizes.textPx) return null;
  const close = pitches.filter((pitch) => pitch <= ALIKE * pitches[0]);
  const next = pitches[close.length];
  const mean = close.reduce((sum, pitch) => sum + pitch, 0) / close.length;
  return next === undefined || next < FARTHER * mean ? null : (mean + next) / 2;
}

interface Cell {
  top: number;
  bottom: number;
  lines: Stretch[];
}

function cellsOf(lines: readonly Stretch[], closest: number): Cell[] {
  const cells: Cell[] = [];
  for (const [at, line] of lines.entries()) {
    const last = cells.at(-1);
    if (last && middleOf(line) - middleOf(lines[at - 1]) <= closest) {
      last.bottom = line[1];
      last.lines.push(line);
    } else cells.push({ top: line[0], bottom: line[1], lines: [line] });
  }
  return cells;
}
