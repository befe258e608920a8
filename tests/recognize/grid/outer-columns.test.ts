import { expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const page = (): InkMask => ({ widthPx: 920, heightPx: 700, data: new Uint8Array(920 * 700) });

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ rowEdgesPx, columnEdgesPx }) => `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}`,
  );

test("columns beside the outermost uprights may have lines beside cells whose own overlap", () => {
  const ink = page();
  for (const x of [140, 300, 600, 760]) fill(ink, x, 80, x + 2, 500);
  fill(ink, 60, 140, 860, 142);
  for (const [x, count] of [
    [70, 2],
    [150, 3],
    [310, 4],
    [610, 3],
    [770, 2],
  ])
    write(ink, x, 100, count);
  for (const y of [160, 280, 400]) {
    write(ink, 70, y + 14, 1);
    // Beside two lines one in their middle, and two a little lower.
    for (const dy of [0, 28]) write(ink, 150, y + dy, 5);
    write(ink, 310, y + 14, 10);
    write(ink, 610, y + 14, 4);
    for (const dy of [8, 34]) write(ink, 770, y + dy, 2);
  }
  expect(sizesOf(ink)).toEqual(["4×5"]);
});

test("the numbers before rows of several lines are a column, though most lines have none beside them", () => {
  const ink = page();
  for (const x of [140, 300, 700]) fill(ink, x, 80, x + 2, 520);
  for (const [x, count] of [
    [70, 2],
    [150, 3],
    [310, 4],
  ])
    write(ink, x, 90, count);
  for (const y of [150, 280, 410]) {
    write(ink, 70, y, 1);
    for (const dy of [0, 26, 52]) write(ink, 310, y + dy, 16 - dy / 26);
    write(ink, 150, y, 5);
  }
  expect(sizesOf(ink)).toEqual(["4×3"]);
});

test("a stroke of the prose below, in line with one upright of three, hides no table without any other rule", () => {
  const ink = page();
  for (const x of [140, 300, 700]) fill(ink, x, 80, x + 2, 400);
  fill(ink, 300, 410, 302, 432);
  for (const [row, y] of [94, 150, 210, 270, 330].entries()) {
    write(ink, 70, y, row === 0 ? 2 : 1);
    write(ink, 150, y, 5);
    write(ink, 310, y, 12 - row);
  }
  for (const x of [64, 306]) write(ink, x, 411, 10);
  expect(sizesOf(ink)).toEqual(["5×3"]);
});
