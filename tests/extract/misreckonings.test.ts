import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const PARTIES = "甲方：望海区文化馆 乙方：安泰物业服务有限公司";

/** Everything that is told of an agreement as wrong or in doubt. */
const told = (...parts: string[]): string[] => {
  const { findings, problems } = outlineOf("委托服务合同", PARTIES, ...parts);
  return [...findings, ...problems];
};

/** The same clause right and wrong: nothing, and something with such words, must be told. */
type Case = [what: string, tell: (figure: string) => string[], right: string, wrong: string];

const TAXES: Case[] = [
  [
    "a price without tax in another paragraph than the price with it",
    (net) =>
      told("一、监理费（含税）265,000元，大写贰拾陆万伍仟元整。", `二、上述价款不含税金额为${net}元。`),
    "250,000",
    "205,000",
  ],
  ["a tax alone", (tax) => told(`一、合同价（含税）270,320元，其中税金${tax}元。`), "22,320", "23,220"],
  [
    "net and tax equal by a slip, lot by lot",
    (tax) =>
      told(
        "一标段：不含税价100,000元，税额6,000元，含税价106,000元。",
        `二标段：不含税价200,000元，税额${tax}元，含税价212,000元。`,
        "两个标段含税总价合计318,000元。",
      ),
    "12,000",
    "200,000",
  ],
  [
    "a price called untaxed in brackets",
    (net) => told(`广告费（不含税）${net}元，增值税（6%）15,000元，价税合计265,000元。`),
    "250,000",
    "270,000",
  ],
];

const CHANGES: Case[] = [
  [
    "by how much a monthly price grew",
    (by) =>
      told(
        "原合同约定保洁员7人，每人每月5,300元，月服务费37,100元。",
        `自2025年7月1日起保洁员增加3人，月服务费调整为53,000元，每月增加${by}元。`,
        // That no price is read of a fee by the month is told as well.
      ).filter((each) => !each.includes("合同写有这笔价款")),
    "15,900",
    "19,500",
  ],
];

const SHARES: Case[] = [
  [
    "a deposit in brackets behind it",
    (sum) =>
      told("一、合同总价330,000元，大写叁拾叁万元整。", `二、乙方应提交履约保证金${sum}元（合同总价的5%）。`),
    "16,500",
    "15,600",
  ],
  [
    "a deposit told as what the share comes to",
    (sum) => told("一、合同总价330,000元，大写叁拾叁万元整。", `二、履约保证金为合同总价的5%，即${sum}元。`),
    "16,500",
    "13,500",
  ],
];

const ROWS: Case[] = [
  [
    "columns of a count and a price by no known names",
    (area) =>
      told(
        `片区|养护面积㎡|每㎡年价|年养护款\n东区|${area}|9|13689\n西区|4753|2|9506\n北区|5517|15|82755\n小计|||105950`,
        "年养护费总额105,950元。",
      ),
    "1521",
    "1251",
  ],
  [
    "a reckoning in a cell beside its sum",
    (months) =>
      told(
        `费用项目|测算说明|金额（元）\n经理人工费|2人×11,500元/月×${months}个月|230,000\n工程师人工费|1人×19,000元/月×10个月|190,000\n合计||420,000`,
        "咨询费总额人民币420,000元。",
      ),
    "10",
    "18",
  ],
  [
    "the sum of a table that the text tells otherwise",
    (total) =>
      told(
        "片区|养护面积㎡|每㎡年价|年养护款\n东区|1521|9|13689\n西区|4753|2|9506\n北区|5517|15|82755\n小计|||105950",
        `年养护费${total}元，按季支付。`,
      ).filter((each) => !each.includes("付款条款")),
    "105,950",
    "150,950",
  ],
];

const COARSE: Case[] = [
  [
    "payments in 万元 that only rounding excuses",
    (second) =>
      told(
        "研究经费共计33万元。",
        `分三次拨付：首款16.5万元（占50%），中期款${second}万元（占30%），尾款6.6万元（占20%）。`,
      ),
    "9.9",
    "9",
  ],
  [
    "costs in whole 万元",
    (first) => told(`项目总经费72万元，其中设备费${first}万元，安装费22万元，培训费14万元。`),
    "36",
    "37",
  ],
  [
    "a share of payments in 万元",
    (share) =>
      told(
        "研究经费共计72万元。",
        `分三次拨付：首款36万元（占${share}%），中期款21.6万元（占30%），尾款14.4万元（占20%）。`,
      ).filter((each) => !each.includes("比例合计")),
    "50",
    "51",
  ],
];

describe.each([
  ["taxes", TAXES],
  ["changes", CHANGES],
  ["shares of the price", SHARES],
  ["tables", ROWS],
  ["sums in 万元", COARSE],
])("%s", (_, cases) => {
  test.each(cases)("%s", (__, tell, right, wrong) => {
    expect(tell(right)).toEqual([]);
    expect(tell(wrong)).not.toEqual([]);
  });
});

describe("sound neighbours", () => {
  test.each([
    [
      "a total that its finer lines round to",
      ["项目总经费269.6万元，其中设备费169.5911万元，安装费100万元。"],
    ],
    [
      "hundreds of yuan rounded line by line",
      ["项目总经费154.41万元，其中设备费60.85万元，安装费34.57万元，培训费59万元。"],
    ],
    [
      "a tax by several rates",
      ["合同总价（含税）100,000元，大写壹拾万元整，货物税率13%，服务税率6%，其中增值税税额9,800元。"],
    ],
    [
      "shares of what isn't told",
      ["一、合同总价330,000元，大写叁拾叁万元整。", "二、误工赔偿按日工资的5%计。"],
    ],
  ])("%s", (_, parts) => {
    expect(told(...parts)).toEqual([]);
  });
});

describe("sound papers are not accused", () => {
  test("of what a discount leaves, in a row below the total", () => {
    const { findings, totals } = outlineOf(
      "家具采购合同",
      PARTIES,
      "一、清单",
      "品名|数量|单价|金额（元）\n桌子|25|420|10500\n椅子|72|120|8640\n柜子|83|700|58100\n合计|||77240\n优惠5%后|||73378",
      "合同金额73,378元。",
    );
    expect([totals, findings]).toEqual([["original 总77240", "original 总73378 再73378"], []]);
  });

  test("of parts that an amendment adds, told behind the old total", () => {
    const { findings } = outlineOf(
      "施工合同补充协议",
      PARTIES,
      "原合同价款330,000元。",
      "新增工程：挡土墙26,500元，排水沟41,000元，新增合计67,500元。",
      "调整后合同价款为397,500元。",
    );
    expect(findings).toEqual([]);
  });

  test("of what is kept back, told before the rest is paid", () => {
    const kept = (sum: string) =>
      outlineOf(
        "供货合同",
        PARTIES,
        "一、合同总价330,000元，大写叁拾叁万元整。",
        `二、质保金为合同总价的3%，即${sum}元，质保期满后返还；其余97%即320,100元于验收后支付。`,
      );
    expect([kept("9,900").findings, kept("9,900").problems]).toEqual([[], []]);
    expect(kept("9,600").findings).not.toEqual([]);
  });
});
