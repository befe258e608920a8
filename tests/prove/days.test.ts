import { describe, expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import type { Day } from "../../src/model/value.ts";
import { proveContents } from "../../src/prove/index.ts";
import { contents, day, monthly, schedule } from "../support/make-figures.ts";

const stated = (given: Day): Day => ({ ...given, confidence: 1 });
const agreed = (signedOn: Day | null, from: Day, to: Day, months: number | null = null): Contents =>
  contents({ agreement: { ...contents().agreement, signedOn, term: { from, to, months } } });
const trusts = (given: Contents) => {
  const { signedOn, term } = proveContents(given).agreement;
  return [signedOn, term?.from, term?.to].map((each) => each?.trust ?? null);
};
const causes = (given: Contents) =>
  checkContents(proveContents(given)).findings.map(({ ruleId, cause }) => `${ruleId} ${cause}`);

describe("days that contradict each other as a misread digit makes them", () => {
  test("are doubted, and nobody is blamed", () => {
    const given = agreed(day("2035-12-20"), day("2026-01-01"), day("2026-12-31"));
    expect(trusts(given)[0]).toBe("doubtful");
    expect(causes(given)).toEqual(["dates-in-order unknown"]);
  });

  test("are the paper's where it states them itself", () => {
    const given = agreed(stated(day("2035-12-20")), stated(day("2026-01-01")), stated(day("2026-12-31")));
    expect(trusts(given)).toEqual(["agreed", "agreed", "agreed"]);
    expect(causes(given)).toEqual(["dates-in-order document"]);
  });

  test("are the paper's where no digit explains them", () => {
    const given = agreed(null, day("2025-08-01"), day("2026-07-31"), 35);
    expect(causes(given)).toEqual(["term-months-agree document"]);
  });

  test("are believed where the months between them say the same", () => {
    const given = agreed(null, { ...day("2025-08-01"), confidence: 0.5 }, day("2026-07-31"), 12);
    expect(trusts(given)).toEqual([null, "proven", "proven"]);
  });
});

test("days that were read poorly are doubted", () => {
  const poor = { ...day("2025-08-01"), confidence: 0.5 };
  expect(trusts(agreed(day("2025-07-20"), poor, day("2026-07-31")))).toEqual([
    "agreed",
    "doubtful",
    "agreed",
  ]);
});

describe("months and counts, which carry no trust", () => {
  const months = (number: number, confidence: number): Contents => {
    const [from, to] = [day("2025-08-01"), day("2026-07-31")].map((each) => ({ ...each, confidence }));
    return agreed(null, from, to, number);
  };

  test("a count of months that a digit explains blames nobody, but for one that the paper states", () => {
    expect(causes(months(72, 0.95))).toEqual(["term-months-agree unknown"]);
    expect(causes(months(72, 1))).toEqual(["term-months-agree document"]);
  });

  test("a month that a digit explains blames nobody, unless the sum says it is as printed", () => {
    const paid = (until: string, total: number | null): Contents => {
      const given = agreed(null, day("2025-08-01"), day("2026-07-31"));
      return { ...given, schedules: [schedule([monthly("2025-08", until, 1000)], total)] };
    };
    expect(causes(paid("2026-05", null))).toEqual(["schedule-covers-term unknown"]);
    expect(causes(paid("2026-05", 10_000))).toEqual(["schedule-covers-term document"]);
    expect(causes(paid("2026-05", 12_000))).toEqual([
      "schedule-equals-total unknown",
      "schedule-covers-term unknown",
    ]);
  });
});
