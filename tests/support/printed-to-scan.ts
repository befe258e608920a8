import { blockToParagraphs, type PrintDocument, type TableBlock } from "../../fixtures/make/document.ts";
import type { RecognizedPage, RecognizedScan } from "../../src/model/recognized.ts";
import { LEFT_PX, LETTER_PX, line, PITCH_PX, page, RIGHT_PX, ruled, text } from "./normal-scan.ts";

type Block = RecognizedPage["blocks"][number];

const TOP_PX = 100;
const BOTTOM_PX = 1300;

/**
 * A document as perfect readers would see it: every word right, nothing drawn and nothing read.
 * Pages break between blocks; a table taller than a page makes its page taller.
 */
export function printedToScan(printed: PrintDocument): RecognizedScan {
  const pages: Block[][] = [[]];
  let y = TOP_PX;
  const put = (make: (y: number) => Block): void => {
    const height = heightOf(make(0));
    if (y + height > BOTTOM_PX && pages[pages.length - 1].length > 0) {
      pages.push([]);
      y = TOP_PX;
    }
    pages[pages.length - 1].push(make(y));
    y += height + PITCH_PX / 2;
  };
  for (const block of printed.blocks) {
    if (block.kind === "table") put((top) => tableAt(block, top));
    else if (block.kind === "paragraph") {
      const [content] = blockToParagraphs(block);
      const isIndented = block.look === "body" || block.look === "heading";
      if (block.look === "title") put((top) => centred(content, top));
      else put((top) => text(content, top, { indent: isIndented ? 2 : 0 }));
    } else if (block.kind === "columns") {
      for (const side of [block.left, block.right])
        for (const content of side) put((top) => text(content, top));
    }
  }
  return {
    readers: ["a", "b"],
    outline: [],
    pages: pages.map((blocks, index) => grown(page(index + 1, blocks))),
  };
}

const heightOf = ({ box }: Block): number => box[3] - box[1];

function grown(made: RecognizedPage): RecognizedPage {
  const lowest = Math.max(0, ...made.blocks.map(({ box }) => box[3]));
  return { ...made, heightPx: Math.max(made.heightPx, lowest + TOP_PX) };
}

function centred(content: string, y: number): Block {
  const width = RIGHT_PX - LEFT_PX;
  const perLine = Math.floor(width / LETTER_PX);
  const parts = content.match(new RegExp(`.{1,${perLine}}`, "gu")) ?? [content];
  const lines = parts.map((part, index) =>
    line(part, Math.round(LEFT_PX + (width - part.length * LETTER_PX) / 2), y + index * PITCH_PX),
  );
  const [x0, x1] = [Math.min(...lines.map(({ box }) => box[0])), Math.max(...lines.map(({ box }) => box[2]))];
  return { kind: "text", role: "body", box: [x0, y, x1, lines[lines.length - 1].box[3]], lines };
}

function tableAt(block: TableBlock, y: number): Block {
  const width = RIGHT_PX - LEFT_PX;
  const edges = [LEFT_PX];
  let share = 0;
  for (const own of block.columnWidths) {
    share += own;
    edges.push(Math.round(LEFT_PX + width * share));
  }
  return ruled(block.cells, edges, y);
}
