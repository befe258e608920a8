import { describe, expect, test } from "vitest";
import { detailsOf, outlineOf } from "../support/outline.ts";

const SOUND = { findings: [], problems: [] };

describe("what a year's sum and that of all years are", () => {
  test.each([
    ["年租金12,000元，五年租金共60,000元。", "60000"],
    ["年承包费8,000元，十年承包费80,000元。", "80000"],
    ["租金每月3,000元，全年36,000元，三年108,000元。", "108000"],
    ["租金：年租金12,000元，租金五年一共60,000元。", "60000"],
  ])("%s", (said, whole) => {
    expect(outlineOf("租赁合同", `一、${said}`)).toMatchObject({ totals: [`original 总${whole}`], ...SOUND });
  });

  test("sums of years that a year's doesn't come to are told", () => {
    const { totals, problems } = outlineOf("租赁合同", "一、租金每月3,000元，全年36,000元，三年110,000元。");
    expect(totals).toEqual([]);
    expect(problems).toContainEqual(expect.stringContaining("三年110,000元"));
  });

  test("what was agreed before for as many years is no total", () => {
    const before = "原三年费用1,296,000元已全部付清。";
    expect(outlineOf("服务合同", before, "二、服务费总额1,404,000元。").totals).toEqual([
      "original 总1404000",
    ]);
  });
});

describe("what prices and counts come to", () => {
  const goods = (second: string, all: string) =>
    outlineOf(
      "购销合同",
      "一、货物及价款：",
      "1. 水泥400吨，单价85元，34,000元；",
      `2. 砂石820方，单价30元，${second}元；`,
      `合计${all}元。`,
    );

  test("by 单价, and nothing but a comma between", () => {
    expect(goods("24,600", "58,600")).toMatchObject({
      totals: ["original 总58600"],
      lines: ["水泥 34000", "砂石 24600"],
      ...SOUND,
    });
    expect(goods("24,900", "58,900").problems).not.toEqual([]);
  });

  test.each([
    ["托管费每人每月600元，本班32人，10个月，合计192,000元。", "192000"],
    ["加工费每件2.35元，共加工12,000件，加工费28,200元。", "28200"],
  ])("the one reckoning of an agreement is its price: %s", (said, whole) => {
    expect(outlineOf("服务合同", `一、${said}`).totals).toEqual([`original 总${whole}`]);
  });

  test("一亩 for 每亩, and what doesn't come out is told", () => {
    const rent = (year: string) =>
      outlineOf("承包协议", `一、一亩一年620元，46.5亩一年${year}元，五年一共144,150元。`).problems;
    expect(rent("28,830")).toEqual([]);
    expect(rent("28,380")).not.toEqual([]);
  });

  test("a count beside a dash", () => {
    const rows = [
      "费用项目|数量|单价|计费周期|金额（元）",
      "保洁员|14人|3,650元/月|12个月|613,200.00",
      "项目经理|1人|6,800元/月|12个月|81,600.00",
      "保洁耗材|—|4,800元/月|12个月|57,600.00",
      "合计||||752,400.00",
    ];
    expect(outlineOf("服务合同", "一、合同金额如下：", rows.join("\n"))).toMatchObject(SOUND);
  });

  test("a tax that its row's rate makes of nothing is told", () => {
    const rows = (tax: string, all: string) => [
      "项目|数量|不含税单价(元)|不含税金额(元)",
      "包装机|2台|46,000|92,000",
      "输送线|1条|20,000|20,000",
      "不含税合计|||112,000",
      `增值税（13%）|||${tax}`,
      `价税合计|||${all}`,
    ];
    const problemsOf = (tax: string, all: string) =>
      outlineOf("买卖合同", "一、标的及价款", rows(tax, all).join("\n")).problems;
    expect(problemsOf("14,560", "126,560")).toEqual([]);
    expect(problemsOf("14,650", "126,650")).toEqual([expect.stringContaining("所写比例")]);
  });
});

describe("tables that list no costs, or not only costs", () => {
  test("goals by the year", () => {
    const rows = [
      "指标名称|2024年|2025年|2026年|合计",
      "高水平论文（篇）|15|18|22|55",
      "授权发明专利（件）|6|8|10|24",
    ];
    expect(outlineOf("任务书", "六、绩效指标", rows.join("\n"))).toMatchObject({ totals: [], lines: [] });
  });

  test("a price before and after, beside what it is reckoned from", () => {
    const rows = [
      "项目|变更前|变更后",
      "服务人数（人）|12|15",
      "月服务费（元）|60,000|75,000",
      "合同总价（元）|720,000|900,000",
    ];
    expect(outlineOf("补充协议", "二、变更内容", rows.join("\n"))).toMatchObject({
      totals: ["original 总720000", "amended 总900000"],
      lines: [],
      findings: [],
    });
  });

  test("costs of so many people stay costs", () => {
    const rows = [
      "项目|变更前（元）|变更后（元）",
      "专职社工（5人）|240,000|260,000",
      "活动经费|80,000|90,000",
      "合计|320,000|350,000",
    ];
    expect(outlineOf("补充协议", "二、变更内容", rows.join("\n")).lines).toContain("专职社工（5人） 240000");
  });
});

