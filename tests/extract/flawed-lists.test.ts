import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

describe("numbered lists that one mistyped figure keeps from their total", () => {
  test("the list counts on to its total", () => {
    const { lines, findings } = outlineOf(
      "工程施工合同",
      "第四条 价款",
      "4.1 路基开挖380立方米，综合单价65元，合价24,700.00元。",
      "4.2 透水砖铺设1,200平方米，综合单价138元，合价165,600.00元。",
      "4.3 措施费21,300.00元。",
      "4.4 增值税，以上三项不含税价款的9%，19,404.00元。",
      "4.5 固定总价（含税）230,644.00元。",
    );
    // 24700 + 165600 + 21300 = 211600, of which 9 % is 19044.
    expect(findings).toEqual(["total-equals-sum 合计"]);
    expect(lines).toContain("增值税 19404");
  });

  test("the next heading tells the total, and a sum of one item is ten times too much", () => {
    const { totals, lines, findings } = outlineOf(
      "窗帘采购合同",
      "一、货物",
      "1.1 教室遮光窗帘，总额86.4万元；",
      "1.2 报告厅幕布，总额3.25万元；",
      "1.3 轨道及配件，总额1.18万元；",
      "1.4 拆旧及安装，总额0.93万元。",
      "二、价款",
      "2.1 合同总额为14万元，大写：壹拾肆万元整。",
    );
    // 8.64 + 3.25 + 1.18 + 0.93 = 14
    expect(totals).toEqual(["original 总140000 大写140000"]);
    expect(lines[0]).toBe("教室遮光窗帘 864000");
    expect(findings).toEqual(["total-equals-sum 合计"]);
  });

  test("subtotals tell how many items they sum up, and one of them is wrong", () => {
    const { lines, findings } = outlineOf(
      "勘察合同",
      "第三条 勘察费",
      "3-1 野外作业",
      "（1）钻探420米，每米180元，75,600.00元；",
      "（2）标准贯入试验60次，每次95元，5,700.00元；",
      "上述两项小计81,300.00元。",
      "3-2 室内试验",
      "（1）常规土工试验85组，每组240元，20,400.00元；",
      "（2）水质分析，1,860.00元；",
      "（3）岩石试验，7,740.00元；",
      "上述三项小计30,900.00元。",
      "第四条 合同价款",
      "以上各小计相加，勘察费总价为112,200.00元。",
    );
    // 20400 + 1860 + 7740 = 30000
    expect(findings).toEqual(["subtotal-equals-sum 室内试验"]);
    expect(lines.slice(0, 2)).toEqual(["野外作业 81300", "钻探 < 野外作业 75600"]);
  });
});

describe("what a list's total may be all the same", () => {
  test.each([
    [
      "one item is no part of it",
      "（三）钥匙押金1,500元，由乙方另行交付；",
      "（四）合同价款合计62,000元，大写陆万贰仟元整。",
    ],
    ["other costs", "（三）搬运4,000元；", "（四）合同价款含其他费用共69,000元，大写陆万玖仟元整。"],
  ])("%s", (_, third, total) => {
    const { findings } = outlineOf(
      "租赁合同",
      "二、费用",
      "（一）设备租金38,000元；",
      "（二）耗材24,000元；",
      third,
      total,
    );
    expect(findings).toEqual([]);
  });
});

