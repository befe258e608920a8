import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { table, told } from "./unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

function readOf(...parts: (string | string[])[]) {
  const { scan } = told(
    "payments",
    ["服务合同", ...parts.map((part) => (typeof part === "string" ? part : table(...part)))],
    {},
  );
  const { schedules, findings, problems } = recognizedToRecord(scan, SOURCE);
  return {
    instalments: schedules.flatMap(({ instalments }) =>
      instalments.map(({ amount, percent, condition }) =>
        [amount ? amount.fen / 100 : "-", percent?.percent ?? "-", condition?.value ?? ""].join(" "),
      ),
    ),
    findings: findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`),
    problems: problems.map(({ message }) => message.zh.replace(/^.*：/, "")),
  };
}

describe("a payment table", () => {
  const steps = (share: string): string[] => [
    "节点|付款条件|比例|金额（元）",
    "一|协议签订后|30%|90,000",
    `二|中期检查合格|${share}|120,000`,
    "三|全部成果验收合格|25%|75,000",
    "四|期满移交|余款|15,000",
  ];

  test("has its shares read beside a cell of words", () => {
    expect(readOf("一、价款", "合同总价为300,000元。", "二、付款", steps("40%"))).toEqual({
      instalments: [
        "90000 30 协议签订后",
        "120000 40 中期检查合格",
        "75000 25 全部成果验收合格",
        "15000 - 期满移交",
      ],
      findings: [],
      problems: [],
    });
  });

  test("and a wrong one of them is flagged", () => {
    const { findings } = readOf("一、价款", "合同总价为300,000元。", "二、付款", steps("42%"));
    expect(findings).toEqual(["instalment-percent-of-total 第2期"]);
  });

  test("whose header says 期 alone is read in a clause of payments", () => {
    const { instalments, problems } = readOf("一、价款", "合同总价为30.00万元。", "二、付款", [
      "期|条件|比例|金额（万元）",
      "1|签订合同|40%|12.00",
      "2|验收合格|60%|18.00",
    ]);
    expect(instalments).toEqual(["120000 40 签订合同", "180000 60 验收合格"]);
    expect(problems).toEqual([]);
  });
});

describe("payments in rows by the year and in columns by their time", () => {
  const years = (first: string): string[] => [
    "服务年度|首笔50%|中期40%|末期10%",
    `第一年|${first}|40,000|10,000`,
    "第二年|60,000|48,000|12,000",
  ];
  const parts = ["一、价款", "合同总价为220,000元。", "二、付款", "每年分三笔支付，见下表。"];

  test("are read", () => {
    expect(readOf(...parts, years("50,000"))).toEqual({
      instalments: [
        "50000 - 首笔50%",
        "40000 - 中期40%",
        "10000 - 末期10%",
        "60000 - 首笔50%",
        "48000 - 中期40%",
        "12000 - 末期10%",
      ],
      findings: [],
      problems: [],
    });
  });

  test("and what isn't the share of its header is told", () => {
    const { problems, findings } = readOf(...parts, years("55,000"));
    expect([...problems, ...findings]).not.toEqual([]);
  });
});

describe("a table of sums in a clause of payments that is none of these", () => {
  test("is told", () => {
    const { instalments, problems } = readOf("一、价款", "合同总价为220,000元。", "二、付款", [
      "经办|甲处金额（元）|乙处金额（元）",
      "张三|50,000|40,000",
      "李四|70,000|60,000",
    ]);
    expect(instalments).toEqual([]);
    expect(problems).toContain("付款条款中的此表列有金额，但未能读作付款安排，请核对原件");
  });

  test("but not one of fines or scores", () => {
    const { problems } = readOf(
      "一、价款",
      "合同总价为220,000元。",
      "二、付款",
      "验收合格后一次性支付220,000元。",
      ["考核得分|扣款金额（元）", "85至90分|2,000", "80至84分|5,000"],
    );
    expect(problems).toEqual([]);
  });
});

describe("a payment that comes again and is paid in two parts", () => {
  const year = "服务期自2025年1月1日至2025年12月31日，合同总价为1,266,840元。";

  test.each([
    "每月支付105,570元，其中基本费90%即95,013元于次月10日前支付，考核费10%即10,557元于每季度末支付。",
    "每月105,570元分两块：基本费95,013元（90%），次月10日前付；考核费10,557元（10%），依当月考核得分，随下月一并付。",
    "按月支付，每月105,570元。其中90%即95,013元次月10日前支付；10%即10,557元为绩效费，根据考核结果支付。",
  ])("is read as these: %s", (said) => {
    const { instalments, findings, problems } = readOf("一、价款", year, "二、付款", said);
    expect(instalments.map((each) => each.split(" ")[0])).toEqual(["95013", "10557"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("and is told where they don't make it up", () => {
    const { findings, problems } = readOf(
      "一、价款",
      year,
      "二、付款",
      "每月支付105,570元，其中基本费90%即95,013元于次月10日前支付，考核费10%即10,857元于每季度末支付。",
    );
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

describe("payments that happen to make up one that comes again", () => {
  test.each([
    ["前10个月每月支付30,000元，第11个月支付20,000元，第12个月支付10,000元。"],
    ["（1）每月支付30,000元，共10次；", "（2）中期检查后支付20,000元；", "（3）验收后支付10,000元。"],
  ])("are none of its parts: %s", (...said) => {
    const { instalments, findings, problems } = readOf(
      "一、价款",
      "合同总价为330,000元，服务期12个月，自2025年1月1日至2025年12月31日。",
      "二、付款",
      ...said,
    );
    expect(instalments.map((each) => each.split(" ")[0])).toEqual(["30000", "20000", "10000"]);
    expect([...findings, ...problems]).toEqual([]);
  });
});

describe("what one costs", () => {
  test("is no payment, though it is told in a clause of payments", () => {
    const { instalments, problems } = readOf(
      "一、价款",
      "合同总价为300,000元。",
      "二、付款",
      "验收合格后一次性支付300,000元。人数有出入的，按570.40元/人在支付时多退少补。",
    );
    expect(instalments.map((each) => each.split(" ")[0])).toEqual(["300000"]);
    expect(problems).toEqual([]);
  });
});

describe("a share", () => {
  test("of a sum told beside it is compared with that", () => {
    const said = (share: string): string =>
      `车险保费455,600元，责任险70,200元，保费共525,800元，投保人已付${share}即315,480元，余款年底前付清。`;
    expect(readOf("一、保费", "合同总价为455,600元。", "二、付款", said("60%")).findings).toEqual([]);
    expect(readOf("一、保费", "合同总价为455,600元。", "二、付款", said("55%")).findings).not.toEqual([]);
  });
});

describe("shares of the price, each with its sum right behind it, in a clause of payments", () => {
  const items = (second: string): string[] => [
    "一、价款",
    "合同总价为149,834元。",
    "二、付款",
    "（1）订单生效、收到发票后10日：30%，44,950.20元；",
    `（2）样次完成并交齐报告：40%，${second}元；`,
    "（3）报告经我司水质科签认：30%，44,950.20元。",
  ];

  test("are payments whatever their words", () => {
    const { instalments, findings, problems } = readOf(...items("59,933.60"));
    expect(instalments.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
      "44950.2 30",
      "59933.6 40",
      "44950.2 30",
    ]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("and are told where one isn't that share", () => {
    const { findings, problems } = readOf(...items("59,393.60"));
    expect([...findings, ...problems]).not.toEqual([]);
  });
});

test.each([
  ["both where all amounts are just these", "60,000", ["30", "60", "10", "30", "60", "10"]],
  ["what is paid now alone where those before are others", "50,000", ["-", "-", "-", "30", "60", "10"]],
])("shares beside what was and what is paid are of %s", (_, second, shares) => {
  const third = second === "60,000" ? "10,000" : "20,000";
  const { instalments } = readOf(
    "补充协议",
    "一、价款变更",
    "合同总价由100,000元调整为120,000元。",
    "二、付款的变更",
    "各期付款变更如下：",
    [
      "期次|付款条件|比例|变更前（元）|变更后（元）",
      "1|设备到货验收后|30%|30,000|36,000",
      `2|安装完工后|60%|${second}|72,000`,
      `3|质量保证期满后|10%|${third}|12,000`,
      "合计|||100,000|120,000",
    ],
  );
  expect(instalments.map((each) => each.split(" ")[1])).toEqual(shares);
});

test("what an annex says is no part of the clause before it, whose heading is of something else", () => {
  const { instalments, problems } = readOf(
    "四、合同金额",
    "合同总金额为170,000元，付款计划见附件A。",
    "八、争议与生效",
    "争议提交仲裁委员会仲裁。",
    "附件A",
    "付款计划",
    "A.1首付款：合同生效后10个工作日内，甲方支付合同总金额的20%，计34,000元。",
    "A.2年度款：服务考核合格的，甲方支付合同总金额的70%，计119,000元。",
    "A.3尾款：通过最终验收后30日内，甲方支付合同总金额的10%，计17,000元。",
  );
  expect(problems).toEqual([]);
  expect(instalments.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
    "34000 20",
    "119000 70",
    "17000 10",
  ]);
});

test.each([
  ["is not told as one that lacks its sum where a table lists all that is paid", "75,000", 0],
  ["is told where the table lacks some", "65,000", 1],
])("how payments are applied for %s", (_, last, count) => {
  const { problems } = readOf(
    "三、处置费用",
    "处置费用合计人民币150,000元。",
    "四、结算与支付",
    "费用按季度后付，各期金额如下：",
    [
      "期数|处置期间|应付金额（元）|最迟付款时间",
      "1|2025.07.01～2025.09.30|75,000|2025年10月20日前",
      `2|2025.10.01～2025.12.31|${last}|2026年1月20日前`,
    ],
    "4.2乙方于每季度结束后10日内提交汇总表和发票，甲方审核后支付。",
  );
  expect(problems.filter((said) => said.includes("付款条款"))).toHaveLength(count);
});
