import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** The instalments that a payment clause tells, as `month times×yuan`, `from~to` over several months; and what is found wrong. */
function payments(words: string, term = "自2025年4月1日至2026年3月31日"): [string[], string[]] {
  const { schedules, findings } = recordOf(
    told("due", ["服务合同", "一、服务期限", `${term}。`, "二、付款方式", words], {}).scan,
  );
  const paid = schedules.flatMap(({ instalments }) =>
    instalments.map(({ from, to, occurrences, amount, percent }) => {
      const months = from === to ? from : `${from}~${to}`;
      return `${months} ${occurrences}×${amount ? amount.fen / 100 : `${percent?.percent}%`}`;
    }),
  );
  return [paid, findings.map(({ ruleId }) => ruleId)];
}

describe("the day by which something is due tells its month", () => {
  test.each([
    ["2025年5月20日前支付153,000元。", ["2025-05 1×153000"]],
    ["首期：2025年5月20日前，支付153,000元。", ["2025-05 1×153000"]],
    ["2025年9月30日前，中期验收合格后支付255,000元。", ["2025-09 1×255000"]],
    [
      "预付款120万元于2025年8月31日前支付，进度款80万元于2025年12月31日前支付。",
      ["2025-08 1×1200000", "2025-12 1×800000"],
    ],
    [
      "2025.9.10前预付150000元，2025.12.20前支付150000元，余额75000元，2026.3.31前付清。",
      ["2025-09 1×150000", "2025-12 1×150000", "2026-03 1×75000"],
    ],
    [
      "（1）2025年6月30日前支付合同总价的40%；（2）2026年3月31日前支付60%。",
      ["2025-06 1×40%", "2026-03 1×60%"],
    ],
    // The day of the next payment is none of this one.
    ["合同签订之日起10日内支付40,000元，2025年11月15日前支付40,000元。", ["null 1×40000", "2025-11 1×40000"]],
    // The day of another deed.
    ["乙方应于2025年9月30日前提交报告并经验收后支付尾款30,000元。", ["null 1×30000"]],
    ["2025年9月30日前完成安装，验收合格后支付尾款30,000元。", ["null 1×30000"]],
    ["2025年9月30日前，乙方提交报告，甲方审定后支付尾款30,000元。", ["null 1×30000"]],
    // No year of its own, or no day.
    ["11月15日前支付40,000元。", ["null 1×40000"]],
    ["2026年3月底前支付尾款40,000元。", ["null 1×40000"]],
    // What is paid for goes before when it is due; each year has no month of one.
    ["第三季度费用（2025年7月至2025年9月）于2025年7月10日前支付25,000元。", ["2025-07~2025-09 1×25000"]],
    ["每年1月31日前支付54,000元。", ["null 1×54000"]],
  ])("%s", (words, paid) => {
    expect(payments(words)[0]).toEqual(paid);
  });
});

describe("days by which something is due are no months to be covered", () => {
  test.each([
    // One after another, beside a term of a few days.
    [
      "2025年4月10日前支付250,000元，2025年5月15日前支付200,000元，2025年6月30日前支付66,114元。",
      "自2025年4月20日至2025年4月23日",
    ],
    // Behind what is paid each month.
    [
      "2025年4月至2026年3月每月支付5,000元，余款40,000元于2026年6月30日前支付。",
      "自2025年4月1日至2026年3月31日",
    ],
  ])("%s", (words, term) => {
    expect(payments(words, term)[1]).toEqual([]);
  });

  test("but months that are paid for are", () => {
    const words = "2025年4月至2025年9月每月支付5,000元，2025年11月至2026年3月每月支付5,000元。";
    expect(payments(words)[1]).toEqual(["schedule-covers-term"]);
  });
});
