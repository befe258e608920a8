import fc from "fast-check";
import type { InkMask } from "../../../src/recognize/grid/find-grids.ts";

/** A cell of a drawn table. */
export interface DrawnCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table to draw: edges in pixels, cells that cover it, and the flaws of the paper. */
export interface Drawing {
  textPx: number;
  rowEdges: number[];
  columnEdges: number[];
  cells: DrawnCell[];
  thickness: number;
  /** Outer borders that are left out. */
  open: "none" | "sides" | "ends" | "left" | "bottom";
  /** How far rules bend off a straight line, in pixels. */
  bend: number;
  /** Share of a rule's pixels that are lost, and of white ones that are dirt. */
  worn: number;
  dirt: number;
  /** How many holes a rule has, each at most 0.4 text heights. */
  holes: number;
  text: boolean;
  seed: number;
}

/** Random tables: up to 8 × 6 cells, merged at will. */
export const drawings: fc.Arbitrary<Drawing> = fc
  .record({
    textPx: fc.integer({ min: 16, max: 40 }),
    heights: fc.array(fc.integer({ min: 15, max: 50 }), { minLength: 1, maxLength: 8 }),
    widths: fc.array(fc.integer({ min: 20, max: 80 }), { minLength: 1, maxLength: 6 }),
    merges: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      {
        maxLength: 6,
      },
    ),
    thickness: fc.integer({ min: 5, max: 22 }),
    open: fc.constantFrom("none", "none", "none", "sides", "ends", "left", "bottom") as fc.Arbitrary<
      Drawing["open"]
    >,
    bend: fc.integer({ min: 0, max: 15 }),
    worn: fc.constantFrom(0, 0, 0.02, 0.08),
    dirt: fc.constantFrom(0, 0, 0.001, 0.004),
    holes: fc.integer({ min: 0, max: 3 }),
    text: fc.boolean(),
    seed: fc.nat(),
  })
  .map((plan) => {
    const unit = plan.textPx / 10;
    const merged = mergeAtWill(plan.heights.length, plan.widths.length, plan.merges);
    const rows = usedEdges(merged.map((cell) => [cell.row, cell.row + cell.rowSpan]));
    const columns = usedEdges(merged.map((cell) => [cell.column, cell.column + cell.columnSpan]));
    const rowEdges = toEdges(
      plan.heights.map((height) => Math.round(height * unit)),
      Math.round(4 * plan.textPx),
    );
    const columnEdges = toEdges(
      plan.widths.map((width) => Math.round(width * unit)),
      Math.round(3 * plan.textPx),
    );
    const cells = merged.map((cell) => ({
      row: rows.indexOf(cell.row),
      column: columns.indexOf(cell.column),
      rowSpan: rows.indexOf(cell.row + cell.rowSpan) - rows.indexOf(cell.row),
      columnSpan: columns.indexOf(cell.column + cell.columnSpan) - columns.indexOf(cell.column),
    }));
    return {
      ...plan,
      rowEdges: rows.map((row) => rowEdges[row]),
      columnEdges: columns.map((column) => columnEdges[column]),
      cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
      thickness: Math.max(1, Math.round((plan.thickness * plan.textPx) / 100)),
      bend: (plan.bend * plan.textPx) / 100,
    };
  })
  .filter(isTable);

/** Whether what is drawn shows a table at all: open sides need rules that still tell the cells. */
function isTable(drawing: Drawing): boolean {
  const { cells, open, rowEdges, columnEdges } = drawing;
  const columns = columnEdges.length - 1;
  const rows = rowEdges.length - 1;
  if (cells.length < 2) return false;
  const width = columnEdges[columns] - columnEdges[0];
  const height = rowEdges[rows] - rowEdges[0];
  if (Math.max(width, height) < 4.2 * drawing.textPx) return false;
  const isOpenSided = open === "sides" || open === "left";
  if (isOpenSided && cells.some((cell) => cell.columnSpan === columns)) return false;
  const isOpenEnded = open === "ends" || open === "bottom";
  return !(isOpenEnded && cells.some((cell) => cell.rowSpan === rows));
}

function mergeAtWill(rows: number, columns: number, merges: [number, number, number, number][]): DrawnCell[] {
  const owner = Array.from({ length: rows }, () => new Array<DrawnCell | null>(columns).fill(null));
  const cells: DrawnCell[] = [];
  const place = (row: number, column: number, rowSpan: number, columnSpan: number) => {
    const cell = { row, column, rowSpan, columnSpan };
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) if (owner[r][c] !== null) return;
    }
    for (let r = row; r < row + rowSpan; r++) owner[r].fill(cell, column, column + columnSpan);
    cells.push(cell);
  };
  for (const [r, c, rowSpan, columnSpan] of merges) {
    const row = r % rows;
    const column = c % columns;
    place(row, column, Math.min(rowSpan, rows - row), Math.min(columnSpan, columns - column));
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) place(row, column, 1, 1);
  return cells;
}

const usedEdges = (ends: number[][]): number[] => [...new Set(ends.flat())].sort((a, b) => a - b);

function toEdges(sizes: number[], start: number): number[] {
  const edges = [start];
  for (const size of sizes) edges.push(edges[edges.length - 1] + size);
  return edges;
}

