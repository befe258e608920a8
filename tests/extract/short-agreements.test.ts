import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

const DATED = ["服务期限：2025年1月1日至2025年12月31日。", "签订日期：2024年12月20日"];

describe("the price of a short agreement", () => {
  test.each([
    [
      "一、广告发布费：人民币96,000元整，乙方应于合同签订之日支付50%，余款于2025年8月31日前付清。",
      ["- 50%", "- 2025-08..2025-08"],
    ],
    [
      "一、广告发布费：人民币96,000元整。乙方应于合同签订之日支付50%，余款于2025年8月31日前付清。",
      ["- 50%", "- 2025-08..2025-08"],
    ],
    [
      "一、甲方向乙方支付律师费人民币96,000元，签订合同时支付46,000元，一审判决后支付50,000元。",
      ["46000", "50000"],
    ],
    ["一、翻译费为96,000元，交稿后一次性支付。", ["96000"]],
  ])("is the one sum that bears a price's name, and no payment: %s", (text, paid) => {
    const { totals, payments, findings, problems } = detailsOf("合同", text);
    expect({ totals, payments, findings, problems }).toEqual({
      totals: ["original 总96000"],
      payments: paid,
      findings: [],
      problems: [],
    });
  });

  test.each([
    "一、费用：基础服务费每年24万元；超出500小时部分按每小时480元计。",
    "一、首年月租金为人民币12,000元，第二年起每年递增5%。",
    "一、服务费由每月20,000元调整为每月22,000元，自2025年7月1日起执行。",
  ])("is told where none of it is read, and the record is not clean: %s", (text) => {
    const record = recordOf(told("price", ["合同", text, ...DATED], {}).scan);
    expect(record.status).toBe("incomplete");
    expect(record.problems.map(({ message }) => message.zh)).toContainEqual(
      expect.stringContaining("合同写有这笔价款"),
    );
  });

  test("is none of several sums by such names, nor what others settle", () => {
    const { totals } = detailsOf(
      "租赁合同",
      "一、所留货架作价2,600元，由乙方与前任自行清结。",
      "二、运费266,500元、管理费19,600元，由丙方核定。",
    );
    expect(totals).toEqual([]);
  });
});

describe("what pays all that is left", () => {
  const restOf = (text: string): (true | undefined)[] =>
    recordOf(told("rest", ["合同", "一、总价为100,000元。", text], {}).scan).schedules.flatMap(
      ({ instalments }) => instalments.map(({ remainder }) => remainder),
    );

  test.each([
    ["二、付款方式：签订合同预付30%，余款货到付清。", [undefined, true]],
    ["二、付款方式：提交报告后一次性支付。", [true]],
    ["二、付款方式：签订合同付30%，货到付70%。每期款项凭发票一次性支付。", [undefined, undefined]],
  ])("is marked, and needs no sum: %s", (text, wanted) => {
    expect(restOf(text)).toEqual(wanted);
    const { findings, problems } = detailsOf("合同", "一、总价为100,000元。", text);
    expect({ findings, problems }).toEqual({ findings: [], problems: [] });
  });

  test("can't be told where the others leave nothing", () => {
    const { checks } = recordOf(
      told(
        "rest",
        ["合同", "一、总价为100,000元。", "二、付款：签订后付60%，货到付40%，余款一年后付清。"],
        {},
      ).scan,
    );
    expect(checks).toContainEqual(
      expect.objectContaining({ ruleId: "schedule-equals-total", outcome: "cannot-tell" }),
    );
  });
});

test("a rate beside what is paid each time for several months is no payment", () => {
  const { payments, findings, problems } = detailsOf(
    "服务合同",
    "一、服务费用：每月人民币8,500元，按季度支付，每季度25,500元，全年共计102,000元。",
    "二、服务期限：2025年1月1日至2025年12月31日。",
  );
  expect({ payments, findings, problems }).toEqual({ payments: ["25500×4"], findings: [], problems: [] });
});

test("of a whole of which only what is set apart is told, nothing is missing", () => {
  const { checks } = recordOf(
    told(
      "apart",
      ["施工合同", "一、合同价款：暂定总价3,560,000元（其中暂列金额200,000元），最终以审计结算价为准。"],
      {},
    ).scan,
  );
  expect(checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
});
