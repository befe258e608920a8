import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const told = (...days: string[]): string[] =>
  outlineOf(
    "航测服务合同",
    "一、服务费总额318,000元。",
    "二、付款",
    ...days.map(
      (day, at) =>
        `第${"一二三"[at]}期：${day}前，提交成果后，付总费用的${["30", "40", "30"][at]}%，${["95,400", "127,200", "95,400"][at]}元。`,
    ),
  ).problems;

test("days of instalments in order are not told", () => {
  expect(told("2025年6月30日", "2025年9月30日", "2025年12月31日")).toEqual([]);
  expect(told("2025年6月30日", "2025年6月30日", "2025年12月31日")).toEqual([]);
});

test.each([
  ["2025年6月30日", "2024年9月30日", "2025年12月31日", "2024年9月30日"],
  ["2025年6月30日", "2025年9月30日", "2025年3月31日", "2025年3月31日"],
])("one out of order is: %s, %s, %s", (first, second, third, odd) => {
  expect(told(first, second, third)).toEqual([expect.stringContaining(`“${odd}”`)]);
});
