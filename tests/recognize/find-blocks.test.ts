import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findBlocks, type LaidLine } from "../../src/recognize/find-blocks.ts";
import { lineReadAs } from "../support/read-line.ts";

/** A line from the left margin on, so wide and with ink so high. */
function laid(text: string, y: number, width: number, textHeightPx: number): LaidLine {
  const box: Box = [100, y, 100 + width, y + textHeightPx];
  return { line: { ...lineReadAs(text), box }, textHeightPx };
}

const textsOf = (...lines: LaidLine[]): string[] =>
  findBlocks(lines, 2000).map((block) => block.lines.map(({ text }) => text).join(""));

describe("lines of one paragraph", () => {
  test("digits under ideographs of their size go on with them, though their ink is lower", () => {
    const lines = [
      laid("第一期合同生效后由甲方支付计人民币", 100, 900, 36),
      laid("710,000.00元；", 160, 250, 27),
    ];
    expect(textsOf(...lines)).toEqual(["第一期合同生效后由甲方支付计人民币710,000.00元；"]);
  });

  test("a number under a title does not", () => {
    const lines = [laid("图书配送项目协议书", 100, 900, 46), laid("合同号：2023320563701428", 200, 400, 28)];
    expect(textsOf(...lines)).toHaveLength(2);
  });

  test("words of a smaller size begin another", () => {
    const lines = [
      laid("第一期合同生效后由甲方支付计人民币", 100, 900, 36),
      laid("以上均为含税金额", 160, 250, 27),
    ];
    expect(textsOf(...lines)).toHaveLength(2);
  });
});

describe("labels with their values set off in the row", () => {
  const at = (text: string, y: number, x: number): LaidLine => {
    const box: Box = [x, y, x + 40 * text.length, y + 36];
    return { line: { ...lineReadAs(text), box }, textHeightPx: 36 };
  };

  test("go together, row by row", () => {
    const lines = [
      at("项目编号：", 100, 340),
      at("LX-2025-011", 100, 760),
      at("项目名称：滨河街道社会工作站运营", 200, 340),
      at("甲方：", 300, 340),
      at("滨河区民政局", 300, 760),
      at("社会工作科", 360, 760),
    ];
    expect(textsOf(...lines)).toEqual([
      "项目编号：LX-2025-011",
      "项目名称：滨河街道社会工作站运营",
      "甲方：滨河区民政局社会工作科",
    ]);
  });

  test("do not when another label stands there", () => {
    expect(textsOf(at("甲方：", 100, 340), at("乙方：", 100, 760))).toEqual(["甲方：", "乙方："]);
  });
});
