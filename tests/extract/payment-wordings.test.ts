import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

const read = (...parts: Parameters<typeof told>[1]) => recordOf(told("x", parts, {}).scan);

/** What is paid, a word each (50%, 4×90%, 300000), and whether anything is said against it. */
function paid(...parts: Parameters<typeof told>[1]): string {
  const { schedules, findings, problems } = read(...parts);
  const steps = schedules
    .flatMap(({ instalments }) => instalments)
    .map(({ occurrences, percent, amount }) => {
      const figure = amount ? `${amount.fen / 100}` : percent ? `${percent.percent}%` : "?";
      return occurrences === 1 ? figure : `${occurrences}×${figure}`;
    });
  return `${steps.join(" ")} ${findings.length + problems.length > 0 ? "flagged" : "clean"}`;
}

describe("a share stays where its sentence also tells what is not paid", () => {
  test.each([
    [
      "三阶段",
      "第一阶段完成后支付合同总价的50%；第二阶段完成后支付合同总价的30%，抽查不达标的不予支付；第三阶段完成后支付合同总价的20%。",
      "50% 30% 20% clean",
    ],
    [
      "拒绝",
      "签约后付40%；到货后付40%，乙方未提供发票的，甲方有权拒绝付款；终验后付20%。",
      "40% 40% 20% clean",
    ],
    [
      "flawed",
      "第一期于签约后支付合同总价的60%；第二期于中期检查后支付合同总价的30%，检查未通过的暂停支付；第三期于验收后支付合同总价的20%。",
      "60% 30% 20% flagged",
    ],
    [
      "what comes first is refused",
      "签约后支付合同总价的50%；初验不合格的不予支付，初验合格的支付合同总价的50%。",
      "50% 50% clean",
    ],
    [
      "a sum refused",
      "签约后支付60万元；验收后支付40万元，验收不合格的，尾款40万元不予支付。",
      "600000 400000 clean",
    ],
    [
      "only refused",
      "签约后支付合同总价的50%；验收后支付合同总价的50%；评估不合格的，末期款50%不予拨付。",
      "50% 50% clean",
    ],
  ])("%s", (_, payments, expected) =>
    expect(paid("技术服务合同", "合同总价为100万元。", `付款方式：${payments}`)).toBe(expected),
  );
});

describe("an instalment by its name is one also where its way of payment follows", () => {
  test.each([
    [
      "付款方式：首期款300000元按以下方式支付：签约后10日内转入乙方账户；尾款700000元于验收后支付。",
      "300000 700000 clean",
    ],
    [
      "付款方式：预付款40万元按下列方式支付：收到发票后10日内转账；余款60万元于项目完成后付清。",
      "400000 600000 clean",
    ],
    [
      "付款方式：首付款30万元分两次支付：签约后支付15万元，进场后支付15万元；尾款70万元验收后支付。",
      "150000 150000 700000 clean",
    ],
    [
      "付款方式：|1.首付款30万元分两期支付：|（1）签约后10万元；|（2）开工后20万元。|2.尾款70万元，验收后支付。",
      "100000 200000 700000 clean",
    ],
    ["付款方式：首付款30万元按以下方式支付：签约后转账；尾款60万元验收后支付。", "300000 600000 flagged"],
  ])("%s", (payments, expected) =>
    expect(paid("技术服务合同", "合同总价为100万元。", ...payments.split("|"))).toBe(expected),
  );
});

