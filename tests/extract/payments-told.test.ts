import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** The instalments that clauses under a term of two years tell, as `from~to times×yuan`, `*` behind amended ones; and what is found wrong. */
function payments(...clauses: string[]): [string[], string[]] {
  const { schedules, findings } = recordOf(
    told("payments", ["服务合同", "一、服务期限", "自2025年9月1日至2027年8月31日。", ...clauses], {}).scan,
  );
  const paid = schedules.flatMap(({ version, instalments }) =>
    instalments.map(({ from, to, occurrences, amount, percent }) => {
      const months = from === null ? "" : `${from}~${to} `;
      const figure = amount ? amount.fen / 100 : `${percent?.percent}%`;
      return `${months}${occurrences}×${figure}${version === "amended" ? "*" : ""}`;
    }),
  );
  return [paid, findings.map(({ ruleId }) => ruleId)];
}

const of = (words: string): string[] => payments("二、付款方式", words)[0];

test.each([
  // 上一季度, 每一季度 are no first quarter.
  ["按季度后付，每季度首月10日前支付上一季度维保费24,000元，共四次。", ["4×24000"]],
  ["每一季度支付服务费24,000元，共八次。", ["8×24000"]],
  [
    "2026年一季度支付160,000元，二季度支付165,000元。",
    ["2026-01~2026-03 1×160000", "2026-04~2026-06 1×165000"],
  ],
  // The months behind a sum, in its sentence or in the next one.
  [
    "乙方开票后转账支付，每月支付190,184.50元，自2025年10月起支付至2026年9月，共12次。",
    ["2025-10~2026-09 12×190184.5"],
  ],
  // Months that make another count than the words say are left.
  ["每月支付190,184.50元，自2025年10月起支付至2026年9月，共10次。", ["10×190184.5"]],
  // More payments than there are months stand beside them, to be judged.
  ["每月支付190,184.50元，自2025年10月起支付至2026年8月，共12次。", ["2025-10~2026-08 12×190184.5"]],
  [
    "维保费每季度支付一次，共8次，每次27,750元。乙方在每季度最后一个月开票，首次付款在2025年9月，末次付款在2027年6月。",
    ["2025-09~2027-06 8×27750"],
  ],
  // Of another sum, told between.
  [
    "维保费每季度支付一次，共8次，每次27,750元。检测费另付30,000元，首次付款在2025年9月，末次付款在2027年6月。",
    ["8×27750", "1×30000"],
  ],
  // Months listed, for each of which a sum is paid.
  ["2026年1月、2月寒假期间每月3,000元，由甲方支付。", ["2026-01~2026-01 1×3000", "2026-02~2026-02 1×3000"]],
  ["2026年1月至2月每月支付3,000元。", ["2026-01~2026-02 2×3000"]],
  // Quarters told beside 前三个季度 are the term's, and not the calendar's.
  ["前三个季度每季度支付200,000元，第四季度经考核合格后支付260,000元。", ["3×200000", "1×260000"]],
  // A list of payments that few words tell.
  ["付款：下单付20000元，取报告时付28700元。", ["1×20000", "1×28700"]],
  [
    "资助经费分三次付给丙方：协议生效后十日内60,000元；三校付印时60,000元；样书送达后60,000元。",
    ["1×60000", "1×60000", "1×60000"],
  ],
  [
    "付钱之法：立约当日先付叁万元，桥面合龙之日付肆万元，完工验过付贰万捌仟元。",
    ["1×30000", "1×40000", "1×28000"],
  ],
  // What is still to be paid, or was paid before, is told and not paid.
  ["付款：签约后支付20000元。上年度未付3000元另行结清。", ["1×20000"]],
  // A guarantee is no payment.
  [
    "签约后支付300,000元，验收后支付200,000元。乙方于签约前提交履约保函，金额为180,000元，有效期至期满。",
    ["1×300000", "1×200000"],
  ],
])("%s", (words, paid) => {
  expect(of(words)).toEqual(paid);
});

test("what is kept back as a guarantee is paid in the end", () => {
  const words = "验收合格后支付97%，即970,000元；余下3%为质量保证金，金额30,000元，质保期满后15日内支付。";
  expect(of(words)).toEqual(["1×970000", "1×30000"]);
});

describe("a payment told again once it is made", () => {
  test.each([
    [
      "签订后付160,000元，验收合格后付220,000元。其中第一笔160,000元甲方已于2025年4月付出。",
      ["1×160000", "1×220000"],
    ],
    // Where it is changed what follows, it is of what was changed, too.
    [
      "原合同约定签订后付160,000元，验收合格后付240,000元。其中第一笔160,000元甲方已于2025年4月付出。变更后验收合格后付239,600元。",
      ["1×160000", "1×240000", "1×160000*", "1×239600*"],
    ],
    // Not the same, or not made.
    [
      "签订后付160,000元，验收合格后付220,000元。其中第一笔160,000元甲方应于2025年10月付出。",
      ["1×160000", "1×220000", "1×160000"],
    ],
  ])("%s", (words, paid) => {
    expect(of(words)).toEqual(paid);
  });
});

describe("sums of each year by the month, told apart from their payment", () => {
  const PAID = ["三、支付", "按月支付，次月15日前凭票付清。"];
  test("are paid over their years where they come to the sum that is told", () => {
    expect(
      payments("二、服务费", "第一年每月68,500元，第二年每月71,200元，两年共计1,676,400元。", ...PAID),
    ).toEqual([["2025-09~2026-08 12×68500", "2026-09~2027-08 12×71200"], []]);
  });

  test("and are none where they don't", () => {
    expect(
      payments("二、服务费", "第一年每月68,500元，第二年每月71,200元，共计1,600,000元。", ...PAID)[0],
    ).toEqual([]);
  });
});
