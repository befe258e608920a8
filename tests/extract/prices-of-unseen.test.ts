import { describe, expect, test } from "vitest";
import { detailsOf, outlineOf } from "../support/outline.ts";

/** Prices and terms in wordings that agreements by authors who saw nothing showed. */
describe("sums of agreements before this one", () => {
  test.each([
    "双方2024年5月20日所签保安服务合同（服务期2024年6月1日至2025年5月31日，全年费用1,116,000元）即将到期。",
    "上一订阅期订阅总额为1,116,000元，仅供参考。",
    "2024年度双方服务协议（总价1,116,000元）项下结余已退还。",
  ])("are no price of it: %s", (before) => {
    const { totals, findings } = outlineOf(
      "续签协议",
      before,
      "一、期限：2025年6月1日至2026年5月31日，12个月。",
      "二、费用",
      "续签年度费用合计1,152,000元（大写：壹佰壹拾伍万贰仟元整）。",
    );
    expect({ totals, findings }).toEqual({ totals: ["original 总1152000 大写1152000"], findings: [] });
  });

  test("stand beside a list that is compared with them", () => {
    const { lines } = outlineOf(
      "审计约定书",
      "一、收费：甲公司118,000元，乙公司72,500元。审计费总计190,500元，较2024年度审计费189,000元略有增加。",
    );
    expect(lines).toEqual(["甲公司 118000", "乙公司 72500"]);
  });
});

test("an amendment before this one leaves the price to the last change", () => {
  const { totals } = outlineOf(
    "补充协议（二）",
    "一、原合同总价1,150,000元，经补充协议（一）变更为1,237,500元，现再次变更为1,195,200元（大写：壹佰壹拾玖万伍仟贰佰元整）。",
  );
  expect(totals).toEqual(["original 总1150000", "amended 总1195200 大写1195200"]);
});

describe("the term", () => {
  test.each([
    ["三、工期", "2025年11月3日进场，2025年11月17日装好。", "2025-11-03..2025-11-17"],
    ["三、其他", "运输起止：2025年11月3日开始装运，2025年12月20日前全部入库。", "2025-11-03..2025-12-20"],
    ["三、服务", "计费起始日为2026年9月1日，服务期12个月，至2027年8月31日止。", "2026-09-01..2027-08-31"],
  ])("is told by %s %s", (heading, text, term) => {
    expect(detailsOf("服务合同", "一、合同总价42,000元。", heading, text).term).toBe(term);
  });

  test("is the one renewed, and not the one that ends", () => {
    const { term } = detailsOf(
      "续签协议",
      "双方2024年5月20日所签保安服务合同（服务期2024年6月1日至2025年5月31日）即将到期。",
      "一、续签期限",
      "2025年6月1日至2026年5月31日，12个月。",
    );
    expect(term).toBe("2025-06-01..2026-05-31");
  });

  test("is the one it was cut short to", () => {
    const { term } = detailsOf(
      "补充协议",
      "一、原定服务期2023年8月1日至2025年7月31日（24个月）缩短，新的服务期为2023年8月1日至2024年12月31日，即17个月。",
      "二、原合同价720,000元变更为510,000元。",
    );
    expect(term).toBe("2023-08-01..2024-12-31");
  });
});

describe("tables of prices", () => {
  test("may tell a group's 小计 above its items", () => {
    const rows = (first: string): ReturnType<typeof outlineOf> =>
      outlineOf(
        "保险合同",
        "一、保险费如下：",
        [
          "险种|保险金额（万元）|保险费（元）",
          `（一）财产险小计||${first}`,
          "1. 厂房|12,000|54,000.00",
          "2. 设备|8,600|51,600.00",
          "（二）机器险小计||61,700.00",
          "1. 生产线|6,400|51,200.00",
          "2. 公用设备|1,500|10,500.00",
          "保险费合计||167,300.00",
        ].join("\n"),
      );
    expect(rows("105,600.00")).toMatchObject({
      lines: [
        "财产险小计 105600",
        "厂房 < 财产险小计 54000",
        "设备 < 财产险小计 51600",
        "机器险小计 61700",
        "生产线 < 机器险小计 51200",
        "公用设备 < 机器险小计 10500",
      ],
      findings: [],
      problems: [],
    });
    expect(rows("106,500.00").findings).toContain("subtotal-equals-sum 财产险小计");
  });

  test("may add up groups before the tax by their numbers", () => {
    const read = outlineOf(
      "分包合同",
      "一、价格",
      [
        "编号|分部分项|金额（元）",
        "一|给排水工程|886,000",
        "1.1|给水系统|486,500",
        "1.2|排水系统|399,500",
        "二|电气工程|1,114,000",
        "2.1|变配电|700,300",
        "2.2|照明|413,700",
        "三|不含税价（一+二）|2,000,000",
        "四|增值税（9%）|180,000",
        "五|含税合计（三+四）|2,180,000",
      ].join("\n"),
    );
    expect(read).toMatchObject({ totals: ["original 总2180000"], findings: [], problems: [] });
  });

  test("of what changed may hold counts and days beside the price", () => {
    const { lines, findings } = outlineOf(
      "补充协议",
      "一、原合同价720,000元，变更为510,000元，减少210,000元。",
      [
        "条目|原约定|现约定",
        "服务终止日|2025年7月31日|2024年12月31日",
        "服务月数|24|17",
        "合同价（元）|720,000|510,000",
        "驻点社工（人）|3|3",
      ].join("\n"),
    );
    expect({ lines, findings }).toEqual({ lines: [], findings: [] });
  });

  test("of what is insured are no prices", () => {
    const { totals, lines } = outlineOf(
      "保险合同",
      "一、保障",
      ["保障项目|保险金额（元）", "意外身故|300,000", "意外医疗|30,000"].join("\n"),
      "二、保险费总计人民币13,760.00元。",
    );
    expect({ totals, lines }).toEqual({ totals: ["original 总13760"], lines: [] });
  });
});

