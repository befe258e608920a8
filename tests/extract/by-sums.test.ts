import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const ROLES = "甲方：河口镇小学 乙方：安顺客运公司";

describe("lists that no wording announces are read by their sums", () => {
  test("items by count, price and months, their sum, and what is reckoned on it", () => {
    const { lines, totals, findings, problems } = outlineOf(
      "接送服务合同",
      ROLES,
      "第三条 服务费用",
      "3.1 45座校车4辆，每辆每月13,800元，按10个月计，费用为552,000元。",
      "3.2 随车照管员6名，每名每月3,200元，10个月计192,000元。",
      "3.3 车载终端6套，每套1,850元，共11,100元，开学前配齐。",
      "3.4 以上3.1至3.3项为直接服务费，小计755,100元。",
      "3.5 企业管理费按直接服务费的5%计取，为37,755元。",
      "3.6 综上，合同总价为人民币792,855元。",
    );
    expect(lines).toEqual([
      "直接服务费 755100",
      "45座校车 < 直接服务费 552000",
      "随车照管员 < 直接服务费 192000",
      "车载终端 < 直接服务费 11100",
      "企业管理费 37755",
    ]);
    expect(totals).toEqual(["original 总792855"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("a discount on the sum of some, and parts under another heading", () => {
    const { lines, findings } = outlineOf(
      "电梯维护合同",
      ROLES,
      "第3条 维保费",
      "（1）乘客电梯：6,800元/台·年×8台×2年＝108,800元；",
      "（2）自动扶梯：5,400元/台·年×6台×2年＝64,800元；",
      "（3）前述两类标准价共173,600元，乙方给予优惠，优惠金额13,888元，优惠后维保费为159,712元。",
      "第4条 检验配合费",
      "（1）限速器校验：21台，350元/台，共7,350元；",
      "（2）制动试验：7台，1,200元/台，共8,400元。",
      "第5条 合同总额",
      "优惠后维保费与检验配合费相加，合同总额175,462元。",
    );
    expect(lines).toEqual([
      "优惠后维保费 159712",
      "乘客电梯 < 优惠后维保费 108800",
      "自动扶梯 < 优惠后维保费 64800",
      "优惠金额 < 优惠后维保费 -13888",
      "限速器校验 7350",
      "制动试验 8400",
    ]);
    expect(findings).toEqual([]);
  });

  test("lots under a year whose sum is said again beside other years", () => {
    const { lines, findings } = outlineOf(
      "道路保洁合同",
      ROLES,
      "三、首年（2025年度）价格",
      "（一）第一标段",
      "1. 机械化清扫面积42.6万平方米，每平方米每年7.80元，332.28万元。",
      "2. 人工保洁面积18.5万平方米，每平方米每年9.60元，177.6万元。",
      "第一标段年度小计509.88万元。",
      "（二）第二标段",
      "1. 背街小巷保洁面积23.4万平方米，每平方米每年11.20元，262.08万元。",
      "2. 公厕管养14座，每座每年6.85万元，95.9万元。",
      "第二标段年度小计357.98万元。",
      "（三）两个标段2025年度服务费为867.86万元。",
      "四、各年度服务费",
      "2025年度867.86万元；2026年度维持不变，为867.86万元；2027年度在2026年度基础上上浮3%，为893.8958万元。三年合同总价2629.6158万元。",
    );
    expect(lines).toContain("第一标段 < 两个标段2025年度服务费 5098800");
    expect(lines).toContain("机械化清扫 < 第一标段 3322800");
    expect(lines).toContain("2027年度 8938958");
    expect(lines).toHaveLength(9);
    expect(findings).toEqual([]);
  });

  test("a total of the numbered list above it is judged though it doesn't come out", () => {
    const list = (total: string): string[] => [
      "二、服务项目与费用",
      "① 4kW标准机柜租用，18架，5,200元/架·月，全年1,123,200元。",
      "② BGP多线带宽，500Mbps，36元/Mbps·月，全年216,000元。",
      "③ 设备上架费（一次性），320台，60元/台，19,200元。",
      `以上①至③项，协议期内费用总额为${total}元，含6%增值税。`,
    ];
    const wrong = outlineOf("托管服务协议", ROLES, ...list("1,385,400"));
    expect(wrong.lines).toHaveLength(3);
    expect(wrong.findings).toEqual(["total-equals-sum 合计"]);
    const right = outlineOf("托管服务协议", ROLES, ...list("1,358,400"));
    expect([...right.findings, ...right.problems]).toEqual([]);
    expect(right.lines[0]).toBe("4kW标准机柜租用 1123200");
  });

  test("money that is no part of the price makes no list", () => {
    const { lines } = outlineOf(
      "服务合同",
      ROLES,
      "一、服务费用",
      "1. 本合同服务费总价为60,000元。",
      "2. 乙方为人员投保意外险，保额10,000元。",
      "3. 单笔20,000元以上的采购须报甲方。",
      "4. 每逾期一日扣罚30,000元。",
    );
    expect(lines).toEqual([]);
  });
});

describe("what a priced item is called", () => {
  test.each([
    ["全年73,000份×11.80元/份＝861,400元", "午餐补助：", "午餐补助 861400"],
    ["预计年洗涤量186,000件，每件1.85元，折合344,100元", "床单，", "床单 344100"],
    ["共3艘，每艘每年46,000元，全年138,000元", "保洁船租用，", "保洁船租用 138000"],
  ])("its head, not what is counted: %s", (reckoning, head, line) => {
    const sum = Number(/([\d,]+)元$/.exec(reckoning)?.[1]?.replace(/,/g, ""));
    const { lines, problems, findings } = outlineOf(
      "服务合同",
      ROLES,
      "一、服务费用",
      `1. ${head}${reckoning}；`,
      "2. 运送车辆租赁，20,000元；",
      `以上两项合计${sum + 20_000}元。`,
    );
    expect(lines).toEqual([line, "运送车辆租赁 20000"]);
    expect([...problems, ...findings]).toEqual([]);
  });
});

test("a total whose parts are named without sums says again what stands before", () => {
  const again = (sum: string) =>
    outlineOf(
      "养护合同",
      ROLES,
      "一、费用",
      "总价为193,450元，包含：",
      "1. 保洁费102,690元；",
      "2. 养护费90,760元。",
      "二、其他",
      `本合同总价${sum}元为包干价，已包括人员工资、利润和税金。`,
    );
  expect(again("194,350").findings).toEqual(["restated-total-agrees 合计"]);
  expect(again("193,450").findings).toEqual([]);
});

test("what a former year cost is of no budget", () => {
  const { lines, problems, findings } = outlineOf(
    "服务合同",
    ROLES,
    "一、经费",
    "2026年度经费46万元。其中人员薪酬32万元，活动物资14万元。捐赠部分（上年为6.8万元）不在上述总额之内。",
  );
  expect(lines).toEqual(["人员薪酬 320000", "活动物资 140000"]);
  expect([...problems, ...findings]).toEqual([]);
});

describe("nested numbered lists of which one sum is wrong", () => {
  const nested = (tests: string) =>
    outlineOf(
      "课题任务书",
      ROLES,
      "第四条 省级财政科技经费128.0万元（大写：壹佰贰拾捌万元整），自筹部分单独列账。",
      "第五条 省级财政科技经费预算科目：",
      "（一）直接费用108.6万元，包括：",
      "1. 设备费31.5万元；",
      "2. 业务费46.1万元，包括：",
      "①材料费18.4万元；",
      `②测试化验加工费${tests}万元；`,
      "③差旅及会议费12.5万元；",
      "3. 劳务费31.0万元。",
      "（二）间接费用19.4万元，其中绩效支出由乙方统筹发放。",
    );

  test("are read by their numbers, and only that sum is flagged", () => {
    const { lines, findings, problems } = nested("12.5");
    expect(lines).toEqual([
      "直接费用 1086000",
      "设备费 < 直接费用 315000",
      "业务费 < 直接费用 461000",
      "材料费 < 业务费 184000",
      "测试化验加工费 < 业务费 125000",
      "差旅及会议费 < 业务费 125000",
      "劳务费 < 直接费用 310000",
      "间接费用 194000",
    ]);
    expect(findings).toEqual(["subtotal-equals-sum 业务费"]);
    expect(problems).toEqual([]);
  });

  test("and sound ones are the same without a finding", () => {
    const { lines, findings, problems } = nested("15.2");
    expect(lines).toHaveLength(8);
    expect([...findings, ...problems]).toEqual([]);
  });
});

describe("what is told for comparison is no total", () => {
  test.each([
    "2025年度同类任务中标价为98.75万元，供审计比对。",
    "（上一年度食材支出约312万元，不在本合同总额之内。）",
  ])("%s", (words) => {
    const { totals, findings } = outlineOf(
      "检测服务合同",
      ROLES,
      "一、检测经费",
      "（a）土壤检测，180批次，740元/批次，133,200元；",
      "（b）水质检测，96批次，420元/批次，40,320元。",
      "以上两项合计173,520元（大写：壹拾柒万叁仟伍佰贰拾元整）。",
      words,
    );
    expect(totals).toEqual(["original 总173520 大写173520"]);
    expect(findings).toEqual([]);
  });
});

test("a line that a change begins from is the one that its list has", () => {
  const { lines, findings } = outlineOf(
    "服务合同补充协议",
    ROLES,
    "一、原合同约定",
    "原合同金额314,800元，包括：助餐288,000元；项目管理费26,800元。",
    "二、变更内容",
    "1. 项目管理费由26,800元调整为32,200元，增加5,400元。",
    "调整后合同金额为320,200元，包括：助餐288,000元；项目管理费32,200元。",
  );
  expect(lines).toEqual(["助餐 288000", "项目管理费 26800", "助餐 288000", "项目管理费 32200"]);
  expect(findings).toEqual([]);
});