describe("what is paid each year is paid once a year of the term", () => {
  const TERM = "服务期自2025年1月1日起至2026年12月31日止。";
  test.each([
    [TERM, "合同总价为24万元。付款方式：甲方于每年7月支付12万元。", "2×120000 clean"],
    [TERM, "合同总价为24万元。付款方式：甲方每年支付12万元，于当年11月底前付清。", "2×120000 clean"],
    [TERM, "合同总价为24万元。付款方式：甲方于每年7月支付13万元。", "2×130000 flagged"],
    [TERM, "合同总价为24万元。付款方式：甲方每年分两次支付，每次6万元。", "4×60000 clean"],
    [TERM, "合同总价为24万元。付款方式：分两次支付，每年一次，每次12万元。", "2×120000 clean"],
    [TERM, "合同总价为24万元。付款方式：合同价款按年支付，每年12万元。", "2×120000 clean"],
    [TERM, "合同总价为24万元。付款方式：第一年支付14万元，以后每年支付10万元。", "140000 100000 clean"],
    [TERM, "合同总价为24万元。付款方式：乙方每年提供巡检12次，验收合格后一次性支付24万元。", "240000 clean"],
    [TERM, "合同总价为40万元。付款方式：每年6月、12月各支付10万元。", "2×100000 2×100000 clean"],
    [
      "服务期自2025年1月1日起至2025年12月31日止。",
      "合同总价为12万元。付款方式：甲方于每年7月支付12万元。",
      "120000 clean",
    ],
  ])("%s %s", (term, payments, expected) => expect(paid("物业服务合同", term, payments)).toBe(expected));

  test.each([
    ["每年6月支付100,000元，12月支付100,000元。", "2×100000 2×100000 clean"],
    ["每年6月支付100,000元；12月支付90,000元。", "2×100000 2×90000 flagged"],
    ["每年6月底前支付100,000元，12月底前支付100,000元。", "2×100000 2×100000 clean"],
    ["每年上半年支付50,000元，下半年支付150,000元。", "2×50000 2×150000 clean"],
    ["每年7月支付100,000元，次年1月支付100,000元。", "2×100000 2×100000 clean"],
    ["每年支付200,000元，于每年6月、12月各付100,000元。", "2×100000 2×100000 clean"],
    ["每年支付200,000元，于每年6月、12月各付110,000元。", "2×200000 2×110000 2×110000 flagged"],
    ["每年支付200,000元，其中6月支付80,000元，12月支付120,000元。", "2×80000 2×120000 clean"],
    ["每年支付200,000元，其中6月支付80,000元，12月支付130,000元。", "2×200000 flagged"],
    ["每年支付200,000元。6月支付80,000元，12月支付120,000元。", "2×80000 2×120000 clean"],
    ["每年支付200,000元，分两次支付，6月支付80,000元，12月支付120,000元。", "2×80000 2×120000 clean"],
    ["每年支付210,000元，分两次支付，6月支付80,000元，12月支付120,000元。", "2×80000 2×120000 flagged"],
    ["每年分两次支付：|（1）6月支付80,000元；|（2）12月支付120,000元。", "2×80000 2×120000 clean"],
    ["每年6月支付80,000元，12月支付120,000元，全年共支付200,000元。", "2×80000 2×120000 clean"],
    ["每年6月支付80,000元，12月支付120,000元，全年共支付210,000元。", "2×80000 2×120000 flagged"],
    ["每年6月、12月各支付一次，每次100,000元。", "4×100000 clean"],
    ["每年6月、12月各支付一次，每次90,000元。", "4×90000 flagged"],
    ["每年6月支付当年费用的50%，12月支付当年费用的50%。", "50% 50% clean"],
    ["每年6月支付合同总价的30%，12月支付合同总价的20%。", "2×30% 2×20% clean"],
    ["按年支付，每年200,000元。2025年6月支付200,000元，2026年6月支付200,000元。", "200000 200000 clean"],
    // Sound neighbours: a time of one year only, or a bonus beside what is paid each year.
    ["每年6月支付150,000元，2027年1月支付100,000元。", "2×150000 100000 clean"],
    ["每年6月支付150,000元，最后一年12月支付100,000元。", "2×150000 100000 clean"],
    ["每年6月支付150,000元，期满后支付100,000元。", "2×150000 100000 clean"],
    ["每年支付150,000元，每年12月另付50,000元。", "2×150000 2×50000 clean"],
    ["6月支付150,000元，12月支付250,000元。乙方每年提交报告。", "150000 250000 clean"],
  ])("on months of each year: %s", (payments, expected) =>
    expect(paid("物业服务合同", TERM, "合同总价为400,000元。", ...`付款方式：${payments}`.split("|"))).toBe(
      expected,
    ),
  );

  test("a problem where no term says how many years", () => {
    const { problems, status } = read(
      "物业服务合同",
      "合同总价为24万元。",
      "付款方式：甲方于每年7月支付12万元。",
    );
    expect(status).not.toBe("clean");
    expect(problems).not.toEqual([]);
  });
});

