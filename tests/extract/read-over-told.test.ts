import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// What a read-over found: figures that mends passed over in silence, and sound papers that they blamed.

const isSilent = (...parts: string[]): boolean => {
  const { findings, problems } = outlineOf("服务合同", ...parts);
  return findings.length + problems.length === 0;
};

describe("a sum under a price's heading is no total", () => {
  test.each([
    ["by the year", "二、合同价款", "人民币100,000元（大写：壹拾万元整）/年，共三年。"],
    ["of one", "一、合同价格", "人民币1,200元（大写：壹仟贰佰元整）每台，共采购100台。"],
    ["that grows", "二、租赁费用", "人民币100,000元（大写：壹拾万元整），每年递增5%。"],
    ["that is a deposit", "一、价款与定金", "人民币50,000元（大写：伍万元整）于签约日交付作为定金。"],
  ])("%s", (_, heading, text) => {
    expect(outlineOf("服务合同", heading, text).totals).toEqual([]);
    expect(isSilent(heading, text)).toBe(false);
  });
});

test("a bound under a price's heading is no total", () => {
  const text = "人民币50,000元（大写：伍万元整）以下的变更不调整总价。";
  expect(outlineOf("施工合同", "一、工程造价", text).totals).toEqual([]);
});

test("the amendment at hand is no former one, and what it changes stays judged", () => {
  expect(
    isSilent(
      "双方于2024年5月签订《物业合同》，合同总价300,000元，其中服务费200,000元，设备费120,000元。",
      "双方就此签订第一次补充协议，将合同总价由300,000元变更为500,000元。",
      "一、变更后的合同总价500,000元，其中服务费200,000元，设备费300,000元。",
    ),
  ).toBe(false);
});

describe("money called so by a mere word is told", () => {
  const PAID = "二、付款方式：一次性支付700,000元。";

  test.each([
    ["一、合同价款", "合同总价700,000元。", "经财政审定，按815,000元计付。"],
    ["一、合同价款", "合同总价700,000元，含预算内815,000元。"],
    [
      "一、合同价款",
      "合同总价700,000元。",
      "含财政保洁服务500,000元，含财政绿化服务315,000元，含上述两项815,000元。",
    ],
    ["一、合同价款", "合同总价700,000元。含首批450,000元，剩余部分150,000元、后续剩余300,000元。"],
  ])("%s %s", (...parts) => {
    expect(isSilent(...parts, PAID)).toBe(false);
  });
});

describe("rows that are part of the one above", () => {
  test.each([
    ["two of them", "电脑|50\n其中：笔记本|20\n台式机|30\n打印机|10\n合计|90", false],
    ["two of them, right", "电脑|50\n其中：笔记本|20\n台式机|30\n打印机|10\n合计|60", true],
    ["what is within", "电脑|50\n内含软件包|20\n打印机|10\n扫描仪|5\n合计|50", false],
  ])("%s", (_, rows, isRight) => {
    expect(isSilent("一、采购清单", `名称|数量\n${rows}`)).toBe(isRight);
  });
});

describe("months behind a term's days that are of a part of it", () => {
  test.each([
    "自2025年1月1日至2025年12月31日，驻场服务6个月，共计12个月。",
    "自2025年1月1日至2025年12月31日（可续签两年）。",
    "自2025年1月1日至2025年12月31日，可延长6个月。",
    "自2025年1月1日装修至2025年3月31日止。自2025年1月1日至2027年12月31日，共36个月。",
  ])("blame nobody: %s", (text) => {
    expect(outlineOf("服务合同", `一、服务期限：${text}`).findings).toEqual([]);
  });
});

describe("payments beside what is not paid", () => {
  test.each([
    "合同签订后一次性支付700,000元，除此之外甲方不再向乙方支付其他费用。",
    "验收后支付700,000元，逾期付款的不向乙方支付利息。",
  ])("are payments: %s", (text) => {
    expect(isSilent("一、合同总价700,000元。", `二、付款方式：${text}`)).toBe(true);
  });
});

test("a fine in digits before a bound in words is not one sum told twice", () => {
  expect(isSilent("一、合同总价700,000元。", "二、违约责任", "违约金每次500元，贰仟元以上的另行追责。")).toBe(
    true,
  );
});

test("a line that ends in a count is torn, though somebody is to be contacted in it", () => {
  const { problems } = outlineOf(
    "服务合同",
    "一、合同总价500,000元，由甲方于全部服务验收合格以后一次性支付，付款以前乙方开具等额的发票。",
    "三、经双方联系确认，本合同经双方联系后现场核验并由乙方报数量共计120000",
    "四、其他事项由双方另行协商确定。",
  );
  expect(problems.join()).toContain("语句在此处中断");
});
