import { describe, expect, test } from "vitest";
import type { LineReading } from "../../src/recognize/readers/reader.ts";
import { voteLine } from "../../src/recognize/vote.ts";

const BOX: [number, number, number, number] = [0, 0, 1000, 40];

function reading(reader: string, text: string, confidence = 95): LineReading {
  const chars = [...text].map((char, i) => ({ text: char, confidence, x0: i * 20, x1: i * 20 + 18 }));
  return { reader, chars };
}

describe("a vote between two readers", () => {
  test.each([
    ["a per cent sign seen with its echo", "占10.19%。", "占10.19%6。", "占10.19%。"],
    ["a capital numeral against a look-alike", "万贰什玖佰", "万贰仟玖佰", "万贰仟玖佰"],
    ["a capital numeral against two characters", "拾人参万", "拾叁万", "拾叁万"],
    ["a digit against a letter", "2025年l月", "2025年1月", "2025年1月"],
    ["a round bracket against an angle", "乙方〈受托方", "乙方(受托方", "乙方(受托方"],
    ["a letter at a bracket", "(G2)协助", "(2)协助", "(2)协助"],
  ])("settles %s", (_, first, second, expected) => {
    expect(voteLine(BOX, reading("a", first), reading("b", second)).text).toBe(expected);
  });

  test("keeps what lost as a rival of the reader that saw it, at its place", () => {
    const line = voteLine(BOX, reading("a", "金额224666元", 99), reading("b", "金额224668元", 90));
    expect(line.text).toBe("金额224666元");
    expect(line.rivals).toEqual([{ reader: "b", start: 7, length: 1, saw: "8", confidence: 90 }]);
  });

  test("says nothing of a rival where both saw the same", () => {
    const line = voteLine(BOX, reading("a", "合计2532911元"), reading("b", "合计2532911元"));
    expect(line.rivals).toEqual([]);
    expect(line.readers).toEqual(["a", "b"]);
  });

  test("keeps text, confidences and edges in step", () => {
    const line = voteLine(BOX, reading("a", "甲方：某某"), reading("b", "甲方某某街"));
    expect(line.confidences).toHaveLength(line.text.length);
    expect(line.edgesPx).toHaveLength(line.text.length + 1);
    expect([...line.edgesPx]).toEqual([...line.edgesPx].sort((a, b) => a - b));
  });
});
