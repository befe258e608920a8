import { expect, test } from "vitest";
import { countsLike, daysLike, monthsLike } from "../../src/model/day-misread.ts";

test("a count is like what differs in one digit, lost one or has one more", () => {
  expect(countsLike(12)).toEqual(expect.arrayContaining([13, 42, 2, 1, 122, 112]));
  expect(countsLike(12)).not.toContain(12);
  expect(countsLike(12)).not.toContain(34);
});

test("months and days are only such as there are", () => {
  expect(monthsLike("2025-01")).toEqual(expect.arrayContaining(["2025-11", "2025-07", "2035-01"]));
  expect(monthsLike("2025-01")).not.toContain("2025-13");
  expect(daysLike("2024-02-29")).not.toContain("2023-02-29");
  expect(daysLike("2024-02-29")).toEqual(expect.arrayContaining(["2024-02-24", "2024-02-09", "2024-12-29"]));
});