describe("a rate that something falls or rises to is no payment", () => {
  test.each([
    "系统上线后降至3%的故障率方可终验。",
    "整改后升至98%的满意率方可验收。",
    "养护期内提至95%的成活率。",
  ])("%s", (sentence) =>
    expect(
      paid(
        "技术服务合同",
        `合同总价为100万元。付款方式：签约后支付合同总价的50%；验收合格后支付合同总价的50%。${sentence}`,
      ),
    ).toBe("50% 50% clean"),
  );

  test("but a misread 付至 is", () =>
    expect(
      paid("技术服务合同", "合同总价为100万元。付款方式：签约后支付合同总价的50%；验收合格后村至100%。"),
    ).toMatch(/^50% 50% /));
});

describe("what is paid in each of several years that are listed", () => {
  const TERM = "服务期自2025年1月1日起至2027年12月31日止。合同总价为600,000元。";
  test.each([
    ["第一年支付240,000元；第二年、第三年每年支付180,000元。", "240000 2×180000 clean"],
    ["第一年支付240,000元，第二年和第三年各支付170,000元。", "240000 2×170000 flagged"],
    ["第一年支付240,000元，第二年至第三年每年支付180,000元。", "240000 2×180000 clean"],
    ["第一年、第二年、第三年各支付200,000元。", "3×200000 clean"],
    ["第一年支付40%，第二年、第三年各支付30%。", "40% 2×30% clean"],
    ["第一年支付40%，第二年、第三年各支付20%。", "40% 2×20% flagged"],
    ["第一年支付240,000元，第二年支付180,000元，第三年支付180,000元。", "240000 180000 180000 clean"],
  ])("%s", (payments, expected) =>
    expect(paid("物业服务合同", TERM, `付款方式：${payments}`)).toBe(expected),
  );
});

describe("the last step of what is paid up to it is an instalment of its own share", () => {
  test.each([
    ["签约后支付30%，竣工后付至80%，审计后升至100%。", "30% 50% 20% clean"],
    ["签约后支付30%；竣工验收后付至80%；审计结束后升至100%。", "30% 50% 20% clean"],
    ["签约后支付30%，竣工后付款比例升至80%，审计后提高至100%。", "30% 50% 20% clean"],
    ["签约后支付30%；竣工后付至80%；审计（结算）后升至97%。", "30% 50% 17% flagged"],
    [
      "工程完工付至合同价的70%，验收合格付至85%，审计（结算）后付至97%，质保期满付至100%。",
      "70% 15% 12% 3% clean",
    ],
    ["完工付至合同价的70%，验收合格付至85%，审计后付至97%。", "70% 15% 12% flagged"],
    ["签约后支付30%；竣工验收后付至80%；审计后一次性付清。", "30% 50% ? clean"],
    ["签约后支付30%，竣工验收后付至80%，审计后付清。", "30% 50% ? clean"],
    ["签约后支付30%；竣工验收后付至80%；余款于审计后付清。", "30% 50% ? clean"],
    ["|1.签约后支付30%。|2.竣工验收后付至80%。|3.审计后升至100%。", "30% 50% 20% clean"],
    ["|1.签约后支付30%。|2.竣工验收后付至80%。|3.审计后一次性付清。", "30% 50% ? clean"],
    ["签约后支付30%；竣工验收后付至80%；余款30%于审计后付清。", "30% 50% 30% flagged"],
    // Sound neighbours: how well something must be done, and when a share told before is paid.
    ["签约后支付50%；验收合格后支付50%。整改后升至98%，方可终验。", "50% 50% clean"],
    ["签约后支付50%；验收合格后支付50%。合格率整改后应升至98%；否则不予验收。", "50% 50% clean"],
    ["签约后支付50%；验收合格后付至100%，收到发票后付清。", "50% 50% clean"],
    ["签约后支付50%；验收合格后支付50%，收到发票后付清。", "50% 50% clean"],
  ])("%s", (payments, expected) =>
    expect(
      paid(
        "施工合同",
        "一、合同价款",
        "合同总价为100万元。",
        ...(payments.startsWith("|") ? `二、付款方式${payments}`.split("|") : [`付款方式：${payments}`]),
      ),
    ).toBe(expected),
  );
});

