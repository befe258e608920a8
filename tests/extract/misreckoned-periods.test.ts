import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const MONTHS = [
  "4月1日至2025年4月30日",
  "5月1日至2025年5月31日",
  "6月1日至2025年6月30日",
  "7月1日至2025年7月31日",
];
const told = (...periods: string[]): string[] =>
  outlineOf(
    "车辆租赁合同",
    "一、租期自2025年4月1日起至2025年7月31日止，共4个月。租金总额260,000元，按月支付：",
    [
      "期数|租期起止|付款时间|金额（元）",
      ...periods.map((period, at) => `${at + 1}|2025年${period}|2025年${at + 5}月15日前|65,000`),
      "合计|<|<|260,000",
    ].join("\n"),
  ).problems;

test("periods that follow on each other day by day are not told", () => {
  expect(told(...MONTHS)).toEqual([]);
});

test.each([
  ["leaves days out", "6月11日至2025年6月30日"],
  ["tells days again", "5月21日至2025年6月30日"],
])("one that %s is told", (_, period) => {
  expect(told(MONTHS[0], MONTHS[1], period, MONTHS[3])).toEqual([
    expect.stringContaining(`2025年${period}”：此期间与上一行的期间不相接`),
  ]);
});

test("periods that are told by another day each time are not judged", () => {
  expect(
    told("4月1日至2025年5月1日", "5月1日至2025年6月1日", "6月1日至2025年7月1日", "7月1日至2025年7月31日"),
  ).toEqual([]);
});
