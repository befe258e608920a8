import { describe, expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { isDisputed, type SpanReading, weave } from "../../src/recognize/weave.ts";
import { charsOf, lineReadAs } from "../support/read-line.ts";

/** What the network saw in the part of a line that reads `of` there. */
function seen(line: RecognizedLine, of: string, as: string, confidence = 95): SpanReading {
  const start = line.text.indexOf(of);
  return { start, end: start + of.length, chars: charsOf(as, confidence) };
}

const woven = (line: RecognizedLine, span: SpanReading): RecognizedLine =>
  weave(line, "network", [span], null);

describe("a line woven of two kinds of readers", () => {
  test("stays as it is where both saw the same, both named and the surer one believed", () => {
    const line = lineReadAs("合计98000元整", 70);
    const result = woven(line, seen(line, "98000元", "98000元", 97));
    expect(result).toMatchObject({ text: line.text, readers: ["first", "network"], rivals: [] });
    expect(result.confidences).toEqual([70, 70, 97, 97, 97, 97, 97, 97, 70]);
  });

  test("takes the network's figure and keeps the first reader's as its rival", () => {
    const line = lineReadAs("共计93000元");
    const result = woven(line, seen(line, "计93000元", "计98000元"));
    expect(result.text).toBe("共计98000元");
    expect(result.rivals).toMatchObject([{ reader: "first", start: 3, length: 1, saw: "3" }]);
  });

  test("keeps a digit that the network alone saw, at a span's end as well", () => {
    const line = lineReadAs("增加至9800元为止的部分");
    const result = woven(line, seen(line, "至9800元", "至98000元"));
    expect(result.text).toBe("增加至98000元为止的部分");
    expect(result.rivals).toMatchObject([{ reader: "first", saw: "" }]);
    const edge = lineReadAs("第一期款项980，其余后付");
    const atEdge = woven(edge, { start: 5, end: 8, chars: charsOf("9801", 95) });
    expect(atEdge.text + atEdge.rivals.map(({ saw }) => saw).join()).toContain("1");
  });

  test("never drops a digit without a trace", () => {
    const line = lineReadAs("增加至98000元");
    const result = woven(line, seen(line, "至98000元", "至9800元"));
    const all = [result.text, ...result.rivals.map(({ saw }) => saw)].join();
    expect(result.rivals).toHaveLength(1);
    expect(all.match(/0/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test("takes no part of a character at a span's cut for another one", () => {
    const line = lineReadAs("双方约定的款项98元");
    const result = woven(line, seen(line, "项98元", "页98元"));
    expect(result.text).toBe(line.text);
  });

  test("takes ≥ before a figure for no digit", () => {
    const line = lineReadAs("满意度≥95分");
    expect(woven(line, seen(line, "度≥95分", "度295分")).text).toBe("满意度≥95分");
  });

  test("believes two of one kind rather than a network unsure of itself", () => {
    const line = lineReadAs("共计93000元");
    const witness = { reader: "second", chars: charsOf("共计93000元") };
    const result = weave(line, "network", [seen(line, "计93000元", "计98000元", 40)], witness);
    expect(result.text).toBe("共计93000元");
    expect(result.rivals).toMatchObject([{ reader: "network", saw: "8" }]);
  });

  test("keeps what the witness saw otherwise as well", () => {
    const line = lineReadAs("共计93000元");
    const witness = { reader: "second", chars: charsOf("共计95000元") };
    const result = weave(line, "network", [seen(line, "计93000元", "计98000元")], witness);
    expect(result.text).toBe("共计98000元");
    expect(result.rivals.map(({ reader, saw }) => reader + saw).sort()).toEqual(["first3", "second5"]);
  });
});

describe("a third reader is asked", () => {
  const line = lineReadAs("甲方共付98000元，双方同意");
  test.each([
    ["where a figure was seen otherwise", seen(line, "付98000元", "付93000元"), true],
    ["where the network saw nothing of a mark", seen(line, "元，双", "元双"), true],
    ["not where all agree", seen(line, "付98000元", "付98000元"), false],
    ["not where a word was seen otherwise, and surely", seen(line, "双方同", "双万同"), true],
    ["not where a plain character was seen otherwise, and surely", seen(line, "双方同", "又方同"), false],
  ])("%s", (_, span, isAsked) => {
    expect(isDisputed(line, [span])).toBe(isAsked);
  });
});
