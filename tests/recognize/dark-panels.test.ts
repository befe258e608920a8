import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { withLightPanels } from "../../src/recognize/dark-panels.ts";
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

describe("what is no panel stays as it is", () => {
  const pageWith = (...bars: Box[]): GreyPicture => {
    const page = tableWithDarkHead(255);
    for (const bar of bars) fill(page, bar, 10);
    return page;
  };
  test.each<[string, Box[]]>([
    ["a table without any", []],
    ["a struck-out line", [[100, 600, 500, 640]]],
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
});
