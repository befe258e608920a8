import { expect, test } from "vitest";
import { flattenBySums } from "../../src/extract/flatten-by-sums.ts";
import type { BudgetLine } from "../../src/model/agreement.ts";

/** Sums in fen, each told as a part of the one before, as 其中…，其中… may be. */
const chainOf = (...sums: number[]): BudgetLine[] =>
  sums.map(
    (fen, at) =>
      ({
        label: { value: `第${at}` },
        amount: { fen },
        parent: at === 0 ? null : `第${at - 1}`,
      }) as unknown as BudgetLine,
  );
const isFlat = (lines: BudgetLine[], wholeFen: number | null): boolean =>
  flattenBySums(lines, wholeFen).every(({ parent }) => parent === null);

test.each([
  ["side by side they make the total", chainOf(22930000, 18050000), 40980000, true],
  ["they would, were not two digits changed about", chainOf(22930000, 18500000), 40980000, true],
  ["they would, were not one digit of the total wrong", chainOf(22930000, 18050000), 46980000, true],
  ["three heaped on each other miss the total either way", chainOf(500, 250, 90), 900, true],
  ["the first alone is the total", chainOf(22930000, 18050000), 22930000, false],
  ["one names an example of the other", chainOf(22930000, 1200000), 62080000, false],
  ["no total is told", chainOf(22930000, 18050000), null, false],
])("其中…，其中…: %s", (_, lines, wholeFen, expected) => {
  expect(isFlat(lines, wholeFen)).toBe(expected);
});

test("several parts in a bracket stay parts, though a slip hides their sum", () => {
  const [whole, first, second] = chainOf(90000, 50000, 30000);
  const lines = [whole, first, { ...second, parent: whole.label.value }];
  expect(flattenBySums(lines, 180000)).toEqual(lines);
});
