import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

describe("what a row is called", () => {
  test("stands under 单位 where that tells who", () => {
    const { lines, totals, findings } = detailsOf(
      "保洁服务合同",
      "一、费用",
      "单位|保洁员（人）|每月（元）|全年（元）\n第一小学|2|5,200|62,400\n实验小学|1|2,400|28,800\n合计|3|7,600|91,200",
      "全年保洁费91,200元。",
    );
    expect({ lines, total: totals[0], findings }).toEqual({
      lines: ["第一小学 62400", "实验小学 28800"],
      total: expect.stringContaining("总91200"),
      findings: [],
    });
  });

  test("stands under another header where 单位 tells what is counted", () => {
    const { lines } = detailsOf(
      "采购合同",
      "一、费用",
      "规格|单位|数量|单价（元）|金额（元）\nA4|标准箱|10|1,200|12,000\nA3|标准箱|4|5,000|20,000\n合计| | | |32,000",
    );
    expect(lines).toEqual(["A4 12000", "A3 20000"]);
  });

  test("is the route, and not the kind of car", () => {
    const { lines } = detailsOf(
      "运输合同",
      "一、运费",
      "序号|线路|车型|车次|单价（元/车）|运费（元）\n1|苏州—武汉|9.6米|120|3,850|462,000\n2|苏州—郑州|9.6米|96|4,120|395,520\n合计| | |216| |857,520",
    );
    expect(lines).toEqual(["苏州—武汉 462000", "苏州—郑州 395520"]);
  });

  test("is what a numbered item begins with", () => {
    const { lines, findings } = detailsOf(
      "软件采购合同",
      "一、采购内容和价款",
      "（一）备课平台一套，永久授权，价款286,000元；",
      "（二）教学终端十台，三年质保，价款114,000元。",
      "合计400,000元。",
    );
    expect({ lines, findings }).toEqual({
      lines: ["备课平台一套 286000", "教学终端十台 114000"],
      findings: [],
    });
  });

  test("may be Latin letters and one sign", () => {
    const { lines, totals } = detailsOf(
      "管网改造协议",
      "一、价钱",
      "- PE管2,400米，每米46元，110,400元；",
      "- 智能水表218只，每只210元，45,780元；",
      "两样加起来156,180元。",
    );
    expect({ lines, totals }).toEqual({
      lines: ["PE管 110400", "智能水表 45780"],
      totals: ["original 总156180"],
    });
  });
});

describe("what a whole is", () => {
  test("what a month of all comes to is none", () => {
    const { lines, totals, findings, problems } = detailsOf(
      "物业服务合同",
      "一、服务费用",
      "1.1 保洁：每月18,900元，两年453,600元。",
      "1.2 绿化：每月5,300元，两年127,200元。",
      "1.3 维护：每月13,600元，两年326,400元。",
      "1.4 以上月费共37,800元，合同总价907,200元。",
    );
    expect({ lines, totals, findings, problems }).toEqual({
      lines: ["保洁 453600", "绿化 127200", "维护 326400"],
      totals: ["original 总907200"],
      findings: [],
      problems: [],
    });
  });

  test("what all items come to before a discount is no item", () => {
    const { lines, totals, findings } = detailsOf(
      "软件采购合同",
      "一、价款",
      "（一）平台一套，价款286,000元。",
      "（二）阅卷系统一套，价款174,500元。",
      "（三）以上两项共460,500元，供方优惠10,500元，合同总价450,000元。",
    );
    expect(lines.map((line) => line.replace(/^.* /, ""))).toEqual(["286000", "174500", "-10500"]);
    expect({ totals, findings }).toEqual({ totals: ["original 总450000"], findings: [] });
  });

  test("大写 in a paragraph of its own tells which sum it is", () => {
    const { totals } = detailsOf(
      "养老服务协议",
      "三、服务费",
      "按每人每月220元计，86人每月18,920元，12个月总额为227,040元。",
      "人民币大写：贰拾贰万柒仟零肆拾元整。",
    );
    expect(totals).toEqual(["original 总227040 大写227040"]);
  });

  test.each([
    ["单价由每平方米每月21.00元调整为22.40元，月租70,560元，年租金846,720元。", "846720"],
    ["押金由132,300元调整为141,120元，租金总额由1,587,600元调整为1,693,440元。", "1693440"],
  ])("a changed price of one, and a deposit, is none: %s", (text, total) => {
    const { totals, findings } = detailsOf("租赁合同补充协议", "一、租金", text);
    expect(totals.at(-1)).toBe(`amended 总${total}`);
    expect(findings).toEqual([]);
  });

  test("of an earlier agreement is none", () => {
    const { totals, findings } = detailsOf(
      "服务合同",
      "一、合同价款",
      "合同总价300,000元。上一期合同价为280,000元。",
    );
    expect({ totals, findings }).toEqual({ totals: ["original 总300000"], findings: [] });
  });
});

test("a line's share told again with its sum is compared with it", () => {
  const read = (share: string): string[] =>
    detailsOf(
      "试验协议",
      "二、经费",
      "项目|金额（元）\n检查费|272,000\n机构管理费|68,000\n合计|340,000",
      `3. 其中机构管理费68,000元，占经费总额的${share}。`,
    ).problems;
  expect(read("20%")).toEqual([]);
  expect(read("18%").join()).toContain("与该项金额占总额的比例不符");
});

test("a price below zero makes its amount so", () => {
  const read = (amount: string, total: string): string[] =>
    detailsOf(
      "培训合同",
      "一、费用",
      `项目|数量|单价（元）|金额（元）\n培训|24|1,150|27,600\n打包优惠|2|-1,300|${amount}\n合计| | |${total}`,
    ).findings;
  expect(read("-2,600", "25,000")).toEqual([]);
  expect(read("-2,800", "24,800")).toEqual(["quantity-times-price 打包优惠"]);
});

test("a name in brackets ends where they do", () => {
  const { parties } = detailsOf(
    "租赁合同",
    "承租方：甬东科技大学（使用单位：材料科学学院）",
    "出租方：宁波科仪租赁有限公司",
  );
  expect(parties).toEqual(["承租方 甬东科技大学", "使用单位 材料科学学院", "出租方 宁波科仪租赁有限公司"]);
});

test("a column of shares that no budget reads is summed up", () => {
  const read = (last: string): string[] =>
    detailsOf(
      "合伙购机协议",
      "五、分钱",
      `去处|比例\n维修基金|10%\n赵满仓|27%\n钱有田|23%\n孙来喜|22%\n李春生|${last}\n合计|100%`,
    ).problems;
  expect(read("18%")).toEqual([]);
  for (const wrong of ["16%", ""])
    expect(read(wrong)).toContain("“100%”：此列各项比例之和与合计不符，请核对原件");
});
