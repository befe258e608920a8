import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

type Parts = Parameters<typeof told>[1];
const read = (...parts: Parts) => recordOf(told("x", parts, {}).scan);

/** What is paid, a word each (50%, 4×90%, 300000, 2026-01..2026-03 3×100), and the record's status. */
function paid(...parts: Parts): string {
  const { schedules, findings, problems } = read(...parts);
  const steps = schedules
    .flatMap(({ instalments }) => instalments)
    .map(({ from, to, occurrences, percent, amount }) => {
      const figure = amount ? `${amount.fen / 100}` : percent ? `${percent.percent}%` : "?";
      const times = occurrences === 1 ? figure : `${occurrences}×${figure}`;
      return from ? `${from}..${to} ${times}` : times;
    });
  return `${steps.join(" ")} ${findings.length + problems.length > 0 ? "flagged" : "clean"}`;
}

describe("a bare year is an instalment's name", () => {
  test.each([
    ["第一年支付500000元，第二年支付400000元，第三年支付300000元。", "500000 400000 300000 clean"],
    ["第一年支付500000元，第二年支付400000元，第三年支付350000元。", "500000 400000 350000 flagged"],
    ["甲方2027年支付700000元，2028年支付500000元。", "700000 500000 clean"],
    ["甲方2027年支付700000元，2028年支付550000元。", "700000 550000 flagged"],
    ["首年拨付800000元，次年拨付400000元。", "800000 400000 clean"],
    ["首年拨付800000元，次年拨付450000元。", "800000 450000 flagged"],
    ["第一服务年度付款600000元；第二服务年度付款600000元。", "600000 600000 clean"],
    ["第1年度应支付600000元，第2年度应支付650000元。", "600000 650000 flagged"],
    ["服务费分年支付：第一年700000元，第二年500000元。", "700000 500000 clean"],
    ["服务费分年支付：第一年700000元，第二年400000元。", "700000 400000 flagged"],
    ["第一年支付合同总价的60%，第二年支付合同总价的40%。", "60% 40% clean"],
    ["第一年支付合同总价的60%，第二年支付合同总价的45%。", "60% 45% flagged"],
  ])("%s", (payments, expected) =>
    expect(paid("数据标注服务合同", `合同总价为1200000元。${payments}`)).toBe(expected),
  );

  test("the record says which year an instalment is of", () => {
    const { schedules } = read("合同", "合同总价900元。", "2027年支付500元，次年支付400元。");
    expect(schedules[0].instalments.map(({ condition }) => condition?.value)).toEqual(["2027年", "次年"]);
  });

  test.each([
    "签约时一次性支付1200000元。第二年维护费为50000元，另行签约。",
    "签约后支付1200000元。乙方二年级学员考取证书的，另行奖励2000元。",
  ])("what a year costs is no payment: %s", (payments) => {
    const { schedules } = read("运维合同", `合同总价为1200000元。${payments}`);
    expect(schedules.flatMap(({ instalments }) => instalments).length).toBe(1);
  });
});

