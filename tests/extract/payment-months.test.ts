import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** The instalments that a payment clause tells, as `from to times×yuan`, under a total they come to; and what is said against them. */
function payments(
  total: number,
  words: string,
  term = "自2026年1月1日至2028年12月31日",
): [string[], string[]] {
  const { schedules, findings, problems } = recordOf(
    told(
      "months",
      [
        "服务合同",
        "一、服务期限",
        `${term}。`,
        "二、合同总价",
        `合同总价为${total}元。`,
        "三、付款方式",
        words,
      ],
      {},
    ).scan,
  );
  const paid = schedules.flatMap(({ instalments }) =>
    instalments.map(
      ({ from, to, occurrences, amount }) => `${from} ${to} ${occurrences}×${(amount?.fen ?? 0) / 100}`,
    ),
  );
  return [paid, [...findings.map(({ ruleId }) => ruleId), ...problems.map(({ message }) => message.zh)]];
}

describe("the first and the last of payments that are counted", () => {
  test.each([
    [
      16000,
      "维保费用按季支付，每季度末月支付2,000元，首次付款为2026年3月，最后一次付款为2027年12月，共支付8次。",
      "2026-03 2027-12 8×2000",
    ],
    [
      12000,
      "甲方每半年支付一次，共六次，每次2,000元；第一次在2026年5月，此后每年5月、11月各支付一次，最后一次在2028年11月。",
      "2026-05 2028-11 6×2000",
    ],
    [
      6000,
      "服务费分三次支付，每次2,000元，首笔支付时间为2026年2月，末笔支付时间为2026年6月。",
      "2026-02 2026-06 3×2000",
    ],
    // What doesn't fit the count tells no months.
    [
      8000,
      "服务费分四次支付，每次2,000元，首笔支付时间为2026年2月，末笔支付时间为2026年6月。",
      "null null 4×2000",
    ],
    // Paid in arrears, the months paid for are others.
    [
      24000,
      "甲方每月10日前支付上月服务费2,000元，共支付12次，首次付款为2026年2月，末次付款为2027年1月。",
      "null null 12×2000",
    ],
  ])("%d: %s", (total, words, paid) => {
    expect(payments(total, words)).toEqual([[paid], []]);
  });
});

test("a first and a last month that make another count are told", () => {
  const words = "按季支付，每季度末月支付2,000元，首次付款为2026年3月，最后一次付款为2028年3月，共支付8次。";
  expect(payments(16000, words)[1]).not.toEqual([]);
});

describe("months told behind or before a sum", () => {
  test.each([
    [
      8000,
      "按季度平均支付，每季度末月支付2,000元，即2026年3月、6月、9月、12月各付一次，共四次。",
      [
        "2026-03 2026-03 1×2000",
        "2026-06 2026-06 1×2000",
        "2026-09 2026-09 1×2000",
        "2026-12 2026-12 1×2000",
      ],
    ],
    [
      6000,
      "先交后用，每年一月十五日前交清当年租金：2026年1月、2027年1月、2028年1月，每次交2,000元。",
      ["2026-01 2026-01 1×2000", "2027-01 2027-01 1×2000", "2028-01 2028-01 1×2000"],
    ],
    [
      10000,
      "每年分两次付款，每年6月、12月各付当年金额的一半：2026年每次2,000元，2027年每次3,000元。",
      [
        "2026-06 2026-06 1×2000",
        "2026-12 2026-12 1×2000",
        "2027-06 2027-06 1×3000",
        "2027-12 2027-12 1×3000",
      ],
    ],
    [
      10000,
      "2026年每次2,000元，2027年每次3,000元，每年6月、12月各付一次。",
      [
        "2026-06 2026-06 1×2000",
        "2026-12 2026-12 1×2000",
        "2027-06 2027-06 1×3000",
        "2027-12 2027-12 1×3000",
      ],
    ],
    [
      9000,
      "分三期付款：2026年3月付2,000元，2026年10月付3,000元，2027年4月付4,000元。",
      ["2026-03 2026-03 1×2000", "2026-10 2026-10 1×3000", "2027-04 2027-04 1×4000"],
    ],
    [
      5000,
      "首笔为总额的40%，2,000元，2026年7月支付；尾笔为总额的60%，3,000元，2026年9月验收前支付。",
      ["2026-07 2026-07 1×2000", "2026-09 2026-09 1×3000"],
    ],
    [
      5000,
      "合同签订后支付4,000元；剩余1,000元作为保留金，于2027年6月无争议时付清。",
      ["null null 1×4000", "2027-06 2027-06 1×1000"],
    ],
    [
      5000,
      "合同签订后支付4,000元；余款1,000元为考核款，年度考核合格后于2026年11月一次付清。",
      ["null null 1×4000", "2026-11 2026-11 1×1000"],
    ],
    // The month before the next sum is the next one's.
    [5000, "签订后预付2,000元，2026年8月支付3,000元。", ["null null 1×2000", "2026-08 2026-08 1×3000"]],
    // 月付 is no month by itself.
    [24000, "服务费按月付，每月付2,000元，共计12个月。", ["null null 12×2000"]],
  ])("%d: %s", (total, words, paid) => {
    expect(payments(total, words)).toEqual([paid, []]);
  });
});

test("what one of many things costs is no payment", () => {
  const words = "2026年1月至2026年12月每月支付2,000元。紧急订单乙方加收运费每车400元，由使用部门支付。";
  const term = "自2026年1月1日至2026年12月31日";
  expect(payments(24000, words, term)).toEqual([["2026-01 2026-12 12×2000"], []]);
  const extra = "2026年1月至2026年12月每月支付2,000元。加急的每次加收100元，按月结算。";
  expect(payments(24000, extra, term)).toEqual([["2026-01 2026-12 12×2000"], []]);
});
