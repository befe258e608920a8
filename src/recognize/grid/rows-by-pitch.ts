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
  const rows: { top: number; bottom: number; counts: number[]; cells: number[] }[] = [];
  const all = cells.flatMap((own, column) => own.map((cell) => ({ ...cell, column })));
  for (const { top, bottom, count, column } of all.sort((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    const row =
      last && top < last.bottom
        ? last
        : { top, bottom, counts: columns.map(() => 0), cells: columns.map(() => 0) };
    if (row !== last) rows.push(row);
    row.bottom = Math.max(row.bottom, bottom);
    row.counts[column] += count;
    row.cells[column] += 1;
  }
  if (rows.some((row) => row.cells.some((count) => count > 1))) return null;
  const long = rows.filter(({ counts }) => Math.max(...counts) > 1);
  const groups = long.filter(({ counts }) => counts[0] > 1 && counts[0] === Math.max(...counts));
  if (2 * groups.length > long.length) return null;
  return rows.slice(1).map(({ top }, at): Stretch => [rows[at].bottom, top]);
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
  count: number;
}

function cellsOf(lines: readonly Stretch[], closest: number): Cell[] {
  const cells: Cell[] = [];
  for (const [at, line] of lines.entries()) {
    const last = cells.at(-1);
    if (last && middleOf(line) - middleOf(lines[at - 1]) <= closest) {
      last.bottom = line[1];
      last.count += 1;
    } else cells.push({ top: line[0], bottom: line[1], count: 1 });
  }
  return cells;
}
