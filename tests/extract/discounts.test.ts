import { describe, expect, test } from "vitest";
import { discountsIn } from "../../src/extract/budget-discounts.ts";
import { findSums } from "../../src/extract/money-sums.ts";
import { outlineOf } from "../support/outline.ts";

const told = (...parts: string[]) => {
  const { findings, problems } = outlineOf(
    "设备采购合同",
    "甲方：望海区文化馆 乙方：恒信科技有限公司",
    ...parts,
  );
  return { findings, problems };
};

describe("what discounts a text tells", () => {
  test.each([
    ["合计279,000元，下浮5%后", [0.95]],
    ["按5%的优惠", [0.95]],
    ["折扣率为95%", [0.95]],
    ["按九五折优惠", [0.95]],
    ["八折后", [0.8]],
    ["打8.5折", [0.85]],
    ["上浮8%", [1.08]],
    ["按上述报价的95%执行", [0.95]],
    ["设备折旧5年，折合900人天", []],
  ])("%s", (text, times) => {
    expect(discountsIn(text, findSums(text)).map((discount) => discount.times)).toEqual(times);
  });

  test("an amount is what is taken off, unless the prices told are already without it", () => {
    const offsOf = (text: string) => discountsIn(text, findSums(text)).map(({ offFen }) => offFen);
    expect(offsOf("合计279,000元，优惠3,000元")).toEqual([300_000]);
    expect(offsOf("上述报价已优惠3,000元")).toEqual([]);
  });
});

const PARTS = "服务器49,000元，交换机86,000元，存储设备144,000元，合计279,000元";
const LISTED = (gross: string, price: string, sum: string) =>
  `1、冬装：吊牌价${gross}元/套，八折后单价${price}元/套，80套，计${sum}元；`;
const REST = [
  "2、夏装：吊牌价220元/套，八折后单价176元/套，200套，计35,200元；",
  "3、秋装：吊牌价720元/套，八折后单价576元/套，100套，计57,600元；",
  "总价123,520元。",
];

describe("what a discount leaves", () => {
  test.each([
    ["by a rate", told(`二、${PARTS}，下浮5%后合同总价为265,050元。`)],
    ["by an amount", told(`二、${PARTS}，优惠4,000元，优惠后合同总价275,000元。`)],
    [
      "told before the total",
      told(`二、${PARTS}，优惠4,000元后实付275,000元。`, "三、本合同总价为275,000元。"),
    ],
    ["list prices beside what is paid", told(LISTED("480", "384", "30,720"), ...REST)],
    ["rounded, as is said", told(`二、${PARTS}，下浮5%取整后合同总价为265,000元。`)],
    ["of prices of one", told(`二、各项单价下浮5%后，${PARTS}。`)],
    [
      "what is taken off itself",
      told(`二、${PARTS}。乙方给予5%的优惠，优惠金额13,950元，合同总价265,050元。`),
    ],
  ])("comes out: %s", (_, outline) => {
    expect(outline).toEqual({ findings: [], problems: [] });
  });

  test("doesn't accuse the lines of a total that is told in another paragraph", () => {
    const { findings } = told(
      "第五条 各项报价如下：咨询费49,000元、评审费86,000元、调研费144,000元，小计279,000元。",
      "经双方协商，按九五折优惠，合同总价为265,050元。",
    );
    expect(findings).toEqual([]);
  });

  test.each([
    ["by a rate", told(`二、${PARTS}，下浮5%后合同总价为256,050元。`)],
    ["by tenths", told(`二、${PARTS}。经协商按九折优惠，合同总价为251,000元。`)],
    ["by an amount", told(`二、${PARTS}，优惠4,000元，优惠后合同总价257,000元。`)],
    ["a list price", told(LISTED("840", "384", "30,720"), ...REST)],
  ])("is told where it doesn't: %s", (_, { findings, problems }) => {
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

test("a discount listed among the items it is taken off stands between the sum of the others and the price", () => {
  const { totals, lines, findings, problems } = outlineOf(
    "活动执行服务协议",
    "甲方：海澄集团有限公司 乙方：拾光传媒有限公司",
    "一、报价",
    "1、舞台搭建，186,000元；",
    "2、演出，73,000元；",
    "3、物料制作，28,650元；",
    "4、一次性优惠，减18,000元。",
    "上述1至3项报价合计287,650元，扣除优惠后，协议价款为269,650元。",
  );
  expect(totals).toEqual(["original 总269650"]);
  expect(lines).toEqual(["舞台搭建 186000", "演出 73000", "物料制作 28650", "一次性优惠 -18000"]);
  expect([...findings, ...problems]).toEqual([]);
});
