import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/pipeline.ts";
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
