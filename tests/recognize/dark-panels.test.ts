import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { makePanel, withLightPanels } from "../../src/recognize/dark-panels.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { findInk } from "../../src/recognize/ink.ts";
import { blankPage, boxesOf, fill } from "../support/ink-page.ts";

const TEXT = 26;
/** Rows of characters in columns at these places; the first row is the head. */
const XS = [90, 260, 430, 600];
const YS = [140, 190, 240, 290];

/** A table of three rows; its head is dark, with white words and white rules between them. */
function tableWithDarkHead(level: number): GreyPicture {
  const page = blankPage();
  for (const y of YS) fill(page, [XS[0], y, XS[3] + 2, y + 2], 0);
  for (const x of XS) fill(page, [x, YS[0], x + 2, YS[3] + 2], 0);
  fill(page, [XS[0], YS[0], XS[3] + 2, YS[1] + 2], level);
  for (const x of XS.slice(1, 3)) fill(page, [x, YS[0] + 2, x + 2, YS[1]], 255);
  for (const x of XS.slice(0, 3))
    for (const [row, y] of YS.slice(0, 3).entries()) word(page, x, y, row === 0);
  return page;
}

function word(page: GreyPicture, x: number, y: number, isWhite: boolean): void {
  const [ink, paper] = isWhite ? [255, page.data[(y + 5) * page.widthPx + x + 5]] : [0, 255];
  for (const [left, , right] of boxesOf("项目", 0)) {
    const at = x + 20 + left - 100;
    fill(page, [at, y + 12, at + right - left, y + 12 + TEXT], ink);
    fill(page, [at + 3, y + 15, at + right - left - 3, y + 9 + TEXT], paper);
  }
}

const lightened = (page: GreyPicture): GreyPicture => withLightPanels(page, findInk(page), TEXT);

