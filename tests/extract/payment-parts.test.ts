import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

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
