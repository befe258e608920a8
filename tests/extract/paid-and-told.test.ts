import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

function paidOf(...parts: string[]) {
  const { schedules, findings } = recordOf(told("paid", ["服务合同", ...parts], {}).scan);
  const paid = schedules.map(({ instalments }) =>
    instalments.map(({ amount, occurrences }) => `${(amount?.fen ?? 0) / 100} × ${occurrences}`),
  );
  return { paid, rules: findings.map(({ ruleId }) => ruleId) };
}

describe("sums beside payments", () => {
  test("what a fee that is paid is made up of is no payment", () => {
    expect(
      paidOf(
        "第四条 服务费",
        "甲方向乙方支付的服务费由以下两项构成：",
        "1. 运营补贴：每月18,500元，12个月共222,000元；",
        "2. 设备保养：每季度2,400元，4个季度共9,600元。",
        "全年服务费合计231,600元。",
        "第五条 付款方式",
        "服务费按季度支付，每季度57,900元，共支付4次。",
      ),
    ).toEqual({ paid: [["57900 × 4"]], rules: [] });
  });

  const RENT =
    "二、租金每半年支付一次，即：第一、二年每次48,000元，第三、四年每次50,400元，第五年每次52,920元。";
  const TERM = "一、租期五年，自2025年1月1日至2029年12月31日，租金总额";
  test("two years told together are paid as often as one each", () => {
    const paid = [["48000 × 4", "50400 × 4", "52920 × 2"]];
    expect(paidOf(`${TERM}499,440元。`, RENT)).toEqual({ paid, rules: [] });
    expect(paidOf(`${TERM}494,940元。`, RENT)).toEqual({ paid, rules: ["schedule-equals-total"] });
  });

  test("instalments named together are paid each", () => {
    expect(
      paidOf(
        "一、合同总价684,000元。",
        "二、付款",
        "第一、二期按每期153,000元支付；第三、四期每期支付189,000元。",
      ),
    ).toEqual({ paid: [["153000 × 2", "189000 × 2"]], rules: [] });
  });

  test("what months come to behind their rate, and the rest before its parts, are paid once", () => {
    expect(
      paidOf(
        "一、合同总价474,600元。",
        "二、付款",
        "2025年1月至6月按每月37,200元执行，六个月共223,200元；2025年7月至12月每月支付41,900元，六个月共251,400元。",
      ),
    ).toEqual({ paid: [["37200 × 6", "41900 × 6"]], rules: [] });
    expect(
      paidOf(
        "一、合同总价120,000元。",
        "二、付款",
        "签订后支付33,840元。",
        "剩余86,160元分三次支付，每次验收后支付28,720元。",
        "乙方向甲方提交金额为12,000元的银行质量保函。",
      ).paid,
    ).toEqual([["33840 × 1", "28720 × 3"]]);
  });

  test("a first payment well before months that are paid alike leaves no month out", () => {
    const MONTHS = "自2025年9月起至2025年11月止，每月25日前支付28,720元。";
    const first = (month: number, yuan: string) =>
      paidOf("一、合同总价120,000元。", "二、付款", `2025年${month}月支付首付款${yuan}元。`, MONTHS).rules;
    expect(first(5, "33,840")).toEqual([]);
    // One month left out, or the same sum as the others: a month it may well be.
    expect(first(7, "33,840")).toContain("schedule-covers-term");
    expect(first(5, "28,720")).toContain("schedule-covers-term");
  });
});
