import { expect, test } from "vitest";
import {
  daysApart,
  indexToMonth,
  isRealDay,
  lastDaysAfter,
  monthIndex,
  wholeMonthsBetween,
} from "../../src/model/calendar.ts";

test("months are counted through the years", () => {
  expect(monthIndex("2026-01") - monthIndex("2025-12")).toBe(1);
  expect(indexToMonth(monthIndex("2025-08") + 11)).toBe("2026-07");
});

test.each([
  ["2025-08-01", 12, "2026-07-31"],
  ["2024-02-29", 12, "2025-02-27"],
  ["2025-03-01", 12, "2026-02-28"],
  ["2025-01-01", 1, "2025-01-31"],
])("from %s %i months run to %s", (from, months, to) => {
  expect(lastDaysAfter(from, months)[0]).toBe(to);
});

test("whole months between two days", () => {
  expect(wholeMonthsBetween("2025-08-01", "2026-07-31")).toBe(12);
  expect(wholeMonthsBetween("2025-08-15", "2026-02-14")).toBe(6);
  expect(wholeMonthsBetween("2025-08-01", "2026-07-20")).toBeNull();
});

test("days that exist, and the days between them", () => {
  expect([isRealDay("2024-02-29"), isRealDay("2025-02-29"), isRealDay("2025-13-01")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(daysApart("2025-08-01", "2026-08-01")).toBe(365);
});
