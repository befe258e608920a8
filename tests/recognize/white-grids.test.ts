import { describe, expect, test } from "vitest";
import { openRandom } from "../../fixtures/make/random.ts";
import { cleanPicture, type GreyPicture } from "../../src/recognize/clean-picture.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { blankPage, boxesOf, fill } from "../support/ink-page.ts";

const TEXT = 26;
const XS = [60, 240, 420, 740];
const YS = [140, 190, 240, 290, 340, 390];

/** Two characters, at a cell's place. */
function word(page: GreyPicture, x: number, y: number): void {
  const ground = page.data[(y + 5) * page.widthPx + x + 6];
  for (const [left, , right] of boxesOf("项目", 0)) {
    const at = x + 20 + left - 100;
    fill(page, [at, y + 12, at + right - left, y + 12 + TEXT], 40);
    fill(page, [at + 3, y + 15, at + right - left - 3, y + 9 + TEXT], ground);
  }
}

/** Shaded cells with paper between them on grainy paper, each with a word. */
function shadedCells(levelOf: (row: number, column: number) => number, paper = 246): GreyPicture {
  const page = blankPage();
  page.data.fill(paper);
  for (const [row, y] of YS.slice(0, -1).entries())
    for (const [column, x] of XS.slice(0, -1).entries())
      fill(page, [x + 1, y + 1, XS[column + 1] - 1, YS[row + 1] - 1], levelOf(row, column));
  for (const y of YS.slice(0, -1)) for (const x of XS.slice(0, -1)) word(page, x, y);
  return page;
}

function withGrain(page: GreyPicture): GreyPicture {
  const random = openRandom("grain");
  for (let at = 0; at < page.data.length; at++)
    page.data[at] = Math.min(255, Math.max(0, page.data[at] + random.int(-6, 6)));
  return page;
}

function laidOut(page: GreyPicture) {
  const { widthPx, heightPx, data } = page;
  const { grey } = cleanPicture({ widthPx, heightPx, channels: 1, data });
  const { unlit: _, ...lit } = grey;
  return { layout: findLayout(grey), plain: findLayout(lit), lit };
}

const sizesOf = (page: GreyPicture): string[] =>
  laidOut(withGrain(page)).layout.grids.map(
    ({ grid, cells }) =>
      `${grid.rowEdgesPx.length - 1}×${grid.columnEdgesPx.length - 1}, ${cells.filter((lines) => lines.length === 1).length} of ${cells.length} with a line`,
  );

const banded = (row: number): number => (row % 2 === 0 ? 208 : 231);

describe("white rules alone part cells", () => {
  test.each([
    ["of one grey", () => 200],
    ["of one pale grey", () => 226],
    ["in bands", banded],
    ["in pale bands below a darker head", (row: number) => (row === 0 ? 170 : row % 2 === 0 ? 222 : 234)],
  ])("%s", (_, levelOf) => {
    expect(sizesOf(shadedCells(levelOf))).toEqual(["5×3, 15 of 15 with a line"]);
  });

  test("where one of the rules is hidden here and there", () => {
    const page = shadedCells(() => 214);
    for (let x = XS[0] + 60; x < XS[3]; x += 130) fill(page, [x, YS[3] - 1, x + 28, YS[3] + 1], 214);
    expect(sizesOf(page)).toEqual(["5×3, 15 of 15 with a line"]);
  });

  test("though one seems to run on between the letters below", () => {
    const page = shadedCells(() => 214);
    for (const [x0, x1] of [
      [XS[1] - 30, XS[1] - 1],
      [XS[1] + 1, XS[1] + 30],
    ])
      fill(page, [x0, YS[5] + 2, x1, YS[5] + 52], 200);
    fill(page, [XS[1] - 30, YS[5] + 30, XS[1] + 30, YS[5] + 38], 20);
    expect(sizesOf(page)).toEqual(["5×3, 15 of 15 with a line"]);
  });

  test("but where a cell is merged", () => {
    const page = shadedCells(() => 214);
    fill(page, [XS[0] + 30, YS[4] + 1, XS[2] - 1, YS[5] - 1], 214);
    word(page, XS[0] + 90, YS[4]);
    expect(sizesOf(page)).toEqual(["5×3, 14 of 14 with a line"]);
  });
});

test("the print that is read stays as it is", () => {
  const { layout, lit } = laidOut(withGrain(shadedCells(banded)));
  const isPrint = (level: number): boolean => level < 130;
  expect([...lit.data].filter((level, at) => isPrint(level) && !isPrint(layout.grey.data[at]))).toEqual([]);
});

describe("no white rules part", () => {
  const same = (page: GreyPicture): void => {
    const { layout, plain } = laidOut(withGrain(page));
    expect(layout.grids.map(({ grid }) => grid)).toEqual(plain.grids.map(({ grid }) => grid));
    expect(Buffer.from(layout.grey.data).equals(Buffer.from(plain.grey.data))).toBe(true);
  };

  test("shaded labels one below the other, beside values on paper", () => {
    same(shadedCells((_, column) => (column === 0 ? 222 : 246)));
  });

  test("lines of words on paper, nor on one shaded ground", () => {
    same(shadedCells(() => 246));
    const page = shadedCells(() => 214);
    for (const y of YS.slice(1, -1)) fill(page, [XS[0] + 1, y - 1, XS[3] - 1, y + 1], 214);
    for (const x of XS.slice(1, -1)) fill(page, [x - 1, YS[0] + 1, x + 1, YS[5] - 1], 214);
    same(page);
  });
});

describe("a shaded head alone, rows on paper below it", () => {
  test.each([200, 214, 230, 238])("is a table's, parted by the white rules in it (ground of %i)", (level) => {
    const page = withGrain(shadedCells((row) => (row === 0 ? level : 246)));
    const { layout, plain } = laidOut(page);
    expect(
      layout.grids.map(({ grid, cells }) => [
        grid.rowEdgesPx.length - 1,
        grid.columnEdgesPx.length - 1,
        cells.filter((lines) => lines.length === 1).length,
      ]),
    ).toEqual([[5, 3, 15]]);
    expect(Buffer.from(layout.grey.data).equals(Buffer.from(plain.grey.data))).toBe(true);
  });

  test.each<[string, (page: GreyPicture) => void]>([
    ["without white rules in it", (page) => fillHead(page, 214)],
    [
      "with other lines below it",
      (page) => {
        fill(page, [0, YS[1] + 2, page.widthPx, page.heightPx], 246);
        for (let y = YS[1] + 10; y < YS[5]; y += 44) for (let x = 62; x < 730; x += 66) word(page, x, y - 12);
      },
    ],
  ])("is none %s", (_, change) => {
    const page = shadedCells((row) => (row === 0 ? 214 : 246));
    change(page);
    const { layout, plain } = laidOut(withGrain(page));
    expect(layout.grids.map(({ grid }) => grid)).toEqual(plain.grids.map(({ grid }) => grid));
  });
});

/** Paints over the white rules of a head. */
function fillHead(page: GreyPicture, level: number): void {
  for (const x of XS.slice(1, -1)) fill(page, [x - 1, YS[0] + 1, x + 1, YS[1] - 1], level);
}
