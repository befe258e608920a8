import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

/** Terms in wordings that agreements by authors who saw nothing showed; what each must give follows from its text. */
describe("a term is told", () => {
  test.each([
    ["by a count behind its days", ["四、时间", "2024年6月1日开始，2024年11月30日交付，6个月。"]],
    [
      "by a count, and no word that is known",
      ["四、履约", "乙方自2024年6月1日派员，于2024年11月30日前办结备案，共6个月。"],
    ],
    [
      "by what begins and is done, below times",
      ["四、时间", "外勤自2024年6月1日开始，正式报告不迟于2024年11月30日交付。"],
    ],
    [
      "with what follows its end",
      ["三、工期", "2024年6月1日进场，2024年11月30日前通过初验，试运行三个月后终验。"],
    ],
    ["by sessions", ["三、班次", "共两期。第一期2024年6月1日至5日，第二期2024年11月26日至30日。"]],
    [
      "behind a heading with a full stop",
      ["二、租期。半年，即2024年6月1日到2024年11月30日。", "三、租金。每月1,000元。"],
    ],
    ["by two labels in a line", ["第二章 租赁期", "6个月，起租日2024年6月1日，到期日2024年11月30日。"]],
  ])("%s", (_, parts) => {
    expect(detailsOf("服务合同", ...parts).term).toBe("2024-06-01..2024-11-30");
  });

  test("of an event, however short", () => {
    const { term } = detailsOf("活动合同", "活动日期与地点：2024年5月18日至19日，文化广场。");
    expect(term).toBe("2024-05-18..2024-05-19");
  });

  test("by an end that is moved, with the day on which all began", () => {
    const { term } = detailsOf(
      "补充协议",
      "研究期限由2025年6月30日延至2025年12月31日；原起始日2024年1月15日不变。",
    );
    expect(term).toBe("2024-01-15..2025-12-31");
  });

  test("as what follows a former agreement's", () => {
    const { term } = detailsOf(
      "云服务续约协议",
      "原服务合同：有效期2023年9月1日至2025年8月31日，年服务费312,000元。",
      "● 续约期限",
      "24个月，即2025年9月1日起到2027年8月31日为止。",
    );
    expect(term).toBe("2025-09-01..2027-08-31");
  });
});

describe("no term is told", () => {
  test.each([
    ["by days of paying", "二、付款时间", "2024年6月1日起付款，2024年11月30日前付清。"],
    ["by a guarantee's", "六、质保", "质保期自2024年6月1日开始，2024年11月30日结束，6个月。"],
    ["by what a change adds", "二、增派", "增派人员2024年6月1日到岗，2024年11月30日撤离，6个月。"],
  ])("%s", (_, heading, text) => {
    expect(detailsOf("服务合同", heading, text).term).toBeNull();
  });
});
