import { expect, test } from "vitest";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { pageOf, WIDTH } from "../support/struck-page.ts";

const xs = [100, 300, 500, 800];
const ys = [100, 160, 220, 280, 340];
const rules = [
  ...ys.map((y): [number, number, number, number] => [100, y, 802, y + 2]),
  ...xs.map((x): [number, number, number, number] => [x, 100, x + 2, 342]),
];
const inCells = ys
  .slice(0, -1)
  .flatMap((y) => xs.slice(0, -1).map((x): [number, number, number] => [x + 20, y + 20, 5]));
const prose = Array.from({ length: 20 }, (_, at): [number, number, number] => [60, 110 + 36 * at, 34]);

test.each([215, 225, 232])("a table with rules as pale as %i of 250 is one", (level) => {
  const { grids } = findLayout(pageOf(rules, level, inCells));
  expect(grids.map(({ grid }) => grid.cells.length)).toEqual([12]);
  expect(grids[0].cells.every((lines) => lines.length === 1)).toBe(true);
});

test("pale rules that shine through below prose part nothing", () => {
  const { grids, lines } = findLayout(pageOf(rules, 225, prose));
  expect(grids).toEqual([]);
  expect(lines).toHaveLength(20);
});

test("a pale grey area is no table", () => {
  expect(findLayout(pageOf([[100, 100, 802, 342]], 225, inCells)).grids).toEqual([]);
});

test("thin rules of faint print are a table's, though some of them is ink", () => {
  const worn = rules.flatMap((rule): [number, number, number, number][] => {
    const [x0, y0, x1, y1] = rule;
    const isRow = x1 - x0 > y1 - y0;
    const [from, to] = isRow ? [x0, x1] : [y0, y1];
    const pieces = Array.from({ length: Math.floor((to - from) / 30) }, (_, at) => from + 30 * at);
    return pieces.map((at) => (isRow ? [at, y0, at + 14, y1] : [x0, at, x1, at + 14]));
  });
  const pale = pageOf(rules, 222, inCells);
  const dark = pageOf(worn, 190, []);
  const data = pale.data.map((level, at) => Math.min(level, dark.data[at]));
  expect(findLayout({ ...pale, data }).grids.map(({ grid }) => grid.cells.length)).toEqual([12]);
});

/** Two pages' ink on one. */
function over(one: ReturnType<typeof pageOf>, other: ReturnType<typeof pageOf>) {
  return { ...one, data: one.data.map((level, at) => Math.min(level, other.data[at])) };
}

const cellsOf = (page: ReturnType<typeof pageOf>): number[] =>
  findLayout(page).grids.map(({ grid }) => grid.cells.length);

test.each([200, 250, 300])(
  "rules between rows that are ink from %i on alone are whole where the rest is pale",
  (from) => {
    const rows = rules.slice(0, ys.length);
    const ends = rows.map(([, y0, x1, y1], at): [number, number, number, number] => [
      at < 2 ? 100 : from,
      y0,
      x1,
      y1,
    ]);
    const pale = pageOf(rows, 222, inCells);
    expect(cellsOf(over(pale, pageOf(ends, 60, [])))).toEqual([12]);
  },
);

test("pale rules within a table of dark ones part its rows", () => {
  const isOuter = ([, y0, , y1]: [number, number, number, number]): boolean =>
    y1 - y0 > 2 || y0 === 100 || y0 === 340;
  // Words in the first row alone: nothing else tells the rows.
  const dark = pageOf(rules.filter(isOuter), 30, inCells.slice(0, 3));
  expect(cellsOf(dark)).toEqual([3]);
  const pale = pageOf(
    rules.filter((rule) => !isOuter(rule)),
    215,
    [],
  );
  expect(cellsOf(over(dark, pale))).toEqual([12]);
});

test("a table of pale rules is found beside one of dark rules", () => {
  const lower = rules.map(([x0, y0, x1, y1]): [number, number, number, number] => [
    x0,
    y0 + 400,
    x1,
    y1 + 400,
  ]);
  const words = inCells.map(([x, y, count]): [number, number, number] => [x, y + 400, count]);
  expect(cellsOf(over(pageOf(rules, 30, inCells), pageOf(lower, 215, words)))).toEqual([12, 12]);
});

test("a fold across the sheet parts no row of a table", () => {
  const fold = pageOf([[0, 215, WIDTH, 217]], 215, []);
  const tall = rules.filter(([, y0, , y1]) => y1 - y0 > 2 || y0 !== 220);
  expect(cellsOf(over(pageOf(tall, 30, inCells), fold))).toEqual(cellsOf(pageOf(tall, 30, inCells)));
});
