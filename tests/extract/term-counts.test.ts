import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { outlineOf } from "../support/outline.ts";
import { told } from "./unseen/told.ts";

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

test("the time another paper holds is not the agreement's", () => {
  const parts = [
    "采购订单",
    "依据：《水质检测服务框架协议》（有效期2024/07/01—2026/06/30）",
    "执行期：2025/02/01 — 2026/01/31；",
  ];
  const source = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };
  const { term } = recognizedToRecord(told("order", parts, {}).scan, source).agreement;
  expect([term?.from.value, term?.to.value]).toEqual(["2025-02-01", "2026-01-31"]);
});
