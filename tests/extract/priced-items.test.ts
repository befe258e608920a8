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
