import { unionOfBoxes } from "../../src/model/place.ts";
import type { RecognizedLine, RecognizedPage, RecognizedScan } from "../../src/model/recognized.ts";

/** Letters are 20 px wide, 24 px high, on a pitch of 36 px; pages are 1000 × 1400 px with margins of 100 px. */
export const LETTER_PX = 20;
const HEIGHT_PX = 24;
export const PITCH_PX = 36;
export const LEFT_PX = 100;
export const RIGHT_PX = 900;
const PAGE = { widthPx: 1000, heightPx: 1400 };

/** A printed line at a place, read well by two readers. */
export function line(text: string, x: number, y: number): RecognizedLine {
  return {
    box: [x, y, x + LETTER_PX * Math.max(1, text.length), y + HEIGHT_PX],
    text,
    confidences: text.split("").map(() => 95),
    edgesPx: Array.from({ length: text.length + 1 }, (_, index) => x + LETTER_PX * index),
    readers: ["a", "b"],
    rivals: [],
    disturbed: [],
  };
}

/** A text broken into lines that fill a width from `x` on; the first is indented by `indent` letters. */
export function wrap(text: string, x: number, y: number, width: number, indent = 0): RecognizedLine[] {
  const perLine = Math.max(1, Math.floor(width / LETTER_PX));
  const lines: RecognizedLine[] = [];
  let from = 0;
  while (from < text.length) {
    const skip = lines.length === 0 ? indent : 0;
    const part = text.slice(from, from + perLine - skip);
    lines.push(line(part, x + skip * LETTER_PX, y + PITCH_PX * lines.length));
    from += part.length;
  }
  return lines;
}

type Block = RecognizedPage["blocks"][number];

/** A paragraph of the body over the page's whole width, or from `x` on. */
export function text(
  content: string,
  y: number,
  options: { indent?: number; role?: "header" | "footer"; x?: number } = {},
): Block {
  const { indent = 0, x = LEFT_PX } = options;
  const lines = wrap(content, x, y, RIGHT_PX - x, indent);
  return {
    kind: "text",
    role: options.role ?? "body",
    box: unionOfBoxes(lines.map(({ box }) => box)),
    lines,
  };
}

/** A cell of a drawn table. */
export interface DrawnCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

/** A ruled table at a height of its page; row heights follow from the longest text. */
export function ruled(
  cells: readonly DrawnCell[],
  columnEdgesPx: readonly number[],
  y: number,
): Extract<Block, { kind: "table" }> {
  const rowCount = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const heights = new Array<number>(rowCount).fill(PITCH_PX + 10);
  for (const cell of cells) {
    if (cell.rowSpan === 1)
      heights[cell.row] = Math.max(heights[cell.row], linesOf(cell, columnEdgesPx, 0).length * PITCH_PX + 10);
  }
  const rowEdgesPx = [y];
  for (const height of heights) rowEdgesPx.push(rowEdgesPx[rowEdgesPx.length - 1] + height);
  return {
    kind: "table",
    box: [columnEdgesPx[0], y, columnEdgesPx[columnEdgesPx.length - 1], rowEdgesPx[rowCount]],
    columnEdgesPx: [...columnEdgesPx],
    rowEdgesPx,
    cells: cells.map(({ text: _, ...cell }, index) => ({
      ...cell,
      box: [
        columnEdgesPx[cell.column],
        rowEdgesPx[cell.row],
        columnEdgesPx[cell.column + cell.columnSpan],
        rowEdgesPx[cell.row + cell.rowSpan],
      ],
      lines: linesOf(cells[index], columnEdgesPx, rowEdgesPx[cell.row] + 5),
    })),
  };
}

function linesOf(cell: DrawnCell, edges: readonly number[], y: number): RecognizedLine[] {
  const left = edges[cell.column] + 5;
  const width = edges[cell.column + cell.columnSpan] - 5 - left;
  return cell.text.split("\n").flatMap((part, index, parts) => {
    const above = parts
      .slice(0, index)
      .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / Math.floor(width / LETTER_PX))), 0);
    return part === "" ? [] : wrap(part, left, y + above * PITCH_PX, width);
  });
}

export function page(pageNumber: number, blocks: Block[]): RecognizedPage {
  return {
    pageNumber,
    ...PAGE,
    dpi: 150,
    turnedDeg: 0,
    skewDeg: 0,
    textSource: "ocr",
    blocks,
    seals: [],
    problems: [],
  };
}

/** A scan of such pages, each given as its blocks. */
export function scanOf(...pages: Block[][]): RecognizedScan {
  return { readers: ["a", "b"], outline: [], pages: pages.map((blocks, index) => page(index + 1, blocks)) };
}
