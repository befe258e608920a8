import { expect, test } from "vitest";
import { type Component, findTextHeight } from "../../src/recognize/components.ts";

/** Characters about so high. */
const squares = (count: number, height: number) =>
  Array.from({ length: count }, (_, at): Component => {
    const side = height + (at % 5) - 2;
    return { box: [at * 100, 100, at * 100 + side, 100 + side], area: side * side };
  });

test("a text's height is that of most of it, not of its title", () => {
  expect(findTextHeight([...squares(200, 20), ...squares(10, 40)], 2000)).toBe(21);
});

test("nor of a mark or two that is no text", () => {
  expect(findTextHeight([...squares(20, 20), ...squares(3, 50)], 2000)).toBe(21);
});

test("a page with hardly any ink has none", () => {
  expect(findTextHeight(squares(4, 20), 2000)).toBeNull();
});
