import { expect, test } from "vitest";
import { countRests } from "../../src/check/schedule-stretches.ts";
import type { Instalment } from "../../src/model/agreement.ts";

const paid = (percent: string, occurrences: number): Instalment => ({
  from: "2025-01",
  to: "2025-06",
  occurrences,
  amount: null,
  percent: { percent, raw: `${percent}%`, confidence: 0.95, evidence: [], trust: "agreed" },
  condition: null,
});

test.each([
  // 每月服务费的95%…；5%….
  ["95", "5", 6, 1],
  // Paid twice for the same months, each time a half.
  ["50", "50", 1, 0],
  ["95", "4", 6, 0],
])("%s and %s, %i times, for the same months", (first, second, times, rests) => {
  expect(countRests([paid(first, times), paid(second, times)])).toBe(rests);
});
