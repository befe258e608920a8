import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// What authors told in ways not seen before, which was blamed on sound papers or passed over in silence.

describe("a price that only its heading names", () => {
  test.each([
    ["三、合同价款", "人民币516,440.00元（大写：伍拾壹万陆仟肆佰肆拾元整）。"],
    ["三、合同总价", "小写¥516,440.00，大写人民币伍拾壹万陆仟肆佰肆拾元整。"],
    ["第三条 服务费用", "3.1 人民币516,440.00元整，大写：伍拾壹万陆仟肆佰肆拾元整，含税。"],
    ["三、费用及支付方式", "3.1 人民币516,440.00元整（大写：伍拾壹万陆仟肆佰肆拾元整）。"],
  ])("%s: %s", (heading, text) => {
    const { totals, problems } = outlineOf("服务合同", heading, text);
    expect(totals).toEqual(["original 总516440 大写516440"]);
    expect(problems).toEqual([]);
  });

  test("is compared with its 大写 below a table as well", () => {
    const rows =
      "项目|数量|单价（元）|金额（元）\n甲类|46,800|6.50|304,200\n乙类|31,200|4.20|131,040\n合计|||435,240";
    const { findings } = outlineOf(
      "检测合同",
      "一、计价",
      rows,
      "二、合同总价",
      "小写¥435,240.00，大写人民币肆拾叁万贰仟伍佰肆拾元整。",
    );
    expect(findings).toEqual(["capitals-equal-digits 合计"]);
  });
});

describe("digits and 大写 side by side", () => {
  test.each([
    ["a deposit", "二、履约保证金20,000元（大写：贰万伍仟元整）。"],
    ["a bound", "二、赔偿以总价100,000元（大写：壹拾壹万元整）为限。"],
  ])("that differ are told wherever they stand: %s", (_, text) => {
    const { problems } = outlineOf("服务合同", "一、合同总价为100,000元（大写：壹拾万元整）。", text);
    expect(problems.join()).toContain("大写与小写金额不一致");
  });

  test("and those that don't are not", () => {
    const parts = [
      "一、合同总价为100,000元（大写：壹拾万元整）。",
      "二、履约保证金20,000元（大写：贰万元整）。",
    ];
    expect(outlineOf("服务合同", ...parts).problems).toEqual([]);
  });

  test("the parts in a bracket before a total's 大写 are not its digits", () => {
    const { problems } = outlineOf(
      "勘查合同",
      "一、合同总价为276,000元（勘查161,920元、设计114,080元），大写贰拾柒万陆仟元整。",
    );
    expect(problems.join()).not.toContain("大写与小写");
  });

  test("are compared with the sum beside them, be another one the total", () => {
    const { findings } = outlineOf(
      "运维合同补充协议之二",
      "一、原合同总价714,800元。签署补充协议之一，增加63,000元，总价调整为777,800元。",
      "二、项目总价由777,800元调整为842,400元，大写人民币捌拾肆万贰仟肆佰元整。",
    );
    expect(findings).toEqual([]);
  });
});

describe("counts and prices", () => {
  const HEAD = "人员|人数|延期月数|月单价（元/人·月）|报酬（元）";
  const rows = (sum: string): string =>
    `${HEAD}\n总监理工程师|1|3|20,000|60,000\n专业监理工程师|2|3|16,000|${sum}\n监理员|1|3|10,000|30,000\n合计|4|||`;

  test("of few people several counts come out where one of them seems to", () => {
    const { findings } = outlineOf("监理合同", "一、费用", `${rows("96,000")}186,000`);
    expect(findings).toEqual([]);
  });

  test("a product of them that doesn't come out is told of all of them", () => {
    const { findings } = outlineOf(
      "托管合同",
      "二、托管期限2025年9月1日至2026年6月30日，共10个月。",
      "三、费用",
      "（一）厨师长2名，综合单价每人每月12,800元，十个月计256,000元；",
      "（二）厨师14名，综合单价每人每月9,300元，十个月计1,288,000元；",
      "（三）面点师6名，综合单价每人每月8,400元，十个月计504,000元。",
      "以上三项托管费总额为2,048,000元。",
    );
    expect(findings).toEqual(["quantity-times-price 厨师"]);
  });

  test("factors that were not all read blame nobody", () => {
    const { findings, problems } = outlineOf(
      "服务合同",
      "一、服务费用",
      "（一）上门服务费：310人×26小时/月×12个月×38元/小时=3,675,360元；",
      "（二）平台值守费：310人×12个月×20元/月=74,400元；",
      "（三）合计3,749,760元。",
    );
    expect(findings).toEqual([]);
    expect(problems.join()).not.toBe("");
  });
});

