import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const MADE_UP = {
  "costs of the month, with a share on top": [
    "一、费用构成",
    "驻点人员：组长1人，6,400元；组员4人，每人5,100元，计20,400元；月人工费26,800元。",
    "管理费按月人工费的5%计，1,340元/月。",
    "每月服务费28,140元，九个月合同总价253,260元。服务期自2025年1月1日至2025年9月30日。",
    "二、付款方式",
    "乙方于次月10日前开票，甲方每月支付28,140元。",
  ],
};

describe("what a price by the month is made up of is no part of the price", () => {
  test.each(Object.entries(MADE_UP))("%s", (_, parts) => {
    const { problems, lines } = outlineOf("服务合同", ...parts);
    expect(lines).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(Object.entries(MADE_UP))("but is told where it doesn't lead to it: %s", (_, parts) => {
    for (const [right, wrong] of [
      ["6,400元", "6,900元"],
      ["计20,400元", "计20,900元"],
      ["1,340元", "1,840元"],
    ]) {
      const { problems } = outlineOf("服务合同", ...parts.map((part) => part.replace(right, wrong)));
      expect(problems, wrong).not.toEqual([]);
    }
  });

  test("and so is a part of the price that is a fraction of it by any count of its section", () => {
    const { problems } = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为600,000元，服务期6个月，乙方派驻2人，3日内进场。",
      "桌椅那头花去300,000元，电脑那头花去200,000元，灯那头花去200,000元。",
    );
    expect(problems).not.toEqual([]);
  });

  test("nor are parts of the whole itself passed over, though they come to it", () => {
    const { problems } = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为120,000元，服务期12个月。",
      "二、钱的去处",
      "拿出70,000元放在桌椅上头；拿出50,000元放在电脑上头。",
      "拿出30,000元放在灯上头。",
    );
    expect(problems).not.toEqual([]);
  });
});
