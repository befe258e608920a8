import { describe, expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { isDisputed, type SpanReading, type Witness, weave } from "../../src/recognize/weave.ts";
import { charsOf, lineReadAs } from "../support/read-line.ts";

/** What the first reader saw in the part of a line that reads `of` there. */
function seen(line: RecognizedLine, of: string, as: string, confidence = 95): SpanReading {
  const start = line.text.indexOf(of);
  return { start, end: start + of.length, chars: charsOf(as, confidence) };
}

/** What the second reader saw of a line, or of the part of it that reads `of`. */
function sawAs(line: RecognizedLine, as: string, confidence = 99, of = line.text): Witness {
  return { ...seen(line, of, as, confidence), reader: "second" };
}

/** A line as the network saw it. */
const lineOf = (...args: Parameters<typeof lineReadAs>): RecognizedLine => ({
  ...lineReadAs(...args),
  readers: ["network"],
});

const woven = (line: RecognizedLine, span: SpanReading): RecognizedLine => weave(line, "first", [span], null);

describe("a line woven of two kinds of readers", () => {
  test("stays as it is where both saw the same, both named and the surer one believed", () => {
    const line = lineOf("合计98000元整", 70);
    const result = woven(line, seen(line, "98000元", "98000元", 97));
    expect(result).toMatchObject({ text: line.text, readers: ["network", "first"], rivals: [] });
    expect(result.confidences).toEqual([70, 70, 97, 97, 97, 97, 97, 97, 70]);
  });

  test("takes a last mark that only the first reader saw when the witness saw one there", () => {
    const line = lineOf("2026年8月08");
    const span = seen(line, "8月08", "8月08，", 88);
    const witness = (text: string) => sawAs(line, text, 97);
    expect(weave(line, "first", [span], witness("2026年8月08")).text).toBe("2026年8月08");
    expect(weave(line, "first", [span], witness("2026年8月08,")).text).toBe("2026年8月08，");
  });

  test("keeps a sign that the first reader has no word for", () => {
    expect(woven(lineOf("≥21场", 52), seen(lineOf("≥21场"), "≥21场", ">21场")).text).toBe("≥21场");
  });

  test("takes the comma of a figure, not a semicolon, which no figure has", () => {
    const line = lineOf("1,781;000.00元", 95);
    expect(woven(line, seen(line, "1,781;000.00元", "1,781,000.00元", 92)).text).toBe("1,781,000.00元");
    const list = lineOf("占5;其中", 95);
    expect(woven(list, seen(list, "5;其", "5,其", 92)).text).toBe("占5;其中");
  });

  test("takes a character alone in its line for what both models of the other kind saw", () => {
    const line = lineOf("8", 97);
    const witness = sawAs(line, "日", 97);
    expect(weave(line, "first", [seen(line, "8", "日", 99)], witness).text).toBe("日");
    expect(
      weave(line, "first", [seen(line, "8", "日", 99)], { ...witness, chars: charsOf("8", 97) }).text,
    ).toBe("8");
  });

  test("takes a character without company from the first reader where the network is unsure of it", () => {
    const line = lineOf("=", 27);
    const witness = sawAs(line, "工", 96);
    expect(weave(line, "first", [seen(line, "=", "二", 99)], witness).text).toBe("二");
  });

  test("keeps the network's figure and the first reader's as its rival", () => {
    const line = lineOf("共计98000元");
    const result = woven(line, seen(line, "计98000元", "计93000元"));
    expect(result.text).toBe("共计98000元");
    expect(result.rivals).toMatchObject([{ reader: "first", start: 3, length: 1, saw: "3" }]);
  });

  test.each([
    ["within a span", "增加至9800元为止的部分", "至9800元", "至98000元"],
    ["at a span's end", "第一期款项980，其余后付", "项980，", "项9801"],
    ["at its beginning", "第一期款项980，其余后付", "项980，", "1980，"],
  ])("leaves a trace of a digit that the first reader alone saw %s", (_, text, of, as) => {
    const line = lineOf(text);
    const result = woven(line, seen(line, of, as));
    expect(result.rivals.length).toBeGreaterThan(0);
    const digits = (of: string): number => of.match(/\d/g)?.length ?? 0;
    const traced = Math.max(
      ...result.rivals.map(({ start, length, saw }) =>
        digits(result.text.slice(0, start) + saw + result.text.slice(start + length)),
      ),
      digits(result.text),
    );
    expect(traced).toBe(digits(text.replace(of, as)));
  });

  test("keeps a digit that the network alone saw", () => {
    const line = lineOf("增加至98000元");
    const result = woven(line, seen(line, "至98000元", "至9800元"));
    expect(result.text).toBe("增加至98000元");
    expect(result.rivals).toMatchObject([{ reader: "first", saw: "" }]);
  });

  test("takes no part of a character at a span's cut for another one", () => {
    const line = lineOf("双方约定的款项98元");
    expect(woven(line, seen(line, "项98元", "页98元")).text).toBe(line.text);
  });

  test("takes a mark that only the first reader saw, but not beside another one", () => {
    const line = lineOf("专业服务费：729元其余后付");
    expect(woven(line, seen(line, "：729元其", "：；729元其")).text).toBe(line.text);
    expect(woven(line, seen(line, "：729元其", "：729元，其")).text).toBe("专业服务费：729元，其余后付");
  });

  test("takes ≥ before a figure for no digit", () => {
    const line = lineOf("满意度295分");
    expect(woven(line, seen(line, "度295分", "度≥95分")).text).toBe("满意度≥95分");
  });

  test("takes the first reader's per cent sign where the network, unsure, saw its rings", () => {
    const read = (confidence: number): string => {
      const line = lineOf("达到95℃以上", 99, { 4: confidence });
      return woven(line, seen(line, "到95℃以", "到95%以")).text;
    };
    expect(read(68)).toBe("达到95%以上");
    expect(read(98)).toBe("达到95℃以上");
  });

  test("keeps 一 that the network took for a dash, but not between figures", () => {
    const line = lineOf("（-）服务期限");
    expect(woven(line, seen(line, "（-）", "（一）")).text).toBe("（一）服务期限");
    const range = lineOf("2025年1月-12月");
    expect(woven(range, seen(range, "1月-12月", "1月一12月")).text).toBe("2025年1月—12月");
  });

  test("believes two of one kind rather than a network unsure of itself", () => {
    const line = lineOf("共计98000元", 99, { 3: 40, 2: 40 });
    const witness = sawAs(line, "共计93000元");
    const result = weave(line, "first", [seen(line, "计98000元", "计93000元")], witness);
    expect(result.text).toBe("共计93000元");
    expect(result.rivals).toMatchObject([{ reader: "network", saw: "8" }]);
  });

  test("keeps what the witness saw otherwise as well", () => {
    const line = lineOf("共计98000元");
    const witness = sawAs(line, "共计95000元");
    const result = weave(line, "first", [seen(line, "计98000元", "计93000元")], witness);
    expect(result.text).toBe("共计98000元");
    expect(result.rivals.map(({ reader, saw }) => reader + saw).sort()).toEqual(["first3", "second5"]);
  });
});

describe("a witness of a part of the line", () => {
  const line = lineOf("（1）甲方共付98000元，双方同意");
  const number = seen(line, "（1）", "1）");
  const figure = seen(line, "付98000元", "付93000元");

  test("is held against that part, wherever what stands before it got shorter or longer", () => {
    const longer = { ...number, chars: charsOf("（1））") };
    for (const before of [number, longer]) {
      const witness = sawAs(line, "付95000元", 97, "付98000元");
      const result = weave(line, "first", [before, figure], witness);
      const at = result.text.indexOf("8000");
      expect(result.rivals).toContainEqual(
        expect.objectContaining({ reader: "second", start: at, length: 1, saw: "5" }),
      );
      expect(result.rivals.filter(({ reader }) => reader === "second")).toHaveLength(1);
    }
  });

  test("says nothing of the characters it was cut at", () => {
    const witness = sawAs(line, "什93000無", 97, "付98000元，");
    const result = weave(line, "first", [seen(line, "付98000元，", "付93000元，")], witness);
    expect(result.rivals.map(({ reader, saw }) => reader + saw).sort()).toEqual([
      "first3",
      "second3",
      "second無",
    ]);
  });
});

describe("a third reader is asked", () => {
  const line = lineOf("甲方共付98000元，双方同意");
  test.each([
    ["where a figure was seen otherwise", seen(line, "付98000元", "付93000元"), true],
    ["where the network saw nothing of a mark", seen(line, "双方", "双，方"), true],
    ["where the network saw nothing of a character at the cut", seen(line, "双方", "双方曰"), true],
    ["not where a mark stands beside a mark", seen(line, "元，双方", "元，，双方"), false],
    ["not where half a character stands at the cut", seen(line, "付98000元", "|付98000元"), false],
    ["not where all agree", seen(line, "付98000元", "付98000元"), false],
    ["not where a plain character was seen otherwise", seen(line, "双方同", "又方同"), false],
  ])("%s", (_, span, isAsked) => {
    expect(isDisputed(line, [span])).toBe(isAsked);
  });
});
