import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

function recordOf(...clauses: string[]) {
  const parts = ["技术服务合同", "一、合同价款", "合同总价1,000,000元。", "二、付款方式", ...clauses];
  return recognizedToRecord(told("steps", parts, {}).scan, SOURCE);
}

const stepsOf = (...clauses: string[]) =>
  recordOf(...clauses).schedules[0].instalments.map(({ amount, percent }) => [
    amount ? amount.fen / 100 : null,
    percent?.percent ?? null,
  ]);

describe("what is told as paid up to an instalment", () => {
  test.each([
    ["签订后付30%；到货后付至60%；验收后付至95%；余5%质保期满后支付。", ["30", "30", "35", "5"]],
    ["签订后付40%；中期验收后累计付款比例达到80%；终验后付清余下20%。", ["40", "40", "20"]],
    ["预付20%；初验后付至合同价的70%，本次付50%；终验后支付30%。", ["20", "50", "30"]],
  ])("is its share above the steps before: %s", (clause, shares) => {
    expect(stepsOf(clause)).toEqual(shares.map((share) => [null, share]));
  });

  test.each([
    ["签约后支付20万元；初验后付至70万元；终验后付至100万元。", [200000, 500000, 300000]],
    ["签约后付40万元，中期后累计支付80万元，终验后付清余款20万元。", [400000, 400000, 200000]],
    ["签约后支付至乙方账户30万元，验收后支付70万元。", [300000, 700000]],
  ])("is its sum above the steps before: %s", (clause, sums) => {
    expect(stepsOf(clause)).toEqual(sums.map((sum) => [sum, null]));
  });

  test("may have its own sum beside the share of all: by the rate of the steps before", () => {
    expect(stepsOf("签约后付20%，即20万元；初验后付至70%，即50万元；终验后付至100%，即30万元。")).toEqual([
      [200000, "20"],
      [500000, "50"],
      [300000, "30"],
    ]);
    expect(stepsOf("签约后付20%，即20万元；初验后付至70%，即70万元；终验后付至100%，即100万元。")).toEqual([
      [200000, "20"],
      [500000, "50"],
      [300000, "30"],
    ]);
  });

  test.each([
    ["behind progress", "预付10%；每月按已完工程量的70%支付进度款；竣工后付至85%；余15%为质保金。", "85%"],
    ["of another whole", "预付10%；竣工后付至合同价的85%；结算后付至结算价的97%；余3%为质保金。", "97%"],
    ["behind a sum without a share", "签约后支付30万元；中期检查后付至80%；验收后付清余款。", "80%"],
    ["less than before", "签订后支付60%；中期验收后付至50%；终验后付清余下40%。", "50%"],
  ])("is a problem, never a guess, where it doesn't follow: %s", (_, clause, figure) => {
    const { problems, schedules } = recordOf(clause);
    expect(problems.map(({ message }) => message.zh).join()).toContain(figure);
    const shares = schedules[0].instalments.map(({ percent }) => percent?.percent ?? null);
    expect(shares).not.toContain(figure.replace("%", ""));
  });

  test("proves none of its parts by what they come to", () => {
    const { schedules, checks } = recordOf("签订后付30%；到货后付至95%；余5%质保期满后支付。");
    expect(checks.find(({ ruleId }) => ruleId === "schedule-equals-total")?.outcome).toBe("pass");
    expect(schedules[0].instalments.map(({ percent }) => percent?.trust)).toEqual([
      "agreed",
      "agreed",
      "proven",
    ]);
  });

  test("is held against what is left", () => {
    const { findings } = recordOf("签订后付30%；到货后付至95%；余8%质保期满后支付。");
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["schedule-equals-total"]);
  });
});

describe("where a mark or word among payments was misread", () => {
  test.each([["签订后预付20%：初验后付至合同价的60%；终验后付至95%；余款5%质保期满后支付。", "20%"]])(
    "a share given to none is a problem, and none of the others is believed: %s",
    (clause, lost) => {
      const { problems, schedules, findings } = recordOf(clause);
      expect(problems.map(({ message }) => message.zh).join()).toContain(`“${lost}”`);
      const trusts = schedules[0].instalments.map(({ percent }) => percent?.trust);
      expect([...new Set(trusts)]).toEqual(["doubtful"]);
      expect(findings.filter(({ cause }) => cause === "document")).toEqual([]);
    },
  );

  test("what is told as paid up to a share of the price is so without its verb", () => {
    expect(stepsOf("签订后支付10%；初验后什至合同价的50%；终验后付至97%；余款3%质保期满后支付。")).toEqual([
      [null, "10"],
      [null, "40"],
      [null, "47"],
      [null, "3"],
    ]);
    expect(stepsOf("签订后预付20%；初验后付至60%；终验后十五日内什至95%；余款5%质保期满后支付。")).toEqual([
      [null, "20"],
      [null, "40"],
      [null, "35"],
      [null, "5"],
    ]);
  });

  test("other shares of a payment clause are no instalments", () => {
    const { problems, schedules } = recordOf(
      "甲方收到乙方开具的税率为6%的发票后付款。签订后支付30%（百分之三十），完成80%工作量后支付70%；满意率低于90%的不予支付奖励；设备损坏的按照购置价的80%赔偿，每期按应付款的5%扣除。",
    );
    expect(problems).toEqual([]);
    expect(schedules[0].instalments.map(({ percent }) => percent?.percent)).toEqual(["30", "70"]);
  });

  test.each(["，", "。", "；"])("%s amid the words of one payment parts none of them off", (mark) => {
    expect(
      stepsOf(
        `签订后支付30%；验收后支付65%，计650,000元；剩余为合同总价的5%${mark}计50,000元，质保期满后支付。`,
      ).at(-1),
    ).toEqual([50000, "5"]);
    expect(stepsOf(`签订后支付30%；验收后支付67%；余款3%为质保金${mark}满一年后支付。`)).toEqual([
      [null, "30"],
      [null, "67"],
      [null, "3"],
    ]);
  });

  test.each(["：", "；", "。"])("months announced before %s are told once", (mark) => {
    const { schedules } = recordOf(
      `经费按月拨付${mark}2026年1月至2026年9月每月拨付80,000元；2026年10月拨付280,000元。`,
    );
    expect(schedules[0].instalments.map(({ from, to, occurrences }) => [from, to, occurrences])).toEqual([
      ["2026-01", "2026-09", 9],
      ["2026-10", "2026-10", 1],
    ]);
  });
});

test("a step whose share lost its sign, or was read as nothing, makes no later one believed in silence", () => {
  const sure = recordOf("签订后预付10%；验收后付至50%；余50%质保期满后支付。");
  expect(sure.schedules[0].instalments.map(({ percent }) => percent?.percent)).toEqual(["10", "40", "50"]);
  expect(sure.status).toBe("clean");
  const lost = recordOf("签订后预付10；验收后付至50%；余50%质保期满后支付。");
  expect(lost.problems.map(({ message }) => message.zh).join()).toContain("“10”");
  const nothing = recordOf("签订后预付0%；验收后付至50%；余50%质保期满后支付。");
  expect(nothing.schedules[0].instalments[1].percent?.trust).toBe("doubtful");
});
