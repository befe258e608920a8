import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

const record = (second: string) =>
  recordOf(
    told(
      "years",
      [
        "班车租赁服务合同",
        "一、服务期限",
        "自2025年4月1日至2027年3月31日，共24个月。",
        "二、第一年度费用",
        "客车租金780,000元，调度补贴36,000元，第一年度费用共计816,000元。",
        "三、第二年度费用",
        "客车租金804,000元，调度补贴36,000元，第二年度费用共计840,000元。",
        "四、支付",
        "（一）第一年度按月支付：2025年4月至2026年3月每月68,000元。",
        `（二）第二年度按季支付：2026年6月、9月、12月及2027年3月各支付${second}元。`,
        "签订日期：2025年3月19日",
      ],
      {},
    ).scan,
  );

describe("payments of several years told one after another", () => {
  test("are held against the year that they are of", () => {
    const { status, checks } = record("210,000");
    const own = checks.filter(({ ruleId }) => ruleId === "schedule-equals-total");
    expect(own.map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual([
      "第一年度付款计划 pass",
      "第二年度付款计划 pass",
    ]);
    expect(status).toBe("clean");
  });

  test("are blamed only for their own year", () => {
    const { findings } = record("201,000");
    expect(findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toEqual([
      "schedule-equals-total 第二年度付款计划",
    ]);
  });

  test("are held against nothing where those of a year are missing", () => {
    const { checks, problems } = recordOf(
      told(
        "lost",
        [
          "班车租赁服务合同",
          "二、第一年度费用",
          "客车租金780,000元，调度补贴36,000元，第一年度费用共计816,000元。",
          "三、第二年度费用",
          "客车租金804,000元，调度补贴36,000元，第二年度费用共计840,000元。",
          "四、支付",
          "（一）第一年度按月支付：2025年4月至2026年3月每月68,000元。",
        ],
        {},
      ).scan,
    );
    const own = checks.filter(({ ruleId }) => ruleId === "schedule-equals-total");
    expect(own.map(({ outcome }) => outcome)).not.toContain("fail");
    expect(problems.map(({ message }) => message.zh).join()).not.toContain("算得 0");
  });
});