describe("lists by their sums", () => {
  test("the head of a sub-list that stands first is the sum of it", () => {
    const { lines, findings, problems } = outlineOf(
      "软件运维合同",
      "3 费用（单位：万元，均含税）",
      "3.1 驻场人力费18.6万元：",
      "3.1.1 运维工程师6人月，每人月1.9万元，11.4万元；",
      "3.1.2 实施顾问3人月，每人月2.4万元，7.2万元。",
      "3.2 数据库授权费7.5万元。",
      "3.3 合同总金额26.1万元（大写：贰拾陆万壹仟元整）。其中不含税金额246,226.42元，增值税（税率6%）14,773.58元。",
    );
    expect({ findings, problems }).toEqual({ findings: [], problems: [] });
    expect(lines).toEqual([
      "驻场人力费 186000",
      "运维工程师 < 驻场人力费 114000",
      "实施顾问 < 驻场人力费 72000",
      "数据库授权费 75000",
    ]);
  });

  test("years whose lists stand under headings of their own stay apart", () => {
    const { totals, findings, problems } = outlineOf(
      "食堂托管合同",
      "二、首年费用",
      "1）厨师工资，4人，每人每月7,200元，12个月，345,600元；",
      "2）帮厨工资，6人，每人每月4,500元，12个月，324,000元；",
      "3）炊具购置，26,400元。",
      "第一年度费用共计696,000元，大写陆拾玖万陆仟圆整。",
      "三、次年费用",
      "1）厨师工资，4人，每人每月7,488元，12个月，359,424元；",
      "2）帮厨工资，6人，每人每月4,680元，12个月，336,960元；",
      "3）炊具维护，8,616元。",
      "第二年度费用共计705,000元，大写柒拾万伍仟圆整。",
    );
    expect({ findings, problems }).toEqual({ findings: [], problems: [] });
    expect(totals).toEqual([
      "original 第一年度 总696000 大写696000",
      "original 第二年度 总705000 大写705000",
    ]);
  });

  test("a share told before its sum, items counted by 甲乙丙, and what a rate was taken of", () => {
    const { lines, findings } = outlineOf(
      "课题委托合同",
      "三 经费",
      "经费总额为人民币叁拾万元整（¥300,000）。内部分配如下：",
      "甲、文献与调研，占百分之二十四，¥72,000；",
      "乙、模型研制，占百分之五十一，¥153,000；",
      "丙、成果论证，占百分之二十五，¥75,000。",
    );
    expect(findings).toEqual([]);
    expect(lines).toEqual(["文献与调研 72000", "模型研制 153000", "成果论证 75000"]);
  });

  test("a wrong share among them is told", () => {
    const { findings } = outlineOf(
      "课题委托合同",
      "三 经费",
      "经费总额为人民币叁拾万元整（¥300,000）。内部分配如下：",
      "甲、文献与调研，占百分之二十四，¥72,000；",
      "乙、模型研制，占百分之五十一，¥153,000；",
      "丙、成果论证，占百分之二十七，¥75,000。",
    );
    expect(findings.some((each) => each.startsWith("percent"))).toBe(true);
  });
});

describe("what is no whole of the agreement", () => {
  test.each([
    ["a former year's, among the rest", "五、其他", "2024年度合同总费用为51,300元，频次低于本年度。"],
    ["a threshold", "五、其他", "核减后总额低于40,000元的，仍按原折扣结算。"],
    ["what secures each lot", "五、其他", "分标段提交履约保函，一标段6,000元，二标段5,000元。"],
  ])("%s", (_, ...parts) => {
    const { totals, findings } = outlineOf(
      "检测合同",
      "一、期限",
      "自2025年1月1日至2025年12月31日，共12个月。",
      "二、费用",
      "检测费总额为58,000元，其中：采样20,000元，化验38,000元。",
      ...parts,
    );
    expect({ totals, findings }).toEqual({ totals: ["original 总58000"], findings: [] });
  });
});

describe("shares that paragraphs list without sums", () => {
  const list = (last: string): string[] =>
    outlineOf(
      "供餐协议",
      "二、餐费构成",
      "每餐12元按下列比例构成：",
      "1、食材，占百分之六十五；",
      "2、人工，占百分之二十二；",
      "3、燃料及水电，占百分之六；",
      `4、管理费，占百分之${last}。`,
    ).problems;

  test("come to 100 %", () => expect(list("七")).toEqual([]));
  test("don't", () => expect(list("九").length).toBe(4));
});
