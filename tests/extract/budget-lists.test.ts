import { expect, test } from "vitest";
import { fillNumbers } from "../../src/extract/budget-lists.ts";

test.each([
  ["a number lost between two of its list", "一 1 2 _ 三 四", "一 1 2 二 三 四"],
  ["in brackets, and past ten", "（9） _ （11） 十、 _ 十二、", "（9） （10） （11） 十、 十一、 十二、"],
  ["a number misread as a sign", "一 1 2 全 1 三 四", "一 1 2 二 1 三 四"],
  ["two of a list, each with a list of its own below", "一 1 2 全 1 2 u 1 四 五", "一 1 2 二 1 2 三 1 四 五"],
  ["capital letters among them", "一 1 2 S 1 2 u 1 四 五", "一 1 2 二 1 2 三 1 四 五"],
  ["two with lists below that are one more than lack", "一 1 _ 1 2 _ 1 三", "一 1 _ 1 2 _ 1 三"],
  ["two that lack, of which one opens no list", "一 1 _ 2 _ 1 四", "一 1 _ 2 _ 1 四"],
  ["a number within the list that is open first", "一 1 _ 3 三", "一 1 2 3 三"],
  ["letters of a list", "a b c", "a b c"],
  ["a sign in a list that lacks nothing", "1 - 2", "1 - 2"],
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
