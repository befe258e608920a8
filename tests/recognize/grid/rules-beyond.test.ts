import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const COLUMNS = [60, 260, 460, 660, 860];
const [LEFT, RIGHT] = [COLUMNS[0], COLUMNS[4]];
const ROW = 40;

const page = (): InkMask => ({ widthPx: 920, heightPx: 900, data: new Uint8Array(920 * 900) });
const rule = (ink: InkMask, y: number): void => fill(ink, LEFT, y, RIGHT, y + 2);

/** Words in each column that has some, so many characters each. */
function row(ink: InkMask, y: number, counts: readonly number[]): void {
  for (const [column, count] of counts.entries()) write(ink, COLUMNS[column] + 12, y + 12, count);
}

/** A row of words in a frame, its cells parted by rules or by white. */
function framed(ink: InkMask, y: number, counts: readonly number[], isParted: boolean): void {
  for (const at of [y, y + ROW]) rule(ink, at);
  for (const at of isParted ? COLUMNS : [LEFT, RIGHT - 2]) fill(ink, at, y, at + 2, y + ROW + 2);
  row(ink, y, counts);
}

/** Rows of words from a place on, a rule below each. */
function ruled(ink: InkMask, from: number, rows: readonly (readonly number[])[]): void {
  for (const [at, counts] of rows.entries()) {
    row(ink, from + at * ROW, counts);
    rule(ink, from + (at + 1) * ROW);
  }
}

const ROWS = [
  [1, 6, 2, 4],
  [1, 3, 3, 5],
  [1, 5, 2, 4],
];

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ cells, rowEdgesPx, columnEdgesPx }) =>
      `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}, ${cells.length} cells`,
  );

describe.each([
  ["white", false],
  ["rules", true],
])("a head in a frame, parted by %s", (_, isParted) => {
  test("is the first row of those with a rule below each", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells"]);
  });

  test("goes on with a single row", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS.slice(0, 1));
    expect(sizesOf(ink)).toEqual(["2×4, 8 cells"]);
  });

  test("goes on with a sum in a frame at the foot", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS);
    row(ink, 100 + 4 * ROW, [1, 4, 2, 3]);
    framed(ink, 100 + 5 * ROW, [2, 0, 3, 4], isParted);
    expect(sizesOf(ink)).toEqual(["6×4, 24 cells"]);
  });

  test("goes on below a section's name in a frame", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS.slice(0, 2));
    framed(ink, 100 + 3 * ROW, [4, 0, 0, 0], false);
    ruled(ink, 100 + 4 * ROW, ROWS.slice(0, 2));
    expect(sizesOf(ink)).toEqual(["6×4, 24 cells"]);
  });

  test("ends where another table begins below its title", () => {
    const ink = page();
    for (const top of [100, 400]) {
      framed(ink, top, [2, 2, 2, 3], isParted);
      ruled(ink, top + ROW, ROWS);
    }
    write(ink, LEFT + 10, 330, 9);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells", "4×4, 16 cells"]);
  });

  test("ends above prose and a rule of the page's foot", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS);
    for (const y of [300, 340, 380]) write(ink, LEFT + 4, y, 34);
    rule(ink, 800);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells"]);
  });

  test("ends above white and a rule of the page's foot", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, ROWS);
    rule(ink, 800);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells"]);
  });

  test("keeps an empty row at the end", () => {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], isParted);
    ruled(ink, 100 + ROW, [...ROWS, [0, 0, 0, 0]]);
    expect(sizesOf(ink)).toEqual(["5×4, 20 cells"]);
  });
});

describe("a frame that is no head", () => {
  test("around prose stays apart from the table below", () => {
    const ink = page();
    for (const y of [100, 200]) rule(ink, y);
    for (const x of [LEFT, RIGHT - 2]) fill(ink, x, 100, x + 2, 202);
    for (const y of [120, 160]) write(ink, LEFT + 10, y, 34);
    rule(ink, 260);
    ruled(ink, 260, ROWS);
    expect(sizesOf(ink)).toEqual(["3×4, 12 cells"]);
  });

  test("below another table and a title of its own takes none of its rows", () => {
    const ink = page();
    rule(ink, 100);
    ruled(ink, 100, ROWS);
    write(ink, LEFT + 10, 260, 9);
    framed(ink, 300, [2, 2, 2, 3], true);
    expect(sizesOf(ink)).toEqual(["3×4, 12 cells", "1×4, 4 cells"]);
  });

  test("with columns of its own, below prose that ends another table, stays apart from that", () => {
    const ink = page();
    rule(ink, 100);
    ruled(ink, 100, [...ROWS, [1, 3, 2, 2]]);
    // White behind a comma, above a column of the next table.
    for (const y of [280, 320]) write(ink, LEFT + 4, y, 26);
    write(ink, LEFT + 4 + 27 * 22 + 8, 280, 8);
    for (const y of [400, 440, 480]) rule(ink, y);
    for (const x of [LEFT, 200, 650, RIGHT - 2]) fill(ink, x, 400, x + 2, 482);
    for (const y of [412, 452])
      for (const [x, count] of [
        [72, 2],
        [220, 8],
        [670, 5],
      ])
        write(ink, x, y, count);
    expect(sizesOf(ink)).toEqual(["4×4, 16 cells", "2×3, 6 cells"]);
  });
});

describe("a frame with uprights in its head alone", () => {
  /** A frame around rows with rules between them. */
  function framedRows(rows: readonly (readonly number[])[]): InkMask {
    const ink = page();
    framed(ink, 100, [2, 2, 2, 3], true);
    ruled(ink, 100 + ROW, rows);
    for (const x of [LEFT, RIGHT - 2]) fill(ink, x, 100, x + 2, 102 + (rows.length + 1) * ROW);
    return ink;
  }

  test("has its columns all down", () => {
    expect(sizesOf(framedRows(ROWS))).toEqual(["4×4, 16 cells"]);
  });

  test.each<[string, number[][]]>([
    ["whose other rows are sentences", [[34], [30], [34]]],
    ["whose other rows say something at the left only", [[5], [4], [7]]],
  ])("%s has merged rows", (_, rows) => {
    expect(sizesOf(framedRows(rows))).toEqual(["4×4, 7 cells"]);
  });
});
