import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// Items of prose with their count and price before the sum, as agreements tell them.

const SOUND = { findings: [], problems: [] };
const HEAD = "合同总金额为人民币200,000元，构成如下：";

describe("priced items", () => {
  test.each([
    ["count, price by the slash, sum", "1、服务器维保：40台，单价3,000元/台，计120,000元；"],
    ["a slash alone", "1、服务器维保：40台，3,000元/台，120,000元；"],
    ["a price for each", "1、服务器维保40台，每台3,000元，小计120,000元；"],
    ["the price first", "1、服务器维保每台3,000元，40台计120,000元；"],
    ["what it is like between", "1、服务器维保，含备件，数量40台，单价3,000元，金额120,000元；"],
    ["of an expected count", "1、服务器维保，预计40台，每台3,000元，计120,000元；"],
    ["in words", "1、服务器维保：四十台，单价3,000元/台，计120,000元；"],
  ])("%s", (_, item) => {
    expect(outlineOf("维保合同", HEAD, item, "2、备品备件：80,000元。")).toMatchObject({
      ...SOUND,
      lines: ["服务器维保 120000", "备品备件 80000"],
    });
  });

  test("by the month for a year", () => {
    expect(
      outlineOf("保洁合同", HEAD, "1、保洁员4人，2,500元/人·月，全年120,000元；", "2、耗材：80,000元。"),
    ).toMatchObject({ ...SOUND, lines: ["保洁员 120000", "耗材 80000"] });
  });

  test("one that doesn't come out is told", () => {
    expect(
      outlineOf(
        "维保合同",
        HEAD,
        "1、服务器维保：41台，单价3,000元/台，计120,000元；",
        "2、备品备件：80,000元。",
      ),
    ).toMatchObject({ findings: ["quantity-times-price 服务器维保"] });
  });

  test("a rate for what is done besides is no line", () => {
    expect(
      outlineOf(
        "监测合同",
        HEAD,
        "1、废水监测：12次，10,000元/次，120,000元；",
        "2、报告编制：80,000元。",
        "加测按以下单价另行结算：废水2,100元/点次，噪声300元/点次。加测费用不包含在合同总金额内。",
      ),
    ).toMatchObject({ ...SOUND, lines: ["废水监测 120000", "报告编制 80000"] });
  });
});

describe("subtotals amid a list", () => {
  const list = (subtotal: string) =>
    outlineOf(
      "保洁合同",
      "二、人员配置及费用",
      `1. 保洁员费用100,000元，主管费用20,000元。以上人员费用合计${subtotal}元。`,
      "2. 耗材费50,000元。",
      "3. 综上，年度服务费总额为170,000元（大写：壹拾柒万元整）。",
    );

  test("one that comes out is no total", () => {
    expect(list("120,000")).toMatchObject({
      ...SOUND,
      totals: ["original 总170000 大写170000"],
      lines: ["保洁员费用 100000", "主管费用 20000", "耗材费 50000"],
    });
  });

  test("one that doesn't is told, and the total stands", () => {
    const told = list("130,000");
    expect(told.totals).toEqual(["original 总170000 大写170000"]);
    expect([...told.problems, ...told.findings].length).toBeGreaterThan(0);
  });
});

test("the total said again in a clause of penalties is compared", () => {
  const read = (again: string) =>
    outlineOf(
      "监测合同",
      "合同总金额为人民币436,800元（大写：肆拾叁万陆仟捌佰元整）。",
      "八、违约责任",
      `8.1 受托人出具虚假数据的，按合同总金额（${again}元）的30%支付违约金。`,
    ).findings;
  expect(read("436,800")).toEqual([]);
  expect(read("438,600")).toEqual(["restated-total-agrees 合计"]);
});

describe("which number is the count", () => {
  const total = (sum: string) => `合计${sum}元。`;
  test.each([
    [
      "pages, cores and girths are none",
      [
        "宣传册，大16开，48页，单价12元，5,000册，计60,000元；服务器，8核，单价35,000元/台，4台，小计140,000元；香樟，胸径12厘米，单价800元，50株，计40,000元。",
        total("240,000"),
      ],
      ["宣传册 60000", "服务器 140000", "香樟 40000"],
    ],
    [
      "nor numerals of a name",
      [
        "三年级教材，单价15元，300册，计4,500元；A4复印纸，单价25元/包，200包，计5,000元；65寸显示屏，单价4,500元/台，8台，计36,000元。",
        total("45,500"),
      ],
      ["三年级教材 4500", "A4复印纸 5000", "65寸显示屏 36000"],
    ],
    [
      "two counts, or a span of time, are both taken",
      [
        "午餐每人25元，200人，20天，计100,000元；讲解员4名，每名每天500元，3天，计6,000元；演员10名，每名每场800元，3场，计24,000元。",
        total("130,000"),
      ],
      ["午餐 100000", "讲解员 6000", "演员 24000"],
    ],
  ])("%s", (_, parts, lines) => {
    expect(outlineOf("购销合同", ...parts)).toMatchObject({ ...SOUND, lines });
  });

  test.each([
    [
      "months",
      "保安服务费每月25,000元，12个月，计310,000元；保洁服务费每月10,000元，12个月，计120,000元。合计430,000元。",
    ],
    [
      "years",
      "场地费每年50,000元，共4年，计230,000元；网络费每年10,000元，共4年，计40,000元。合计270,000元。",
    ],
    [
      "persons and days",
      "午餐每人25元，200人，20天，计110,000元；早餐每人10元，200人，20天，计40,000元。合计150,000元。",
    ],
  ])("%s that don't come out are told", (_, text) => {
    const { findings, problems } = outlineOf("服务合同", text);
    expect([...findings, ...problems]).not.toEqual([]);
  });

  test("twelve months of pay in a term of six are told", () => {
    expect(
      outlineOf(
        "保洁合同",
        "服务期自2025年7月1日至2025年12月31日，共6个月。",
        "保洁员4人，每人每月3,000元，计144,000元；保安员2人，每人每月4,000元，计48,000元。合计192,000元。",
      ).findings,
    ).toEqual(["quantity-times-price 保洁员"]);
  });
});

test.each([
  "乙方应退还未履行部分的合同价款（120,000元）。",
  "甲方已支付的合同价款（120,000元）不予退还。",
  "按当月合同金额（10,000元）的20%支付违约金。",
])("%s is not the whole said again", (sentence) => {
  expect(
    outlineOf("服务合同", "本合同总金额为人民币480,000元（大写：肆拾捌万元整）。", "三、违约责任", sentence)
      .findings,
  ).toEqual([]);
});

test("what isn't in the price says nothing of what stands behind it", () => {
  expect(
    outlineOf(
      "服务合同",
      "现场差旅费由甲方据实报销，不包含在合同总价内。技术服务费30,000元，培训费20,000元，合计50,000元。",
    ),
  ).toMatchObject({ ...SOUND, lines: ["技术服务费 30000", "培训费 20000"] });
});
