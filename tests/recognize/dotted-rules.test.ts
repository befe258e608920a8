import { expect, test } from "vitest";
import { findLayout } from "../../src/recognize/find-layout.ts";
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