test("a fee that a rate below one percent doesn't make is told", () => {
  const rows = (rate: string): string =>
    `工程|送审金额（元）|费率|审核费（元）\n实验楼|18,600,000|0.18%|33,480\n体育场|9,450,000|${rate}|20,790\n管网|6,200,000|0.22%|13,640\n合计|34,250,000|—|67,910`;
  expect(outlineOf("审核合同", "一、费用", rows("0.22%")).problems).toEqual([]);
  expect(outlineOf("审核合同", "一、费用", rows("0.24%")).problems).toHaveLength(1);
});

describe("a row that is part of the one above it", () => {
  const table = (total: string): string =>
    `设备|台数|年单价（元/台）|年价（元）\n磁共振|2|680000|1360000\nCT|3|520000|1560000\n其中：急诊CT|1|520000|520000\n造影机|2|430000|860000\n合计|${total}||3780000`;

  test("counts once in every column", () => {
    expect(outlineOf("维保合同", "一、价格", table("7")).findings).toEqual([]);
  });

  test("blames nobody where the word that says so was lost", () => {
    const rows =
      "岗位|人数|月单价（元）|月费用（元）\n保洁员|94|4,950|465,300\n感染楼专岗|8|4,950|39,600\n护工|25|5,600|140,000\n合计|119||605,300";
    const { findings, problems } = outlineOf("物业合同", "一、费用", rows);
    expect(findings).toEqual([]);
    expect(problems).not.toEqual([]);
  });

  test("and a wrong count is found", () => {
    expect(outlineOf("维保合同", "一、价格", table("9")).findings.join()).toContain("column-sums-to-total");
  });
});

describe("payments in words of their own", () => {
  const PRICE = "第三条 五年租赁费总额813,056元（捌拾壹万叁仟零伍拾陆元整）。";

  test("that no word calls so are told", () => {
    const { problems } = outlineOf(
      "租赁合同",
      PRICE,
      "第四条 先用后结。2026年1月、2027年1月、2028年1月，每次157,392元；2029年1月、2030年1月，每次174,040元。",
    );
    expect(problems.join()).toContain("157,392元”：此金额与时间或次数并列");
  });

  test("blame nobody where one of them has no place", () => {
    const { findings } = outlineOf(
      "体检合同",
      "一、合同总价为269,596元。",
      "二、付款",
      "2.1 2025年9月，乙方凭据领得100,000元。",
      "2.2 2025年12月支付169,596元。",
    );
    expect(findings).toEqual([]);
  });

  test("what is not paid by its own words is no payment", () => {
    const { findings } = outlineOf(
      "防治合同",
      "一、合同总价为680,000元。",
      "二、资金来源",
      "中央资金550,000元、县级配套150,000元；成交结余20,000元由甲方统筹用于后期监测，不向乙方支付。",
      "三、付款",
      "3.1 验收后支付578,000元。",
      "3.2 剩余102,000元于年底前付清。",
    );
    expect(findings).toEqual([]);
  });

  test("a share beside a sum that is the share of none is told, whatever its words", () => {
    const { findings, problems } = outlineOf(
      "设计合同",
      "一、合同总价为480,000元。",
      "二、付款",
      "1. 签约后支付合同总价的20%，96,000元；",
      "2. 施工图经审查合格后，设计人所得40%，18.0万元；",
      "3. 竣工后支付余款204,000元。",
    );
    expect([...findings, ...problems].join()).toMatch(/18\.0万元|instalment-percent-of-total 第2期/);
  });

  test("shares of another whole that is told blame nobody", () => {
    const { findings } = outlineOf(
      "勘查合同",
      "一、费用",
      "1. 勘查费小计176,000元，其中钻探130,200元，测绘45,800元。",
      "2. 下浮后合同价276,000元。",
      "二、付款",
      "1. 生效后付20%，55,200元；2. 评审后付40%，110,400元；3. 验收后付40%，110,400元。",
    );
    expect(findings.filter((each) => each.startsWith("instalment"))).toEqual([]);
  });
});

test("a form's line that ends in the number of a telephone or an account breaks no sentence off", () => {
  const { problems } = outlineOf(
    "服务合同",
    "一、合同总价为100,000元，由甲方于验收合格后一次付清，付款前乙方应当开具等额的发票。",
    "甲方（章）：      经办人：杨志文      电话：0873-7120036",
    "乙方（章）：      授权代表：李春燕    电话：13987350021",
    "0691-8130044             15308812769",
  );
  expect(problems).toEqual([]);
});

