import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

/** Money in wordings that agreements by authors who saw nothing showed; what each must give follows from its text. */
describe("a unit told once for a list", () => {
  const OF_TEN_THOUSANDS = ["二、合同价", "固定总价368万元，构成如下（万元）："];
  const items = (mark: string, first = "126.00"): string[] => [
    `1）货架系统${mark}${first}`,
    `2）堆垛机（4台）${mark}96.80`,
    `3）输送系统${mark}145.20`,
  ];

  test.each(["：", "——", "……"])("is each item's behind %s", (mark) => {
    expect(detailsOf("建设合同", ...OF_TEN_THOUSANDS, ...items(mark))).toMatchObject({
      lines: ["货架系统 1260000", "堆垛机（4台） 968000", "输送系统 1452000"],
      findings: [],
      problems: [],
    });
  });

  test("has its sum judged", () => {
    const { findings } = detailsOf("建设合同", ...OF_TEN_THOUSANDS, ...items("：", "162.00"));
    expect(findings).toEqual(["total-equals-sum 合计"]);
  });

  test("in one sentence", () => {
    const { lines } = detailsOf(
      "建设合同",
      "二、合同价",
      "总价300万元，构成如下（单位：万元）：货架180.00，软件120.00。",
    );
    expect(lines).toEqual(["货架 1800000", "软件 1200000"]);
  });

  test("leaves an item without a figure as it is", () => {
    const { lines, findings } = detailsOf(
      "建设合同",
      "二、合同价",
      "总价3,000,000元，构成如下（单位：元）：",
      "1）货架：1,800,000",
      "2）叉车：甲方自备",
      "3）软件：700,000",
      "4）安装：500,000",
    );
    expect({ lines, findings }).toEqual({
      lines: ["货架 1800000", "软件 700000", "安装 500000"],
      findings: [],
    });
  });
});

describe("a price agreed upon", () => {
  const AGREED = "预算造价578,735.50元。经商定，让利735.50元，按578,000元一次包死，人民币大写：";

  test("goes before what was reckoned", () => {
    expect(detailsOf("维修合同", "一、价款", `${AGREED}伍拾柒万捌仟元整。`)).toMatchObject({
      totals: ["original 总578000 大写578000"],
      findings: [],
      problems: [],
    });
  });

  test("is held against its 大写", () => {
    const { findings } = detailsOf("维修合同", "一、价款", `${AGREED}伍拾捌万柒仟元整。`);
    expect(findings).toEqual(["capitals-equal-digits 合计"]);
  });

  test("is none where each time is paid so", () => {
    const { totals } = detailsOf(
      "养护合同",
      "一、价款",
      "合同总金额90,000元。应急清障每年3次以内不另计费，超出部分每次按8,000元包干。",
    );
    expect(totals).toEqual(["original 总90000"]);
  });
});

describe("the only sum that is written out", () => {
  test("is the price, by whatever name", () => {
    const { totals, problems } = detailsOf(
      "食堂委托合同",
      "三、费用",
      "服务管理费：每月36,500元，全年438,000元（大写：肆拾叁万捌仟元整）。",
      "四、结算",
      "每月18日前委托方支付上月服务管理费36,500元，共12个月。",
    );
    expect({ totals, problems }).toEqual({ totals: ["original 总438000 大写438000"], problems: [] });
  });

  test.each([
    ["by the year", "人民币100,000元（大写：壹拾万元整）/年，共三年。"],
    ["as a deposit", "人民币50,000元（大写：伍万元整）于签约日交付作为定金。"],
  ])("is none %s", (_, text) => {
    expect(detailsOf("服务合同", "一、约定", text).totals).toEqual([]);
  });
});

test("what a table comes to by the month gives way to what is written out for the term", () => {
  const read = detailsOf(
    "保洁服务合同",
    "一、期限：2025年8月1日至2026年7月31日，共12个月。",
    "二、月费用",
    [
      "岗位|人数|月单价|月小计",
      "保洁员|28|3,150|88,200",
      "保安员|12|3,480|41,760",
      "每月合计|40|—|129,960",
    ].join("\n"),
    "三、总费用",
    "每月129,960元，全年1,559,520元，大写人民币壹佰伍拾伍万玖仟伍佰贰拾元整。",
  );
  expect(read).toMatchObject({
    totals: ["original 总1559520 大写1559520 再129960"],
    findings: [],
    problems: [],
  });
});