describe("payments", () => {
  const paid = (whole: string, said: string) => {
    const { payments, findings, problems } = detailsOf(
      "服务合同",
      `一、总价${whole}元。`,
      `二、付款：${said}`,
    );
    return { payments, findings, problems };
  };

  test.each([
    ["360,000", "签约付30%，到货付50%，验收付15%，质保金5%一年后付。", ["- 30%", "- 50%", "- 15%", "- 5%"]],
    ["360,000", "预付款30%签约后付，进度款70%到货后付。", ["- 30%", "- 70%"]],
    ["20,000", "签约付一半，交货付一半。", ["- 50%", "- 50%"]],
    ["49,920", "三个月一给，一回12,480元，一年四回，先做后给。", ["12480×4"]],
    ["450,000", "每年4月30日前到账：2024年拨付165,000元，2025年拨付285,000元。", ["165000", "285000"]],
  ])("of %s: %s", (whole, said, payments) => {
    expect(paid(whole, said)).toEqual({ payments, ...SOUND });
  });

  test("shares of more than all are flagged", () => {
    const said = "签约付30%，到货付50%，验收付20%，质保金5%一年后付。";
    expect(paid("360,000", said).findings).toEqual(["schedule-equals-total 付款计划"]);
  });

  test("half of a payment is no half of the price", () => {
    const said = "第一笔200,000元，签约时付；第二笔100,000元，年前给一半，开学给一半。";
    expect(paid("300,000", said).findings).toEqual([]);
  });

  test("each time the same, told by how many times it comes to", () => {
    const said = ["（1）签约后付108,540元；", "（2）每期结束后，各支付20%，每期72,360元，三期共217,080元；"];
    const { payments, findings } = detailsOf(
      "培训协议",
      "四、培训费总额为361,800元（叁拾陆万壹仟捌佰元整），由委托方承担。",
      "五、付款：",
      ...said,
      "（3）总结报告认可后，支付10%，36,180元。",
    );
    expect(payments).toEqual(["108540", "72360×3 20%", "36180 10%"]);
    expect(findings).toEqual([]);
  });

  test("one with another, and none for leaving early", () => {
    const rent = "租金按月付，每月10日前付52,000元，共7次；";
    expect(paid("370,000", `${rent}进退场费6,000元与首月租金一并支付。`).payments).toEqual([
      "52000×7",
      "6000",
    ]);
    expect(paid("364,000", `${rent}承租方提前退租，支付剩余租金的30%。`).payments).toEqual(["52000×7"]);
  });

  test("what a year before cost is none", () => {
    const { payments } = detailsOf(
      "协议",
      "一、工钱26,000元。",
      "二、付款：签字当天给26,000元。",
      "前一年是一个人扫，一个月1,500元，去年的账已经结清了。",
    );
    expect(payments).toEqual(["26000"]);
  });
});

test("a term by what is done from day to day, with a wrong count of months", () => {
  const said = (until: string) =>
    detailsOf("协议", `一、干多长时间：从2024年3月1日干到${until}，整10个月。`, "二、工钱26,000元。");
  expect(said("2024年12月31日")).toMatchObject({ term: "2024-03-01..2024-12-31", findings: [] });
  expect(said("2025年1月31日").findings).toEqual(["term-months-agree 期限"]);
});

test("an addition by which two totals don't differ is told", () => {
  const problemsOf = (whole: string) =>
    outlineOf(
      "补充协议",
      "主合同总价1,560,000元，每月服务费130,000元。现达成补充协议如下：",
      "1. 新增期限：共6个月，新增服务费合计64,500元。",
      `2. 主合同总价加新增服务费后，合同总价调整为人民币${whole}元。`,
    ).problems.filter((problem) => problem.includes("增减额"));
  expect(problemsOf("1,624,500")).toEqual([]);
  expect(problemsOf("1,642,500")).toHaveLength(1);
});

