import { describe, expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import { claimsOf } from "../../src/model/relation-claims.ts";
import { isFarOff, isSlip } from "../../src/model/relation-slip.ts";
import { proveContents } from "../../src/prove/index.ts";
import {
  budget,
  contents,
  instalment,
  line,
  money,
  monthly,
  percent,
  quantity,
  schedule,
} from "../support/make-figures.ts";

const failing = (given: Contents) =>
  claimsOf(given).flatMap(({ equation, ruleId }) =>
    equation && ruleId !== "restated-total-agrees" ? [equation] : [],
  );
const sumOf = (lines: number[], total: number) =>
  failing(
    contents({
      budgets: [
        budget(
          lines.map((yuan, at) => line(`第${at}项`, yuan)),
          total,
        ),
      ],
    }),
  )[0];
const shareOf = (yuan: number, share: string, total: number) =>
  failing(contents({ budgets: [budget([line("甲", yuan, share)], total)] })).filter(
    ({ kind }) => kind === "share",
  )[0];

describe("a relation that fails as by one slip", () => {
  test.each([
    ["another digit in a line", [382_600, 114_700], 497_800],
    ["the first digit", [982_600, 114_700], 497_300],
    ["two digits changed about", [382_600, 117_400], 497_300],
    ["a digit lost", [38_260, 114_700], 497_300],
    ["a sum off by one in a place, with a carry", [382_600, 114_700], 501_300 - 3_000],
    ["a carry over two places", [951_600, 262_800 - 8_000], 1_214_400],
  ])("%s", (_, lines, total) => {
    expect(isSlip(sumOf(lines, total))).toBe(true);
    expect(isFarOff(sumOf(lines, total))).toBe(false);
  });

  test("a share cut off or of another digit", () => {
    expect(isSlip(shareOf(258_263, "10.19", 2_532_911))).toBe(true);
    expect(isSlip(shareOf(258_263, "70.20", 2_532_911))).toBe(true);
    expect(isSlip(shareOf(258_263, "47.31", 2_532_911))).toBe(false);
  });

  test("a share in whole percents is not another one ten times as large", () => {
    expect(isSlip(shareOf(18_920, "20", 921_600))).toBe(false);
  });
});

describe("a relation that fails by more", () => {
  test.each([
    ["a line too many", [382_600, 114_700, 382_611], 497_300, true],
    ["a total that is another's", [382_600, 114_700], 4_685_123, true],
    ["a line misreckoned", [382_600, 129_343], 497_300, false],
  ])("%s", (_, lines, total, isFar) => {
    expect(isSlip(sumOf(lines, total))).toBe(false);
    expect(isFarOff(sumOf(lines, total))).toBe(isFar);
  });
});

describe("figures that don't come out", () => {
  const misreckoned = contents({ budgets: [budget([line("甲", 382_600), line("乙", 129_343)], 497_300)] });
  const slipped = contents({ budgets: [budget([line("甲", 382_600), line("乙", 117_400)], 497_300)] });
  const unplaced = (pageNumber: number) => ({
    code: "figure-not-understood" as const,
    pageNumber,
    box: null,
    message: { zh: "未能归入", en: "no place" },
  });
  const rulesOf = (given: Contents) => checkContents(given).findings.map(({ ruleId }) => ruleId);
  const told = (given: Contents) => checkContents(given).checks.map(({ outcome }) => outcome);

  test("are a finding where every figure near them has a place", () => {
    expect(rulesOf(misreckoned)).toEqual(["total-equals-sum"]);
    expect(rulesOf({ ...misreckoned, problems: [unplaced(9)] })).toEqual(["total-equals-sum"]);
  });

  test("can't be told where one near them has none, unless one slip explains them", () => {
    expect(rulesOf({ ...misreckoned, problems: [unplaced(1)] })).toEqual([]);
    expect(told({ ...misreckoned, problems: [unplaced(1)] })).toContain("cannot-tell");
    expect(rulesOf({ ...slipped, problems: [unplaced(1)] })).toEqual(["total-equals-sum"]);
  });

  test("are doubted and told where they lie far apart, and nobody is blamed", () => {
    const paid = schedule([instalment(101_130, { percent: percent("85") }), instalment(226_011)], 1_506_740);
    const proven = proveContents(contents({ schedules: [paid] }));
    expect(proven.problems.map(({ message }) => message.zh).join()).toContain("327141");
    expect(proven.schedules[0].instalments.map(({ amount }) => amount?.trust)).toEqual([
      "doubtful",
      "doubtful",
    ]);
    expect(rulesOf(proven)).toEqual([]);
  });
});

describe("a share far from what it should be", () => {
  const rulesOf = (...lines: [yuan: number, share: string][]) =>
    checkContents(
      proveContents(
        contents({
          budgets: [
            budget(
              lines.map(([yuan, share], at) => line(`第${at}项`, yuan, share)),
              794_970,
            ),
          ],
        }),
      ),
    ).findings.map(({ ruleId }) => ruleId);

  test("is a finding among shares that come out, and alone rather a share of something else", () => {
    expect(rulesOf([758_970, "95.47"], [36_000, "1.62"])).toContain("percent-of-total");
    expect(rulesOf([758_970, "1.62"])).toEqual([]);
  });
});

describe("months that don't follow on each other", () => {
  const of = (...months: [string, string][]) =>
    contents({ schedules: [schedule(months.map(([from, to]) => monthly(from, to, 1)))] });
  const outcomes = (given: Contents) =>
    checkContents(given)
      .checks.filter(({ ruleId }) => ruleId === "schedule-covers-term")
      .map(({ outcome }) => outcome);

  test("are a finding where one is left out, and can't be told where a year is", () => {
    expect(outcomes(of(["2025-01", "2025-04"], ["2025-06", "2025-12"]))).toEqual(["fail"]);
    expect(outcomes(of(["2024-09", "2024-11"], ["2025-12", "2025-12"]))).toEqual(["cannot-tell"]);
  });

  test("can't be told where more of them are amiss than a slip makes", () => {
    const quarters = of(
      ["2025-04", "2026-02"],
      ["2026-03", "2026-03"],
      ["2026-06", "2026-06"],
      ["2026-09", "2026-09"],
      ["2026-12", "2026-12"],
    );
    expect(outcomes(quarters)).toEqual(["cannot-tell"]);
  });
});

describe("products", () => {
  const rulesOf = (...rows: [count: string, price: number, yuan: number][]) => {
    const lines = rows.map(([count, price, yuan], at) =>
      line(`第${at}项`, yuan, null, { quantity: quantity(count), unitPrice: money(price) }),
    );
    const proven = proveContents(contents({ budgets: [budget(lines, null)] }));
    return [...checkContents(proven).findings.map(({ ruleId }) => ruleId), proven.problems.length];
  };

  test("that all lack a factor blame nobody, and are told", () => {
    expect(rulesOf(["3", 4200, 113_400], ["12", 4200, 756_000], ["6", 4300, 387_000])).toEqual([3]);
  });

  test("of which one fails is a finding", () => {
    const sound: [string, number, number][] = [
      ["12", 4200, 50_400],
      ["6", 4300, 25_800],
    ];
    expect(rulesOf(["3", 4200, 13_400], ...sound)).toEqual(["quantity-times-price", 0]);
  });
});

describe("shares that all fail alike", () => {
  const rulesOf = (...shares: [yuan: number, share: string][]) => {
    const paid = schedule(
      shares.map(([yuan, share]) => instalment(yuan, { percent: percent(share) })),
      1_000_000,
    );
    const given = contents({ schedules: [paid] });
    return checkContents(given).findings.map(({ ruleId }) => ruleId);
  };
  const OF_OTHER: [number, string][] = [
    [330_000, "30"],
    [440_000, "40"],
    [330_000, "30"],
  ];

  test("are those of a whole that was not read: nobody is blamed for them", () => {
    expect(rulesOf(...OF_OTHER)).not.toContain("instalment-percent-of-total");
  });

  test("and one that fails otherwise is", () => {
    expect(rulesOf([300_000, "30"], [400_000, "40"], [330_000, "30"])).toContain(
      "instalment-percent-of-total",
    );
  });
});
