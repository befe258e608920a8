import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const PITCH = 30;
const COLUMNS = [72, 192, 552, 752];
const [LEFT, RIGHT] = [60, 860];

function page(): InkMask {
  return { widthPx: 920, heightPx: 1200, data: new Uint8Array(920 * 1200) };
}

/** Characters in a cell's full lines, by column: all but the last line of a cell fill it. */
const FULL = [3, 15, 8, 4];

/** A table of a rule above and below its head and one at its foot; of each row how many lines its cells have. */
function draw(rows: readonly (readonly number[])[], align: "top" | "middle", padding = 16): InkMask {
  const ink = page();
  const rule = (y: number): void => fill(ink, LEFT, y, RIGHT, y + 2);
  rule(100);
  for (const x of COLUMNS) write(ink, x, 112, 2);
  rule(144);
  let y = 146;
  for (const counts of rows) {
    const most = Math.max(...counts);
    const heightPx = most * PITCH - (PITCH - TEXT);
    y += padding;
    for (const [column, count] of counts.entries()) {
      const own = count * PITCH - (PITCH - TEXT);
      const top = y + (align === "middle" ? Math.round((heightPx - own) / 2) : 0);
      for (let line = 0; line < count; line++)
        write(ink, COLUMNS[column], top + line * PITCH, line < count - 1 ? FULL[column] : 2);
    }
    y += heightPx + padding;
  }
  rule(y);
  return ink;
}

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ cells, rowEdgesPx, columnEdgesPx }) =>
      `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}, ${cells.length} cells`,
  );

describe("rows of cells of several lines that no rule parts", () => {
  const ROWS = [
    [1, 3, 1, 1],
    [1, 1, 3, 0],
    [1, 4, 1, 1],
    [1, 1, 1, 1],
  ];

  test.each(["top", "middle"] as const)("are found with cells set at the %s", (align) => {
    expect(sizesOf(draw(ROWS, align))).toEqual(["5×4, 20 cells"]);
  });

  test("are found with names of two lines, set in the middle", () => {
    expect(
      sizesOf(
        draw(
          [
            [2, 4, 1, 2],
            [1, 2, 3, 1],
            [2, 3, 1, 1],
          ],
          "middle",
        ),
      ),
    ).toEqual(["4×4, 16 cells"]);
  });

  test("are two where beside two lines of the first a name stands in the middle, and all of the other have two", () => {
    const rows = [
      [2, 1, 1, 1],
      [2, 2, 2, 2],
    ];
    expect(sizesOf(draw(rows, "middle"))).toEqual(["3×4, 12 cells"]);
  });

  test("stand as near to each other as lines do", () => {
    expect(sizesOf(draw(ROWS, "middle", 6))).toEqual(["5×4, 20 cells"]);
  });

  test("set at the top are not parted around a middle", () => {
    const rows = [
      [1, 3, 1, 1],
      [1, 3, 1, 1],
      [1, 3, 2, 1],
    ];
    expect(sizesOf(draw(rows, "top"))).toEqual(["4×4, 16 cells"]);
  });

  test.each([[[4, 1, 2, 1]], [[4, 1, 2, 0]], [[5, 2, 3, 1]], [[4, 3, 2, 1]]])(
    "are one where all cells stand in its middle, and the first alone is high: %j",
    (counts) => {
      expect(sizesOf(draw([counts], "middle"))).toEqual(["2×4, 8 cells"]);
    },
  );

  test("are several where each says something beside its name", () => {
    const rows = [
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [1, 1, 1, 1],
    ];
    expect(sizesOf(draw(rows, "middle"))).toEqual(["4×4, 16 cells"]);
  });
});
