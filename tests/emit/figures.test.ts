import { describe, expect, it } from "vitest";
import { elapsedToDisplay, fenToDisplay, fenToYuan } from "../../src/emit/figures.ts";

describe("amounts", () => {
  it.each([
    [0, "0", "0.00"],
    [5, "0.05", "0.05"],
    [100, "1", "1.00"],
    [123456, "1,234.56", "1234.56"],
    [253291100, "2,532,911", "2532911.00"],
    [-6, "−0.06", "-0.06"],
    [100000000000000, "1,000,000,000,000", "1000000000000.00"],
  ])("%i 分", (fen, shown, plain) => {
    expect(fenToDisplay(fen)).toBe(shown);
    expect(fenToYuan(fen)).toBe(plain);
  });
});

it("shows time as people say it", () => {
  expect([8420, 61_000, 125_400].map(elapsedToDisplay)).toEqual(["8.4 s", "1 min 01 s", "2 min 05 s"]);
});
