import { describe, expect, test } from "vitest";
import type { LaidLine } from "../../src/recognize/find-blocks.ts";
import { splitAtGutters } from "../../src/recognize/split-at-gutters.ts";
import { splitColumns } from "../../src/recognize/split-columns.ts";

const laid = (text: string, x0: number, row: number, x1 = x0 + text.length * 20): LaidLine =>
  ({ line: { text, box: [x0, row * 40, x1, row * 40 + 20] }, textHeightPx: 20 }) as unknown as LaidLine;
const textsOf = (lines: LaidLine[]): string[][] =>
  splitColumns(lines).map((part) => part.lines.map(({ line }) => line.text));

describe("lines side by side", () => {
  test("two parties' signature blocks are read one after the other, wrapped names whole", () => {
    const lines = [
      laid("以下无正文", 0, 0),
      laid("甲方（盖章）：某街道", 0, 1),
      laid("乙方（盖章）：某社会工作", 400, 1),
      laid("办事处", 0, 2),
      laid("服务中心", 400, 2),
      laid("日期：2026年1月2日", 0, 3),
      laid("日期：2026年1月3日", 400, 3),
    ];
    expect(textsOf(lines)).toEqual([
      ["以下无正文"],
      ["甲方（盖章）：某街道", "办事处", "日期：2026年1月2日"],
      ["乙方（盖章）：某社会工作", "服务中心", "日期：2026年1月3日"],
    ]);
  });

  test("items and their sums side by side stay row by row", () => {
    const lines = [
      laid("人员经费", 0, 0),
      laid("1000元", 400, 0),
      laid("办公费", 0, 1),
      laid("200元", 400, 1),
    ];
    expect(textsOf(lines)).toEqual([["人员经费", "1000元", "办公费", "200元"]]);
  });
});

describe("lines that run on over a gutter", () => {
  const part = (x0: number, row: number, x1: number, height = 20): [number, number, number, number] => [
    x0,
    row * 40 + 20 - height,
    x1,
    row * 40 + 20,
  ];
  const witness = (row: number) => ({ parts: [part(400, row, 500)], textHeightPx: 20, isBeside: true });

  test("they are cut where lines nearby begin", () => {
    const run = { parts: [part(0, 0, 390), part(400, 0, 700)], textHeightPx: 20, isBeside: false };
    expect(splitAtGutters([run, witness(1), witness(2)]).map(({ parts }) => parts[0][0])).toEqual([
      0, 400, 400, 400,
    ]);
  });

  test("the room behind a comma is no gutter", () => {
    const run = {
      parts: [part(0, 0, 380), part(382, 0, 388, 6), part(400, 0, 700)],
      textHeightPx: 20,
      isBeside: false,
    };
    expect(splitAtGutters([run, witness(1), witness(2)])).toHaveLength(3);
  });
});
