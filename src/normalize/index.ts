import type {
  NormalCell,
  NormalParagraph,
  NormalScan,
  NormalTable,
  NormalText,
} from "../model/normal-text.ts";
import { unionOfBoxes } from "../model/place.ts";
import type {
  RecognizedLine,
  RecognizedPage,
  RecognizedScan,
  TableBlock,
  TextBlock,
} from "../model/recognized.ts";
import { joinLines, lineToText } from "./line-text.ts";
import { mendMisread } from "./mend-misread.ts";
import { normalizeEvidenced } from "./normalize-text.ts";
import { partStackedRows } from "./part-stacked-rows.ts";
import { splitParagraphs } from "./split-paragraphs.ts";

export { normalizeText } from "./normalize-text.ts";

type ToText = (
  lines: readonly RecognizedLine[],
  pageNumber: number,
  room: RecognizedLine["box"],
) => NormalText;

/** A scan whose equal text looks equal, each character with its evidence, in paragraphs and tables. */
export function normalizeScan(scan: RecognizedScan): NormalScan {
  let lineNumber = 0;
  const toText: ToText = (lines, pageNumber, room) => {
    const texts = lines.map((line) => lineToText(line, { pageNumber, lineNumber: lineNumber++ }));
    return mendMisread(normalizeEvidenced(joinLines(texts, room)));
  };
  const pages = scan.pages.map((page) => ({
    pageNumber: page.pageNumber,
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    blocks: normalizeBlocks(page, toText),
  }));
  return { pages, outline: scan.outline };
}

function normalizeBlocks(page: RecognizedPage, toText: ToText): NormalScan["pages"][number]["blocks"] {
  return page.blocks.flatMap((block): (NormalParagraph | NormalTable)[] =>
    block.kind === "text"
      ? toParagraphs(block, page.pageNumber, toText)
      : [toNormalTable(block, page.pageNumber, toText)],
  );
}

function toParagraphs(block: TextBlock, pageNumber: number, toText: ToText): NormalParagraph[] {
  return splitParagraphs(block).map(({ lines, room }) => {
    const content = toText(lines, pageNumber, room);
    const box = unionOfBoxes(lines.map((line) => line.box));
    return {
      kind: "paragraph",
      role: block.role,
      lineStarts: lineStartsOf(content),
      box,
      pageNumber,
      content,
    };
  });
}

function lineStartsOf({ glyphs }: NormalText): number[] {
  const starts = [0];
  for (let index = 1; index < glyphs.length; index++) {
    if (glyphs[index].lineNumber !== glyphs[index - 1].lineNumber) starts.push(index);
  }
  return starts;
}

function toNormalTable(block: TableBlock, pageNumber: number, toText: ToText): NormalTable {
  const table = partStackedRows(block);
  const cells = table.cells.map(({ lines, ...cell }): NormalCell => {
    return { ...cell, pageNumber, content: toText(lines, pageNumber, cell.box) };
  });
  const { box, columnEdgesPx, rowEdgesPx } = table;
  return { kind: "table", pageNumber, box, columnEdgesPx, rowEdgesPx, cells };
}
