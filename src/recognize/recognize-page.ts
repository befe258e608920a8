import type { ScannedPage } from "../model/picture.ts";
import { type Box, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine, RecognizedPage, TableBlock, TextBlock } from "../model/recognized.ts";
import { auditInk, unreadToProblems } from "./audit-ink.ts";
import { type CleanPicture, cleanPicture, type GreyPicture } from "./clean-picture.ts";
import { eraseEdgeMarks } from "./edge-marks.ts";
import { findBlocks } from "./find-blocks.ts";
import { findLayout, type Layout, layFlat } from "./find-layout.ts";
import { straightenPoint } from "./find-skew.ts";
import { findTurn, turnGrey } from "./find-turn.ts";
import { isCredibleLayer, layerReader } from "./layer-reader.ts";
import { linesOf, type ReadLayout, withFound } from "./read-layout.ts";
import { readLines } from "./read-lines.ts";
import type { PageReaders, Readers } from "./reader.ts";
import { findUnreadInk } from "./unread-ink.ts";

export interface RecognizedPicture {
  page: RecognizedPage;
  /** The upright, straight, evenly lit picture that all boxes refer to. */
  grey: GreyPicture;
}

const A4_WIDTH_IN = 8.27;

/** Reads one page: upright, straight, cut into lines and cells, each read from its own crop. */
export async function recognizePage(scanned: ScannedPage, readers: Readers): Promise<RecognizedPicture> {
  const byLayer = !scanned.isPicture && isCredibleLayer(scanned.layer);
  const lit = cleanPicture(scanned.pixels);
  const clean = { ...lit, grey: byLayer ? lit.grey : eraseEdgeMarks(lit.grey) };
  const turnedDeg = byLayer ? 0 : await findTurn(clean.grey, readers.first);
  const upright = turnGrey(clean.grey, turnedDeg);
  const { grey, skewDeg } = byLayer ? { grey: upright, skewDeg: 0 } : layFlat(upright);
  const pageReaders: PageReaders = byLayer
    ? { first: layerReader(scanned.layer), second: null, network: null, figures: null }
    : readers;
  const layout = findLayout(grey);
  const seals = sealsOf(clean, turnedDeg, skewDeg, upright);
  const read = await readLayout(layout, pageReaders);
  const unread = findUnreadInk(layout, linesOf(read), seals);
  const audit = await auditInk(layout.grey, unread, readers);
  const { tables, lines } = withFound(read, audit.found);
  const blocks = withTables(findBlocks(lines, grey.heightPx), tables);
  const page: RecognizedPage = {
    pageNumber: scanned.pageNumber,
    widthPx: grey.widthPx,
    heightPx: grey.heightPx,
    dpi: Math.max(1, Math.round(scanned.dpi ?? Math.min(grey.widthPx, grey.heightPx) / A4_WIDTH_IN)),
    turnedDeg,
    skewDeg,
    textSource: byLayer ? "text-layer" : "ocr",
    blocks: blocks.map((block) => markDisturbed(block, seals)),
    seals,
    problems: unreadToProblems(audit.unread, layout.textHeightPx, scanned.pageNumber),
  };
  return { page, grey };
}

async function readLayout(layout: Layout, readers: PageReaders): Promise<ReadLayout> {
  // Awaited as one: what failed while another was awaited would end the process.
  const [read, tables] = await Promise.all([
    readLines(layout.grey, layout.lines, readers),
    Promise.all(
      layout.grids.map(async ({ grid: { box, columnEdgesPx, rowEdgesPx, cells }, cells: laid }) => {
        const inCells = await Promise.all(laid.map((lines) => readLines(layout.grey, lines, readers)));
        const full = cells.map((cell, i) => ({ ...cell, lines: inCells[i].filter(hasText) }));
        return { kind: "table", box, columnEdgesPx, rowEdgesPx, cells: full } satisfies TableBlock;
      }),
    ),
  ]);
  const lines = read.map((line, i) => ({ line, textHeightPx: layout.lines[i].textHeightPx }));
  return { tables, lines: lines.filter(({ line }) => hasText(line)) };
}

function hasText(line: RecognizedLine): boolean {
  return line.text.trim() !== "";
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

function sealsOf(clean: CleanPicture, turnedDeg: number, skewDeg: number, upright: GreyPicture): Box[] {
  return clean.seals.map((seal) => {
    const corners = [
      [seal[0], seal[1]],
      [seal[2], seal[1]],
      [seal[0], seal[3]],
      [seal[2], seal[3]],
    ].map(([x, y]): Box => {
      const [ux, uy] = turnPoint(x, y, clean.grey, turnedDeg);
      const [sx, sy] = straightenPoint(ux, uy, upright, skewDeg);
      const [px, py] = [Math.max(0, Math.round(sx)), Math.max(0, Math.round(sy))];
      return [px, py, px, py];
    });
    return unionOfBoxes(corners);
  });
}

function turnPoint(
  x: number,
  y: number,
  { widthPx, heightPx }: GreyPicture,
  turnedDeg: number,
): [number, number] {
  if (turnedDeg === 90) return [heightPx - y, x];
  if (turnedDeg === 180) return [widthPx - x, heightPx - y];
  return turnedDeg === 270 ? [y, widthPx - x] : [x, y];
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

function disturbedLine(line: RecognizedLine, seals: readonly Box[]): RecognizedLine {
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
