import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const COLUMNS = [60, 260, 460, 660, 860];
const [LEFT, RIGHT] = [COLUMNS[0], COLUMNS[4]];

function page(): InkMask {
  return { widthPx: 920, heightPx: 900, data: new Uint8Array(920 * 900) };
}

/** Words in each column that has some, so many characters each. */
function line(ink: InkMask, y: number, counts: readonly number[]): void {
  for (const [column, count] of counts.entries()) write(ink, COLUMNS[column] + 12, y, count);
}

/** A row of four cells with rules all around. */
function head(ink: InkMask, y = 100): void {
  for (const at of [y, y + 40]) fill(ink, LEFT, at, RIGHT, at + 2);
  for (const at of COLUMNS) fill(ink, at, y, at + 2, y + 42);
  line(ink, y + 12, [2, 3, 2, 4]);
}

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ cells, rowEdgesPx, columnEdgesPx }) =>
      `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}, ${cells.length} cells`,
  );

describe("below a head with rules, lines without any", () => {
  test("are its rows while they keep to its columns", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [1, 3 + row, 2, 6 - row]);
    write(ink, LEFT + 12, 330, 34);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });

  test("may leave a cell empty", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [1, 3, row === 1 ? 0 : 2, 5]);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });

  const none = [0, 0, 0, 0];
  test.each<[string, readonly number[], readonly (readonly number[])[], number]>([
    ["the lines that two parties sign", [152, 192, 232, 272], [[6, 0, 6, 0]], 0],
    ["two lines of words", [152, 192], [[2, 2, 2, 2]], 0],
    ["lines far below", [252, 292, 332], [[2, 2, 2, 2]], 0],
    ["labels at the left", [152, 192, 232, 272], [[4, 0, 0, 0]], 0],
    ["prose", [156, 203, 250, 297], [none], 34],
  ])("but %s are none", (_, tops, counts, prose) => {
    const ink = page();
    head(ink);
    for (const [row, y] of tops.entries()) {
      line(ink, y, counts[row % counts.length]);
      write(ink, LEFT + 12 + row * 5, y, prose);
    }
    expect(sizesOf(ink)).toEqual(["1×4, 4 cells"]);
  });

  test("end before a short sentence that stands within the first column, as far below as rows do", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [3, 3 + row, 2, 6 - row]);
    write(ink, LEFT + 20, 314, 7);
    expect(findGrids(ink, TEXT).grids.map(({ box }) => box[3] < 314)).toEqual([true]);
  });

  test("go on with the second line of a last row's name", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 202, 252, 302].entries()) line(ink, y, [7, 3 + row, 2, 6 - row]);
    write(ink, LEFT + 12, 326, 2);
    expect(findGrids(ink, TEXT).grids[0].box[3]).toBeGreaterThan(340);
  });

  test("end before a sentence whose commas stand at some of the columns' edges, letters at another", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [1, 3 + row, 2, 6 - row]);
    write(ink, 63, 312, 9);
    write(ink, 263, 312, 9);
    for (const x of [477, 671]) write(ink, x, 312, 8);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });

  test("end before a sentence whose commas stand at the columns' edges", () => {
    const ink = page();
    head(ink);
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [1, 3 + row, 2, 6 - row]);
    for (const x of COLUMNS.slice(0, -1)) write(ink, x + 2, 312, 9);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });

  test("end where another table begins", () => {
    const ink = page();
    head(ink);
    for (const y of [152, 192, 232]) line(ink, y, [2, 3, 2, 4]);
    head(ink, 300);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells", "1×4, 4 cells"]);
  });
});

describe("a side that goes on below a head's rule", () => {
  /** Two rules and the left side of a frame whose other sides the picture cut. */
  function openFrame(): InkMask {
    const ink = page();
    for (const at of [100, 140]) fill(ink, LEFT, at, RIGHT, at + 2);
    fill(ink, LEFT, 100, LEFT + 3, 890);
    line(ink, 112, [3, 2, 3, 2]);
    return ink;
  }

  test("is that of rows parted by white", () => {
    const ink = openFrame();
    for (const [row, y] of [152, 192, 232, 272].entries()) line(ink, y, [7 - row, 1, 4, 2]);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });

  test("holds no rows where prose stands beside it", () => {
    const ink = openFrame();
    for (const y of [152, 182, 212, 242]) write(ink, LEFT + 12, y, 35);
    expect(sizesOf(ink)).toEqual(["1×4, 4 cells"]);
  });
});

describe("a list with rules above and below its head and at its end alone, over two pages", () => {
  const pitch = 36;
  /** Rows of a number, a name and two figures, the names of sections among them; a row's top each. */
  const list = (ink: InkMask, top: number, rows: readonly ("row" | "name" | "sum")[]): void => {
    for (const [at, kind] of rows.entries()) {
      const y = top + at * pitch;
      if (kind === "name") write(ink, LEFT + 12, y, 13);
      else line(ink, y, kind === "sum" ? [0, 2, 0, 4] : [1, 2 + (at % 4), 2, 4]);
    }
  };

  test("has the names of its sections over its columns, and each line as a row", () => {
    const ink = page();
    for (const y of [100, 140]) fill(ink, LEFT, y, RIGHT, y + 2);
    line(ink, 110, [2, 3, 2, 4]);
    list(ink, 152, ["name", "row", "row", "row", "sum", "name", "row", "row", "sum"]);
    const [grid, other] = findGrids(ink, TEXT).grids;
    expect(other).toBeUndefined();
    expect([grid.rowEdgesPx.length - 1, grid.columnEdgesPx.length - 1]).toEqual([10, 4]);
    const wide = grid.cells.filter(({ columnSpan }) => columnSpan > 1);
    expect(wide.map(({ row, column }) => [row, column])).toEqual([
      [1, 0],
      [6, 0],
    ]);
  });

  test("goes on overleaf down to the rule at its end", () => {
    const ink = page();
    list(ink, 60, ["row", "row", "sum", "name", "row", "row", "row", "row", "row"]);
    fill(ink, LEFT, 60 + 9 * pitch, RIGHT, 62 + 9 * pitch);
    write(ink, LEFT + 12, 60 + 10 * pitch, 34);
    const [grid, other] = findGrids(ink, TEXT).grids;
    expect(other).toBeUndefined();
    expect([grid.rowEdgesPx.length - 1, grid.columnEdgesPx.length - 1]).toEqual([9, 4]);
  });

  test("but prose above a rule, or what two parties sign, is no such list", () => {
    const ink = page();
    for (let at = 0; at < 9; at++) write(ink, LEFT + 12 + ((at * 7) % 17), 60 + at * pitch, 33);
    fill(ink, LEFT, 60 + 9 * pitch, RIGHT, 62 + 9 * pitch);
    for (let at = 0; at < 6; at++) line(ink, 480 + at * pitch, [6, 0, 6, 0]);
    fill(ink, LEFT, 480 + 6 * pitch, RIGHT, 482 + 6 * pitch);
    expect(findGrids(ink, TEXT).grids).toEqual([]);
  });
});