describe("a share of each quarter's own bill is that share of all of them", () => {
  test.each([
    ["费用按季度结算，结算后支付当季结算款的90%；剩余10%于期满考核合格后付清。", "90% 10% clean"],
    ["每月支付当月服务费的80%，余下20%于年终考核后付清。", "80% 20% clean"],
    ["每季度支付该季度应付费用的70%；考核合格后支付剩余30%。", "70% 30% clean"],
    ["每季度支付当季结算款的90%；剩余20%于期满后付清。", "90% 20% flagged"],
    ["每季度末支付合同总价的25%。", "4×25% clean"],
  ])("%s", (payments, expected) =>
    expect(
      paid(
        "印刷服务合同",
        "服务期自2025年1月1日起至2025年12月31日止。合同总价为100万元。",
        `付款方式：${payments}`,
      ),
    ).toBe(expected),
  );
});

describe("payments told in ways of their own", () => {
  const TERM = "服务期自2026年1月1日起至2026年12月31日止。合同总价为48万元。";
  test.each([
    ["服务费按月支付。自2026年1月起，甲方于每月20日前支付当月服务费40,000元，共支付12次。", "12×40000 clean"],
    ["租金按季支付。甲方于每季度首月10日前支付120000元。", "4×120000 clean"],
    ["服务费按月支付。每月支付30,000元。", "12×30000 flagged"],
    ["合同签订后10日内，甲方一次性缴清全部费用480,000元。", "480000 clean"],
    ["合同签订后10日内，甲方一次性交清全部费用470,000元。", "470000 flagged"],
    ["费用分两次拨付各240,000元。", "2×240000 clean"],
    ["费用分三期支付，每期各16万元。", "3×160000 clean"],
    ["费用分两次拨付各250,000元。", "2×250000 flagged"],
    ["前两期各支付12万元，第三期支付24万元。", "2×120000 240000 clean"],
    ["第一、二期各支付合同总价的25%，第三期支付合同总价的50%。", "2×25% 50% clean"],
    ["第一期、第二期各付12万元，第三期付20万元。", "2×120000 200000 flagged"],
    ["签约后支付40%；验收合格后付至合同总价的80%；质保期满后付清余款。", "40% 40% ? clean"],
    ["签约后一次性付清48万元。重大案件可按估损金额的50%预付赔款。", "480000 clean"],
  ])("%s", (payments, expected) => expect(paid("服务合同", TERM, `付款方式：${payments}`)).toBe(expected));

  test.each([
    ["第四条 缴费", "保险单签发后15个工作日内，投保人一次性缴清全部保险费480,000.00元。", "480000 clean"],
    ["四、费用缴纳", "乙方应于签约后5日内一次性交清全部租金48万元。", "480000 clean"],
    ["四、缴款", "乙方应于签约后5日内一次性缴清全部租金45万元。", "450000 flagged"],
  ])("%s %s", (heading, sentence, expected) =>
    expect(paid("服务合同", TERM, heading, sentence)).toBe(expected),
  );

  test("months told behind a sum", () => {
    const { schedules } = read(
      "服务合同",
      "合同总价为75万元。付款方式：首次拨付360,000元（已于2025年3月拨付）；第二次拨付390,000元，2025年12月结业考核后拨付。",
    );
    expect(schedules[0].instalments.map(({ from, to }) => `${from}/${to}`)).toEqual([
      "2025-03/2025-03",
      "2025-12/2025-12",
    ]);
  });
});