describe("lists of prices in words", () => {
  test("may be opened by words with a bracket, behind the price without tax", () => {
    const { lines } = outlineOf(
      "物业合同",
      "1. 两年服务费合计人民币2,695,200元，其中不含税金额2,542,641.51元，税额152,558.49元。",
      "2. 费用组成（两年）：",
      "——人员工资：2,352,000.00元；",
      "——保洁耗材：343,200.00元。",
    );
    expect(lines).toEqual(["人员工资 2352000", "保洁耗材 343200"]);
  });

  test("may tell a price of one without its count", () => {
    const { lines } = outlineOf(
      "培训合同",
      "1、综合培训费144,000元；",
      "2、教材资料费每人85元，计5,100元；",
      "3、平台使用费3,400元。",
      "以上三项总计152,500元，大写壹拾伍万贰仟伍佰元整。",
    );
    expect(lines).toEqual(["综合培训费 144000", "教材资料费 5100", "平台使用费 3400"]);
  });

  test("may tell a line's rate of the whole behind them", () => {
    const findings = (rate: string): string[] =>
      outlineOf(
        "评估合同",
        `合同总价168,000元整（大写壹拾陆万捌仟元整），构成为：人员薪酬151,200元，管理费16,800元。管理费按合同总价的${rate}计提。`,
      ).findings;
    expect(findings("10%")).toEqual([]);
    expect(findings("12%")).toEqual(["percent-of-total 管理费"]);
  });

  test("may be followed by the total's 大写 in a sentence of its own", () => {
    const { totals } = outlineOf(
      "用车合同",
      "车费：每月19,600元，10个月合计196,000元。大写：壹拾玖万陆仟元整。",
    );
    expect(totals).toEqual(["original 总196000 大写196000"]);
  });
});

describe("tables of prices, further", () => {
  test("may tell them without tax alone, and the tax in a row of its own", () => {
    const { totals, lines, problems } = outlineOf(
      "设备买卖合同",
      "一、设备清单",
      [
        "名称|规格|数量|不含税单价|不含税金额",
        "四柱液压机|YQ32|1台|248,000.00|248,000.00",
        "数控送料机|NCF|2台|36,500.00|73,000.00",
        "不含税合计||||321,000.00",
        "增值税（13%）||||41,730.00",
        "价税合计||||362,730.00",
      ].join("\n"),
    );
    expect(totals).toEqual(["original 总362730"]);
    expect(lines).toContain("增值税（13%） 41730");
    expect(lines.filter((line) => /液压机|送料机/.test(line))).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test("may be reckoned by sessions, which are no instalments", () => {
    const read = detailsOf(
      "培训合同",
      "一、费用",
      [
        "期次|费用项目|计算方式|金额（元）",
        "第一期|住宿费|62人×5天×180元|55,800",
        "第一期|师资费|9场×3,000元|27,000",
        "第一期小计|||82,800",
        "第二期|住宿费|58人×4天×180元|41,760",
        "第二期|师资费|7场×3,000元|21,000",
        "第二期小计|||62,760",
        "合计|||145,560",
      ].join("\n"),
    );
    expect(read.payments).toEqual([]);
    expect(read.totals).toEqual(["original 总145560"]);
    expect(read.lines).toContain("住宿费 < 第二期 41760");
  });

  test("may go by one count that the text tells", () => {
    const rent = (second: string): ReturnType<typeof outlineOf> =>
      outlineOf(
        "仓库租赁合同",
        "一、计租面积6,200平方米，租金如下：",
        [
          "计租年度|单价（元/㎡/月）|年租金（元）",
          "第一年|26.00|1,934,400.00",
          `第二年|27.30|${second}`,
          "第三年|28.60|2,127,840.00",
          "合计||6,093,360.00",
        ].join("\n"),
      );
    expect(rent("2,031,120.00")).toMatchObject({ findings: [], problems: [] });
    expect(rent("2,013,120.00").findings).toContain("quantity-times-price 第二年");
  });

  test("of what each paper made of the price are no list of it", () => {
    const { lines } = outlineOf(
      "补充协议（二）",
      [
        "文件|签订日期|增减（元）|执行后总价（元）",
        "《康复服务合同》|2024-01-05|—|1,150,000",
        "《补充协议（一）》|2024-05-22|增加87,500|1,237,500",
        "本补充协议（二）|2024-11-11|减少42,300|1,195,200",
      ].join("\n"),
      "一、合同总价由1,237,500元变更为1,195,200元。",
    );
    expect(lines).toEqual([]);
  });
});

test("a total told again by its name is told where a digit differs, however round it is", () => {
  const { problems } = outlineOf(
    "审计约定书",
    "一、审计服务费总额为人民币叁拾伍万捌仟元整（358,000元）。",
    "二、违约责任",
    "累计赔偿以审计服务费总额35.6万元的两倍为限。",
  );
  expect(problems).toEqual([expect.stringContaining("只差一处笔误")]);
});
