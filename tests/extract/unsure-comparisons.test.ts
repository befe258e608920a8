import { describe, expect, test } from "vitest";
import { findTargets } from "../../src/extract/find-targets.ts";
import { findUnsureComparisons } from "../../src/extract/unsure-comparisons.ts";
import { indicators } from "../support/make-figures.ts";

/** What is told of a standard that stands so, and that another reader saw otherwise. */
function told(stands: string, saw: string, confidence = 0.9): string[] {
  const [indicator] = indicators([["服务", "（1）讲座", stands]]);
  const readings = [
    { reader: "vote", raw: stands, value: stands, confidence: 0.9 },
    { reader: "other", raw: saw, value: saw, confidence },
  ];
  const standard = { ...indicator.standard, trust: "doubtful" as const, readings };
  return findUnsureComparisons([{ ...indicator, standard, targets: findTargets(stands) }]).map(
    ({ message }) => message.zh,
  );
}

describe("a target that readers saw compared otherwise is told", () => {
  test.each([
    ["每季度这20个", "每季度≥20个"],
    ["全年记44名", "全年≥44名"],
    ["≥3场", "≤3场"],
    ["不少于3场", "不多于3场"],
  ])("%s, seen as %s", (stands, saw) => {
    expect(told(stands, saw)).toEqual([expect.stringContaining(saw)]);
  });

  test.each([
    // Readers of Chinese know no ≥ and see anything in its place.
    ["每季度≥20个", "每季度这20个"],
    ["每季度≥20个", "每季度>20个"],
    ["每季度不少于20个", "每季度不少干20个"],
    ["举办2场活动", "举办2场话动"],
    // Another number is no other comparison; the doubtful standard tells it.
    ["全年20场", "全年≥26场"],
  ])("but not %s, seen as %s", (stands, saw) => {
    expect(told(stands, saw)).toEqual([]);
  });

  test("nor what the ink has no room for", () => {
    expect(told("全年44名", "全年≥44名", 0)).toEqual([]);
  });
});
