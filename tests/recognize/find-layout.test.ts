import { describe, expect, it } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";

type Bar = [x0: number, y0: number, x1: number, y1: number, grey?: number];

const [LEFT, TOP, WIDE, HIGH, TEXT] = [50, 50, 160, 60, 24];

/** A ruled table of three rows and columns on a page of 600 × 800, with bars of ink in it. */
function draw(bars: readonly Bar[]): GreyPicture {
  const [widthPx, heightPx] = [600, 800];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const rules = [0, 1, 2, 3].flatMap((i): Bar[] => [
    [LEFT, TOP + i * HIGH, LEFT + 3 * WIDE + 2, TOP + i * HIGH + 2],
    [LEFT + i * WIDE, TOP, LEFT + i * WIDE + 2, TOP + 3 * HIGH],
  ]);
  for (const [x0, y0, x1, y1, grey = 30] of [...rules, ...bars])
    for (let y = y0; y < y1; y++) data.fill(grey, y * widthPx + x0, y * widthPx + x1);
  return { widthPx, heightPx, data };
}

/** Characters as wide as high in a cell, so many from its left on: two strokes down and two across. */
function words(row: number, column: number, count: number): Bar[] {
  const [x, y] = [LEFT + column * WIDE + 20, TOP + row * HIGH + 18];
  return Array.from({ length: count }, (_, i) => x + i * (TEXT + 3)).flatMap((at): Bar[] => [
    [at, y, at + 3, y + TEXT],
    [at + TEXT - 3, y, at + TEXT, y + TEXT],
    [at, y, at + TEXT, y + 3],
    [at, y + TEXT - 3, at + TEXT, y + TEXT],
  ]);
}

const HEADER = [...words(0, 0, 3), ...words(0, 1, 3), ...words(0, 2, 3)];

function linesAt(bars: readonly Bar[], row: number, column: number) {
  const [{ grid, cells }] = findLayout(draw([...HEADER, ...bars])).grids;
  return cells[grid.cells.findIndex((cell) => cell.row === row && cell.column === column)];
}

describe("a cell's lines", () => {
  it("hold a stroke alone in its cell, with the room of a character around it", () => {
    const [line, ...others] = linesAt([[LEFT + 60, TOP + 88, LEFT + 83, TOP + 91]], 1, 0);
    expect(others).toEqual([]);
    expect(line.box[0]).toBe(LEFT + 60);
    expect(line.box[3] - line.box[1]).toBeGreaterThanOrEqual(TEXT * 0.8);
  });

  it("hold the strokes of 三 as one", () => {
    const strokes = [80, 89, 98].map((y): Bar => [LEFT + 60, TOP + y, LEFT + 83, TOP + y + 3]);
    expect(linesAt(strokes, 1, 0)).toHaveLength(1);
  });

  it("hold the faint end of a word as well", () => {
    const faint: Bar = [LEFT + 12, TOP + HIGH + 18, LEFT + 20, TOP + HIGH + 18 + TEXT, 208];
    expect(linesAt([...words(1, 0, 3), faint], 1, 0)[0].box[0]).toBeLessThanOrEqual(LEFT + 12);
  });

  it("hold nothing of what is left of a rule", () => {
    const rest: Bar = [LEFT + 40, TOP + HIGH + 2, LEFT + 60, TOP + HIGH + 5];
    expect(linesAt([rest], 1, 0)).toEqual([]);
  });
});
