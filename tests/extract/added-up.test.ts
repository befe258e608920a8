import { describe, expect, test } from "vitest";
import { detailsOf, outlineOf } from "../support/outline.ts";

describe("a price that words add up", () => {
  const HEAD = ["供货合同", "货款134,280元，加上运费7,800元，共142,080元。"];

  test("is what all come to, not what stands first", () => {
    expect(outlineOf(...HEAD, "大写 壹拾肆万贰仟零捌拾元整。")).toMatchObject({
      totals: ["original 总142080 大写142080"],
      lines: ["货款 134280", "运费 7800"],
      findings: [],
      problems: [],
    });
  });

  test("and doesn't come out: it is said", () => {
    const wrong = "货款134,280元，加上运费7,800元，共142,800元。";
    expect(outlineOf("供货合同", wrong).findings).toEqual(["total-equals-sum 合计"]);
  });

  test("of which a table lists the first: neither takes the other's place", () => {
    const table = [
      "类别|码洋（元）|折扣|实洋（元）",
      "文学|62,400|72%|44,928",
      "少儿|22,000|72%|15,840",
      "合计|84,400|72%|60,768",
    ];
    const added = "实洋60,768元，加上加工费7,800元，共68,568元。";
    const paid = ["二、付款", "1. 到馆后付70%，47,997.60元", "2. 上架后付30%，20,570.40元"];
    const read = outlineOf("供书合同", "一、书目", table.join("\n"), added, ...paid);
    expect(read.totals).toEqual(["original 总60768", "original 总68568"]);
    expect(read).toMatchObject({ findings: [], problems: [] });
  });
});

test("two payments that are both the shares of another sum aren't blamed for it", () => {
  const paid = ["二、付款", "1. 到馆后付70%，99,456元", "2. 上架后付25%，35,520元", "3. 一年后付7,104元"];
  expect(outlineOf("供书合同", "一、合同总价134,280元。", ...paid).findings).not.toContain(
    "instalment-percent-of-total 第1期",
  );
});

test("several rounds of what is added make the new price", () => {
  const told = "原合同价120,000元，第一次增加20,000元，第二次增加15,000元，合同总价合计155,000元。";
  expect(outlineOf("补充协议", told)).toMatchObject({
    totals: ["original 总120000", "amended 总155000"],
    findings: [],
    problems: [],
  });
});

describe("a table whose columns are months", () => {
  const rows = ["路段|1月|2月|3月|合计", "人民路|3000|3000|3200|9200", "解放路|2500|2500|2500|7500"];
  const read = (last: string) =>
    outlineOf("清扫合同", "二、各路段清扫费用如下（单位：元）：", [...rows, last].join("\n"));

  test("is a price by its rows", () => {
    expect(read("合计|5500|5500|5700|16700")).toMatchObject({
      totals: ["original 总16700"],
      lines: ["人民路 9200", "解放路 7500"],
      findings: [],
      problems: [],
    });
  });

  test("and its sum is checked", () => {
    expect(read("合计|5500|5500|5700|16900").findings).toContain("total-equals-sum 合计");
  });
});

test.each([
  ["承包五年，2025年1月1日到2029年12月31日，合60个月。", "2025-01-01..2029-12-31"],
  ["日期：2025年9月15日动工，2025年10月25日做完。", "2025-09-15..2025-10-25"],
])("the time it runs: %s", (words, term) => {
  expect(detailsOf("承包合同", "一、价款12,000元。", `二、${words}`).term).toBe(term);
});

test("a fee reckoned by grades: the base is no amount, and what is by the month comes out over the term", () => {
  const rows = [
    "计费内容|计费基数（万元）|费率或单价|金额（万元）",
    "1000万元以内部分|1000|0.40%|4.00",
    "1000万元以上部分|2000|0.30%|6.00",
    "驻场费|6个月|0.60万元/月|3.60",
    "合计|||13.60",
  ];
  const term = "二、咨询期限：2025年10月8日至2026年4月7日。";
  expect(outlineOf("咨询合同", "一、酬金计算如下：", rows.join("\n"), term)).toMatchObject({
    lines: ["1000万元以内部分 40000", "1000万元以上部分 60000", "驻场费 36000"],
    findings: [],
    problems: [],
  });
});

test("books by their list price: a count of what is done to all of them is told, not blamed", () => {
  const rows = [
    "类别|册数|码洋（元）|折扣率|实洋（元）",
    "社科图书|2,400|168,000|72%|120,960",
    "外文图书|260|98,000|90%|88,200",
    "加工费|2,660|—|每册2.5元|6,650",
    "合计|2,660|266,000||215,810",
  ];
  const whole = "合同总额为人民币215,810元，码洋总额266,000元仅作为计算依据。";
  expect(outlineOf("供书合同", "一、书目如下：", rows.join("\n"), whole)).toMatchObject({
    lines: ["社科图书 120960", "外文图书 88200", "加工费 6650"],
    findings: [],
    problems: [expect.stringContaining("算得 5320，写作 2660")],
  });
});
