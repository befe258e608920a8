import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const agreement = (price: string, ...parts: string[]): ReturnType<typeof outlineOf> =>
  outlineOf(
    "服务合同",
    "一、合同期限",
    "自2025年3月1日起至2025年8月31日止，共6个月。",
    "二、合同总价",
    price,
    ...parts,
  );

describe("payments that sound agreements make in ways of their own", () => {
  test.each([
    [
      "an advance before the months of the term",
      "合同总价为100,000元。",
      "2025年2月，先预付总价的10%，10,000元。",
      "2025年3月至8月每月支付15,000元。",
    ],
    [
      "what is left when the advance is taken off",
      "合同总价为100,000元。",
      "2025年2月，先预付总价的10%，10,000元。",
      "2025年3月到8月，每月应付服务费16,666元，从中抵扣预付款1,666元，实付15,000元，共付6次。",
    ],
    [
      "in listed months, of which the last is behind the term",
      "合同总价为100,000元。",
      "分四期支付：前三期分别于2025年5月、6月、8月各支付20,000元；第四期于2025年10月经验收后支付40,000元。",
    ],
    [
      "short words",
      "合同总价为100,000元。",
      "进场后付30%，30,000元；全部安装完成付65%，65,000元；留5%共5,000元为质保金，一年后付清。",
    ],
    [
      "of the price by its name",
      "合同总价为100,000元。",
      "1）验收合格，付合同金额的90%，计90,000元；",
      "2）质保金为合同金额的10%，计10,000元，期满付清。",
    ],
  ])("%s", (_, price, ...paid) => {
    const { findings } = agreement(price, "三、付款方式", ...paid);
    expect(findings).toEqual([]);
  });

  test("each side's part has a schedule of its own", () => {
    const { findings } = agreement(
      "项目经费总额60万元。甲方承担40万元；乙方承担20万元，由乙方从自有经费中列支。",
      "三、拨付",
      "甲方承担的40万元分两次拨付：签订后拨付24万元（60%），验收后拨付16万元（40%）。",
    );
    expect(findings).toEqual([]);
  });

  test("a wrong amount among such payments is told", () => {
    const { findings } = agreement(
      "合同总价为100,000元。",
      "三、付款方式",
      "进场后付30%，30,000元；全部安装完成付65%，56,000元；留5%共5,000元为质保金，一年后付清。",
    );
    expect(findings).toContain("schedule-equals-total 付款计划");
    expect(findings.some((each) => each.startsWith("instalment-percent-of-total"))).toBe(true);
  });
});

describe("what is no payment", () => {
  test.each([
    ["deposits and what they come to", "乙方支付押金每辆10,000元，共60,000元，期满后退还。"],
    ["the price of a unit", "电费由乙方缴纳，按每度0.82元计。"],
  ])("%s", (_, words) => {
    const { findings } = agreement(
      "合同总价为90,000元。",
      "三、付款方式",
      "2025年3月至8月每月支付15,000元。",
      words,
    );
    expect(findings).toEqual([]);
  });
});

describe("the whole said again", () => {
  test("where it is paid in parts, and ten times too much", () => {
    const { problems } = outlineOf(
      "维修协议",
      "换瓦120平方，每平方85元，10,200元。",
      "换檩条16根，每根150元，2,400元。",
      "搭架子1,900元。",
      "一共14,500元，大写壹万肆仟伍佰元整。",
      "付款：上述工程款14.5万元分两次给，进场给8,000元，完工再给6,500元。",
    );
    expect(problems.some((each) => each.includes("14.5万元"))).toBe(true);
  });

  test("in a clause about the deposit, as it was before the change", () => {
    const { findings } = outlineOf(
      "物业服务合同补充协议",
      "一、原合同约定",
      "原合同总价200,000元（大写：贰拾万元整）。",
      "二、调整",
      "现将合同总价调整为250,000元（大写：贰拾伍万元整）。",
      "三、履约保证金",
      "乙方应按调整后的合同总价200,000元（大写：贰拾万元整）的5%补足履约保证金。",
    );
    expect(findings).toContain("restated-total-agrees 合计");
  });
});

describe("sums before their names, price and counts", () => {
  const list = (lunch: string): string[] =>
    outlineOf(
      "培训协议",
      "四、经费",
      "16,200元，用于理论授课，90课时，每课时180元；",
      "5,060元，用于教材，110套，每套46元；",
      `${lunch}元，用于学员午餐，110人，20天，每人每天18元。`,
    ).problems;

  test("that come out", () => expect(list("39,600").filter((each) => each.includes("乘积"))).toEqual([]));
  test("and one that doesn't", () => expect(list("36,900").some((each) => each.includes("乘积"))).toBe(true));
});

describe("what is judged all the same", () => {
  test("months of a long list that leaves two of them out", () => {
    const paid = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => month !== 5 && month !== 9);
    const { findings } = outlineOf(
      "服务合同",
      "一、合同期限",
      "自2025年1月1日起至2025年12月31日止，共12个月。",
      "二、合同总价",
      "合同总价为120,000元。",
      "三、付款方式",
      `${paid.map((month) => `2025年${month}月支付12,000元`).join("；")}。`,
    );
    expect(findings.some((each) => each.startsWith("schedule-covers-term"))).toBe(true);
  });

  test("shares of an amended price that were left as those of a first line", () => {
    const { findings } = outlineOf(
      "服务合同补充协议",
      "一、原合同约定",
      "原合同总价为100,000元，其中：设备费60,000元，安装费40,000元。",
      "二、变更",
      "现合同总价变更为90,000元，其中：设备费55,000元，安装费35,000元。",
      "三、付款变更",
      "变更后付款方式为：签订后支付50%，30,000元；验收后支付50%，30,000元。",
    );
    expect(findings.some((each) => each.startsWith("instalment-percent-of-total"))).toBe(true);
  });
});
