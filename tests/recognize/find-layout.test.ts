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
  return boxes(LEFT + column * WIDE + 20, TOP + row * HIGH + 18, count, TEXT);
}

function boxes(x: number, y: number, count: number, size: number): Bar[] {
  return Array.from({ length: count }, (_, i) => x + i * (size + 3)).flatMap((at): Bar[] => [
    [at, y, at + 3, y + size],
    [at + size - 3, y, at + size, y + size],
    [at, y, at + size, y + 3],
    [at, y + size - 3, at + size, y + size],
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

  it.each([0, 4, 7])("hold a 1 that stands on the cell's rule, or over it by %i px", (over) => {
    const foot = TOP + 2 * HIGH + over;
    const lines = linesAt([[LEFT + 60, foot - 20, LEFT + 64, foot]], 1, 0);
    expect(lines.map(({ box }) => box[0])).toEqual([LEFT + 60]);
  });

  it("hold the strokes of 三 as one", () => {
    const strokes = [80, 89, 98].map((y): Bar => [LEFT + 60, TOP + y, LEFT + 83, TOP + y + 3]);
    expect(linesAt(strokes, 1, 0)).toHaveLength(1);
  });

  it("hold the faint end of a word as well", () => {
    const faint: Bar = [LEFT + 12, TOP + HIGH + 18, LEFT + 20, TOP + HIGH + 18 + TEXT, 208];
    expect(linesAt([...words(1, 0, 3), faint], 1, 0)[0].box[0]).toBeLessThanOrEqual(LEFT + 12);
  });

  it("are as high as its words where commas of sums outnumber these", () => {
    const commas = [1, 2].flatMap((column) =>
      [0, 1, 2, 3, 4, 5, 6].map((at): Bar => {
        const [x, y] = [LEFT + column * WIDE + 14 + at * 20, TOP + HIGH + 34];
        return [x, y, x + 8, y + 8];
      }),
    );
    const digits = [0, 1, 2, 3, 4].map((at): Bar => {
      const [x, y] = [LEFT + WIDE + 26 + at * 20, TOP + HIGH + 14];
      return [x, y, x + 6, y + 28];
    });
    const name = boxes(LEFT + 20, TOP + HIGH + 12, 2, 36);
    const page = findLayout(draw([...name, ...digits, ...commas, ...boxes(60, 400, 8, 44)]));
    const [{ grid, cells }] = page.grids;
    const lines = cells[grid.cells.findIndex(({ row, column }) => row === 1 && column === 0)];
    expect(lines.map(({ box }) => [box[1], box[3]])).toEqual([[TOP + HIGH + 12, TOP + HIGH + 48]]);
  });

  it("hold nothing of what is left of a rule", () => {
    const rest: Bar = [LEFT + 40, TOP + HIGH + 2, LEFT + 60, TOP + HIGH + 5];
    expect(linesAt([rest], 1, 0)).toEqual([]);
  });

  it.each([-12, -9, -15])(
    "hold a word whose middle lies on their rule whole, and one of them alone",
    (rise) => {
      const [x, y] = [LEFT + 20, TOP + HIGH + 1 + rise];
      const word = boxes(x, y, 4, TEXT);
      const lines = [0, 1].flatMap((row) => linesAt([...word, ...words(2, 0, 4)], row, 0));
      const own = lines.filter(({ box }) => box[3] > TOP + HIGH - 18);
      expect(own.map(({ box }) => box)).toEqual([[x, y, x + 4 * TEXT + 9, y + TEXT]]);
    },
  );
});
