import { expect, test } from "vitest";
import { scheduleCoversTerm } from "../../../src/check/rules/schedule-covers-term.ts";
import type { Instalment, Term } from "../../../src/model/agreement.ts";
import { contents, day, instalment, monthly, schedule } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const covering = (instalments: Instalment[], from: string | null = "2025-08-01", to = "2026-07-31") =>
  contents({
    agreement: {
      ...contents().agreement,
      term: from === null ? null : { from: day(from), to: day(to), months: null },
    },
    schedules: [schedule(instalments)],
  });
const year = [monthly("2025-08", "2026-06", 1), monthly("2026-07", "2026-07", 2)];

describeRule(
  scheduleCoversTerm,
  {
    "twelve months": covering(year),
    "in any order": covering([...year].reverse()),
    quarters: covering([
      instalment(1, { from: "2025-08", to: "2025-10" }),
      instalment(1, { from: "2025-11", to: "2026-01" }),
      instalment(1, { from: "2026-02", to: "2026-04" }),
      instalment(1, { from: "2026-05", to: "2026-07" }),
    ]),
    "a term that begins and ends within a month": covering(year, "2025-08-15", "2026-08-14"),
    "a payment that settles it behind the term": covering([
      monthly("2025-08", "2026-07", 1),
      monthly("2026-08", "2026-08", 3),
    ]),
    "month by month": covering(
      ["2025-08", "2025-09", "2025-10", "2025-11"].map((month) => monthly(month, month, 1)),
      "2025-08-01",
      "2025-11-30",
    ),
  },
  {
    "a month left out": [covering([monthly("2025-08", "2026-05", 1), year[1]]), "error 付款计划"],
    "a month paid twice": [covering([monthly("2025-08", "2026-07", 1), year[1]]), "error 付款计划"],
    "fewer payments than months": [covering([{ ...year[0], occurrences: 10 }, year[1]]), "error 付款计划"],
    "begins late": [covering([monthly("2025-09", "2026-06", 1), year[1]]), "error 付款计划"],
    "ends early": [covering([year[0]]), "error 付款计划"],
    backwards: [
      covering([instalment(1, { from: "2026-06", to: "2025-08", occurrences: 11 })], null),
      "cannot-tell: 未能归入的数字",
    ],
    "no term": [covering(year, null), "cannot-tell: 期限"],
  },
);

const moved = (originalTerm: Term | null, first: Instalment[], now: Instalment[]) => {
  const { agreement, ...rest } = covering(year);
  const schedules = [schedule(first), schedule(now, null, "amended")];
  return { ...rest, agreement: { ...agreement, originalTerm }, schedules };
};
const before = { from: day("2025-06-01"), to: day("2026-05-31"), months: null };
const first = [monthly("2025-06", "2026-05", 1)];

describeRule(
  scheduleCoversTerm,
  { "a term that was moved": moved(before, first, year) },
  {
    "a month left out of the term before": [
      moved(before, [monthly("2025-06", "2026-04", 1)], year),
      "error 付款计划",
    ],
    "a month left out of the term that was moved": [moved(before, first, [year[0]]), "error 付款计划"],
    "the term before is not told": [moved(null, first, year), "cannot-tell: 变更前的期限"],
  },
);

test("dates on which single payments fall are no months to cover", () => {
  const payments = ["2025-08", "2026-01", "2026-07"].map((from) => instalment(1, { from }));
  expect(judge(scheduleCoversTerm, covering(payments))).toEqual([]);
  expect(judge(scheduleCoversTerm, covering([instalment(1)]))).toEqual([]);
});

test("names the month", () => {
  const [finding] = findingsOf(scheduleCoversTerm, covering([monthly("2025-08", "2026-05", 1), year[1]]));
  expect(finding.message.zh).toBe("付款计划缺 2026-06");
  expect(finding.evidence.length).toBe(2);
});
