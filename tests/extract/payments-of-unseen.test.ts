import { describe, expect, test } from "vitest";
import { type Details, detailsOf } from "../support/outline.ts";

/** Payments in wordings that agreements by authors who saw nothing showed; what each must give follows from its text. */
describe("a list of payments whose items name no paying", () => {
  const LISTS = [
    {
      items: ["第一次，本合同签订后五日内，279,000元；", "第二次，首批6,000吨到库后，621,000元。"],
      payments: ["279000", "621000"],
    },
    {
      items: ["首期：本合同签订后五日内，31%，279,000元；", "末期：移库验收后十日内，69%，621,000元。"],
      payments: ["279000 31%", "621000 69%"],
    },
    {
      items: ["首付款：合同签订后五日内，31%，279,000元；", "到货款：验收后十五日内，69%，621,000元。"],
      payments: ["279000 31%", "621000 69%"],
    },
  ];

  test.each(LISTS)("is read by what announces it: $items", ({ items, payments }) => {
    const read = detailsOf(
      "运输合同",
      "一、运杂费共计900,000元，大写玖拾万元整。",
      "二、运杂费分两次付给承运方：",
      ...items,
    );
    expect(read).toMatchObject({ payments, lines: [], findings: [], problems: [] });
  });

  test("is judged by the price", () => {
    const { findings } = detailsOf(
      "运输合同",
      "一、运杂费共计900,000元，大写玖拾万元整。",
      "二、运杂费分两次付给承运方：",
      "第一次，本合同签订后五日内，279,000元；",
      "第二次，首批到库后，612,000元。",
    );
    expect(findings).toEqual(["schedule-equals-total 付款计划"]);
  });
});

test("items that pay a share each are payments, whatever their section is called", () => {
  const { payments } = detailsOf(
    "分包合同",
    "第一节 价款",
    "签约合同价1,000,000元。",
    "第二节 工程款",
    "1）预付款为签约合同价的10%，100,000元，提交保函后支付；",
    "2）预埋完成，支付40%，400,000元；",
    "3）桥架安装完成，支付45%，450,000元；",
    "4）质保金为5%，50,000元，竣工满24个月后付清。",
  );
  expect(payments).toEqual(["100000 10%", "400000 40%", "450000 45%", "50000"]);
});

test("a column that the others make up tells the payments", () => {
  const { payments } = detailsOf(
    "融资租赁合同",
    "一、租金总额为人民币5,540,000元。",
    "二、租金按季支付，各期租金如下：",
    [
      "期次|租金支付日|租金（元）|其中：本金（元）|其中：利息（元）",
      "1|2026年9月14日|2,770,000|2,500,000|270,000",
      "2|2026年12月14日|2,770,000|2,500,000|270,000",
      "合计||5,540,000|5,000,000|540,000",
    ].join("\n"),
  );
  expect(payments).toEqual(["2770000 2026-09..2026-09", "2770000 2026-12..2026-12"]);
});

test("a column of counts tells how often a row is paid", () => {
  const rows = ["第一年|29,000|4|每季开始前10天", "第二年|30,000|4|每季开始前10天"];
  const { payments, findings } = detailsOf(
    "门面租赁合同",
    "一、两年租金合计236,000元。",
    "二、交租办法",
    ["年度|每次交（元）|次数|交租日", ...rows].join("\n"),
  );
  expect({ payments, findings }).toEqual({ payments: ["29000×4", "30000×4"], findings: [] });
});

describe("what is paid each time", () => {
  const paid = (line: string): Details =>
    detailsOf(
      "外包合同",
      "一、服务期限自2026年7月1日起至2027年6月30日止。",
      "二、费用：",
      "1. 运营管理费：每月68,000元，十二个月计816,000元；",
      `2. ${line}`,
      "3. 厨房深度清洁费：26,000元。",
      "以上合计人民币860,000元。",
      "三、付款：",
      "1. 运营管理费按月支付，每月68,000元；",
      "2. 管道清洗费于每次清洗后10日内支付，每次9,000元；",
      "3. 厨房深度清洁费于清洁验收后10日内支付26,000元。",
    );

  test("is paid as often as the price counts it", () => {
    const read = paid("管道清洗费：每半年一次，每次9,000元，两次计18,000元。");
    expect(read).toMatchObject({
      payments: ["68000×12 2026-07..2027-06", "9000×2", "26000"],
      findings: [],
      problems: [],
    });
  });

  test("is told, and the paper not blamed, where nothing counts it", () => {
    const { findings, problems } = paid("管道清洗费：18,000元。");
    expect(findings).toEqual([]);
    expect(problems).toContainEqual(expect.stringContaining("未写明次数"));
  });
});

