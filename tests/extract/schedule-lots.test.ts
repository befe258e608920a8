import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

function recordOf(total: string, ...clauses: string[]) {
  const parts = ["保洁服务合同", "一、合同价款", `合同总价${total}元。`, "二、付款方式", ...clauses];
  return recognizedToRecord(told("lots", parts, {}).scan, SOURCE);
}

const paidIn = ({ schedules }: ReturnType<typeof recordOf>) =>
  schedules.flatMap(({ instalments }) =>
    instalments.map(({ amount, occurrences }) => `${(amount?.fen ?? 0) / 100} × ${occurrences}`),
  );

describe("what each lot is paid", () => {
  test.each([
    ["签订后每标段支付120,000元，共两个标段；验收后每标段支付195,000元。", ["120000 × 2", "195000 × 2"]],
    ["本项目分2个标段，签订后每个标段支付120,000元；验收后支付390,000元。", ["120000 × 2", "390000 × 1"]],
    [
      "签订后每标段支付120,000元，共两个标段，计240,000元；验收后支付390,000元。",
      ["120000 × 2", "390000 × 1"],
    ],
    ["签订后每个社区支付60,000元，共4个社区；验收后支付390,000元。", ["60000 × 4", "390000 × 1"]],
    ["每次支付120,000元，共两次，计240,000元；验收后支付390,000元。", ["120000 × 2", "390000 × 1"]],
  ])("is paid as often as there are lots: %s", (clause, payments) => {
    const record = recordOf("630,000", clause);
    expect(paidIn(record)).toEqual(payments);
    expect(record.status).toBe("clean");
  });

  test.each([
    "签订后支付240,000元，每标段120,000元，共两个标段；验收后支付390,000元。",
    "签订后支付240,000元；验收后支付390,000元，每标段195,000元。",
  ])("is no payment of its own behind what all are paid: %s", (clause) => {
    const record = recordOf("630,000", clause);
    expect(paidIn(record)).toEqual(["240000 × 1", "390000 × 1"]);
    expect(record.status).toBe("clean");
  });

  test("is open where no lots are counted, and isn't blamed on the paper", () => {
    const { findings, problems } = recordOf("633,000", "签订后每标段支付121,700元；验收后支付389,600元。");
    expect(findings.filter(({ cause }) => cause === "document")).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain("figure-not-understood");
  });

  test("is still judged: three lots of 125,000 don't come to 240,000", () => {
    const { status, findings } = recordOf(
      "630,000",
      "签订后每标段支付125,000元，共三个标段；验收后支付390,000元。",
    );
    expect(status).toBe("flagged");
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["schedule-equals-total"]);
  });
});

describe("what each year is paid by the quarter", () => {
  const yearly = (clause: string, total: string) =>
    recordOf(total, "服务期限自2025年7月1日至2027年6月30日。", clause);
  test.each([
    [
      "2025年每季度支付54,000元，2026年每季度支付58,500元，2027年每季度支付60,000元。",
      "462,000",
      ["54000 × 2", "58500 × 4", "60000 × 2"],
    ],
    [
      "2025年每月支付18,000元，2026年每月支付19,500元，2027年每月支付20,000元。",
      "462,000",
      ["18000 × 6", "19500 × 12", "20000 × 6"],
    ],
    [
      "第一个服务年度每季度支付54,000元，第二个服务年度每季度支付58,500元。",
      "450,000",
      ["54000 × 4", "58500 × 4"],
    ],
  ])("is paid within that year and the term: %s", (clause, total, payments) => {
    const record = yearly(clause, total);
    expect(paidIn(record)).toEqual(payments);
    expect(record.findings).toEqual([]);
  });
  test("is judged against the total", () => {
    const { findings } = yearly(
      "第一个服务年度每季度支付54,000元，第二个服务年度每季度支付58,800元。",
      "450,000",
    );
    expect(findings.map(({ ruleId }) => ruleId)).toContain("schedule-equals-total");
  });
});
