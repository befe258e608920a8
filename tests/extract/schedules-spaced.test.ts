import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** `2025-09 2026-04 8×239270.4` for each instalment, and what is flagged. */
function payments(...parts: string[]): { paid: string[]; said: string[] } {
  const { scan } = told("服务合同", ["服务合同", "甲方：河口镇政府 乙方：安顺公司", ...parts], {});
  const { schedules, findings, problems } = recognizedToRecord(scan, SOURCE);
  return {
    paid: schedules.flatMap(({ instalments }) =>
      instalments.map(
        ({ from, to, occurrences, amount }) =>
          `${from ?? "–"} ${to ?? "–"} ${occurrences}×${amount ? amount.fen / 100 : "?"}`,
      ),
    ),
    said: [...findings.map(({ ruleId }) => ruleId), ...problems.map(({ message }) => message.zh)],
  };
}

describe("payments that are counted between two months", () => {
  test.each([
    [
      "2025年7月至2027年4月共8期，每期2,000元；2027年7月至2028年4月共4期，每期3,000元。",
      ["2025-07 2027-04 8×2000", "2027-07 2028-04 4×3000"],
    ],
    ["自2024年5月起每三个月支付一次，至2025年8月止共6次，每次5,000元。", ["2024-05 2025-08 6×5000"]],
    ["2026年1月起逐月拨付至当年12月，每月2,500元。", ["2026-01 2026-12 12×2500"]],
  ])("%s", (words, paid) => {
    const total = paid.reduce((sum, each) => {
      const [count, yuan] = (each.split(" ")[2] ?? "").split("×").map(Number);
      return sum + (count ?? 0) * (yuan ?? 0);
    }, 0);
    const read = payments("一、合同总价", `合同总价为${total}元。`, "二、付款方式", words);
    expect(read).toEqual({ paid, said: [] });
  });

  test("a wrong count is told by the total", () => {
    const { said } = payments(
      "一、合同总价",
      "合同总价为30000元。",
      "二、付款方式",
      "自2024年5月起每三个月支付一次，至2025年8月止共6次，每次4,000元。",
    );
    expect(said).toContain("schedule-equals-total");
  });
});

describe("months that are listed", () => {
  test.each([
    ["2025年9月、2025年12月、2026年3月，每次支付2,000元。"],
    ["甲方每季度支付2,000元，分别于2025年9月、2025年12月和2026年3月的月末支付。"],
    ["2025年9月、2025年12月、2026年3月各付2,000元。"],
  ])("%s", (words) => {
    const { paid } = payments("一、合同总价", "合同总价为6,000元。", "二、付款方式", words);
    expect(paid).toEqual(["2025-09 2025-09 1×2000", "2025-12 2025-12 1×2000", "2026-03 2026-03 1×2000"]);
  });
});

describe("what only announces payments", () => {
  test("counts for none beside those that come to the total", () => {
    const read = payments(
      "一、合同总价",
      "合同总价为24,000元。",
      "二、付款方式",
      "2.1 服务费按月支付，由监管单位出具意见后拨付。",
      "2.2 2025年1月至2025年12月每月支付2,000元。",
    );
    expect(read.paid).toEqual(["2025-01 2025-12 12×2000"]);
  });

  test("is kept where they don't", () => {
    const { paid, said } = payments(
      "一、合同总价",
      "合同总价为30,000元。",
      "二、付款方式",
      "2.1 合同签订后支付合同总价的20%。",
      "2.2 2025年1月至2025年12月每月支付2,000元。",
    );
    expect(paid).toHaveLength(2);
    expect(said).toEqual([]);
  });

  test("a deposit that the paid side puts up is no payment", () => {
    const { paid } = payments(
      "一、合同总价",
      "合同总价为24,000元。",
      "二、付款方式",
      "2025年1月至2025年12月每月支付2,000元。",
      "三、其他",
      "乙方应在签约后7日内缴存服务质量保证金叁万元，合同期满后30日内退回。",
    );
    expect(paid).toEqual(["2025-01 2025-12 12×2000"]);
  });
});

test("大写 right behind 人民币大写 are read", () => {
  const { said } = payments(
    "一、合同总价",
    "合同总价：¥2,226,231.08，人民币大写贰佰贰拾贰万陆仟贰佰叁拾壹元零捌分。",
  );
  expect(said).toEqual([]);
});

describe("equal payments within the months of others", () => {
  const streams = (quarterly: string) =>
    payments(
      "一、服务期限",
      "自2025年10月1日至2026年9月30日。",
      "二、合同金额",
      "合同金额为2,360,000元。",
      "三、支付",
      "（1）基本服务费：2025年10月至2026年9月，每月支付177,000元。",
      `（2）考核服务费：${quarterly}`,
    ).said;

  test("are a stream of their own", () => {
    expect(streams("2025年12月、2026年3月、2026年6月、2026年9月，每次支付59,000元。")).toEqual([]);
  });

  test("count all the same towards the total", () => {
    expect(streams("2025年12月、2026年3月、2026年6月、2026年9月，每次支付95,000元。")).toContain(
      "schedule-equals-total",
    );
  });

  test("a single month that is paid twice is a flaw", () => {
    expect(
      payments(
        "一、服务期限",
        "自2025年1月1日至2025年12月31日。",
        "二、合同金额",
        "合同金额为130,000元。",
        "三、支付",
        "2025年1月至2025年12月每月支付10,000元；2025年12月支付10,000元。",
      ).said,
    ).toContain("schedule-covers-term");
  });
});

test("words that only say how it is paid lack no sum where all comes out", () => {
  const by = (last: string) =>
    payments(
      "一、合同总价",
      "合同总价为57,000元。",
      "二、付款方式",
      "1. 服务费按月支付，次月10日前由监管单位出具意见，甲方据以拨付。",
      `2. 2025年1月至6月，每月4,000元；2025年7月至12月，每月${last}元。合计57,000元。`,
    ).said;
  expect(by("5,500")).toEqual([]);
  expect(by("5,600")).not.toEqual([]);
});

test("a count told before a list of parts is not of the months of its first", () => {
  const { paid, said } = payments(
    "一、合同总价",
    "合同总价为342.24万元。",
    "二、费用支付",
    "费用按季度分四期预付，每期支付25%：第一期（2024年9月至2024年11月）于2024年9月10日前支付25%，即85.56万元；第二期（2024年12月至2025年2月）于2024年12月10日前支付25%，即85.56万元；第三期（2025年3月至2025年5月）于2025年3月10日前支付25%，即85.56万元；第四期（2025年6月至2025年8月）于2025年6月10日前支付25%，即85.56万元。",
  );
  expect(paid[0]).toBe("2024-09 2024-11 1×855600");
  expect(paid).toHaveLength(4);
  expect(said).toEqual([]);
});
