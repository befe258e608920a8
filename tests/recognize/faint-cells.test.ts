import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findFaintPieces } from "../../src/recognize/faint-cells.ts";

const CELL: Box = [10, 10, 110, 50];

/** A page of grained paper with bars of this grey on it. */
function pageWith(level: number, ...bars: Box[]) {
  const data = Uint8Array.from({ length: 120 * 60 }, (_, at) => 240 + ((at * 7) % 13));
  for (const [x0, y0, x1, y1] of bars)
    for (let y = y0; y < y1; y++) data.fill(level, y * 120 + x0, y * 120 + x1);
  return { widthPx: 120, heightPx: 60, data };
}

const boxesOf = (level: number, ...bars: Box[]): Box[] =>
  findFaintPieces(pageWith(level, ...bars), CELL, 20).map(({ box }) => box);

test("a digit and a dash too faint for ink are found", () => {
  expect(boxesOf(208, [20, 20, 30, 34])).toEqual([[20, 20, 30, 34]]);
  expect(boxesOf(208, [20, 29, 36, 30])).toEqual([[20, 29, 36, 30]]);
});

test.each<[string, Box[]]>([
  ["grain", []],
  ["dirt", [[20, 20, 24, 24]]],
  ["what is left of a rule at the cell's side", [[10, 12, 12, 48]]],
  ["a shaded cell", [[10, 10, 110, 50]]],
  ["a fold", [[0, 28, 120, 36]]],
])("%s is none", (_, bars) => {
  expect(boxesOf(208, ...bars)).toEqual([]);
});

test("nor is print that shines through from the back", () => {
  expect(boxesOf(225, [20, 20, 30, 34])).toEqual([]);
});
