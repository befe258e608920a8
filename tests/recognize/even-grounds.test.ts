import { describe, expect, test } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { withEvenGrounds } from "../../src/recognize/even-grounds.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { blankPage, boxesOf, fill } from "../support/ink-page.ts";

const TEXT = 26;
const XS = [60, 240, 420, 740];
const YS = [140, 190, 240, 290, 340, 390];

/** Two characters, at a cell's place. */
function word(page: GreyPicture, x: number, y: number, level = 0): void {
  const ground = page.data[(y + 5) * page.widthPx + x + 6];
  for (const [left, , right] of boxesOf("项目", 0)) {
    const at = x + 20 + left - 100;
    fill(page, [at, y + 12, at + right - left, y + 12 + TEXT], level);
    fill(page, [at + 3, y + 15, at + right - left - 3, y + 9 + TEXT], ground);
  }
}

interface Look {
  shaded: readonly number[];
  level: number;
  /** Rules of this level within the shaded rows; without them, there are none. */
  uprights?: number;
  /** Whether black rules part all rows, and columns of the rows that are not shaded. */
  isRuled: boolean;
}

/** A table of five rows and three columns, some of the rows shaded. */
function table({ shaded, level, uprights, isRuled }: Look): GreyPicture {
  const page = blankPage();
  const isOpen = (row: number): boolean => shaded.includes(row) && uprights === 255;
  for (const row of shaded) fill(page, [XS[0], YS[row], XS[3], YS[row + 1]], level);
  const rows = YS.slice(0, -1);
  for (const [row, y] of rows.entries()) {
    const ink = shaded.includes(row) ? uprights : isRuled ? 0 : undefined;
    if (ink !== undefined) for (const x of XS.slice(1, -1)) fill(page, [x, y, x + 2, YS[row + 1]], ink);
    if (!isRuled || isOpen(row)) continue;
    for (const x of [XS[0], XS[3]]) fill(page, [x, y, x + 2, YS[row + 1] + 2], 0);
    fill(page, [XS[0], y, XS[3] + 2, y + 2], 0);
  }
  fill(page, [XS[0], YS[5], XS[3] + 2, YS[5] + 2], 0);
  for (const y of rows) for (const x of XS.slice(0, -1)) word(page, x, y);
  return page;
}

const sizesOf = (page: GreyPicture): string[] =>
  findLayout(page).grids.map(
    ({ grid, cells }) =>
      `${grid.rowEdgesPx.length - 1}×${grid.columnEdgesPx.length - 1}, ${cells.filter((lines) => lines.length === 1).length} of ${cells.length} with a line`,
  );

const WHOLE = ["5×3, 15 of 15 with a line"];

describe.each([110, 130, 150, 170, 190])("grey of level %i below black words", (level) => {
  test("in a head with black rules leaves all cells as they are", () => {
    expect(sizesOf(table({ shaded: [0], level, uprights: 0, isRuled: true }))).toEqual(WHOLE);
  });

  test("in a head with white rules has them part its cells, and a rim", () => {
    expect(sizesOf(table({ shaded: [0], level, uprights: 255, isRuled: true }))).toEqual(WHOLE);
  });

  test("in every second row leaves all cells as they are", () => {
    expect(sizesOf(table({ shaded: [1, 3], level, uprights: 0, isRuled: true }))).toEqual(WHOLE);
  });

  test("in every second row parts rows that no rule does", () => {
    expect(sizesOf(table({ shaded: [0, 2, 4], level, isRuled: false }))).toEqual(WHOLE);
  });

  test("becomes paper, and its words stay dark", () => {
    const page = table({ shaded: [0], level, uprights: 0, isRuled: true });
    const even = withEvenGrounds(page, TEXT);
    const at = (x: number, y: number): number => even.data[y * even.widthPx + x];
    expect([at(XS[0] + 10, YS[0] + 25), at(XS[3] - 20, YS[0] + 25)]).toEqual([255, 255]);
    expect(at(XS[0] + 21, YS[0] + 20)).toBe(0);
  });
});

test("a picture without shaded grounds stays as it is", () => {
  const page = table({ shaded: [], level: 150, isRuled: true });
  expect(withEvenGrounds(page, TEXT)).toBe(page);
});

/** A shaded head with white words and white rules, above rows of black words without rules. */
function whiteHead(level: number): GreyPicture {
  const page = blankPage();
  fill(page, [XS[0], 140, XS[3], 190], level);
  for (const x of XS.slice(1, -1)) fill(page, [x, 140, x + 2, 190], 255);
  for (const x of XS.slice(0, -1)) word(page, x, 140, 255);
  for (const y of YS.slice(1)) for (const x of XS.slice(0, -1)) word(page, x, y);
  return page;
}

describe("white words on a ground", () => {
  test.each([60, 110, 150, 175, 190])("of level %i are a table's head", (level) => {
    expect(sizesOf(whiteHead(level))).toEqual(["6×3, 18 of 18 with a line"]);
  });

  test.each([60, 150])("that is ink at level %i are left to those who turn dark panels", (level) => {
    const page = whiteHead(level);
    // By bytes: what goes through a million numbers one by one takes seconds.
    expect(Buffer.compare(withEvenGrounds(page, TEXT).data, page.data)).toBe(0);
  });

  test("too pale for ink make it as dark as ink for them", () => {
    const even = withEvenGrounds(whiteHead(185), TEXT);
    const at = (x: number, y: number): number => even.data[y * even.widthPx + x];
    expect([at(XS[0] + 10, 145), at(XS[1], 165)]).toEqual([50, 255]);
  });
});

test("a shaded box around a sentence is no table", () => {
  const page = blankPage();
  fill(page, [XS[0], 140, XS[3], 260], 170);
  for (const y of [140, 200]) for (let x = XS[0]; x < XS[3] - 100; x += 60) word(page, x, y);
  expect(findLayout(page).grids).toEqual([]);
});
