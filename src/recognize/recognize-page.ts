import type { ScannedPage } from "../model/picture.ts";
import type { RecognizedPage, TableBlock, TextBlock } from "../model/recognized.ts";
import { auditInk, unreadToProblems } from "./audit-ink.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findBlocks } from "./find-blocks.ts";
import { uprightsToProblems } from "./lone-uprights.ts";
import { markBesideUnread, markTouching, markUnderSeals } from "./mark-disturbed.ts";
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
  const { sheet, layout, read, lost, textSource, problems } = await readSheet(scanned, readers);
  const { grey, turnedDeg, skewDeg, seals } = sheet;
  const audit = await auditInk(layout.grey, findUnreadInk(layout, linesOf(read), seals), lost, readers);
  const { tables, lines } = withFound(read, audit.found);
  const text = findBlocks(
    lines,
    grey.heightPx,
    tables.map(({ box }) => box),
  );
  const told = tables.map((table) => markBesideUnread(table, audit.unread));
  const blocks = withTables(text, textSource === "ocr" ? told.map(markTouching) : told);
  const page: RecognizedPage = {
    pageNumber: scanned.pageNumber,
    widthPx: grey.widthPx,
    heightPx: grey.heightPx,
    dpi: Math.max(1, Math.round(scanned.dpi ?? Math.min(grey.widthPx, grey.heightPx) / A4_WIDTH_IN)),
    turnedDeg,
    skewDeg,
    textSource,
    blocks: blocks.map((block) => markUnderSeals(block, seals)),
    seals,
    problems: [
      ...problems,
      ...unreadToProblems(audit.unread, layout.textHeightPx, scanned.pageNumber),
      ...uprightsToProblems(layout.loneUprights, scanned.pageNumber),
    ],
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
