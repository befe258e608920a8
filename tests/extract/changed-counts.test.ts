import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const FORMER = [
  "保洁服务合同之补充协议",
  "双方于2024年12月20日签订了保洁服务合同（以下简称“原合同”），现订立本补充协议。",
  "一、原合同费用",
  "原合同总金额10万元，构成为：（1）演练2场，每场20,000元，40,000元；（2）值守20站·月，每站每月3,000元，60,000元。",
  "二、调整后费用",
];
const LINES = ["演练 40000", "值守 60000"];

const CASES: Case[] = [
  [
    "a count that was changed before its price, its unit being of two",
    [
      ...FORMER,
      "调整后合同总金额11万元，构成为：",
      "1．演练减为1场，每场20,000元，20,000元；",
      "2．值守增为30站·月（上半年2站、下半年3站），每站每月3,000元，90,000元。",
    ],
    { lines: [...LINES, "演练 20000", "值守 90000"], ...SOUND },
  ],
  [
    "the same with a wrong product",
    [
      ...FORMER,
      "调整后合同总金额11万元，构成为：",
      "1．演练减为1场，每场20,000元，20,000元；",
      "2．值守增为31站·月，每站每月3,000元，90,000元。",
    ],
    { lines: [...LINES, "演练 20000", "值守 90000"], findings: ["quantity-times-price 值守"] },
  ],
  [
    "sums that were changed, and by how much the whole was",
    [
      ...FORMER,
      "调整后合同总金额11万元，较原合同增加10,000元，构成为：",
      "1．演练费降为20,000元；",
      "2．值守费增为90,000元。",
    ],
    { lines: [...LINES, "演练费 20000", "值守费 90000"], ...SOUND },
  ],
  [
    "counts that were changed or kept, their prices kept, with no opener",
    [
      ...FORMER,
      "（一）演练由2场调整为3场，单价20,000元/场不变，变更后为60,000元。",
      "（二）值守维持20站·月，单价3,000元/站·月，仍为60,000元。",
      "（三）平台费因增设终端，全年调整为5,000元。",
      "（四）变更后合同价款为人民币125,000元，比原合同价款增加25,000元。",
    ],
    { lines: [...LINES, "演练 60000", "值守 60000", "平台费 5000"], ...SOUND },
  ],
  [
    "a sum by which a part was changed, which is no line",
    [...FORMER, "调整后合同总金额11万元。值守费增加10,000元。"],
    { lines: LINES, totals: ["original 总100000", "amended 总110000"], findings: [] },
  ],
];

describe("an amendment's counts and sums", () => {
  test.each(CASES)("%s", (_, parts, told) => {
    expect(outlineOf(...parts)).toMatchObject(told);
  });
});

const PAID = [
  "培训服务合同",
  "一、合同价款",
  "合同总价12万元（大写：壹拾贰万元整）。",
  "二、付款方式",
  "第一笔：签约后支付7万元；",
  "第二笔：验收后支付5万元。",
];

describe("what all payments come to, told behind them", () => {
  test.each([
    ["counted", "两笔付清，共120,000元。"],
    ["by its word alone", "共计12万元。"],
    ["of the year", "全年共12万元。"],
  ])("%s", (_, sum) => {
    expect(outlineOf(...PAID, sum)).toMatchObject(SOUND);
    expect(outlineOf(...PAID, sum.replace("12", "13")).findings).not.toEqual([]);
  });
});

test("months paid by the original agreement before the change are the amended schedule's too", () => {
  const told = (behind: string): Outline =>
    outlineOf(
      "服务合同补充协议",
      "双方签订了《服务合同》（以下简称“原合同”），期限自2025年1月1日至2025年12月31日。",
      "原合同总价12万元，2025年1月至2025年12月每月支付10,000元。",
      `调整后合同总价15万元。调整后付款：2025年1月至2025年6月每月10,000元，${behind}；2025年7月至2025年12月每月支付15,000元。`,
    );
  for (const behind of ["甲方已按原合同付清", "已依原合同约定支付完毕", "按原合同结清"])
    expect(told(behind)).toMatchObject(SOUND);
});

test("a clause's heading that ends in 支付 is no payment", () => {
  expect(
    outlineOf(
      "服务补充合同",
      "双方签订的服务合同（以下简称“原合同”）变更如下。",
      "第一条　原合同价款",
      "原合同价款为人民币60,000元。支付方式为：2025年1月至2025年6月，每月10,000元。",
      "第二条　变更后价款",
      "变更后合同价款为人民币72,000元。",
      "第三条变更后支付",
      "变更后合同价款按月支付：2025年1月至2025年6月每月12,000元。",
    ),
  ).toMatchObject(SOUND);
});
