import { describe, expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { findCapitals, readCapitals } from "../../src/recognize/read-capitals.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";

const EM = 20;
const grey = { widthPx: 600, heightPx: 40, data: new Uint8Array(600 * 40).fill(255) };

function lineOf(text: string, rivals: RecognizedLine["rivals"] = []): RecognizedLine {
  return {
    box: [0, 0, text.length * EM, 30],
    text,
    confidences: [...text].map(() => 90),
    edgesPx: Array.from({ length: text.length + 1 }, (_, i) => i * EM),
    readers: ["first", "second"],
    rivals,
    disturbed: [],
  };
}

const readerOf = (text: string): LineReader => ({
  name: "capitals",
  readLine: async () => ({
    reader: "capitals",
    chars: [...text].map((char, i) => ({ text: char, confidence: 80, x0: i * EM, x1: (i + 1) * EM })),
  }),
});

const read = (line: RecognizedLine, seen: string): Promise<RecognizedLine> =>
  readCapitals(line, { box: line.box, textHeightPx: EM }, grey, readerOf(seen));

describe("大写 amounts", () => {
  test("what the small alphabet shows stands in its place, and what stood there is kept", async () => {
    const line = await read(lineOf("伍万捌付伍佰元整"), "伍万捌仟伍佰元整");
    expect(line.text).toBe("伍万捌仟伍佰元整");
    expect(line.rivals.map(({ start, saw }) => [start, saw])).toEqual([[3, "付"]]);
  });

  test("a character nobody makes out is taken for its look-alike, hardly believed", async () => {
    const line = await read(lineOf("肆仟贰佰陆拾柴元整"), "肆仟贰佰陆拾元整");
    expect(line.text).toBe("肆仟贰佰陆拾柒元整");
    expect(line.confidences[6]).toBeLessThan(40);
    expect(line.rivals[0]).toMatchObject({ start: 6, saw: "柴" });
  });

  test("a character that looks like no numeral stays as it was read", async () => {
    expect((await read(lineOf("肆仟贰佰陆拾国元整"), "肆仟贰佰陆拾元整")).text).toBe("肆仟贰佰陆拾国元整");
  });

  test("a plain amount isn't read again, and plain text holds none", async () => {
    const line = lineOf("壹佰万元整");
    expect(await read(line, "贰佰万元整")).toBe(line);
    expect(findCapitals("甲方向乙方支付合同价款，由乙方开具发票")).toEqual([]);
  });

  test("an amount cut by the line's end is found with its last character", () => {
    expect(findCapitals("人民币壹佰零染")).toEqual([[3, 7]]);
  });
});
