import { expect, test } from "vitest";
import { termMonthsAgree } from "../../../src/check/rules/term-months-agree.ts";
import { contents, day, disputed } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const term = (from: string, to: string, months: number | null) =>
  contents({ agreement: { ...contents().agreement, term: { from: day(from), to: day(to), months } } });

describeRule(
  termMonthsAgree,
  {
    "to the day before": term("2025-08-01", "2026-07-31", 12),
    "to the same day": term("2025-08-01", "2026-08-01", 12),
    "from within a month": term("2025-08-15", "2027-08-14", 24),
    "to the end of February": term("2025-03-01", "2026-02-28", 12),
    "to the end of a leap February": term("2023-03-01", "2024-02-29", 12),
    "from the end of a month": term("2025-08-31", "2026-02-28", 6),
  },
  {
    "a month short": [term("2025-08-01", "2026-06-30", 12), "error 期限"],
    "a day short": [term("2025-08-01", "2026-07-30", 12), "error 期限"],
    "another year": [term("2025-08-01", "2027-07-31", 12), "error 期限"],
  },
);

test("no number of months, no claim", () => {
  expect(judge(termMonthsAgree, term("2025-08-01", "2026-07-31", null))).toEqual([]);
});

test("a rival reading of the last day is suggested", () => {
  const misread = disputed(day("2026-01-31"), "2026-07-31");
  const [finding] = findingsOf(
    termMonthsAgree,
    contents({
      agreement: { ...contents().agreement, term: { from: day("2025-08-01"), to: misread, months: 12 } },
    }),
  );
  expect(finding).toMatchObject({
    cause: "misread",
    expected: "2026-07-31",
    suggestion: { to: "2026-07-31" },
  });
});
