import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

// Payments that are told twice, as a rate and as what is due, or as a rest and its parts; each paper is sound.
const paid = (price: string, ...texts: string[]): ReturnType<typeof detailsOf> =>
  detailsOf("服务合同", "一、合同价款", price, "二、付款方式", ...texts);

test.each([
  [
    "a rest before its numbered parts",
    "合同总价600,000元。",
    [
      "签订合同后支付240,000元；剩余360,000元，按下列办法支付：",
      "（1）初验后支付180,000元；",
      "（2）终验后支付180,000元。",
    ],
    ["240000", "180000", "180000"],
  ],
  [
    "all, and again the first and the others",
    "合同总价1,353,000元。",
    ["服务费分六个季度支付，每季217,500元；因首季含启动费，首季支付265,500元，其余五季每季支付217,500元。"],
    ["265500", "217500×5"],
  ],
  [
    "when the first of them is due",
    "合同总价480,000元。",
    ["每月5日前支付20,000元，共24期。第一期租金于合同签订后三日内支付。"],
    ["20000×24"],
  ],
  [
    "a rest of which something is kept back",
    "合同总价200,000元。",
    ["1. 签约后支付100,000元；", "2. 验收后付清余款，其中10,000元留作质保金，一年后支付。"],
    ["100000", "-", "10000"],
  ],
  [
    "a share that is kept back as an item of its own",
    "合同总价330,000元。",
    [
      "1. 进场后7日内付30%，99,000元。",
      "2. 完工后付67%，221,100元。",
      "3. 留3%作质保金，9,900元，质保期两年满后付还。",
    ],
    ["99000 30%", "221100 67%", "9900 3%"],
  ],
])("%s", (_, price, texts, payments) => {
  const read = paid(price, ...texts);
  expect({ payments: read.payments, findings: read.findings, problems: read.problems }).toEqual({
    payments,
    findings: [],
    problems: [],
  });
});

test("of several rates that come to the price the one least often is paid", () => {
  const { payments, findings } = detailsOf(
    "物业服务合同",
    "物业费按建筑面积计收，每月8,960元，全年107,520元，按季度支付，每季度26,880元。",
  );
  expect({ payments, findings }).toEqual({ payments: ["26880×4"], findings: [] });
});

describe("what is no payment", () => {
  test.each([
    "原三年费用1,296,000元已全部付清，与本期无涉。双方合同于2024年6月30日到期，原三年费用1,296,000元已全部付清。",
    "上一供暖期欠费12,750元，用热单位已于2024年6月付清。",
    "每少一人扣800元。",
    "甲方信用额度100,000元，超出部分款到发货。",
    "本合同自盖章之日起生效，至付清余款之日终止。",
  ])("%s", (text) => {
    const { payments, findings } = paid("合同总价300,000元。", "签约后支付300,000元。", text);
    expect({ payments, findings }).toEqual({ payments: ["300000"], findings: [] });
  });

  test.each([
    "质保期满后，原质保金30,000元在质量问题已结清后支付。",
    "到期付清余款30,000元，合同终止。",
    "上一期款项30,000元在乙方已全部交清资料后支付。",
  ])("but %s", (text) => {
    const { payments, findings } = paid("合同总价300,000元。", "签约后支付270,000元。", text);
    expect({ payments, findings }).toEqual({ payments: ["270000", "30000"], findings: [] });
  });
});

test("三个月为一季度 is no first quarter, and 其余三季 no third", () => {
  const { payments } = paid(
    "合同总价600,000元。",
    "首季支付150,000元，其余三季每季支付150,000元（每三个月为一季度）。",
  );
  expect(payments).toEqual(["150000", "150000×3"]);
});
