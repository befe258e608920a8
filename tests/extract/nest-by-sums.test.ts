import { describe, expect, test } from "vitest";
import { nestBySums } from "../../src/extract/nest-by-sums.ts";
import type { BudgetLine } from "../../src/model/agreement.ts";

const lineOf = (label: string, fen: number, parent: string | null = null): BudgetLine =>
  ({ label: { value: label }, amount: { fen }, parent, percent: null }) as unknown as BudgetLine;
const parentsOf = (lines: BudgetLine[]): (string | null)[] => lines.map(({ parent }) => parent);

describe("budget lines without numbering", () => {
  const lines = [lineOf("甲", 500), lineOf("子一", 200), lineOf("子二", 300), lineOf("乙", 100)];

  test("parts that make their line and bring out the total are nested", () => {
    expect(parentsOf(nestBySums(lines, 600))).toEqual([null, "甲", "甲", null]);
  });

  test("a wrong parent gives way to the one the figures tell", () => {
    const wrong = [
      lineOf("甲", 500),
      lineOf("子一", 200, "甲"),
      lineOf("子二", 300, "子一"),
      lineOf("乙", 100),
    ];
    expect(
      parentsOf(nestBySums([...wrong.slice(0, 1), lineOf("子一", 200), ...wrong.slice(2)], 600)),
    ).toEqual([null, "甲", "甲", null]);
  });

  test("a total that comes out flat is left alone", () => {
    expect(parentsOf(nestBySums(lines, 1100))).toEqual([null, null, null, null]);
  });

  test("a flaw stays a flaw: where nesting doesn't bring out the total either, nothing is nested", () => {
    expect(parentsOf(nestBySums(lines, 650))).toEqual([null, null, null, null]);
  });
});
