import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

const read = (total: string, ...payments: string[]) => {
  const { scan } = told(
    "some",
    [
      "场地租用合同",
      "甲方：望海区文化馆 乙方：安泰置业有限公司",
      "一、租期",
      "租期36个月，自2023年6月1日起至2026年5月31日止。",
      "二、租金",
      `租金总额${total}元。`,
      "三、付款方式",
      ...payments,
    ],
    {},
  );
  const { schedules, findings } = recordOf(scan);
  return {
    paid: schedules.flatMap(({ instalments }) =>
      instalments.map(({ from, to, occurrences, amount }) =>
        [from ?? "", to ?? "", occurrences, (amount?.fen ?? 0) / 100].join(" "),
      ),
    ),
    findings: findings.map(({ ruleId }) => ruleId),
  };
};

describe("how often some of all payments are paid", () => {
  test("前四次每次, 后两次每次", () => {
    // 4 x 316,800 + 2 x 330,480 = 1,928,160
    expect(read("1,928,160", "每半年付一次，前四次每次316,800元，后两次每次330,480元。")).toEqual({
      paid: ["  4 316800", "  2 330480"],
      findings: [],
    });
  });

  test("前五期每期, 最后一期", () => {
    expect(read("595,000", "分六期支付，前五期每期100,000元，最后一期95,000元。")).toEqual({
      paid: ["  5 100000", "  1 95000"],
      findings: [],
    });
  });

  test("a wrong count is a finding", () => {
    const { findings } = read("1,928,160", "每半年付一次，前三次每次316,800元，后两次每次330,480元。");
    expect(findings).toContain("schedule-equals-total");
  });

  test("每次 without a word for some of them is each time", () => {
    expect(read("1,800,000", "每半年付一次，每次300,000元。").paid).toEqual(["  6 300000"]);
  });
});

test("listed quarters are each paid", () => {
  const { paid } = read(
    "1,721,020",
    "1. 2024年第一季度、第二季度养护费按每季度445,750元支付。",
    "2. 2024年第三季度、第四季度养护费每季度414,760元，于季后次月20日前支付。",
  );
  expect(paid).toEqual(["2024-01 2024-06 2 445750", "2024-07 2024-12 2 414760"]);
});

test("noughts alone, as are left of a sum, are told and blame no one", () => {
  // 60 % of 540,000 is 324,000, of which 324,0 went unread.
  const { findings, problems } = outlineOf(
    "图书室共建协议",
    "一、资助金额",
    "资助总额540,000.00元。",
    "二、拨付",
    "1.协议签订后10个工作日内支付60%，即00元；",
    "2.图书室建成并验收后支付40%，即216,000.00元。",
  );
  expect(findings).toEqual([]);
  expect(problems.join()).toContain("00元");
});
