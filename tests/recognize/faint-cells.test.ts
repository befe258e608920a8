import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findFaintPieces, withFaintStrokes } from "../../src/recognize/faint-cells.ts";

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

test("of 二 with strokes too faint for ink all are found, though their ends are ink", () => {
  const page = pageWith(208, [22, 22, 36, 23], [20, 34, 38, 35]);
  const ends = [
    { box: [34, 21, 36, 23] as Box, area: 4 },
    { box: [35, 33, 38, 35] as Box, area: 6 },
  ];
  const whole = [
    [22, 22, 36, 23],
    [20, 34, 38, 35],
  ];
  expect(withFaintStrokes(ends, page, CELL, 20).map(({ box }) => box)).toEqual(whole);
  expect(withFaintStrokes(ends.slice(0, 1), page, CELL, 20).map(({ box }) => box)).toEqual(whole);
});

test("what is ink as it stands is kept", () => {
  const page = pageWith(60, [22, 29, 36, 31]);
  const dash = [{ box: [22, 29, 36, 31] as Box, area: 28 }];
  expect(withFaintStrokes(dash, page, CELL, 20)).toBe(dash);
  const digit = [{ box: [22, 20, 30, 34] as Box, area: 60 }];
  expect(withFaintStrokes(digit, page, CELL, 20)).toBe(digit);
});
