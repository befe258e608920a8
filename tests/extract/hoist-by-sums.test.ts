import { describe, expect, test } from "vitest";
import { hoistBySums } from "../../src/extract/hoist-by-sums.ts";
import type { BudgetLine } from "../../src/model/agreement.ts";

const lineOf = (label: string, fen: number, parent: string | null = null): BudgetLine =>
  ({ label: { value: label }, amount: { fen }, parent, percent: null }) as unknown as BudgetLine;
const parentsOf = (lines: BudgetLine[]): (string | null)[] => lines.map(({ parent }) => parent);

describe("a line whose number was not read", () => {
  const nested = [lineOf("甲", 500), lineOf("子一", 200, "甲"), lineOf("子二", 300, "甲"), lineOf("乙", 150)];
  const lost = lineOf("丙", 110, "乙");

  test("stands among the top lines where these lack exactly it", () => {
    expect(parentsOf(hoistBySums([...nested, lost], 760))).toEqual([null, "甲", "甲", null, null]);
  });

  test("stands there with others lost like it", () => {
    const two = [...nested, lost, lineOf("丁", 90, "乙")];
    expect(parentsOf(hoistBySums(two, 850))).toEqual([null, "甲", "甲", null, null, null]);
  });

  test("stays where the total comes out without it, or not with it either", () => {
    expect(parentsOf(hoistBySums([...nested, lost], 650)).at(-1)).toBe("乙");
    expect(parentsOf(hoistBySums([...nested, lost], 770)).at(-1)).toBe("乙");
  });

  test("parts that make up their line stay its parts, whatever the total says", () => {
    expect(parentsOf(hoistBySums(nested, 850))).toEqual([null, "甲", "甲", null]);
  });
});
