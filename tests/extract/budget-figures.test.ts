import { describe, expect, test } from "vitest";
import { moneyAt } from "../../src/extract/budget-figures.ts";
import type { NormalText } from "../../src/model/normal-text.ts";
import { normalText } from "../support/flow.ts";

/** A text of which other readers saw all of it otherwise, so surely. */
function seenAlsoAs(text: string, others: readonly string[], confidence = 0.6): NormalText {
  const rivals = others.map((saw, i) => ({
    reader: `reader ${i}`,
    start: 0,
    length: text.length,
    saw,
    confidence,
  }));
  return { ...normalText(text, { confidence: 0.99 }), rivals };
}

const moneyIn = (text: NormalText) => moneyAt(text, { start: 0, end: text.text.length }, "元");

describe("a sum that was not made out", () => {
  test("is what another reader saw with as many digits, and doubtful", () => {
    const money = moneyIn(seenAlsoAs("328.0G0.00", ["0", "328,000.00"]));
    expect(money).toMatchObject({ fen: 32800000, trust: "doubtful" });
  });

  test("is none where the others saw hardly any of it", () => {
    expect(moneyIn(seenAlsoAs("328.0G0.00", ["0"]))).toBeNull();
  });

  test("nor where the ink refutes what they saw", () => {
    expect(moneyIn(seenAlsoAs("328.0G0.00", ["328,000.00"], 0))).toBeNull();
  });
});
