import { expect, test } from "vitest";
import { fillNumbers } from "../../src/extract/budget-lists.ts";

test.each([
  ["a number lost between two of its list", "一 1 2 _ 三 四", "一 1 2 二 三 四"],
  ["in brackets, and past ten", "（9） _ （11） 十、 _ 十二、", "（9） （10） （11） 十、 十一、 十二、"],
  ["the last of a list, which nothing follows", "1 2 _", "1 2 _"],
  ["one of two without a number", "一 _ _ 三", "一 _ _ 三"],
  ["a heading in a list that lacks nothing", "1 _ 2", "1 _ 2"],
])("fills %s, or leaves it", (_, printed, filled) => {
  const numbers = printed.split(" ").map((each) => (each === "_" ? "" : each));
  expect(
    fillNumbers(numbers)
      .map((each) => each || "_")
      .join(" "),
  ).toBe(filled);
});
