import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";

const TEXT = 20;
const [WIDTH, HEIGHT] = [920, 1300];

const page = (): InkMask => ({ widthPx: WIDTH, heightPx: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT) });

function fill(ink: InkMask, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y++) ink.data.fill(1, y * ink.widthPx + x0, y * ink.widthPx + x1);
}

function frame(ink: InkMask, x0: number, y0: number, x1: number, y1: number): void {
  for (const y of [y0, y1]) fill(ink, x0, y, x1 + 2, y + 2);
  for (const x of [x0, x1]) fill(ink, x, y0, x + 2, y1 + 2);
}

/** So many characters: each two uprights and three strokes. */
function write(ink: InkMask, x: number, y: number, count: number): void {
  for (let at = x; at < x + count * 22; at += 22) {
    for (const dx of [1, 17]) fill(ink, at + dx, y, at + dx + 2, y + TEXT);
    for (const dy of [0, 9, 18]) fill(ink, at + 3, y + dy, at + 17, y + dy + 2);
  }
}

/** Labels, and values with a line under each, as on a title page. */
function form(ink: InkMask): void {
  write(ink, 250, 300, 14);
  for (const y of [700, 760, 820]) {
    write(ink, 150, y, 5);
    write(ink, 330, y, 9);
    fill(ink, 330, y + 30, 760, y + 32);
  }
}

describe("a border around most of a page", () => {
  test.each([1, 2])("with labels and underlined values in it is no table (%i lines)", (lines) => {
    const ink = page();
    frame(ink, 60, 60, 860, 1230);
    if (lines === 2) frame(ink, 68, 68, 852, 1222);
    form(ink);
    expect(findGrids(ink, TEXT).grids).toEqual([]);
  });

  test("holds a table that stands within it", () => {
    const ink = page();
    frame(ink, 60, 60, 860, 1230);
    for (const y of [300, 350, 400, 450]) fill(ink, 150, y, 772, y + 2);
    for (const x of [150, 350, 560, 770]) fill(ink, x, 300, x + 2, 452);
    for (const y of [316, 366, 416]) for (const x of [160, 360, 570]) write(ink, x, y, 4);
    const grids = findGrids(ink, TEXT).grids;
    expect(grids.map(({ cells }) => cells.length)).toEqual([9]);
  });
});