describe("reckonings that no rule judges are told where they don't come out", () => {
  const told = (...parts: string[]) => outlineOf("合同", ...parts).problems;
  const RENT = "一、月租7,200元，全年租金86,400元。";

  test.each([
    [[RENT, "二、押金为两个月租金，即14,400元。"], [RENT, "二、押金为两个月租金，即14,000元。"], "月租金"],
    [
      ["一、合同价款357,000元，较上年340,000元增长5%。"],
      ["一、合同价款357,000元，较上年340,000元增长6.5%。"],
      "百分比",
    ],
    [
      ["一、经费由财政拨款65万元、自筹20万元组成，总经费85万元。"],
      ["一、经费由财政拨款60万元、自筹20万元组成，总经费85万元。"],
      "各部分之和",
    ],
    [
      ["一、采购电脑12台、打印机8台，共20台，合同总价96,000元。"],
      ["一、采购电脑12台、打印机8台，共21台，合同总价96,000元。"],
      "各数之和",
    ],
    [
      ["一、总价150,000元。", "二、分三期支付：第一期50,000元，第二期50,000元，第三期50,000元。"],
      ["一、总价150,000元。", "二、分四期支付：第一期50,000元，第二期50,000元，第三期50,000元。"],
      "付款次数",
    ],
    [
      ["一、工期81天，自2026年3月1日起至2026年5月20日止，总价80,000元。"],
      ["一、工期90天，自2026年3月1日起至2026年5月20日止，总价80,000元。"],
      "天数",
    ],
    [
      ["一、总费用90,000元，由三方平均分担，每方30,000元。"],
      ["一、总费用90,000元，由三方平均分担，每方35,000元。"],
      "平均分担",
    ],
    [
      ["一、本年度服务费68万元，比上年64万元增加4万元。"],
      ["一、本年度服务费68万元，比上年64万元增加5万元。"],
      "增减百分比或数额",
    ],
    [
      ["一、总价120,000元。", "二、逾期违约金每日为合同总价的千分之一，即每日120元。"],
      ["一、总价120,000元。", "二、逾期违约金每日为合同总价的千分之一，即每日150元。"],
      "所写比例",
    ],
    [
      ["不含税造价为2,650,000元，增值税税率为9%，增值税额为238,500元，含税合同总价为2,888,500元。"],
      ["不含税造价为2,650,000元，增值税税率为9%，增值税额为248,500元，含税合同总价为2,898,500元。"],
      "税率",
    ],
    [
      [RENT, "二、延长期自2025年6月1日起至2026年2月28日止，共计9个月。"],
      [
        RENT,
        "二、延长期自2025年6月1日起至2026年2月28日止，共计10个月。",
        "三、租期2023年6月1日至2025年5月31日。",
      ],
      "起止日期",
    ],
  ])("%s", (sound, flawed, said) => {
    expect(told(...sound).filter((problem) => problem.includes(said))).toEqual([]);
    expect(told(...flawed)).toContainEqual(expect.stringContaining(said));
  });

  test("a row of count × price × discount", () => {
    const rows = (amount: string) =>
      ["名称|数量|单价|折扣|金额", "课桌|40|300|9折|10,800", `椅子|40|120|9折|${amount}`].join("\n");
    expect(told("一、货款", rows("4,320"))).toEqual([]);
    expect(told("一、货款", rows("4,230"))).toContainEqual(expect.stringContaining("其余各行"));
  });

  test("counts of another kind, or added to those before, are none of a sum", () => {
    expect(told("一、新增点位18个（枪机12个、球机6个），合计203个，总价96,000元。")).toEqual([]);
    expect(told("一、每班保安2人、保洁3人，共12人，总价96,000元。")).toEqual([]);
  });

  test("days of work, and days that something is left out of, are counted otherwise", () => {
    const days = "自2026年3月1日起至2026年5月20日止";
    expect(told(`一、工期55个工作日，${days}，总价80,000元。`)).toEqual([]);
    expect(told(`一、${days}，除去周末共56天，总价80,000元。`)).toEqual([]);
  });

  test("a unit misread as a measure is told, and the paper not blamed", () => {
    const { findings, problems } = outlineOf(
      "合同",
      "一、经费预算总额243,000元，其中：设备费100,000元；差旅费共21,000家；审计费122,000元。",
    );
    expect(findings).toEqual([]);
    expect(problems).toContainEqual(expect.stringContaining("21,000家"));
  });

  test("books at one discount: it is no share of the price", () => {
    const rows = [
      "类别|码洋|折扣率|实洋",
      "社会科学|680,000|74%|503,200",
      "自然科学|450,000|74%|333,000",
      "外文影印|320,000|74%|236,800",
      "合计|1,450,000||1,073,000",
    ];
    expect(
      outlineOf("采购合同", "一、分类如下（单位：元）：", rows.join("\n"), "合同总价1,073,000元。"),
    ).toMatchObject({ totals: ["original 总1073000 再1073000"], findings: [] });
  });

  test("a payment told by its number beside a table of shares", () => {
    const rows = ["支付次序|支付时间|支付比例", "第一次|进场后15日内|80%", "第二次|验收合格后15日内|20%"];
    const problemsOf = (second: string) =>
      told(
        "四、监理酬金为人民币849,700元（捌拾肆万玖仟柒佰元整）。",
        "五、酬金支付：",
        rows.join("\n"),
        `六、前条第二次支付金额为${second}元，其余由委托人按上列比例计算后支付。`,
      );
    expect(problemsOf("169,940")).toEqual([]);
    expect(problemsOf("196,940")).toContainEqual(expect.stringContaining("该期付款"));
  });
});