describe("what is left and kept back is the last instalment", () => {
  const list = (first: string, last: string): Parts => [
    "设备安装合同",
    "合同总价为500000元。",
    `（1）签约后支付合同总价的${first}；`,
    "（2）调试完成后支付合同总价的70%；",
    `（3）${last}`,
  ];
  test.each([
    "剩余5%作为质量保证金，质保期届满后无息退还。",
    "其余5%留作质保金。",
    "余下的5%转为保修金，两年后返还。",
    "余5%为质保金。",
    "其余5%扣留作保留金，缺陷责任期满无息返还乙方。",
    "预留合同总价的5%作为质保金。",
    "剩余5%作为质保金，一年后支付质保金。",
    "剩余5%作为质保金。一年质保期满后无息支付质保金。",
  ])("%s", (last) => {
    expect(paid(...list("25%", last))).toBe("25% 70% 5% clean");
    expect(paid(...list("30%", last))).toBe("30% 70% 5% flagged");
  });

  test.each([
    ["25%即125000元", "剩余5%即25000元作为质保金。", "125000 350000 25000 clean"],
    ["25%即125000元", "其余款项35000元留作质保金。", "125000 350000 35000 flagged"],
  ])("with sums: %s %s", (first, last, expected) => {
    const [title, total, one, two, three] = list(first, last) as string[];
    expect(paid(title, total, one, two.replace("70%", "70%即350000元"), three)).toBe(expected);
  });

  test.each([
    ["签约后支付30%，调试后支付65%，剩余5%作为质量保证金，质保期满无息返还。", "30% 65% 5% clean"],
    ["签约后支付35%，调试后支付65%，剩余5%作为质量保证金，质保期满无息返还。", "35% 65% 5% flagged"],
    ["到货后付50%，验收后付47%，其余3%留作质保金。", "50% 47% 3% clean"],
    ["到货后付50%，验收后付40%，其余3%留作质保金。", "50% 40% 3% flagged"],
    ["开工后拨付40%，完工后拨付50%，余下10%转作保修金，两年后付清。", "40% 50% 10% clean"],
  ])("in one sentence: %s", (payments, expected) =>
    expect(paid("设备安装合同", `合同总价为500000元。${payments}`)).toBe(expected),
  );

  test("a deposit that the contractor hands in is none", () =>
    expect(
      paid(
        "设备安装合同",
        "合同总价为500000元。",
        "付款方式：签约后支付40%，验收后支付60%。",
        "乙方应于签约前缴纳合同总价的5%作为履约保证金。",
      ),
    ).toBe("40% 60% clean"));
});

describe("an instalment's sum is compared with its own 大写", () => {
  const amountsOf = (payments: string) => {
    const { status, schedules, problems } = read("采购合同", `合同总价为270000元。${payments}`);
    const amounts = schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount));
    return { status, amounts, problems };
  };

  test.each([
    "签约后支付90000元（大写：玖万元整），验收后支付180000元（大写：壹拾捌万元整）。",
    "定金玖万元整（¥90000.00）于签约后支付，余款壹拾捌万元整（¥180000.00）于验收后支付。",
    "签约后支付9万元（大写：玖万圆正），验收后支付人民币壹拾捌万元整（小写：180,000元）。",
  ])("sound: %s", (payments) => {
    const { status, amounts } = amountsOf(payments);
    expect(status).toBe("clean");
    expect(amounts.map((amount) => amount?.fen)).toEqual([9_000_000, 18_000_000]);
    expect(amounts.every((amount) => amount?.trust !== "doubtful")).toBe(true);
  });

  test.each([
    "签约后支付90000元（大写：玖万元整），验收后支付180000元（大写：壹拾陆万元整）。",
    "定金玖万元整（¥90000.00）于签约后支付，余款壹拾陆万元整（¥180000.00）于验收后支付。",
    "签约后支付9万元（大写：玖万圆正），验收后支付人民币壹拾陆万元整（小写：180,000元）。",
    "签约后支付90000元（大写：玖万元整），验收后支付160000元（大写：壹拾捌万元整）。",
  ])("flawed: %s", (payments) => {
    const { status, amounts, problems } = amountsOf(payments);
    const [, second] = amounts;
    expect(status).not.toBe("clean");
    expect(second?.trust).toBe("doubtful");
    expect(second?.readings?.map(({ value }) => value).sort()).toEqual([16_000_000, 18_000_000]);
    const [told] = problems.filter(({ message }) => message.en.includes("capitals"));
    expect(told.code).toBe("figure-not-understood");
    expect(told.box).not.toBeNull();
  });
});