describe("a term in words of its own", () => {
  const monthsOf = (text: string): string[] => outlineOf("租赁合同", "二、期限", text).findings;

  test.each([
    "租赁期限自2025年7月1日至2028年6月30日止，历时35个月。",
    "租赁期限自2025年7月1日起计2028年6月30日止，共计35个月。",
  ])("has its months compared: %s", (text) => {
    expect(monthsOf(text)).toEqual(["term-months-agree 期限"]);
  });

  test.each([
    "租赁期限自2025年7月1日至2028年6月30日止，历时36个月。",
    "租赁期限自2025年7月1日至2028年6月30日止，含免租3个月。",
    "租赁期限自2025年7月1日至2028年6月30日止，其中装修2个月。",
  ])("is not blamed for what is told of a part of it: %s", (text) => {
    expect(monthsOf(text)).toEqual([]);
  });
});

describe("money that pays the price and is none of it", () => {
  const FUNDS =
    "本项目由中央资金550,000元、县级配套150,000元组成，合计700,000元；成交结余20,000元由甲方统筹。";

  test("is not told where it comes out", () => {
    const { problems } = outlineOf("防治合同", "一、价款", "合同总价为680,000元。", FUNDS);
    expect(problems).toEqual([]);
  });

  test("is told where it doesn't", () => {
    const parts = ["防治合同", "一、价款", "合同总价为680,000元。", FUNDS.replace("150,000", "160,000")];
    expect(outlineOf(...parts).problems).not.toEqual([]);
  });
});

describe("what an amendment adds and takes off in its words", () => {
  const amended = (added: string, net: string): string[] => [
    "变更协议书",
    "一、原合同价款268,000元。",
    `二、修补铅丝石笼，增${added}元。`,
    "三、移交河段，减18,400元。",
    `四、净增${net}元，变更后总额为291,200元。`,
  ];

  test("is not told where it comes to the difference", () => {
    expect(outlineOf(...amended("41,600", "23,200")).problems).toEqual([]);
  });

  test.each([
    ["an item", "46,100", "23,200"],
    ["what is left of them", "41,600", "25,200"],
  ])("is told where %s doesn't", (_, added, net) => {
    const { findings, problems } = outlineOf(...amended(added, net));
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

describe("items that tell their months by name", () => {
  const items = (third: string): string[] => [
    "托管合同",
    "一、每月包干38,600元，八个月总共308,800元。",
    "二、按下面的日子打款：",
    "第一笔：2026年9月、10月两个月的，77,200元，10月底给；",
    "第二笔：2026年11月、12月两个月的，77,200元，12月底给；",
    `第三笔：2027年${third}两个月的，77,200元，开学给；`,
    "第四笔：2027年3月、4月两个月的，77,200元，4月底给。",
  ];

  test("and follow on each other are not told", () => {
    expect(outlineOf(...items("1月、2月")).problems).toEqual([]);
  });

  test("and leave one out are", () => {
    expect(outlineOf(...items("1月、3月")).problems.join()).toContain("2027年1月、3月");
  });
});

test("a supplement called 补充约定 may be signed while its agreement runs", () => {
  const { findings } = outlineOf(
    "关于冬季清雪协议的补充约定",
    "一、双方签了清雪协议，期限自2026年11月15日至2027年3月14日，包干价96,000元。",
    "签订日期：2027年1月12日",
  );
  expect(findings).toEqual([]);
});

test("what is paid again and again for one line of the price blames nobody", () => {
  const { findings } = outlineOf(
    "运行协议",
    "一、费用：固定运行费1,257,600元，汛期值守费108,000元，合计1,365,600元。",
    "二、支付",
    "1. 固定运行费按季支付，每季314,400元，分四次付；",
    "2. 汛期值守费于2025年10月31日前一次付清。",
  );
  expect(findings).toEqual([]);
});

test("how much of a payment is paid for poor work is no further payment", () => {
  const { findings } = outlineOf(
    "维保合同",
    "一、合同总价218,950元。",
    "二、付款",
    "（1）签约后支付40%，即87,580元；",
    "（2）半年后支付35%，即76,632.50元；",
    "（3）期满支付余下的25%，即54,737.50元。",
    "考核得分70分至84分的，末期款按九成支付。",
  );
  expect(findings).toEqual([]);
});