describe("a rent paid by halves of its years", () => {
  const rent = (second: string): Details =>
    detailsOf(
      "厂房租赁合同",
      "一、租赁期限自2025年5月1日起至2027年4月30日止。",
      "二、租金支付：",
      [
        "付款序号|租金年度|付款日|应付租金（元）",
        "1|第一年上半年|2025年5月10日前|345,600",
        "2|第一年下半年|2025年11月10日前|345,600",
        "3|第二年上半年|2026年5月10日前|362,880",
        "4|第二年下半年|2026年11月10日前|362,880",
      ].join("\n"),
      `两年租金合计人民币1,416,960元。其中第一年691,200元，第二年${second}元。`,
    );

  test("is due on the days told, in no half of the calendar's", () => {
    expect(rent("725,760").payments).toEqual([
      "345600 2025-05..2025-05",
      "345600 2025-11..2025-11",
      "362880 2026-05..2026-05",
      "362880 2026-11..2026-11",
    ]);
  });

  test("bears out the sums of its years, and tells one that it doesn't", () => {
    expect(rent("725,760").problems).toEqual([]);
    expect(rent("752,760").problems).not.toEqual([]);
  });
});

test.each([
  ["乙方付给前面租客的转让费60,000元，跟甲方没有关系。"],
  ["上一保险年度投保人共缴纳保险费60,000元。"],
  ["前一轮承包（2020年至2024年）每年承包金60,000元，已全部交清，与本合同无关。"],
  ["甲方在前序项目（2023年，经费60,000元）中的未付余款已清结。"],
])("what was paid to others or before is no payment: %s", (other) => {
  const { payments, findings } = detailsOf(
    "服务合同",
    "一、合同总价36,000元。",
    "二、付款",
    "1. 签约后10日内支付16,000元；",
    "2. 验收后10日内支付20,000元。",
    other,
  );
  expect({ payments, findings }).toEqual({ payments: ["16000", "20000"], findings: [] });
});

test("a table of rents due is one of payments, and no price", () => {
  const { payments, totals } = detailsOf(
    "店面租赁合同",
    "一、租期自2025年6月1日起至2026年5月31日止，年租金合计133,920.00元。",
    "二、应交租金：",
    ["交款日|应交租金（元）", "2025年5月25日前|66,960.00", "2025年11月25日前|66,960.00"].join("\n"),
  );
  expect(payments).toEqual(["66960 2025-05..2025-05", "66960 2025-11..2025-11"]);
  expect(totals).toEqual(["original 总133920"]);
});

test("a payment announced for days that follow is made on these days", () => {
  const { payments, findings } = detailsOf(
    "续签协议",
    "一、期限：2025年5月1日至2026年4月30日，共12个月。",
    "二、服务费合计46,800元。",
    "三、付款",
    "按季度付，每季度末月25日前付11,700元：",
    "2025年7月25日前11,700元",
    "2025年10月25日前11,700元",
    "2026年1月25日前11,700元",
    "2026年4月25日前11,700元",
  );
  expect(findings).toEqual([]);
  expect(payments).toEqual([
    "11700 2025-07..2025-07",
    "11700 2025-10..2025-10",
    "11700 2026-01..2026-01",
    "11700 2026-04..2026-04",
  ]);
});

test.each([
  [
    "每季度考核合格后15个工作日内，甲方凭乙方开具的增值税发票支付当季服务费人民币427,577.50元，全年共支付4次。",
    "427577.5×4",
  ],
  ["投保人于本协议签订后15日内一次性向保险人交付保险费1,710,310.00元。", "1710310"],
])("is made by whatever paper and word: %s", (words, payment) => {
  const { payments } = detailsOf("协议书", "一、总金额为1,710,310.00元。", "二、付款方式", words);
  expect(payments).toEqual([payment]);
});
