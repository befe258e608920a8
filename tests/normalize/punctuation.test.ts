import { expect, test } from "vitest";
import { normalizeText } from "../../src/normalize/index.ts";

test.each([
  ["(1)", "（1）"],
  ["(2.1)", "（2.1）"],
  ["(1)人员费", "（1）人员费"],
  ["其中:人员费(占5%);", "其中：人员费（占5%）；"],
  ["(1,200.00)", "(1,200.00)"],
  ["(2025)", "(2025)"],
  ["A(1)", "A(1)"],
])("%s compares as %s", (printed, normal) => {
  expect(normalizeText(printed)).toBe(normal);
  expect(normalizeText(normal)).toBe(normal);
});
