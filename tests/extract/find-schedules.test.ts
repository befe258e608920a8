import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSchedules } from "../../src/extract/find-schedules.ts";
import type { FlowParagraph, FlowTable } from "../../src/model/flow.ts";
import { flowOf, paragraph, table } from "../support/flow.ts";

type Paid = [
  from: string | null,
  to: string | null,
  occurrences: number,
  yuan: number | null,
  percent: string | null,
];

function schedulesOf(...parts: (string | FlowParagraph | FlowTable)[]) {
  return findSchedules(flowOf(...parts)).schedules.map(({ version, total, instalments }) => ({
    version,
    total: total ? total.fen / 100 : null,
    paid: instalments.map(
      ({ from, to, occurrences, amount, percent }): Paid => [
        from,
        to,
        occurrences,
        amount ? amount.fen / 100 : null,
        percent?.percent ?? null,
      ],
    ),
  }));
}

const one = (...paid: Paid[]) => [{ version: "original", total: null, paid }];

describe("money paid by the month", () => {
  test("runs of months, the last one by itself", () => {
    expect(
      schedulesOf(
        "四、经费拨付",
        "委托方按月拨付：2024年3月至2024年11月，每月拨付12,500元；2024年12月拨付12,480元。",
      ),
    ).toEqual(one(["2024-03", "2024-11", 9, 12500, null], ["2024-12", "2024-12", 1, 12480, null]));
  });

  test("over the term where no months are told", () => {
    expect(
      schedulesOf(
        "一、服务期限：自2025年1月1日起至2025年12月31日止。",
        "二、费用及支付：全年服务费共计人民币240,000元，由甲方按月支付，每月20,000元，于次月10日前汇入乙方账户。",
      ),
    ).toEqual(one(["2025-01", "2025-12", 12, 20000, null]));
  });

  test("as often as is said", () => {
    expect(schedulesOf("三、付款方式", "甲方每月支付8000元，共6个月。")).toEqual(
      one([null, null, 6, 8000, null]),
    );
  });
});

describe("money paid by the quarter", () => {
  test("named quarters", () => {
    expect(schedulesOf("第五条 支付方式", "2025年第一季度支付30万元；2025年第二季度支付28.5万元。")).toEqual(
      one(["2025-01", "2025-03", 1, 300000, null], ["2025-04", "2025-06", 1, 285000, null]),
    );
  });

  test("the same every quarter of a stretch", () => {
    expect(
      schedulesOf("第五条 支付方式", "自2025年3月起至2026年2月，甲方每季度末向乙方支付338750元，共四次。"),
    ).toEqual(one(["2025-03", "2026-02", 4, 338750, null]));
  });
});

describe("instalments by share", () => {
  test("with amounts and conditions, one a paragraph", () => {
    const { schedules } = findSchedules(
      flowOf(
        "第三条 付款方式",
        "甲方分三期支付：",
        "第一期：合同签订后10个工作日内，甲方支付合同总额的50%，计150000元；",
        "第二期：中期评估合格后支付40%，即120000元；",
        "第三期：项目结束并验收合格后，支付剩余10%，即人民币叁万元整（¥30,000.00）。",
        "乙方应缴纳履约保证金15000元，服务期满无息退还。",
      ),
    );
    expect(
      schedules[0].instalments.map(({ amount, percent, condition }) => [
        amount?.fen,
        percent?.percent,
        condition?.value,
      ]),
    ).toEqual([
      [15000000, "50", "合同签订后10个工作日内"],
      [12000000, "40", "中期评估合格后"],
      [3000000, "10", "项目结束并验收合格后"],
    ]);
  });

  test("a share alone stands without an amount", () => {
    expect(
      schedulesOf(
        "六、结算与支付",
        "（1）签订合同后支付合同价款的30%作为预付款；（2）验收合格后支付合同价款的65%；（3）余下5%作为质保金，一年后付清。",
      ),
    ).toEqual(one([null, null, 1, null, "30"], [null, null, 1, null, "65"], [null, null, 1, null, "5"]));
  });

  test("paid up to a share is what that is more than the shares before", () => {
    const [{ paid }] = schedulesOf(
      "六、付款方式",
      "合同签订后预付合同价的30%；完成全部工作后付至合同价的90%；余款质保期满后付清。",
    );
    expect(paid.map(([, , , , percent]) => percent)).toEqual(["30", "60", null]);
  });

  test("a share of progress is not one of money", () => {
    expect(schedulesOf("六、付款方式", "工作量完成80%后，支付合同总价的40%，即40000元。")).toEqual(
      one([null, null, 1, 40000, "40"]),
    );
  });
});

test("what was agreed and what it was changed to stand apart", () => {
  expect(
    schedulesOf(
      "服务合同补充协议",
      "二、付款的变更",
      "原合同约定分两期支付，第一期支付60000元，第二期支付40000元。",
      "现变更为：第一期支付50000元，第二期支付30000元。",
    ).map(({ version, paid }) => [version, paid.map(([, , , yuan]) => yuan)]),
  ).toEqual([
    ["original", [60000, 40000]],
    ["amended", [50000, 30000]],
  ]);
});

