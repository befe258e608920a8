import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

// What a second reader's cases showed of rules that took more for a price, a payment or a term than is one.

describe("a sum that is agreed for a part is no total", () => {
  test.each([
    ["服务费：总价102,000元，差旅费由乙方以12,000元包干，含在总价中。", "102000"],
    ["合同总价850,000元。若遇岩石，石方爆破按80,000元包干另计。", "850000"],
    ["合同总价420,000元。材料检测费按20,000元包干，含在总价内。", "420000"],
    ["土建部分按300,000元包死，安装部分按120,000元包死，合同总价420,000元。", "420000"],
  ])("%s", (text, total) => {
    const { totals, findings } = detailsOf("工程合同", "一、合同价款", text);
    expect({ totals, findings }).toEqual({ totals: [`original 总${total}`], findings: [] });
  });
});

describe("a sum that is written out for something else takes no total's place", () => {
  test.each([
    "乙方投保第三者责任险，保额1,200,000元（大写：壹佰贰拾万元整）。",
    "乙方向银行贷款1,200,000元（大写：壹佰贰拾万元整），与甲方无关。",
    "流动备用金200,000元（大写：贰拾万元整），期末交回。",
    "乙方注册资金600,000元（大写：陆拾万元整）。",
  ])("%s", (text) => {
    const { totals } = detailsOf(
      "服务合同",
      "一、服务期2025年1月1日至2025年12月31日。",
      "二、合同总价100,000元。",
      `三、其他约定：${text}`,
    );
    expect(totals).toEqual(["original 总100000"]);
  });

  test.each([
    "费用按实结算，每吨320元。乙方缴存风险金50,000元（大写：伍万元整），合同期满无息退还。",
    "合作期内乙方交诚信金30,000元（大写：叁万元整），期满无违约退还。",
    "乙方上年度欠甲方45,000元（大写：肆万伍仟元整）。",
  ])("nor is it the price: %s", (text) => {
    expect(detailsOf("合作协议", "一、约定", text).totals).toEqual([]);
  });
});

describe("shares of a section are payments only where all of it is such", () => {
  const read = (...items: string[]): ReturnType<typeof detailsOf> =>
    detailsOf("采购合同", "一、合同总价100,000元。", "二、付款方式", ...items);

  test("and no rest is left to the words", () => {
    expect(read("1、签约30%", "2、验收60%", "3、剩余款项质保期满付清").findings).toEqual([]);
  });

  test("what is done is a moment", () => {
    const { payments, findings } = read(
      "1、基础完成20%",
      "2、主体封顶50%",
      "3、竣工验收20%",
      "4、质保期满10%",
    );
    expect({ payments, findings }).toEqual({ payments: ["- 20%", "- 50%", "- 20%", "- 10%"], findings: [] });
  });

  test("and none are grades", () => {
    const { payments } = read("1、考核得分80分以上：100%", "2、得分60至80分：90%", "3、得分60分以下：70%");
    expect(payments).toEqual([]);
  });
});

describe("payments that say the same are two", () => {
  test.each([
    ["甲方每月付保洁费4,000元，共12个月；甲方每月付绿化费4,000元，共12个月。", "48,000"],
    ["每季度付10,000元，共4次；另每季度付管理费10,000元，共4次。", "40,000"],
  ])("where each is another's: %s", (text, total) => {
    const { findings, problems } = detailsOf("服务合同", `一、合同总价${total}元。`, "二、付款", text);
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

describe("a term stays the one called so", () => {
  const TERM = "2025-01-01..2025-12-31";
  test.each([
    "二、资料：2025年1月5日开始收集，2025年3月5日提交，2个月。",
    "二、装修：2025年1月1日进场，2025年3月31日完成装修，共3个月。",
    "二、布展时间2025年4月28日至30日。",
  ])("beside %s", (text) => {
    expect(detailsOf("服务合同", "一、服务期自2025年1月1日至2025年12月31日。", text).term).toBe(TERM);
  });

  test("and payments' spans make none", () => {
    const text =
      "二、付款：第一期2025年1月1日至2025年6月30日付60,000元，第二期2025年7月1日至2025年12月31日付60,000元。";
    expect(detailsOf("服务合同", "一、合同总价120,000元。", text).term).toBeNull();
  });
});

describe("a list whose unit is told above it stays unread", () => {
  const read = (...lines: string[]): string[] =>
    detailsOf("服务合同", ...lines, "二、付款：签约付96,800元。").findings;

  test("where one item isn't read whole", () => {
    expect(
      read(
        "一、合同总价96,800元，其中（单位：元）：",
        "1.展台搭建：46,800",
        "2.音响租赁：20,000",
        "3.礼仪：30,000（4人）",
      ),
    ).toEqual([]);
  });

  test("where it tells what one costs", () => {
    expect(read("一、合同总价96,800元。岗位月薪（元）：", "班长：5,200", "保安：4,600")).toEqual([]);
  });
});

test("days below costs keep their sums told", () => {
  const { problems } = detailsOf(
    "活动合同",
    "一、活动经费总额60,000元，各场费用：",
    "2025年1月1日，20,000元",
    "2025年5月1日，20,000元",
    "2025年9月1日，25,000元",
  );
  expect(problems).not.toEqual([]);
});
