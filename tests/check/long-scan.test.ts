import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import { budget, contents, line, monthly, schedule } from "../support/make-figures.ts";

const COPIES = 200;
/** Of processor time, for others may keep the machine busy; judging every fault by all the others again takes minutes. */
const MUST_MS = 30_000;

test("a scan of hundreds of faulty agreements is judged in seconds, each fault by its own figures", () => {
  const faulty = () =>
    budget([line("人员", 600, "60.00"), line("活动", 350, "30.00"), line("管理", 100, "10.00")], 1000);
  const given = contents({
    budgets: Array.from({ length: COPIES }, faulty),
    schedules: Array.from({ length: COPIES }, () =>
      schedule([monthly("2025-08", "2025-12", 100), monthly("2026-02", "2026-05", 150)]),
    ),
  });
  const before = process.cpuUsage();
  const judged = checkContents(given);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(MUST_MS);
  const findings = judged.findings.map(({ ruleId, followsFrom }) => ({
    ruleId,
    followsFrom,
  }));
  const shares = findings.filter(({ ruleId }) => ruleId === "percent-of-total");
  const sums = findings.filter(({ ruleId }) => ruleId === "total-equals-sum");
  expect(shares).toEqual(Array(COPIES).fill({ ruleId: "percent-of-total", followsFrom: null }));
  expect(sums).toEqual(Array(COPIES).fill({ ruleId: "total-equals-sum", followsFrom: "活动" }));
});
