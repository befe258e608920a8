import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  compare,
  decimalToShortText,
  decimalToText,
  divide,
  multiply,
  readDecimal,
  roundTo,
  subtract,
  wholeToDecimal,
} from "../../src/model/decimal.ts";

const printed = fc
  .tuple(fc.boolean(), fc.nat(), fc.option(fc.nat(9999)))
  .map(
    ([isNegative, whole, rest]) =>
      `${isNegative && whole > 0 ? "-" : ""}${whole}${rest === null ? "" : `.${rest}`}`,
  );

test("printed digits are read and written alike", () => {
  fc.assert(fc.property(printed, (text) => decimalToText(readDecimal(text)) === text));
});

test("sums, differences and products are exact", () => {
  fc.assert(
    fc.property(printed, printed, (a, b) => {
      const [x, y] = [readDecimal(a), readDecimal(b)];
      expect(compare(subtract(add(x, y), y), x)).toBe(0);
      expect(compare(multiply(x, y), multiply(y, x))).toBe(0);
      expect(Math.sign(compare(x, y))).toBe(-Math.sign(compare(y, x)) + 0);
    }),
  );
});

test("0.1 + 0.2 = 0.3", () => {
  expect(compare(add(readDecimal("0.1"), readDecimal("0.2")), readDecimal("0.3"))).toBe(0);
});

test.each([
  ["258263", "2532911", 4, "0.1020"],
  ["1", "8", 2, "0.13"],
  ["-1", "8", 2, "-0.13"],
  ["2.5", "0.5", 0, "5"],
])("%s ÷ %s to %i places", (a, b, places, quotient) => {
  const result = divide(readDecimal(a), readDecimal(b), places);
  expect(result && decimalToText(result)).toBe(quotient);
});

test("nothing is divided by zero", () => {
  expect(divide(wholeToDecimal(1), wholeToDecimal(0), 2)).toBeNull();
});

test("zeros at the end are left out, but for the places asked for", () => {
  expect(decimalToShortText(wholeToDecimal(253291100, 2))).toBe("2532911");
  expect(decimalToShortText(wholeToDecimal(123450, 2), 2)).toBe("1234.50");
  expect(decimalToText(roundTo(readDecimal("10.1963"), 2))).toBe("10.20");
});