test("a table of payments, with its total", () => {
  expect(
    schedulesOf(
      "付款计划表",
      table([
        ["期次", "付款时间", "付款比例", "付款金额（万元）", "付款条件"],
        ["1", "2025年9月", "40%", "4", "合同签订"],
        ["2", "2025年12月", "60%", "6", "验收合格"],
        ["合计", "", "100%", "10", ""],
      ]),
    ),
  ).toEqual([
    {
      version: "original",
      total: 100000,
      paid: [
        ["2025-09", "2025-09", 1, 40000, "40"],
        ["2025-12", "2025-12", 1, 60000, "60"],
      ],
    },
  ]);
});

test.each([
  "乙方逾期交付的，每逾期一日应支付合同总价0.5%的违约金，即500元。",
  "合同签订后乙方支付履约保证金20000元。",
  "甲方为服务对象购买保险，保额100万元。",
])("%s is no instalment", (text) => {
  expect(schedulesOf("七、其他约定", text)).toEqual([]);
});

test("no text makes it fail", () => {
  const words = fc.constantFrom(
    "支付",
    "每月",
    "第一期",
    "元",
    "万元",
    "占",
    "30%",
    "1,200",
    "2025年",
    "3月至",
    "5月",
    "；",
    "。",
    "：",
    "原合同",
    "变更为",
    "付至",
    "一、付款",
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
        { maxLength: 6 },
      ),
      (texts) => {
        expect(findSchedules(flowOf(...texts)).schedules.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 200 },
  );
});

test("a heading with a share, and nothing below it, holds no list of shares", () => {
  const flow = flowOf("一、付款：原合同30%");
  expect(findSchedules(flow).schedules.flatMap(({ instalments }) => instalments)).toHaveLength(1);
});

describe("payments told in ways of their own", () => {
  test("an invoice or a bond that must come first is no word about the money", () => {
    expect(
      schedulesOf(
        "四、结算方式",
        "甲方收到合法有效的增值税发票后，甲方支付首付款，为合同总价的40%，即4万元；乙方提交履约担保后7个工作日内，甲方支付尾款，为合同总价的60%，即6万元。",
      ),
    ).toEqual(one([null, null, 1, 40000, "40"], [null, null, 1, 60000, "60"]));
  });

  test("the first three quarters, and two quarters each", () => {
    const term = "服务期限自2025年1月1日至2025年12月31日。";
    expect(schedulesOf("三、付款", term, "前三季度每季度支付250,000元，第四季度支付280,000元。")).toEqual(
      one(["2025-01", "2025-09", 3, 250000, null], ["2025-10", "2025-12", 1, 280000, null]),
    );
    expect(
      schedulesOf("三、付款", term, "2025年第一、二季度各支付20万元，第三、四季度各支付25万元。"),
    ).toEqual(one(["2025-01", "2025-06", 2, 200000, null], ["2025-07", "2025-12", 2, 250000, null]));
  });

  test("a table by quarters that doesn't say 付款", () => {
    const quarters = table([
      ["季度", "应付服务费（元）"],
      ["2025年第一季度", "250000"],
      ["2025年第二季度", "260000"],
      ["合计", "510000"],
    ]);
    expect(schedulesOf("三、付款", quarters)).toEqual([
      {
        version: "original",
        total: 510000,
        paid: [
          ["2025-01", "2025-03", 1, 250000, null],
          ["2025-04", "2025-06", 1, 260000, null],
        ],
      },
    ]);
  });
});

describe("months that were not read for certain", () => {
  const MONTHS = "2025年3月支付60000元，2025年9月支付60000元。";
  const readUnlike = (at: number, saw: string): FlowParagraph => {
    const read = paragraph(MONTHS);
    const rival = { reader: "b", start: at, length: 1, saw, confidence: 0.9 };
    return { ...read, content: { ...read.content, rivals: [rival] } };
  };
  const problemsOf = (...parts: (string | FlowParagraph)[]): string[] =>
    findSchedules(flowOf("三、付款方式", ...parts)).problems.map(({ message }) => message.zh.slice(0, 9));

  test("are told where readers saw another one", () => {
    expect(problemsOf(readUnlike(5, "8"))).toEqual(["“2025年3月”"]);
  });

  test("are no matter where readers agree", () => {
    expect(problemsOf(MONTHS)).toEqual([]);
  });

  test("are borne out by a schedule that covers the term", () => {
    const term = "服务期限自2025年3月1日至2025年8月31日。";
    const text = "2025年3月至2025年7月每月支付6000元，2025年8月支付9000元。";
    const read = paragraph(text);
    const rival = { reader: "b", start: 5, length: 1, saw: "8", confidence: 0.9 };
    const unlike = { ...read, content: { ...read.content, rivals: [rival] } };
    expect(problemsOf(term, unlike)).toEqual([]);
  });
});
