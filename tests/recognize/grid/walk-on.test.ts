import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT } from "../../support/draw-ink.ts";

const [XS, YS] = [
  [50, 200, 650],
  [50, 110, 170, 230],
];

/** Two columns and three rows; what `write` does to the second rule, from which x on, and how many characters long. */
function tableWith(write: (ink: InkMask, x: number, y: number, count: number) => void): string[] {
  const ink = { widthPx: 700, heightPx: 300, data: new Uint8Array(700 * 300) };
  for (const x of XS) fill(ink, x, YS[0], x + 2, YS[3] + 2);
  for (const y of YS) fill(ink, XS[0], y, XS[2] + 2, y + 2);
  write(ink, XS[0] + 8, YS[1], 6);
  write(ink, XS[1] + 8, YS[1], 19);
  return findGrids(ink, TEXT).grids.map(
    ({ cells, rowEdgesPx }) => `${rowEdgesPx.length - 1} rows, ${cells.length} cells`,
  );
}

/** Characters of two uprights and three strokes, no two alike, that stand over a rule by so much. */
const over =
  (byPx: number) =>
  (ink: InkMask, x: number, y: number, count: number): void => {
    for (let at = 0; at < count; at++) {
      const [left, top] = [x + at * 22, y - byPx + (at % 3)];
      for (const dx of [2 + (at % 2), 15]) fill(ink, left + dx, top, left + dx + 2, top + TEXT);
      for (const dy of [0, 5 + (at % 4), 12]) fill(ink, left + 1, top + dy, left + 19, top + dy + 2);
    }
  };

describe("a rule with text printed over it in all its cells", () => {
  test.each([3, 8, 10])("parts the rows, the text %i px above it", (byPx) => {
    expect(tableWith(over(byPx))).toEqual(["3 rows, 6 cells"]);
  });
});

test("a line of text alone is no rule, however near to its neighbours each character stands", () => {
  const alone = (ink: InkMask, x: number, y: number, count: number): void => {
    const width = count * 22 + 12;
    for (let row = y; row < y + 2; row++)
      ink.data.fill(0, row * ink.widthPx + x - 4, row * ink.widthPx + x + width - 8);
    over(6)(ink, x, y, count);
  };
  expect(tableWith(alone)).toEqual(["2 rows, 4 cells"]);
});
