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

  test.each([
    ["00元", null],
    ["000.00", null],
    ["0元", 0],
    ["0.00", 0],
  ])("%s: noughts alone are what is left of a sum", (text, fen) => {
    expect(moneyIn(normalText(text, { confidence: 0.99 }))?.fen ?? null).toBe(fen);
  });

  test("nor where the ink refutes what they saw", () => {
    expect(moneyIn(seenAlsoAs("328.0G0.00", ["328,000.00"], 0))).toBeNull();
  });
});

describe("a sum in yuan whose commas look like dots", () => {
  const read = (text: string, unit: string | null = "元", confidence = 0.99) =>
    moneyAt(normalText(text, { confidence }), { start: 0, end: text.length }, unit);

  test("105.000 is 105,000 where a reader saw the comma, and no sum where none did", () => {
    expect(moneyIn(seenAlsoAs("105.000", ["105,.000"]))).toMatchObject({
      fen: 10_500_000,
      trust: "doubtful",
    });
    expect(read("105.000")).toBeNull();
  });

  test.each([
    ["1.240.000", 124_000_000],
    ["1,316.000", 131_600_000],
  ])("%s has no decimals, and is doubtful", (text, fen) => {
    expect(read(text)).toMatchObject({ fen, trust: "doubtful", raw: text });
  });

  test.each([
    ["105.00", "元", 10_500],
    ["12.345", "万元", 12_345_000],
    ["0.500", "元", 50],
    ["1,240.50", "元", 124_050],
  ])("%s in %s keeps its decimals", (text, unit, fen) => {
    expect(read(text, unit)?.fen).toBe(fen);
  });
});
