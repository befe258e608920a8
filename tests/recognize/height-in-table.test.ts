import { expect, test } from "vitest";
import type { Component } from "../../src/recognize/components.ts";
import { heightInTable } from "../../src/recognize/height-in-table.ts";

const piece = (at: number, width: number, height: number): Component => ({
  box: [at * 60, 0, at * 60 + width, height],
  area: width * height,
});

test("what is left of shaded cells is no measure of a table's text", () => {
  const blocks = Array.from({ length: 7 }, (_, at) => piece(at, 42, 42));
  const digits = Array.from({ length: 12 }, (_, at) => piece(at, 8, 13));
  const words = Array.from({ length: 6 }, (_, at) => piece(at, 17, 17));
  expect(heightInTable([...blocks, ...digits], 1755, 17)).toBe(13);
  expect(Math.abs(heightInTable([...blocks, ...digits, ...words], 1755, 17) - 17)).toBeLessThanOrEqual(1);
});