describe("columns of a payment table", () => {
  const list = (...rows: string[]): string[] => {
    const { schedules } = read("采购合同", "合同总价为100万元。", "付款安排见下表。", table(...rows));
    return schedules.map(
      ({ version, instalments }) =>
        `${version} ${instalments.map(({ amount }) => (amount?.fen ?? 0) / 100).join(" ")}`,
    );
  };
  test.each([
    ["原值", "现金支付（元）"],
    ["原价（元）", "现场支付（元）"],
    ["原料费（元）", "现付金额（元）"],
    ["原始凭证号", "新增付款金额（元）"],
  ])("%s and %s are no versions", (before, now) =>
    expect(list(`付款节点|${before}|${now}`, "签约后|700000|600000", "验收后|500000|400000")).toEqual([
      "original 600000 400000",
    ]),
  );
  test.each([
    ["原付款金额（元）", "现付款金额（元）"],
    ["原拨款（元）", "现拨款（元）"],
    ["调整前金额（元）", "调整后金额（元）"],
    ["变更前（元）", "变更后（元）"],
    ["原计划付款金额（元）", "变更后付款金额（元）"],
  ])("%s and %s are", (before, now) =>
    expect(list(`付款节点|${before}|${now}`, "签约后|700000|600000", "验收后|500000|400000")).toEqual([
      "original 700000 500000",
      "amended 600000 400000",
    ]),
  );
});

describe("shares of one line of the whole", () => {
  const WHOLE = "合同总价为100万元，其中设备费90万元，安装费10万元。";
  const said = (payments: string): string[] =>
    read("设备采购合同", WHOLE, `付款方式：${payments}`).findings.map(({ ruleId }) => ruleId);
  test.each([
    "签约后支付合同总价的50%，即45万元；到货后支付合同总价的30%，即27万元；验收后支付合同总价的20%，即18万元。",
    "签约后支付项目总金额的40%，即36万元；到货后支付项目总金额的60%，即54万元。",
    "签约后支付40%，即36.0万元；到货后支付60%，即54.0万元。",
  ])("a schedule that comes to a line only is wrong: %s", (payments) =>
    expect(said(payments)).toContain("schedule-equals-total"),
  );
  test("a wrong share of a line is told", () =>
    expect(
      said("签约后支付设备费的50%，即48万元；到货后支付设备费的50%，即42万元；验收后支付安装费10万元。"),
    ).toContain("instalment-percent-of-total"));
  test("also where a list follows what announces it", () =>
    expect(
      read(
        "设备采购合同",
        WHOLE,
        "四、付款方式",
        "设备费分两次支付：",
        "（1）签约后支付50%，即45万元；",
        "（2）到货后支付50%，即45万元。",
        "（3）验收后支付安装费10万元。",
      ).findings,
    ).toEqual([]));
  test.each([
    "设备费90万元分三次支付：签约后支付50%，即45万元；到货后支付30%，即27万元；验收后支付20%，即18万元。",
    "签约后支付设备费的50%，即45万元；到货后支付设备费的30%，即27万元；验收后支付设备费的20%，即18万元；安装完毕后支付安装费10万元。",
    "设备费分两次支付：签约后支付50%，即45万元；到货后支付50%，即45万元；验收后支付安装费10万元。",
    "签约后支付设备费的50%，即45万元；到货后支付设备费的50%，即45万元；验收后支付安装费的100%，即10万元。",
    "签约后支付合同总价的50%，即50万元；验收后支付合同总价的50%，即50万元。",
    "设备费分三次支付：签约后支付50%，即45万元；到货后支付30%，即27万元；验收后支付20%，即18万元。",
  ])("what is said to be of a line is right: %s", (payments) => expect(said(payments)).toEqual([]));
});

test.each([
  "2023年6月支付8万元；2024只12月支付4万元。",
  "2023年第二季度支付4万元；2023年第三季度支付4万元；2024可第四季度支付4万元。",
])("a month whose year lost its sign is doubted, not given another year: %s", (payments) => {
  const { problems } = read(
    "服务合同",
    "服务期自2023年3月1日起至2025年2月28日止。合同总价为12万元。",
    `付款方式：${payments}`,
  );
  expect(problems.map(({ code }) => code)).toContain("figure-not-understood");
});