describe("a head of white words on a dark ground", () => {
  test.each([0, 60, 110])("of level %i is a row of cells with words to read", (level) => {
    const { grids, ruled } = findLayout(tableWithDarkHead(level));
    expect(findInk(ruled).data.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(0.02 * ruled.data.length);
    expect(grids.map(({ grid }) => grid.cells.length)).toEqual([9]);
    expect(grids[0].cells.map((lines) => lines.length)).toEqual(Array(9).fill(1));
  });

  test("is cut out dark on light, with its rules white paper", () => {
    const { grey } = findLayout(tableWithDarkHead(60));
    const at = (x: number, y: number): number => grey.data[y * grey.widthPx + x];
    expect(at(XS[0] + 21, YS[0] + 20)).toBeLessThan(60);
    expect(at(XS[0] + 10, YS[0] + 20)).toBe(255);
    expect(at(XS[1] + 1, YS[0] + 20)).toBe(255);
  });
});

test("a wide dark head of few words is one", () => {
  const page = blankPage();
  fill(page, [40, 140, 760, 200], 60);
  word(page, 60, 146, true);
  expect(lightened(page)).not.toBe(page);
});

test("a dark head is one though the grounds between its words lie over each other", () => {
  const page = blankPage();
  fill(page, [40, 140, 760, 189], 0);
  // Words that leave strips of unlike heights above, below and beside them.
  for (const [at, x] of [67, 223, 471, 629].entries())
    word(page, x, 135 + (at === 1 ? 0 : (x % 5) - 2), true);
  expect(lightened(page)).not.toBe(page);
});

describe("dark grounds of more than a row", () => {
  const white = (page: GreyPicture, x: number, y: number): void => word(page, x, y, true);
  const cellsOf = (page: GreyPicture): string =>
    findLayout(page)
      .grids[0].grid.cells.map((cell) => `${cell.row},${cell.column}+${cell.rowSpan}x${cell.columnSpan}`)
      .join(" ");

  test("a head of two rows with merged cells has all of them", () => {
    const page = tableWithDarkHead(60);
    fill(page, [XS[0], YS[1], XS[3] + 2, YS[2] + 2], 60);
    fill(page, [XS[1], YS[0] + 2, XS[1] + 2, YS[2]], 255);
    fill(page, [XS[2], YS[0] + 2, XS[2] + 2, YS[1]], 60);
    fill(page, [XS[2], YS[1] + 2, XS[2] + 2, YS[2]], 255);
    fill(page, [XS[1], YS[1], XS[3], YS[1] + 2], 255);
    for (const x of XS.slice(1, 3)) white(page, x, YS[1]);
    expect(cellsOf(page)).toBe("0,0+2x1 0,1+1x2 1,1+1x1 1,2+1x1 2,0+1x1 2,1+1x1 2,2+1x1");
    expect(findLayout(page).grids[0].cells.map((lines) => lines.length)).toEqual([1, 2, 1, 1, 1, 1, 1]);
  });

  test("a dark first column below a dark head has its words", () => {
    const page = tableWithDarkHead(60);
    fill(page, [XS[0], YS[1], XS[1], YS[3] + 2], 60);
    for (const y of YS.slice(1, 3)) {
      fill(page, [XS[0], y, XS[1], y + 2], 255);
      white(page, XS[0], y);
    }
    const { grids } = findLayout(page);
    expect(grids.map(({ grid }) => grid.cells.length)).toEqual([9]);
    expect(grids[0].cells.map((lines) => lines.length)).toEqual(Array(9).fill(1));
  });

  test("black rules on it stay", () => {
    const page = tableWithDarkHead(255);
    fill(page, [XS[0], YS[0], XS[1], YS[3] + 2], 80);
    for (const y of YS) fill(page, [XS[0], y, XS[3] + 2, y + 2], 0);
    fill(page, [XS[3], YS[0], XS[3] + 2, YS[1]], 0);
    for (const y of YS.slice(0, 3)) white(page, XS[0], y);
    for (const x of XS.slice(1, 3)) {
      fill(page, [x, YS[0], x + 2, YS[1]], 0);
      word(page, x, YS[0], false);
    }
    const { grids } = findLayout(page);
    expect(grids.map(({ grid }) => grid.cells.length)).toEqual([9]);
    expect(grids[0].cells.map((lines) => lines.length)).toEqual(Array(9).fill(1));
  });
});

describe("what is no panel stays as it is", () => {
  const pageWith = (...bars: Box[]): GreyPicture => {
    const page = tableWithDarkHead(255);
    for (const bar of bars) fill(page, bar, 10);
    for (const [x0, y0] of bars)
      for (const at of [40, 55, 90, 200]) fill(page, [x0 + at, y0 + 12, x0 + at + 4, y0 + 16], 255);
    return page;
  };
  test.each<[string, Box[]]>([
    ["a table without any", []],
    ["a struck-out line", [[100, 600, 500, 640]]],
    ["a wide struck-out line with specks of white", [[40, 600, 760, 640]]],
    [
      "a scan's black edge",
      [
        [0, 0, 60, 1300],
        [780, 0, 800, 1300],
      ],
    ],
    [
      "a thick frame",
      [
        [60, 500, 700, 510],
        [60, 800, 700, 810],
        [60, 500, 70, 810],
        [690, 500, 700, 810],
      ],
    ],
  ])("%s", (_, bars) => {
    const page = pageWith(...bars);
    expect(lightened(page)).toBe(page);
  });

  test("a picture", () => {
    const page = pageWith();
    for (let y = 500; y < 700; y++)
      for (let x = 200; x < 500; x++)
        page.data[y * page.widthPx + x] = 20 + Math.min(100, Math.hypot(x - 320, y - 560) / 2);
    fill(page, [340, 580, 380, 620], 230);
    expect(lightened(page)).toBe(page);
  });
});

test("a dark head whose bold words cut it into strips, most too low for a line, is a panel; with a part missing it is none", () => {
  const boxes: Box[] = [
    [196, 221, 1456, 247],
    [196, 221, 494, 286],
    [506, 221, 522, 260],
    [533, 221, 1079, 260],
    [1092, 221, 1456, 260],
    [196, 258, 1456, 292],
  ];
  const parts = boxes.map((box) => ({ box }));
  expect(makePanel(parts, parts, 29)).toBe(true);
  expect(makePanel(parts.slice(0, -1), parts, 29)).toBe(false);
  expect(makePanel(parts.toSpliced(5, 1, { box: [196, 258, 800, 292] }), parts, 29)).toBe(false);
});

test("a head most of whose rules don't show is parted by its names all the same where one still does", () => {
  const page = blankPage();
  const xs = [60, 160, 310, 460, 610, 740];
  for (const y of YS) fill(page, [xs[0], y, xs[5] + 2, y + 2], 0);
  for (const x of xs) fill(page, [x, YS[1], x + 2, YS[3] + 2], 0);
  for (const x of [xs[0], xs[1], xs[5]]) fill(page, [x, YS[0], x + 2, YS[1]], 0);
  for (const x of xs.slice(0, 5)) for (const y of YS.slice(0, 3)) word(page, x, y, false);
  const { grids } = findLayout(page);
  expect(grids.map(({ grid }) => grid.cells.length)).toEqual([15]);
});
