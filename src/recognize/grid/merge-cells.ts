import { WALL, type Walls } from "./find-walls.ts";

/** A cell by its place in the lattice. */
export interface Span {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/**
 * Cells of a lattice: smallest cells without a wall between them are one, always a rectangle.
 * Where missing walls make another shape, it is cut along the line that shows most ink.
 */
export function mergeCells(walls: Walls): Span[] {
  const rowCount = walls.rows.length - 1;
  const columnCount = walls.columns.length - 1;
  const all: Region = [];
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) all.push([row, column]);
  }
  return connectedRegions(all, walls)
    .flatMap((region) => toRectangles(region, walls))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

type Region = [row: number, column: number][];

/** A cut between two rows (`row`: before that row) or two columns. */
interface Cut {
  direction: "row" | "column";
  at: number;
}

function connectedRegions(cells: Region, walls: Walls): Region[] {
  const left = new Map(cells.map((cell) => [`${cell[0]},${cell[1]}`, cell]));
  const regions: Region[] = [];
  for (const start of cells) {
    if (!left.delete(`${start[0]},${start[1]}`)) continue;
    const region: Region = [start];
    for (const [row, column] of region) {
      const visit = (r: number, c: number, wall: number) => {
        const next = left.get(`${r},${c}`);
        if (wall >= WALL || next === undefined) return;
        left.delete(`${r},${c}`);
        region.push(next);
      };
      visit(row - 1, column, walls.rows[row][column]);
      visit(row + 1, column, walls.rows[row + 1][column]);
      visit(row, column - 1, walls.columns[column][row]);
      visit(row, column + 1, walls.columns[column + 1][row]);
    }
    regions.push(region);
  }
  return regions;
}

function toRectangles(region: Region, walls: Walls): Span[] {
  const span = boundsOf(region);
  if (region.length === span.rowSpan * span.columnSpan) return [span];
  const cut = bestCut(region, span, walls);
  const isBefore = ([row, column]: [number, number]) => (cut.direction === "row" ? row : column) < cut.at;
  return [region.filter(isBefore), region.filter((cell) => !isBefore(cell))]
    .flatMap((part) => connectedRegions(part, walls))
    .flatMap((part) => toRectangles(part, walls));
}

function boundsOf(region: Region): Span {
  const rows = region.map(([row]) => row);
  const columns = region.map(([, column]) => column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rowSpan: Math.max(...rows) - row + 1, columnSpan: Math.max(...columns) - column + 1 };
}

/** The cut with the most ink on it; of equal ones, that which leaves fewest parts that are no rectangles. */
function bestCut(region: Region, span: Span, walls: Walls): Cut {
  const cuts: Cut[] = [];
  for (let at = span.row + 1; at < span.row + span.rowSpan; at++) cuts.push({ direction: "row", at });
  for (let at = span.column + 1; at < span.column + span.columnSpan; at++)
    cuts.push({ direction: "column", at });
  const scores = cuts.map((cut) => scoreCut(region, cut, walls));
  return cuts[scores.indexOf(Math.max(...scores))];
}

function scoreCut(region: Region, cut: Cut, walls: Walls): number {
  const inside = new Set(region.map(([row, column]) => `${row},${column}`));
  let ink = 0;
  let length = 0;
  for (const [row, column] of region) {
    if ((cut.direction === "row" ? row : column) !== cut.at) continue;
    const before = cut.direction === "row" ? `${row - 1},${column}` : `${row},${column - 1}`;
    if (!inside.has(before)) continue;
    ink += cut.direction === "row" ? walls.rows[row][column] : walls.columns[column][row];
    length++;
  }
  const isBefore = ([row, column]: [number, number]) => (cut.direction === "row" ? row : column) < cut.at;
  const parts = [region.filter(isBefore), region.filter((cell) => !isBefore(cell))];
  const whole = parts.filter((part) => {
    const bounds = boundsOf(part);
    return part.length === bounds.rowSpan * bounds.columnSpan;
  }).length;
  return (length === 0 ? 1 : ink / length) + 0.2 * whole;
}
