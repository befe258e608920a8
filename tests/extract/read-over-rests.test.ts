import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

// Found by a reader who hadn't written the rules: each was blamed, passed over or read wrong by the first way of a rule.

const rows = (...lines: string[]): string => lines.join("\n");
const paid = (total: string, ...said: string[]): string[] => [
  "一、合同价款",
  `合同总价${total}元。`,
  "二、付款方式",
  ...said,
];

describe("sound and blamed on nobody", () => {
  test.each<[name: string, parts: string[]]>([
    [
      "two payments that each wait for a score of their own",
      paid("300,000", "签订后支付40%；中期考核得分在85分以上付30%，终期考核得分在85分以上付30%。"),
    ],
    [
      "what is left, told with when it is paid",
      paid("400,000", "签订后支付300,000元，尚余100,000元未付，于验收后15日内付清。"),
    ],
    [
      "rent by the quarter, each paid at once",
      [
        "一、租期2025年1月1日至2027年12月31日，共36个月，租金总额360,000元。",
        "二、付款方式",
        "按季支付，每季租金30,000元，一次付清。",
      ],
    ],
    [
      "another contract's price in a clause about amends",
      [
        "一、合同总价120,000元。",
        "二、违约责任：乙方按其与第三方签订的采购合同总价（即80,000元）的5%支付违约金。",
      ],
    ],
    [
      "the time of what is audited",
      ["一、审计所属期", "2022年1月1日至2024年12月31日", "签订日期：2025年8月1日"],
    ],
    [
      "what a month costs beside both totals",
      [
        "一、原合同总价1,000,000元，变更后合同总价1,300,000元。",
        "变更后每月费用：保洁60,000元，保安40,000元，月合计100,000元。",
      ],
    ],
  ])("%s", (_, parts) => {
    expect(detailsOf("服务合同", ...parts).findings).toEqual([]);
  });
});

describe("flawed and not passed over", () => {
  test.each<[name: string, parts: string[]]>([
    [
      "years of which the first is what two others come to",
      paid(
        "300,000",
        "2025年支付60,000元；2026年支付30,000元；2027年支付30,000元；2028年支付120,000元；2029年支付120,000元。",
      ),
    ],
    [
      "shares of 140 %, two of which wait for a score",
      paid(
        "300,000",
        "签订后支付预付款50%。中期考核80分以上的，支付30%；终期考核80分以上的，支付10%；质保期满支付50%。",
      ),
    ],
    [
      "payments beside a table of who pays which share",
      [
        "一、合同总价100,000元。",
        "二、资金来源",
        rows("项目|中央资金（40%）|地方资金（60%）", "设备|20,000|30,000", "安装|20,000|30,000"),
        "三、付款方式",
        "签订后支付50,000元，验收后支付40,000元。",
      ],
    ],
    [
      "a line that is reckoned, of too much",
      ["一、合同总价300,000元。保洁费50,000元＋60,000元＝110,000元；保安费200,000元。"],
    ],
    [
      "a reckoning that isn't the price",
      ["一、合同总价300,000元，即100,000元＋150,000元＋60,000元＝310,000元。"],
    ],
    ["a reckoning beside the price", ["一、合同总价300,000元。另收费用20,000元＋30,000元＝50,000元。"]],
    [
      "payments beside counts and prices",
      [
        "一、合同总价300,000元。",
        "二、供货计划",
        rows(
          "批次|数量|单价|付款额|付款时间",
          "第一批|100|1,500|150,000|2025年3月",
          "第二批|100|1,400|140,000|2025年6月",
        ),
      ],
    ],
    [
      "payments that wait for a result each",
      [
        "一、合同总价300,000元。",
        "二、付款",
        rows("次数|考核结果|拨付比例", "1|合格|30%", "2|合格|30%", "3|合格|30%"),
      ],
    ],
    [
      "a rest with a day of its own that two others come to",
      paid(
        "300,000",
        "签订后支付100,000元；余款60,000元于2025年3月支付；2025年6月付40,000元；9月付20,000元；12月付140,000元。",
      ),
    ],
    ["what is left of a price that is paid", paid("300,000", "签订后支付300,000元，尚余20,000元未付。")],
    [
      "what is taken back of no advance",
      paid("300,000", "签订后支付100,000元，验收后支付200,000元，各期付款中各扣回92,295元。"),
    ],
    ["a year of nine months", ["一、服务费", "服务期九个月，月服务费10,000元，全年服务费120,000元。"]],
    [
      "a payment that lacks its sum",
      paid(
        "300,000",
        "1.签订后支付150,000元；",
        "2.提交中期报告并开具发票后10日内支付；",
        "3.验收后支付50,000元。",
      ),
    ],
    ["what a discount reaches", ["一、价款", "原价300,000元，九折优惠后达到260,000元。"]],
    [
      "a share of another payment than the price",
      paid(
        "2,063,300",
        "终验后支付第一笔款，为合同总价的30%，即618,990元；收到发票后支付第二笔款，为合同总价的50%，即1,031,650元；签章后支付第三笔款，为合同总价的40%，即412,660元。",
      ),
    ],
    ["nine months reckoned as twelve", ["一、服务费", "每月服务费10,000元，2025年度9个月共120,000元。"]],
    [
      "the half of the first price that is that of the new one",
      [
        "一、原合同价款800,000元，变更后合同价款900,000元。",
        "二、付款",
        "已付原合同价款的50%，即450,000元；剩余450,000元于验收后支付。",
      ],
    ],
    [
      "a table of what is added that falls short of it",
      [
        "一、原合同总价800,000元，变更后合同总价900,000元。新增项目：",
        rows("项目|金额（元）", "绿化|90,000"),
      ],
    ],
    [
      "a new price beside what both agreements come to",
      [
        "一、原合同总价800,000元。现变更为400,000元（大写：肆拾万元整），两期累计合同总价为1,200,000元（大写：壹佰贰拾万元整）。",
      ],
    ],
    [
      "a discount of another sum than its own",
      ["一、价款", "原价30,000元，服务面积1,000平方米，每平方米24元，九折优惠后总价21,600元。"],
    ],
  ])("%s", (_, parts) => {
    const { findings, problems } = detailsOf("服务合同", ...parts);
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

test("a share beside payments that make up the price is a payment", () => {
  const { payments } = detailsOf(
    "服务合同",
    ...paid("120,000", "签订后支付50%；验收后支付60,000元；质保期满支付60,000元。"),
  );
  expect(payments).toEqual(["- 50%", "60000", "60000"]);
});

test("copies of another contract tell no day of signing", () => {
  const { signed } = detailsOf(
    "补充协议",
    "一、主合同一式叁份，签订于2024年6月18日。",
    "甲方（盖章）：",
    "乙方（盖章）：",
    "2025年7月1日",
  );
  expect(signed).toBe("2025-07-01");
});

test("payments in the months behind their items' numbers", () => {
  const { payments } = detailsOf(
    "服务合同",
    ...paid(
      "100,000",
      "服务期2025年1月1日至2025年12月31日。付款：1.1月支付25,000元；2.4月支付25,000元；3.7月支付25,000元；4.10月支付25,000元。",
    ),
  );
  expect(payments.map((payment) => payment.split(" ")[1]?.slice(5, 7))).toEqual(["01", "04", "07", "10"]);
});
