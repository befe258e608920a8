import type { ScannedPage } from "../model/picture.ts";
import { type Box, sharedArea } from "../model/place.ts";
import type { RecognizedLine, RecognizedPage, TableBlock, TextBlock } from "../model/recognized.ts";
import { auditInk, unreadToProblems } from "./audit-ink.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findBlocks } from "./find-blocks.ts";
import { linesOf, withFound } from "./read-layout.ts";
import { readSheet } from "./read-sheet.ts";
import type { Readers } from "./readers/reader.ts";
import { findUnreadInk } from "./unread-ink.ts";

export interface RecognizedPicture {
  page: RecognizedPage;
  /** The upright, straight, evenly lit picture that all boxes refer to. */
  grey: GreyPicture;
}

const A4_WIDTH_IN = 8.27;

/** Reads one page: upright, straight, cut into lines and cells, each read from its own crop or from a text layer that holds. */
export async function recognizePage(scanned: ScannedPage, readers: Readers): Promise<RecognizedPicture> {
  const { sheet, layout, read, textSource, problems } = await readSheet(scanned, readers);
  const { grey, turnedDeg, skewDeg, seals } = sheet;
  const unread = findUnreadInk(layout, linesOf(read), seals);
  const audit = await auditInk(layout.grey, unread, readers);
  const { tables, lines } = withFound(read, audit.found);
  const text = findBlocks(
    lines,
    grey.heightPx,
    tables.map(({ box }) => box),
  );
  const blocks = withTables(text, textSource === "ocr" ? tables.map(markTouching) : tables);
  const page: RecognizedPage = {
    pageNumber: scanned.pageNumber,
    widthPx: grey.widthPx,
    heightPx: grey.heightPx,
    dpi: Math.max(1, Math.round(scanned.dpi ?? Math.min(grey.widthPx, grey.heightPx) / A4_WIDTH_IN)),
    turnedDeg,
    skewDeg,
    textSource,
    blocks: blocks.map((block) => markDisturbed(block, seals)),
    seals,
    problems: [...problems, ...unreadToProblems(audit.unread, layout.textHeightPx, scanned.pageNumber)],
  };
  return { page, grey };
}

type Block = RecognizedPage["blocks"][number];

/** Blocks in reading order with each table before the first of them that stands below it. */
function withTables(blocks: readonly TextBlock[], tables: readonly TableBlock[]): Block[] {
  const all: Block[] = [...blocks];
  for (const table of [...tables].sort(byTop)) {
    const next = all.findIndex((block) => byTop(table, block) < 0);
    all.splice(next < 0 ? all.length : next, 0, table);
  }
  return all;
}

function byTop(a: Block, b: Block): number {
  const overlap = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  const isSameRow = overlap > 0.5 * Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
  return isSameRow ? a.box[0] - b.box[0] : a.box[1] - b.box[1];
}

/** Marks the characters that lie under a seal. */
function markDisturbed(block: Block, seals: readonly Box[]): Block {
  if (seals.length === 0) return block;
  if (block.kind === "text")
    return { ...block, lines: block.lines.map((line) => disturbedLine(line, seals)) };
  const cells = block.cells.map((cell) => ({
    ...cell,
    lines: cell.lines.map((line) => disturbedLine(line, seals)),
  }));
  return { ...block, cells };
}

/** Nearer to a cell's side than this, ink hangs together with the rule there, and went with it in part. */
const TOUCHING_PX = 1;

/** Marks the lines of cells that touch a rule: a point on it is erased with it, and a digit may lose a stroke. */
function markTouching(table: TableBlock): TableBlock {
  const touches = ([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean =>
    Math.min(x0 - left, y0 - top, right - x1, bottom - y1) <= TOUCHING_PX;
  const cells = table.cells.map((cell) => ({
    ...cell,
    lines: cell.lines.map((line) =>
      touches(line.box, cell.box)
        ? { ...line, disturbed: [[0, line.text.length] as [number, number]] }
        : line,
    ),
  }));
  return { ...table, cells };
}

function disturbedLine(line: RecognizedLine, seals: readonly Box[]): RecognizedLine {
  if (line.disturbed.length > 0) return line;
  const disturbed: [number, number][] = [];
  for (let i = 0; i < line.text.length; i++) {
    const box: Box = [
      line.edgesPx[i],
      line.box[1],
      Math.max(line.edgesPx[i] + 1, line.edgesPx[i + 1]),
      line.box[3],
    ];
    if (!seals.some((seal) => sharedArea(seal, box) > 0)) continue;
    const last = disturbed.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else disturbed.push([i, i + 1]);
  }
  return { ...line, disturbed };
}
