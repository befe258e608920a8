import fc from "fast-check";
import { expect, test } from "vitest";
import { medianOf } from "../../src/recognize/white-rim.ts";

test("the middle one of numbers, of an even count the later of two, however they are kept", () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([10, 9, 1, 2])).toBe(9);
  fc.assert(
    fc.property(fc.float32Array({ minLength: 1, noNaN: true }), (values) => {
      const kept = Float32Array.from(values);
      const sorted = [...values].sort((a, b) => a - b);
      expect(medianOf(values) === sorted[values.length >> 1]).toBe(true);
      expect(values).toEqual(kept);
    }),
  );
});
