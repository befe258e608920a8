import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { findRowsByPitch } from "../../../src/recognize/grid/rows-by-pitch.ts";
import { sizesOf } from "../../../src/recognize/grid/sizes.ts";
import type { Stretch } from "../../../src/recognize/grid/text-lines.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const UPRIGHTS = [60, 200, 460, 680, 860];
const XS = [70, 214, 474, 694];
const PITCH = 44;
const ROWS = [
  [2, 3, 2, 3],
  [1, 6, 3, 4],
  [1, 4, 4, 2],
  [1, 7, 2, 5],
];

interface Look {
  /** Whether the outermost uprights are there, and which row edges have a rule. */
  hasSides: boolean;
  ruled: readonly number[];
  rows?: readonly (readonly number[])[];
}

function draw({ hasSides, ruled, rows = ROWS }: Look): InkMask {
  const ink = { widthPx: 920, heightPx: 600, data: new Uint8Array(920 * 600) };
  const [top, bottom] = [100, 100 + rows.length * PITCH];
  for (const x of hasSides ? UPRIGHTS : UPRIGHTS.slice(1, -1)) fill(ink, x, top, x + 2, bottom);
  for (const row of ruled) fill(ink, UPRIGHTS[0], top + row * PITCH, UPRIGHTS[4], top + row * PITCH + 2);
  for (const [row, counts] of rows.entries())
    for (const [column, count] of counts.entries()) write(ink, XS[column], top + row * PITCH + 12, count);
  return ink;
}

const found = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ rowEdgesPx, columnEdgesPx }) => `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}`,
  );

describe("uprights without rules between rows", () => {
  test.each([
    ["without any other rule", []],
    ["with a rule below the head", [1]],
    ["with rules at the ends and below the head", [0, 1, 4]],
    ["with rules at the ends", [0, 4]],
  ])("have the rows that white parts, %s", (_, ruled) => {
    expect(found(draw({ hasSides: true, ruled }))).toEqual(["4×4"]);
  });

  test.each([
    ["without any other rule", []],
    ["with a rule below the head", [1]],
  ])("have the columns beside the outermost of them, %s", (_, ruled) => {
    expect(found(draw({ hasSides: false, ruled }))).toEqual(["4×4"]);
  });

  test("part no cells of several lines where a rule over some columns alone parts two rows, as overleaf", () => {
    const ink = { widthPx: 920, heightPx: 600, data: new Uint8Array(920 * 600) };
    for (const x of UPRIGHTS) fill(ink, x, 100, x + 2, 322);
    for (const y of [100, 320]) fill(ink, 60, y, 862, y + 2);
    fill(ink, 460, 210, 862, 212);
    write(ink, 70, 200, 2);
    for (const y of [170, 200, 231]) write(ink, 214, y, 8);
    for (const y of [116, 146, 177, 221, 252, 283]) write(ink, 474, y, 8 - (y % 3));
    for (const y of [146, 253]) write(ink, 694, y, 4);
    expect(found(ink)).toEqual(["2×4"]);
  });

  test("leave a boxed row of a few lines one, as its cells may hold lists", () => {
    expect(found(draw({ hasSides: true, ruled: [0, 1, 3], rows: ROWS.slice(0, 3) }))).toEqual(["2×4"]);
  });

  test("leave words that stand beside a table in other lines alone", () => {
    const ink = draw({ hasSides: true, ruled: [0, 1, 2, 3, 4] });
    for (const y of [100, 134, 168, 202, 236]) write(ink, 880, y, 1);
    expect(found(ink)).toEqual(["4×4"]);
  });
});

describe("rows told by how near their lines stand", () => {
  const sizes = sizesOf(TEXT);
  /** Lines of cells from a height on, one below the other by so much. */
  const cell = (top: number, count: number, pitch = 30): Stretch[] =>
    Array.from({ length: count }, (_, at): Stretch => [top + at * pitch, top + at * pitch + TEXT]);

  test("are all cells that stand beside one another, set at the top or in the middle", () => {
    const long = [...cell(100, 3), ...cell(200, 1), ...cell(240, 2)];
    expect(findRowsByPitch([[...cell(130, 1), ...cell(200, 1), ...cell(255, 1)], long], sizes)).toEqual([
      [180, 200],
      [220, 240],
    ]);
    expect(findRowsByPitch([[...cell(100, 1), ...cell(200, 1), ...cell(240, 1)], long], sizes)).toEqual([
      [180, 200],
      [220, 240],
    ]);
  });

  test("are not told where all lines follow one another alike, nor where near ones are rows in groups", () => {
    expect(findRowsByPitch([cell(100, 5), cell(100, 5)], sizes)).toBeNull();
    const groups = [...cell(100, 3), ...cell(220, 3)];
    expect(findRowsByPitch([groups, groups], sizes)).toBeNull();
  });

  test("are not told where two cells of a column would come to stand in one row", () => {
    const keys = [...cell(100, 1), ...cell(160, 1), ...cell(220, 1)];
    expect(findRowsByPitch([keys, cell(100, 5)], sizes)).toBeNull();
  });
});
