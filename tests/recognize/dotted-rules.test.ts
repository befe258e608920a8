import { expect, test } from "vitest";
import { findComponents } from "../../src/recognize/components.ts";
import { withDottedGrids } from "../../src/recognize/dotted-rules.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { findGrids, type Grid } from "../../src/recognize/grid/find-grids.ts";
import { findInk } from "../../src/recognize/ink.ts";
import { pageOf, type Rule, type Words } from "../support/struck-page.ts";

/** Dashes of this length in steps of that one, along a row or a column from a point on. */
function dashes(
  x: number,
  y: number,
  lengthPx: number,
  direction: "row" | "column",
  dash = 6,
  step = 11,
): Rule[] {
  return Array.from({ length: Math.floor(lengthPx / step) + 1 }, (_, at): Rule => {
    const from = at * step;
    return direction === "row"
      ? [x + from, y, x + from + dash, y + 2]
      : [x, y + from, x + 2, y + from + dash];
  });
}

const xs = [100, 298, 496, 793];
const ys = [100, 155, 210, 265, 320];
const inCells = ys.slice(0, -1).flatMap((y) => xs.slice(0, -1).map((x): Words => [x + 20, y + 18, 5]));
const table = (dash: number, step: number): Rule[] => [
  ...ys.flatMap((y) => dashes(100, y, 693, "row", dash, step)),
  ...xs.flatMap((x) => dashes(x, 100, 220, "column", dash, step)),
];

test.each([
  [6, 11],
  [4, 11],
  [2, 8],
])("a table whose rules are dashes of %i pixels in steps of %i is one", (dash, step) => {
  const { grids, lines } = findLayout(pageOf(table(dash, step), 20, inCells));
  expect(grids.map(({ grid }) => [grid.rowEdgesPx.length - 1, grid.columnEdgesPx.length - 1])).toEqual([
    [4, 3],
  ]);
  expect(grids[0].cells.map((laid) => laid.length)).toEqual(inCells.map(() => 1));
  expect(lines).toEqual([]);
});

const frame: Rule[] = [
  [100, 98, 795, 102],
  [100, 318, 795, 322],
  [98, 98, 102, 322],
  [791, 98, 795, 322],
];
const sizesOf = (rules: Rule[]): number[][] =>
  findLayout(pageOf(rules, 20, inCells)).grids.map(({ grid }) => [
    grid.rowEdgesPx.length - 1,
    grid.columnEdgesPx.length - 1,
  ]);

test.each([
  [6, 11],
  [2, 8],
])("dashes of %i pixels in steps of %i part what a solid frame stands around", (dash, step) => {
  expect(sizesOf([...frame, ...table(dash, step)])).toEqual([[4, 3]]);
});

test.each([1, 2])("%i uprights of dashes part a table of solid rules", (count) => {
  const solid = [...ys.map((y): Rule => [100, y, 795, y + 2]), ...frame];
  const inner = xs.slice(1, 1 + count);
  const others = xs.slice(1 + count, -1).map((x): Rule => [x, 100, x + 2, 322]);
  const uprights = inner.flatMap((x) => dashes(x, 102, 214, "column"));
  expect(sizesOf([...solid, ...others, ...uprights])).toEqual([[4, 3]]);
});

test("a single row of dashes parts a table of solid rules", () => {
  const solid = [100, 155, 210, 320].map((y): Rule => [100, y, 795, y + 2]);
  const uprights = xs.map((x): Rule => [x, 100, x + 2, 322]);
  expect(sizesOf([...solid, ...uprights, ...dashes(102, 265, 685, "row")])).toEqual([[4, 3]]);
});

/** Rows and columns of the tables that are found where text is known to be 20 px high. */
function dottedSizes(rules: Rule[], words: Words[]): number[][] {
  const ink = findInk(pageOf(rules, 20, words));
  const { grids } = withDottedGrids(findGrids(ink, 20), ink, findComponents(ink), 20);
  return grids.map(({ rowEdgesPx, columnEdgesPx }) => [rowEdgesPx.length - 1, columnEdgesPx.length - 1]);
}

test("rings of per cent signs between the rows' dashes are no column", () => {
  const tight = [100, 144, 188, 232, 276, 320];
  const rules = [
    ...tight.flatMap((y) => dashes(100, y, 693, "row")),
    ...xs.flatMap((x) => dashes(x, 100, 220, "column")),
  ];
  const rings = tight.slice(0, -1).map((y): Rule => [760, y + 20, 767, y + 29]);
  const words = tight.slice(0, -1).flatMap((y) => xs.slice(0, -1).map((x): Words => [x + 20, y + 12, 5]));
  expect(dottedSizes([...rules, ...rings], words)).toEqual([[5, 3]]);
});

test("three rows of dashes alone, above and below a head and at the foot, part a table by its white", () => {
  const rules = [100, 155, 265].flatMap((y) => dashes(100, y, 693, "row"));
  expect(dottedSizes(rules, inCells.slice(0, 9))).toEqual([[3, 3]]);
});

test("what was made of a few dashes and strokes of text yields to a table all of whose edges are dashes", () => {
  const ink = findInk(pageOf(table(6, 11), 20, inCells));
  const cellOf = (row: number, y0: number, y1: number) => ({
    ...{ row, column: 0, rowSpan: 1, columnSpan: 1 },
    box: [498, y0, 792, y1] as [number, number, number, number],
  });
  const piece: Grid = {
    box: [496, 100, 795, 244],
    columnEdgesPx: [497, 794],
    rowEdgesPx: [101, 156, 242],
    cells: [cellOf(0, 103, 154), cellOf(1, 158, 240)],
    isOfWhite: false,
    isOpen: false,
  };
  const plain = { grids: [piece], ruleMask: new Uint8Array(ink.data.length), loneRules: [] };
  const { grids } = withDottedGrids(plain, ink, findComponents(ink), 20);
  expect(grids.map(({ cells }) => cells.length)).toEqual([12]);
});

test("dashes of rules make no worn print of a page", () => {
  /** Characters in two halves, hardly any white between. */
  const halves = inCells.flatMap(([x, y, count]) =>
    Array.from({ length: count * 2 }, (_, at): Rule => [x + at * 18, y, x + at * 18 + 16, y + 20]),
  );
  expect(findLayout(pageOf([...table(6, 11), ...halves], 20, [])).textHeightPx).toBe(20);
});

test("text in a frame without rules in it stays parted by white", () => {
  expect(sizesOf(frame)).toEqual([[1, 3]]);
});

const prose = Array.from({ length: 20 }, (_, at): Words => [60, 110 + 36 * at, 34]);

test("a line to cut along parts no prose", () => {
  const cut = [200, 560].flatMap((y) => dashes(60, y - 10, 740, "row"));
  expect(findLayout(pageOf(cut, 20, prose)).grids).toEqual([]);
});

test("the dots of a table of contents are no table", () => {
  const entries = Array.from({ length: 14 }, (_, at): Words => [60, 110 + 36 * at, 4 + ((at * 5) % 9)]);
  const numbers = entries.map(([, y]): Words => [760, y, 1]);
  const leaders = entries.flatMap(([x, y, count]) => {
    const from = x + count * 22 + 10;
    return dashes(from, y + 16, 740 - from, "row", 2, 8);
  });
  expect(findLayout(pageOf(leaders, 20, [...entries, ...numbers])).grids).toEqual([]);
});
