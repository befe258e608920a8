import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findBlocks, type LaidLine } from "../../src/recognize/find-blocks.ts";

const PAGE_PX = 1400;

/** A line 20 px high unless another size is told. */
function laid(text: string, y: number, x = 100, textHeightPx = 20): LaidLine {
  const width = textHeightPx * text.length;
  return { line: { text, box: [x, y, x + width, y + textHeightPx] }, textHeightPx } as unknown as LaidLine;
}

const body = Array.from({ length: 20 }, (_, row) =>
  laid("双方应当依照约定全面履行各自的义务不得擅自变更或者解除", 200 + 40 * row),
);
const rolesOf = (...lines: LaidLine[]): Record<string, string[]> => {
  const blocks = findBlocks(
    [...lines, ...body].sort((a, b) => a.line.box[1] - b.line.box[1]),
    PAGE_PX,
  );
  const textsOf = (wanted: string): string[] =>
    blocks
      .filter(({ role }) => role === wanted)
      .flatMap(({ lines: own }) => own.map(({ text }) => text))
      .filter((text) => !body.some(({ line }) => line.text === text));
  return { header: textsOf("header"), body: textsOf("body"), footer: textsOf("footer") };
};

describe("what stands at a page's edges", () => {
  test.each(["-3-", "— 3 —", "第3页", "第 3 页 共 9 页", "第3页/共9页", "3/9", "Page 3 of 9"])(
    "%s at the foot is the page's number",
    (text) => {
      expect(rolesOf(laid(text, 1320, 400))).toEqual({ header: [], body: [], footer: [text] });
    },
  );

  test("a number is one at the head, too, beside the words of a running header", () => {
    expect(rolesOf(laid("合同编号：YX-2025-08", 60), laid("第3页/共9页", 60, 700))).toEqual({
      header: ["合同编号：YX-2025-08", "第3页/共9页"],
      body: [],
      footer: [],
    });
  });

  test("words and a number below them at the foot are both the footer", () => {
    expect(rolesOf(laid("内部资料注意保存", 1290), laid("3", 1340, 480))["footer"]).toEqual([
      "内部资料注意保存",
      "3",
    ]);
  });

  test("the body's last line is none, however low it stands", () => {
    const text = "第三条";
    const low = Array.from({ length: 27 }, (_, row) =>
      laid("双方应当依照约定全面履行各自的义务", 200 + 40 * row),
    );
    expect(rolesOf(...low, laid(text, 1280))["footer"]).toEqual([]);
  });

  test("nor is a title at the very head, set larger than the text", () => {
    expect(rolesOf(laid("补充协议", 60, 300, 32))["body"]).toEqual(["补充协议"]);
  });
});

describe("on a page that holds a table and few lines", () => {
  const table: Box = [100, 150, 900, 1200];
  const textsOf = (role: string, ...lines: LaidLine[]): string[] =>
    findBlocks(lines, PAGE_PX, [table])
      .filter((block) => block.role === role)
      .map(({ lines: own }) => own.map(({ text }) => text).join(""));

  test("words at its head are its running header, though no line is wider", () => {
    const lines = [laid("政府购买服务合同", 50, 700), laid("续上表", 118, 800)];
    expect(textsOf("header", ...lines)).toEqual(["政府购买服务合同"]);
    expect(textsOf("body", ...lines)).toEqual(["续上表"]);
  });

  test("words right above the table are its title, at the page's head or not", () => {
    const close: Box = [100, 100, 900, 1200];
    const [block] = findBlocks([laid("附表一", 70, 400)], PAGE_PX, [close]);
    expect(block.role).toBe("body");
  });

  test("a line above the table and one below it are two paragraphs", () => {
    const lines = [laid("续上表", 118, 800), laid("第五条附则", 1212)];
    expect(textsOf("body", ...lines)).toEqual(["续上表", "第五条附则"]);
  });
});