describe("in an amendment", () => {
  const ADDED = "6个月共312,000元（大写：叁拾壹万贰仟元整）。";

  test("what is added is no total where the whole is told", () => {
    const read = detailsOf(
      "外包合同补充协议",
      "三、延长期服务费",
      ADDED,
      "四、合同金额变更",
      "累计合同金额由684,000元变更为996,000元（大写：玖拾玖万陆仟元整），增加312,000元。",
    );
    expect(read).toMatchObject({
      totals: ["original 总684000", "amended 总996000 大写996000"],
      findings: [],
      problems: [],
    });
  });

  test("payments told in place of the old ones are the new ones", () => {
    const read = detailsOf(
      "补充协议",
      "1. 价款",
      "原合同价款948,000元变更为1,185,300元。",
      "2. 付款安排（替代原合同第6条）",
      "2.1 首期款284,400元，甲方已于2024年9月24日支付；",
      "2.2 试运行之日起7个工作日内支付500,000元；",
      "2.3 终验合格后支付343,000元；",
      "2.4 免费维护期届满无遗留缺陷的，支付57,900元。",
    );
    expect(read).toMatchObject({
      payments: ["284400", "500000", "343000", "57900"],
      findings: [],
      problems: [],
    });
  });
});

describe("payments", () => {
  const year = ["一、期限：2026年1月1日至2028年12月31日。", "二、费用三年共108,000元。"];

  test("on a day of each year are paid once a year, though all is announced by the year", () => {
    const read = detailsOf(
      "顾问合同",
      ...year,
      "三、逐年支付：2026年1月31日前付36,000元，2027年1月31日前付36,000元，2028年1月31日前付36,000元。",
    );
    expect(read.payments.map((each) => each.split(" ")[0])).toEqual(["36000", "36000", "36000"]);
    expect(read.findings).toEqual([]);
  });

  test("by the month end where they are told to", () => {
    const { findings, payments } = detailsOf(
      "班车合同",
      "一、合同期：2025年4月1日至2026年3月31日。",
      "二、费用",
      "每月24,600元，自2025年4月付至2026年2月，共11个月，合计270,600元。",
    );
    expect(payments).toEqual(["24600×11 2025-04..2026-02"]);
    expect(findings).toEqual(["schedule-covers-term 付款计划"]);
  });

  test.each(["", "："])("told by nothing but when and a share, parted by “%s”", (mark) => {
    const { payments } = detailsOf(
      "勘察合同",
      "二、勘察费",
      "固定总价738,000元。",
      "三、费用支付",
      `（1）合同签订后10个工作日内${mark}20%`,
      `（2）提交初勘报告${mark}30%`,
      `（3）提交详勘报告并通过图审${mark}35%`,
      `（4）主体结构封顶${mark}15%`,
    );
    expect(payments).toEqual(["- 20%", "- 30%", "- 35%", "- 15%"]);
  });

  test("in plain words", () => {
    const { payments } = detailsOf(
      "修路协议",
      "二、多少钱",
      "五样加起来一共70,200元（大写：柒万零贰佰元整）。",
      "四、钱怎么给",
      "1. 机器进场那天，给总价的30%，就是21,060元。",
      "2. 路修好，没毛病，给60%，就是42,120元。",
      "3. 剩下10%，就是7,020元，押一年，到期不带利息给清。",
    );
    expect(payments).toEqual(["21060 30%", "42120 60%", "7020 10%"]);
  });

  test("by their days, below how often they are made", () => {
    const { payments, lines } = detailsOf(
      "续租协议",
      "一、租期2024年6月1日到2025年5月31日，租金总额26,400元。",
      "二、半年交一回，提前五天交：",
      "2024年6月1日，13,200元；",
      "2024年12月1日，13,200元。",
    );
    expect({ payments, lines }).toEqual({
      payments: ["13200 2024-06..2024-06", "13200 2024-12..2024-12"],
      lines: [],
    });
  });

  test("told twice are made once", () => {
    const { payments, findings } = detailsOf(
      "外包合同",
      "一、期间：2025年1月1日起，2026年12月31日止。",
      "二、费用：每月应付104,000元，两年总价2,496,000元。",
      "三、结算",
      "按月结算，次月15日前支付104,000元，共24个月。",
    );
    expect(payments).toHaveLength(1);
    expect(payments[0]).toMatch(/^104000×24/);
    expect(findings).toEqual([]);
  });
});

describe("a share told of a line behind the table", () => {
  const shared = (share: string): string[] => [
    "一、价款构成",
    ["项目|金额（元）", "课后托管|28,000", "书画班|44,800", "志愿者补贴|7,200", "合计|80,000"].join("\n"),
    `二、志愿者补贴占合同总价的${share}，须凭签收表列支。`,
  ];

  test("is told where it isn't that", () => {
    expect(detailsOf("服务合同", ...shared("12%")).problems.join()).toContain("占总额的比例不符");
  });

  test("asks for no other shares where it is", () => {
    expect(detailsOf("服务合同", ...shared("9%")).problems).toEqual([]);
  });
});

test("a budget told before a table of prices is no total of it", () => {
  const { totals, findings } = detailsOf(
    "修缮合同",
    "一、本项目采购预算为50,000.00元，报价不得超过预算。",
    "二、价款",
    ["名称|合价（元）", "拆除|3,010.00", "防水|6,496.00", "合同总价|9,506.00"].join("\n"),
  );
  expect({ totals, findings }).toEqual({ totals: ["original 总9506"], findings: [] });
});
