import { expect, test } from "vitest";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";
import { OUTLINE, settleByOutline } from "../../src/recognize/settle/settle-by-outline.ts";
import { lineReadAs } from "../support/read-line.ts";

const rival = (start: number, saw: string, length = 1) => ({
  reader: "second",
  start,
  length,
  saw,
  confidence: 60,
});

function scanOf(outline: string[], ...lines: RecognizedLine[]): RecognizedScan {
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, box: lines[0].box, lines };
  const table = {
    kind: "table" as const,
    box: lines[0].box,
    columnEdgesPx: [0, 100],
    rowEdgesPx: [0, 100],
    cells: [cell],
  };
  const page = {
    pageNumber: 1,
    widthPx: 1000,
    heightPx: 1000,
    dpi: 200,
    turnedDeg: 0 as const,
    skewDeg: 0,
    textSource: "ocr" as const,
    blocks: [table],
    seals: [],
    problems: [],
  };
  return { readers: ["first", "second"], outline, pages: [page] };
}

function linesOf(scan: RecognizedScan): RecognizedLine[] {
  return scan.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.cells.flatMap((cell) => cell.lines) : [])),
  );
}

const ENTRY = "为辖区独居老人提供上门探访与陪伴服务并做好登记";

test("takes the outline's word for a character that readers dispute, across a cell's lines, and keeps theirs", () => {
  const disputed = { ...lineReadAs("供上门深访与陪伴服务并做好登记"), rivals: [rival(3, "探")] };
  const scan = scanOf([ENTRY], lineReadAs("为辖区独居老人提"), disputed);
  const settled = settleByOutline(scan);
  const [, line] = linesOf(settled);
  expect(line.text).toBe("供上门探访与陪伴服务并做好登记");
  expect(line.rivals).toContainEqual(expect.objectContaining({ start: 3, saw: "深" }));
  expect(settled.readers).toContain(OUTLINE);
});

test("leaves what was read surely and alike, however the outline words it", () => {
  const scan = scanOf([ENTRY], lineReadAs("为辖区独居老人提供入户探访与陪伴服务并做好登记"));
  expect(settleByOutline(scan)).toBe(scan);
});

test("gives no figure a value that no reader saw", () => {
  const entry = "每月上门探访不少于18户并做好详细登记工作";
  const read = lineReadAs("每月上门探访不少于13户并做好详细登记工作");
  const unseen = scanOf([entry], { ...read, rivals: [rival(10, "5")] });
  expect(settleByOutline(unseen)).toBe(unseen);
  const seen = scanOf([entry], { ...read, rivals: [rival(10, "8")] });
  const [line] = linesOf(settleByOutline(seen));
  expect(line.text).toBe(entry);
  expect(line.rivals.length).toBeGreaterThan(0);
  expect(line.readers).not.toContain(OUTLINE);
});

test.each([
  ["a count in words", "每月组织社区居民议事会一次并做好记录", "每月组织社区居民议事会二次并做好记录", 11],
  ["the point of a figure", "项目活动经费合计1200万元由甲方支付", "项目活动经费合计12.00万元由甲方支付", 10],
])("gives %s no reading that no reader saw", (_, entry, read, at) => {
  const scan = scanOf([entry], { ...lineReadAs(read), rivals: [rival(at, "工")] });
  expect(settleByOutline(scan)).toBe(scan);
});

test("leaves the last characters of an entry that was cut off", () => {
  const scan = scanOf([ENTRY.slice(0, 15)], {
    ...lineReadAs("为辖区独居老人提供上门探访寻陪伴"),
    rivals: [rival(13, "与")],
  });
  expect(settleByOutline(scan)).toBe(scan);
});
