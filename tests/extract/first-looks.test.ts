import { describe, expect, test } from "vitest";
import { detailsOf, outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

describe("a share of the price that is put up as a deposit", () => {
  const told = (sum: string): ReturnType<typeof detailsOf> =>
    detailsOf(
      "委托研究协议书",
      "一、经费总额为人民币420,000元。",
      `二、研究方应按经费总额的5%提供成果保证金，计人民币${sum}元，验收通过后15日内退还。`,
    );

  test("is told where it isn't that share", () => {
    expect(told("20,100.00").problems).toEqual([expect.stringContaining("与所写比例和文中各金额均不符")]);
  });

  test("is neither told nor paid where it is", () => {
    expect(told("21,000.00")).toMatchObject({ payments: [], problems: [], findings: [] });
  });

  test("is no payment, whatever words stand before its sum", () => {
    const { payments, problems } = detailsOf(
      "服务合同",
      "一、合同总价1,067,160元。",
      "二、付款：每月支付88,930.00元，共12个月。",
      "三、乙方于签约后7日内缴纳总价5%之履约保证金，计53,358.00元，期满十日内无息退还。",
    );
    expect({ payments, problems }).toEqual({ payments: ["88930×12"], problems: [] });
  });
});

describe("periods paid at once", () => {
  const rows = (last: string): ReturnType<typeof outlineOf> =>
    outlineOf(
      "校车运输服务合同",
      "一、服务期自2025年1月1日起至2025年12月31日止。",
      "二、全年服务费为人民币936,000.00元。服务费按结算期支付，结算期及金额如下：",
      [
        "结算期|起止日期|应付金额（元）",
        "第一期|2025年1月1日至2025年3月31日|208,000.00",
        "第二期|2025年4月1日至2025年6月30日|286,000.00",
        "第三期|2025年7月1日至2025年9月30日|182,000.00",
        `第四期|2025年10月1日至${last}|260,000.00`,
        "合计||936,000.00",
      ].join("\n"),
    );

  test("leave out the end of the term where the last one is shorter than all before", () => {
    expect(rows("2025年11月30日").findings).toEqual(["schedule-covers-term 付款计划"]);
  });

  test("cover it where they are alike", () => {
    expect(rows("2025年12月31日").findings).toEqual([]);
  });
});

test.each([
  "养护期自竣工验收之日起十二个月，养护费用已含于包干总价之中。",
  "维护期为竣工验收合格之日起12个月。",
])("a time behind the work is no length of it: %s", (told) => {
  const { findings } = outlineOf("绿化工程合同", "总工期100日历天，自2025年9月10日至2025年12月18日。", told);
  expect(findings).toEqual([]);
});

test("a paper that ends an agreement may be signed while that runs", () => {
  const { findings } = outlineOf(
    "关于终止《院区绿化养护合同》及费用结算的协议",
    "双方于2024年1月8日签订《院区绿化养护合同》，期限自2024年2月1日至2026年1月31日。",
    "甲方（盖章）：某医院    乙方（盖章）：某绿化公司",
    "签订日期：2025年6月25日",
  );
  expect(findings).toEqual([]);
});

test("a paper about settling or ending something is signed before it begins", () => {
  const { findings } = outlineOf(
    "工程结算审核服务合同",
    "服务期限：2025年1月1日至2025年12月31日。",
    "签订日期：2025年3月20日",
  );
  expect(findings).toEqual(["dates-in-order 签订日期"]);
});

describe("sums of a time before the term", () => {
  const paid = (told: string): string[] =>
    detailsOf(
      "保险协议",
      "一、保险费总计27,960元。",
      "二、付款方式：保单生效前交60%，16,776元；2026年6月30日前交40%，11,184元。",
      "三、保险期间2026年1月1日至2026年12月31日。",
      told,
    ).payments.map((each) => each.split(" ")[0]);

  test("are no payments where they are told as over", () => {
    expect(paid("四、2025年度保费25,340元，已赔付13,871.50元，双方确认无遗留案件。")).toEqual([
      "16776",
      "11184",
    ]);
  });

  test("are payments where nothing says that they are", () => {
    expect(paid("四、付款：2025年1月至6月服务费10,000元。")).toContain("10000");
  });
});

describe("rows with several counts", () => {
  const told = (dash: string): ReturnType<typeof outlineOf> =>
    outlineOf(
      "清运服务合同",
      "一、价款构成",
      [
        "项目|数量|单价（元）|期数|金额（元）",
        "保洁员人工|9人|4,350|12月|469,800",
        "压缩车运行费|3辆|5,200|12月|187,200",
        `桶具耗材|1项|38,500|—|${dash}`,
        "合计||||695,500",
      ].join("\n"),
    );

  test("come out without the one that a dash stands for", () => {
    expect(told("38,500")).toMatchObject({ findings: [], problems: [] });
  });

  test("are judged where they don't", () => {
    const { findings, problems } = told("39,500");
    expect([...findings, ...problems]).not.toEqual([]);
  });

  test("may have three counts among four", () => {
    const { lines, findings } = outlineOf(
      "课后服务合同",
      [
        "项目|班数|每周课次|周数|课次单价（元）|小计（元）",
        "素质拓展课|42|4|18|120|362,880",
        "体育专项课|16|3|18|160|138,340",
        "作业辅导助教|26|2|18|90|84,240",
        "总计|||||585,460",
      ].join("\n"),
    );
    expect(lines).toHaveLength(3);
    expect(findings).toEqual(["quantity-times-price 体育专项课"]);
  });
});

test.each([
  ["683,520.00", "clean"],
  ["693,520.00", "flagged"],
])("a part shown of a whole, both with counts and prices, needs no other parts: %s", (part, verdict) => {
  const { findings, problems } = outlineOf(
    "保安服务合同",
    [
      "费用名称|人数|单价（元/人·月）|月数|金额（元）",
      "队长|4|8,650.00|12|415,200.00",
      "巡逻岗保安员|24|7,120.00|12|2,050,560.00",
      `其中：夜间巡逻岗|8|7,120.00|12|${part}`,
      "合计||||2,465,760.00",
    ].join("\n"),
  );
  expect(findings).toEqual(verdict === "clean" ? [] : ["quantity-times-price 夜间巡逻岗"]);
  expect(problems).toEqual([]);
});

describe("months of payment", () => {
  const told = (months: string): ReturnType<typeof detailsOf> =>
    detailsOf(
      "物业管理服务合同",
      "一、服务期限自2025年9月1日起至2026年8月31日止，共计12个月。",
      "二、服务费总额1,476,000元，按月支付。",
      `三、甲方每月15日前支付上月服务费，每月人民币123,000元，自${months}止，共支付12次。`,
    );

  test("a month behind the term all along pay each month when it is over", () => {
    expect(told("2025年10月起至2026年9月").findings).toEqual([]);
  });

  test("that leave its first month out are a flaw", () => {
    const { findings, problems } = told("2025年10月起至2026年8月");
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

test.each([
  ["月服务费207,545.00元，按月支付，于次月15日前付清，共支付24次。", ["207545×24 2024-07..2026-06"]],
  [
    "按半年支付：2024年12月31日前支付2,490,540元，2026年6月30日前支付2,490,540元。",
    ["2490540 2024-12..2024-12", "2490540 2026-06..2026-06"],
  ],
])("how often is read by what is said of a sum: %s", (said, wanted) => {
  const { payments, findings } = detailsOf(
    "物业服务合同",
    "一、合同总价4,981,080.00元，服务期限：2024年7月1日至2026年6月30日。",
    `二、${said}`,
  );
  expect(findings).toEqual([]);
  expect(payments.map((each) => each.split(" ")[0])).toEqual(wanted.map((each) => each.split(" ")[0]));
});

test("第二年 counts nothing", () => {
  const { lines, findings } = outlineOf(
    "房屋租赁合同",
    "第三条 租金",
    "第一年每月4,200元，全年50,400元；",
    "第二年每月4,410元，全年52,920元；",
    "两年租金合计103,320元（大写：壹拾万叁仟叁佰贰拾元整）。",
  );
  expect(findings).toEqual([]);
  expect(lines).toEqual(["第一年 50400", "第二年 52920"]);
});

test("grades are no payments", () => {
  const { payments, findings } = detailsOf(
    "养护合同",
    "一、合同总价100,000元。",
    "二、付款：验收合格后支付100,000元，考核结果按下表：",
    ["考核等次|分值|考核部分拨付比例", "优秀|95分及以上|100%", "良好|85～94分|80%", "合格|75～84分|50%"].join(
      "\n",
    ),
  );
  expect({ payments, findings }).toEqual({ payments: ["100000"], findings: [] });
});

describe("what a reader of these rules broke", () => {
  const paid = (...told: string[]): ReturnType<typeof detailsOf> =>
    detailsOf("服务合同", "一、合同总价：人民币100,000元。", ...told);

  test.each([
    ["二、付款方式：预付50,000元，到货后支付30,000元，验收合格后支付20,000元。", ["50000", "30000", "20000"]],
    ["二、甲方支付货款50,000元，到货后支付30,000元，验收合格后支付20,000元。", ["50000", "30000", "20000"]],
    ["二、付款方式：合同签订后支付30%，验收合格后支付70%，其中安装费20%，调试费10%。", null],
    ["二、付款方式：合同签订后支付30%，验收合格后支付70%。提前完工的，完工后奖励2%。", ["- 30%", "- 70%"]],
    [
      "二、分两期支付：合同签订后30%，验收合格后70%。资金来源：财政资金60%，自筹资金40%。",
      ["- 30%", "- 70%"],
    ],
  ])("no sound paper is blamed: %s", (told, wanted) => {
    const { payments, findings } = paid(told);
    expect(findings).toEqual([]);
    if (wanted) expect(payments).toEqual(wanted);
  });

  test.each([
    "二、付款：合同签订后支付30,000元，验收合格后支付60,000元。甲方收到乙方开具的发票后一次性付款。",
    "二、付款：首付款30,000元，到货后支付80%，余款验收合格后付清。",
    "二、付款：货到甲方现场并经甲方验收合格后90%，5%作为质保金。",
  ])("no flaw is passed over: %s", (text) => {
    const dated = ["服务期限：2025年1月1日至2025年12月31日。", "签订日期：2024年12月20日"];
    const parts = ["服务合同", "一、合同总价：人民币100,000元。", text, ...dated];
    expect(recordOf(told("flaw", parts, {}).scan).status).not.toBe("clean");
  });
});
