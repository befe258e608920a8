import { describe, expect, test } from "vitest";
import type { Rule } from "../../src/check/index.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Contents } from "../../src/model/record.ts";

/** What a rule said: "pass", "cannot-tell: what is missing", or the severity of a finding with its subject. */
export function judge(rule: Rule, contents: Contents): string[] {
  return rule.check(contents).map((verdict) => {
    if (verdict.outcome === "fail") return `${verdict.finding.severity} ${verdict.finding.subject}`;
    return verdict.outcome === "pass" ? "pass" : `cannot-tell: ${verdict.missing.join(", ")}`;
  });
}

export function findingsOf(rule: Rule, contents: Contents): Finding[] {
  return rule.check(contents).flatMap((verdict) => (verdict.outcome === "fail" ? [verdict.finding] : []));
}

/** A rule as its two lists: agreements in which it holds, and broken ones with what it says of them. */
export function describeRule(
  rule: Rule,
  holds: Record<string, Contents>,
  broken: Record<string, [contents: Contents, ...verdicts: string[]]>,
): void {
  describe(rule.id, () => {
    test.each(Object.entries(holds))("holds: %s", (_, contents) => {
      const verdicts = judge(rule, contents);
      expect(verdicts.length).toBeGreaterThan(0);
      expect(verdicts.filter((verdict) => verdict !== "pass")).toEqual([]);
    });
    test.each(Object.entries(broken))("broken: %s", (_, [contents, ...verdicts]) => {
      expect(judge(rule, contents).filter((verdict) => verdict !== "pass")).toEqual(verdicts);
    });
  });
}
