import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const told = (...parts: string[]): string[] =>
  outlineOf("康复服务合同", "一、服务内容", ...parts, "二、其他").problems;

const ITEMS = [
  "1、评估率达到100%；",
  "2、适配率不低于95%；",
  "3、评估后30日内完成适配；",
  "4、适配后至少回访1次；",
  "5、满意率不低于92%。",
];

test("a list that passes over a number is told", () => {
  const gap = told(...ITEMS.filter((item) => !item.startsWith("4")));
  expect(gap).toEqual([expect.stringContaining("“3、”之后是“5、”")]);
});

test.each<[what: string, parts: string[]]>([
  ["a whole list", ITEMS],
  ["the item within the one before", [...ITEMS.slice(0, 2), ITEMS[2] + ITEMS[3], ITEMS[4]]],
  [
    "something that may be the item, its number unread",
    [...ITEMS.slice(0, 3), "适配后至少回访1次；", ITEMS[4]],
  ],
  [
    "a list that begins anew",
    [...ITEMS.slice(0, 2), "（三）回访", "1、适配后回访1次；", "2、满意率不低于92%。"],
  ],
  ["numbers in no order", ["1、评估率达到100%；", "7、适配率不低于95%；", "9、回访1次。"]],
])("nothing is told of %s", (_, parts) => {
  expect(told(...parts)).toEqual([]);
});
