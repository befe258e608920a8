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

  test("so are those whose first line all but reaches the other's", () => {
    const [left, right] = [
      ["甲方（盖章）：某街道", "办事处", "日期："],
      ["乙方（盖章）：某社工", "服务中心", "日期："],
    ];
    const widest = 400 - 10;
    const lines = [0, 1, 2].flatMap((row) => [
      laid(left[row], 0, row, row === 0 ? widest : undefined),
      laid(right[row], 400, row),
    ]);
    expect(textsOf(lines)).toEqual([left, right]);
  });

  test("so are two parties' particulars, and what follows them stays behind", () => {
    const lines = [
      laid("委托单位：云溪市民政局", 0, 0),
      laid("服务单位：启明社工中心", 400, 0),
      laid("住所：某路1号", 0, 1),
      laid("住所：某街22号", 400, 1),
      laid("开户行：农商行", 0, 2),
      laid("开户行：工商行某", 400, 2),
      laid("支行", 400, 3),
      laid("联系电话：88001", 0, 4),
      laid("联系电话：66002", 400, 4),
      laid("第一条 服务内容", 0, 5),
      laid("服务内容由双方依照本协议的约定共同确认并据此执行完毕", 0, 6),
    ];
    expect(textsOf(lines)).toEqual([
      ["委托单位：云溪市民政局", "住所：某路1号", "开户行：农商行", "联系电话：88001"],
      ["服务单位：启明社工中心", "住所：某街22号", "开户行：工商行某", "支行", "联系电话：66002"],
      ["第一条 服务内容", "服务内容由双方依照本协议的约定共同确认并据此执行完毕"],
    ]);
  });

  test("running text in two columns is read to the foot of the first", () => {
    const rows = Array.from({ length: 7 }, (_, row) => row);
    const [left, right] = ["甲", "乙"].map((sign) => rows.map((row) => sign.repeat(row === 6 ? 4 : 15)));
    const lines = rows.flatMap((row) => [laid(left[row], 0, row), laid(right[row], 400, row)]);
    expect(textsOf(lines)).toEqual([left, right]);
  });

  /** Clauses of a heading and three lines, of which the last is short; those of the right column begin so much lower. */
  const clauses = (sign: string, x: number, from: number) =>
    [0, 1, 2].flatMap((clause) =>
      [4, 15, 15, 6].map((length, line) => laid(sign.repeat(length), x, from + clause * 4.4 + line)),
    );
  const downwards = (lines: LaidLine[]) => lines.sort((a, b) => a.line.box[1] - b.line.box[1]);

  test("so are clauses whose headings set the lines of the columns off from each other", () => {
    const [left, right] = [clauses("甲", 0, 0), clauses("乙", 400, 0.45)];
    const lines = downwards([...left, ...right]);
    expect(textsOf(lines)).toEqual([left, right].map((column) => column.map(({ line }) => line.text)));
  });

  test("labels and what stands a little lower beside them are not", () => {
    const labels = Array.from({ length: 9 }, (_, row) => laid(`第${row}项`, 0, row * 1.2));
    const values = Array.from({ length: 9 }, (_, row) => laid("乙".repeat(4 + row), 400, row * 1.2 + 0.45));
    const lines = downwards([...labels, ...values]);
    expect(textsOf(lines)).toEqual([lines.map(({ line }) => line.text)]);
  });

  test("a list of amounts before and after stays row by row", () => {
    const rows = ["人员费", "设备折旧费", "场地费", "管理费", "活动费", "税费"];
    const lines = rows.flatMap((text, row) => [laid(text, 0, row), laid(`${row + 3}0000元`, 400, row)]);
    expect(textsOf(lines)).toEqual([lines.map(({ line }) => line.text)]);
  });

  test("nor does a list whose sums are written out at length make columns", () => {
    const lines = Array.from({ length: 6 }, (_, row) => row).flatMap((row) => [
      laid("社会工作专业服务人员薪酬", 0, row),
      laid(`人民币${"贰叁肆伍陆柒"[row]}万元整（${row + 2}0000元）`, 400, row),
    ]);
    expect(textsOf(lines)).toEqual([lines.map(({ line }) => line.text)]);
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

  test("they are cut behind a character whose last strokes are low", () => {
    const upperAndLower: [number, number, number, number][] = [
      [368, 0, 390, 8],
      [369, 12, 389, 20],
    ];
    const run = {
      parts: [part(0, 0, 366), ...upperAndLower, part(400, 0, 700)],
      textHeightPx: 20,
      isBeside: false,
    };
    expect(splitAtGutters([run, witness(1), witness(2)])).toHaveLength(4);
  });

  test("the room behind a comma is no gutter", () => {
    const run = {
      parts: [part(0, 0, 380), part(382, 0, 388, 6), part(400, 0, 700)],
      textHeightPx: 20,
      isBeside: false,
    };
    expect(splitAtGutters([run, witness(1), witness(2)])).toHaveLength(3);
  });

  test("a title whose letters are set apart is not cut where lines below it begin", () => {
    const letters = [320, 346, 373, 400].map((x) => part(x, 0, x + 17));
    const title = { parts: letters, textHeightPx: 20, isBeside: false };
    expect(splitAtGutters([title, witness(1), witness(2)])).toHaveLength(3);
    const words = [338, 357, 376, 400].map((x) => part(x, 0, x + 17));
    expect(splitAtGutters([{ ...title, parts: words }, witness(1), witness(2)])).toHaveLength(4);
  });
});
