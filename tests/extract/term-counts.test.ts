import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

describe("a count of months beside the days of a term", () => {
  test("is held against them", () => {
    const { findings } = outlineOf(
      "服务合同",
      "三、期限",
      "服务期自2025年1月1日起至2025年12月31日止，共11个月。",
    );
    expect(findings).toEqual(["term-months-agree 期限"]);
  });

  test("is of another time where it runs from a day of its own", () => {
    const { findings } = outlineOf(
      "绿化施工合同",
      "三、工期与养护期",
      "施工：2025年10月15日开工，2025年12月30日前完工；养护期自2026年1月1日起12个月。",
    );
    expect(findings).toEqual([]);
  });
});