describe("parts of the term are paid for their own months", () => {
  const of = (payments: string, total: number, to = "2027年6月30日") =>
    paid(
      "托管服务合同",
      `服务期自2026年7月1日起至${to}止。合同总价为${total}元。${payments}`,
      "签订日期：2026年6月8日",
    );
  test.each([
    [
      "前五个月每月支付10000元，后七个月每月支付20000元。",
      190000,
      "2026-07..2026-11 5×10000 2026-12..2027-06 7×20000 clean",
    ],
    [
      "前10个月每月支付15000元，最后两个月每月支付5000元。",
      160000,
      "2026-07..2027-04 10×15000 2027-05..2027-06 2×5000 clean",
    ],
    [
      "前11个月每月支付15000元，最后一个月支付5000元。",
      170000,
      "2026-07..2027-05 11×15000 2027-06..2027-06 5000 clean",
    ],
    [
      "首月支付8000元，其余各月每月支付6000元。",
      74000,
      "2026-07..2026-07 8000 2026-08..2027-06 11×6000 clean",
    ],
    [
      "第1至4个月每月支付8000元，第5至12个月每月支付6000元。",
      80000,
      "2026-07..2026-10 4×8000 2026-11..2027-06 8×6000 clean",
    ],
    [
      "头三个月每月支付8000元；其余9个月每月支付6000元。",
      78000,
      "2026-07..2026-09 3×8000 2026-10..2027-06 9×6000 clean",
    ],
    ["前两个季度每季度支付30000元，后两个季度每季度支付40000元。", 140000, "2×30000 2×40000 clean"],
  ])("%s", (payments, total, expected) => {
    expect(of(payments, total)).toBe(expected);
    expect(of(payments, total + 7000)).toBe(expected.replace("clean", "flagged"));
  });

  test.each([
    [
      "第一年每月支付10000元，第二年每月支付12000元。",
      264000,
      "2026-07..2027-06 12×10000 2027-07..2028-06 12×12000 clean",
    ],
    ["前两年每年支付100000元，第三年支付90000元。", 290000, "2×100000 90000 clean", "2029年6月30日"],
  ])("by the year: %s", (payments, total, expected, to = "2028年6月30日") => {
    expect(of(payments, total, to)).toBe(expected);
    expect(of(payments, total + 7000, to)).toBe(expected.replace("clean", "flagged"));
  });

  test.each(["服务期满前3个月每月支付10000元，共3个月。", "每月支付10000元，于次月5日前付清，共3个月。"])(
    "a moment is no part: %s",
    (payments) => expect(of(payments, 30000, "2026年9月30日")).toMatch(/3×10000 clean$/),
  );
});

describe("a table's instalment is of the period it pays for, not of the day it is paid", () => {
  const rows = (period: string, day: string, isPeriodFirst: boolean) => {
    const row = (nth: string, months: string, due: string, sum: string) =>
      [nth, ...(isPeriodFirst ? [months, due] : [due, months]), sum].join("|");
    return table(
      row("期次", period, day, "付款金额（元）"),
      row("第一次", "2026年4月至2026年6月", "2026年4月15日前", "27000"),
      row("第二次", "2026年7月至2026年9月", "2026年7月15日前", "28000"),
      row("合计", "", "", "55000"),
    );
  };
  test.each([
    ["对应租期", "付款日期", true],
    ["所属期间", "应付时间", false],
    ["服务期间", "支付时间", true],
    ["服务时间", "缴费日期", false],
    ["费用所属月份", "付款期限", false],
  ])("%s beside %s", (period, day, isPeriodFirst) => {
    const { schedules } = read(
      "场地使用合同",
      "费用总额55000元。",
      "付款计划：",
      rows(period, day, isPeriodFirst),
    );
    expect(schedules[0].instalments.map(({ from, to, condition }) => [from, to, condition?.value])).toEqual([
      ["2026-04", "2026-06", "2026年4月15日前"],
      ["2026-07", "2026-09", "2026年7月15日前"],
    ]);
  });

  test("a payment day alone stays the instalment's time", () => {
    const { schedules } = read(
      "场地使用合同",
      "费用总额55000元。",
      table("期次|付款日期|付款金额（元）", "第一次|2026年4月15日|27000", "第二次|2026年7月15日|28000"),
    );
    expect(schedules[0].instalments.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2026-04 2026-04",
      "2026-07 2026-07",
    ]);
  });
});
