import { expect, test } from "vitest";
import { extractContents } from "../../src/extract/index.ts";
import { unionOfBoxes } from "../../src/model/place.ts";
import type { RecognizedLine, TextBlock } from "../../src/model/recognized.ts";
import type { Contents } from "../../src/model/record.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { line, PITCH_PX, page, text, wrap } from "../support/normal-scan.ts";

const CLAUSE =
  "本项目经费总额为人民币1200000元，由以下部分组成：人员经费为人民币500000元，办公经费为人民币300000元，材料费为人民币150000元，差旅费为人民币120000元，印刷费为人民币80000元，管理费及税费为人民币50000元。";
const NEXT =
  "甲方应当在合同签订后十个工作日内支付全部款项，乙方应当在收到款项后开具等额的发票，逾期不开具的甲方有权顺延付款，顺延期间不计利息。";

const OPENING = "甲乙双方经协商一致，订立本合同，共同遵守。";

/** One page of three paragraphs, the lines of the second as `change` leaves them. */
function contentsOf(change: (lines: RecognizedLine[]) => void, beside: TextBlock[] = []): Contents {
  const blocks = [OPENING, CLAUSE, NEXT].map((words, at) => paragraph(words, 150 + 160 * at));
  change(blocks[1].lines);
  const scan = { readers: ["a", "b"], outline: [], pages: [page(1, [...blocks, ...beside])] };
  return extractContents(normalizeScan(scan));
}

function paragraph(words: string, y: number): TextBlock {
  const block = text(words, y, { indent: 2 });
  if (block.kind !== "text") throw new TypeError("words make a text block");
  return block;
}

const tears = (contents: Contents) => contents.problems.filter(({ code }) => code === "torn-text");

test("a paragraph read whole is not torn", () => {
  expect(tears(contentsOf(() => undefined))).toEqual([]);
});

test.each([0, 1, 2])("a line lost from a paragraph (%i) leaves a gap that is told where it stands", (at) => {
  let gone: readonly number[] = [];
  const contents = contentsOf((lines) => {
    gone = lines.splice(at, 1)[0].box;
  });
  expect(tears(contents)).toHaveLength(1);
  const [{ box, pageNumber }] = tears(contents);
  expect(pageNumber).toBe(1);
  expect(box?.[1]).toBeLessThanOrEqual(gone[3]);
  expect(box?.[3]).toBeGreaterThanOrEqual(gone[1] - 60);
});

test("lines in the wrong order are told, and what of a figure stands at their edges isn't believed", () => {
  const contents = contentsOf((lines) => {
    const [second, third] = lines.splice(1, 2);
    lines.splice(1, 0, third, second);
  });
  expect(tears(contents).length).toBeGreaterThan(0);
  const printed = [1200000, 500000, 300000, 150000, 120000, 80000, 50000].map((yuan) => yuan * 100);
  for (const { lines } of contents.budgets)
    for (const { amount } of lines)
      if (!printed.includes(amount.fen)) expect(amount.trust, amount.raw).toBe("doubtful");
});

test("names that fill their half of a page beside each other are not torn", () => {
  const sides = [100, 520].map((x): TextBlock => {
    const lines = wrap("甲方（盖章），北屏县社会福利服务指导中心医院", x, 800, 380);
    return { kind: "text", role: "body", box: unionOfBoxes(lines.map(({ box }) => box)), lines };
  });
  expect(tears(contentsOf(() => undefined, sides))).toEqual([]);
});

test("a title's lines, farther apart than the text's, are not torn", () => {
  const tornWith = (heightPx: number): number => {
    const lines = [line("社区综合服务项目", 400, 20), line("委托协议", 440, 20 + 2.2 * PITCH_PX)].map(
      (each): RecognizedLine => ({
        ...each,
        box: [each.box[0], each.box[1], each.box[2], each.box[1] + heightPx],
      }),
    );
    const title: TextBlock = {
      kind: "text",
      role: "body",
      box: unionOfBoxes(lines.map(({ box }) => box)),
      lines,
    };
    const blocks = [title, ...[OPENING, CLAUSE, NEXT].map((words, at) => paragraph(words, 250 + 160 * at))];
    return tears(
      extractContents(normalizeScan({ readers: ["a", "b"], outline: [], pages: [page(1, blocks)] })),
    ).length;
  };
  expect(tornWith(50)).toBe(0);
});

test.each([
  ["③可用率＝全年总时长减去非计划停机时长，经甲方批准的停机不计入。", 0],
  ["可用率为全年总时长减去非计划停机时长，经甲方批准的停机不计入。", 1],
])("a note at a page's foot, below a gap and at the margin, is not torn: %s", (words, count) => {
  const blocks = [OPENING, CLAUSE, NEXT].map((each, at) => paragraph(each, 150 + 160 * at));
  const note = text(words, 1400);
  const scan = { readers: ["a", "b"], outline: [], pages: [page(1, [...blocks, note])] };
  expect(tears(extractContents(normalizeScan(scan)))).toHaveLength(count);
});