/** The drawn table as ink on a page. */
export function drawTable(drawing: Drawing): InkMask {
  const { rowEdges, columnEdges, textPx } = drawing;
  const widthPx = columnEdges[columnEdges.length - 1] + 4 * textPx;
  const heightPx = rowEdges[rowEdges.length - 1] + 4 * textPx;
  const ink: InkMask = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx) };
  const random = generator(drawing.seed);
  for (const cell of drawing.cells) drawCell(ink, drawing, cell, random);
  wear(ink, drawing, random);
  if (drawing.text) for (const cell of drawing.cells) drawText(ink, drawing, cell, random);
  for (let index = 0; index < ink.data.length; index++) if (random() < drawing.dirt) ink.data[index] = 1;
  return ink;
}

/** A page turned by a quarter and mirrored: x and y change places. */
export function transpose(ink: InkMask): InkMask {
  const data = new Uint8Array(ink.data.length);
  for (let y = 0; y < ink.heightPx; y++) {
    for (let x = 0; x < ink.widthPx; x++) data[x * ink.heightPx + y] = ink.data[y * ink.widthPx + x];
  }
  return { widthPx: ink.heightPx, heightPx: ink.widthPx, data };
}

function drawCell(ink: InkMask, drawing: Drawing, cell: DrawnCell, random: () => number): void {
  const { rowEdges, columnEdges, open } = drawing;
  const lastRow = rowEdges.length - 1;
  const lastColumn = columnEdges.length - 1;
  const [top, bottom] = [cell.row, cell.row + cell.rowSpan];
  const [left, right] = [cell.column, cell.column + cell.columnSpan];
  const hides = {
    top: top === 0 && open === "ends",
    bottom: bottom === lastRow && (open === "ends" || open === "bottom"),
    left: left === 0 && (open === "sides" || open === "left"),
    right: right === lastColumn && open === "sides",
  };
  const [x0, x1, y0, y1] = [columnEdges[left], columnEdges[right], rowEdges[top], rowEdges[bottom]];
  if (!hides.top) drawRule(ink, drawing, "row", y0, x0, x1, random);
  if (!hides.bottom) drawRule(ink, drawing, "row", y1, x0, x1, random);
  if (!hides.left) drawRule(ink, drawing, "column", x0, y0, y1, random);
  if (!hides.right) drawRule(ink, drawing, "column", x1, y0, y1, random);
}

function drawRule(
  ink: InkMask,
  drawing: Drawing,
  direction: "row" | "column",
  at: number,
  from: number,
  to: number,
  random: () => number,
): void {
  const { thickness, bend, textPx } = drawing;
  const half = thickness >> 1;
  const holes = Array.from({ length: random() < 0.3 ? drawing.holes : 0 }, () => {
    const start = from + (0.15 + 0.6 * random()) * (to - from);
    return [start, start + Math.min(0.4 * textPx, 0.15 * (to - from)) * random()];
  });
  // The paper is bent as a whole, so that rules still meet.
  const bentBy = (place: number) => Math.round(bend * Math.sin(place / (20 * textPx)));
  for (let along = from - half; along < to - half + thickness; along++) {
    if (holes.some(([start, end]) => along >= start && along < end)) continue;
    const across = at + bentBy(along) - half;
    for (let offset = 0; offset < thickness; offset++) {
      const moved = along + bentBy(at);
      const [x, y] = direction === "row" ? [moved, across + offset] : [across + offset, moved];
      ink.data[y * ink.widthPx + x] = 1;
    }
  }
}

function wear(ink: InkMask, drawing: Drawing, random: () => number): void {
  if (drawing.worn === 0) return;
  for (let index = 0; index < ink.data.length; index++) if (random() < drawing.worn) ink.data[index] = 0;
}

/** Lines of made-up characters: straight strokes in a square, never nearer to a rule than a tenth of a text height. */
function drawText(ink: InkMask, drawing: Drawing, cell: DrawnCell, random: () => number): void {
  const { textPx, rowEdges, columnEdges, thickness, bend } = drawing;
  const padding = Math.ceil(0.15 * textPx + thickness + 2 * bend);
  const [x0, y0] = [columnEdges[cell.column] + padding, rowEdges[cell.row] + padding];
  const x1 = columnEdges[cell.column + cell.columnSpan] - padding;
  const y1 = rowEdges[cell.row + cell.rowSpan] - padding;
  for (let y = y0; y + textPx <= y1; y += Math.round(1.4 * textPx)) {
    const end = x0 + random() * (x1 - x0);
    for (let x = x0; x + textPx <= end; x += Math.round(1.08 * textPx))
      drawCharacter(ink, x, y, textPx, random);
  }
}

function drawCharacter(ink: InkMask, x0: number, y0: number, size: number, random: () => number): void {
  const stroke = Math.max(1, Math.round(size / 14));
  const count = 2 + Math.floor(random() * 6);
  for (let index = 0; index < count; index++) {
    const isFlat = random() < 0.55;
    const at = Math.floor(random() * (size - stroke));
    const from = Math.floor(random() * size * 0.3);
    const to = size - Math.floor(random() * size * 0.3);
    for (let along = from; along < to; along++) {
      for (let offset = 0; offset < stroke; offset++) {
        const [x, y] = isFlat ? [x0 + along, y0 + at + offset] : [x0 + at + offset, y0 + along];
        ink.data[y * ink.widthPx + x] = 1;
      }
    }
  }
}

/** Random numbers in [0, 1) that a seed fixes (mulberry32). */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
