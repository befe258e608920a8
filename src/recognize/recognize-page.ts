import type { ScannedPage } from "../model/picture.ts";
import { type Box, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine, RecognizedPage, TableBlock, TextBlock } from "../model/recognized.ts";
import { type CleanPicture, cleanPicture, type GreyPicture } from "./clean-picture.ts";
import { type Component, findComponents, findTextHeight } from "./components.ts";
import { eraseEdgeMarks } from "./edge-marks.ts";
import { findBend, leanOf } from "./find-bend.ts";
import { findBlocks, type LaidLine } from "./find-blocks.ts";
import { findLines, type InkLine } from "./find-lines.ts";
import { findSkew, straighten, straightenPoint } from "./find-skew.ts";
import { findTurn, turnGrey } from "./find-turn.ts";
import { findGrids, type Grid } from "./grid/find-grids.ts";
import { findInk } from "./ink.ts";
import { isCredibleLayer, layerReader } from "./layer-reader.ts";
import { readLines } from "./read-lines.ts";
import type { PageReaders, Readers } from "./reader.ts";

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
    ? { first: layerReader(scanned.layer), second: null, figures: null }
    : readers;
  const layout = findLayout(grey);
  const { tables, lines } = await readLayout(layout, pageReaders);
  const blocks = withTables(findBlocks(lines, grey.heightPx), tables);
  const seals = sealsOf(clean, turnedDeg, skewDeg, upright);
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
    problems: [],
  };
  return { page, grey };
}

/** Takes out the sheet's skew, then its bend; what is left of a skew shows as a bend that leans. */
function layFlat(upright: GreyPicture): { grey: GreyPicture; skewDeg: number } {
  const roughDeg = findSkew(findInk(upright));
  const rough = straighten(upright, roughDeg);
  const roughBend = findBend(findInk(rough));
  if (!roughBend) return { grey: rough, skewDeg: roughDeg };
  const skewDeg = Math.round((roughDeg + leanOf(roughBend)) * 100) / 100;
  const bend = skewDeg === roughDeg ? roughBend : findBend(findInk(straighten(upright, skewDeg)));
  return { grey: straighten(upright, skewDeg, bend), skewDeg };
}

const USUAL_TEXT_SHARE = 1 / 55;

interface Layout {
  /** The page without its rules, for cropping. */
  grey: GreyPicture;
  textHeightPx: number;
  grids: { grid: Grid; cells: InkLine[][] }[];
  lines: InkLine[];
}

function findLayout(straight: GreyPicture): Layout {
  const ink = findInk(straight);
  const textHeightPx =
    findTextHeight(findComponents(ink), ink.heightPx) ??
    Math.max(8, Math.round(ink.widthPx * USUAL_TEXT_SHARE));
  const { grids, ruleMask, loneRules } = findGrids(ink, textHeightPx);
  keepShortRules(ruleMask, ink.widthPx, loneRules, textHeightPx);
  const grey = eraseRules(straight, ruleMask);
  const components = findComponents(ink, ruleMask);
  const inGrid = new Set<Component>();
  const cells = grids.map((grid) => {
    const within = components.filter((component) => middleIn(component.box, grid.box));
    for (const component of within) inGrid.add(component);
    return { grid, cells: grid.cells.map((cell) => cellLines(within, cell.box, textHeightPx)) };
  });
  const lines = findLines(
    components.filter((component) => !inGrid.has(component)),
    textHeightPx,
  );
  return {
    grey,
    textHeightPx,
    grids: cells,
    lines: lines.filter((line) => isWorthReading(line, textHeightPx)),
  };
}

function cellLines(components: readonly Component[], box: Box, textHeightPx: number): InkLine[] {
  const lines = findLines(
    components.filter((component) => middleIn(component.box, box)),
    textHeightPx,
  );
  return lines.filter((line) => isWorthReading(line, textHeightPx) || isThinDigit(line, box, textHeightPx));
}

/** A 1 alone in its cell is as thin as the rest of a rule, but stands clear of the cell's sides. */
function isThinDigit({ box }: InkLine, cell: Box, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const clear = Math.min(box[0] - cell[0], cell[2] - box[2], box[1] - cell[1], cell[3] - box[3]);
  const isTall = height >= textHeightPx * 0.55 && height <= textHeightPx * 1.2;
  return isTall && width >= Math.max(2, textHeightPx * 0.08) && clear >= textHeightPx * 0.1;
}

const LONE_RULE = 15;

/** A short rule outside a table may be a row of strokes; erasing it would eat into figures. */
function keepShortRules(
  ruleMask: Uint8Array,
  widthPx: number,
  loneRules: readonly Box[],
  textHeightPx: number,
): void {
  for (const [x0, y0, x1, y1] of loneRules) {
    if (x1 - x0 >= textHeightPx * LONE_RULE || y1 - y0 >= textHeightPx * LONE_RULE) continue;
    for (let y = y0; y < y1; y++) ruleMask.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
}

/** Whitens rules and the grey fringe that thresholding leaves around them. */
function eraseRules(grey: GreyPicture, ruleMask: Uint8Array): GreyPicture {
  const { widthPx, data } = grey;
  const erased = Uint8Array.from(data);
  for (let i = widthPx; i < data.length - widthPx; i++) {
    if (!ruleMask[i]) continue;
    erased[i] = 255;
    for (const next of [i - 1, i + 1, i - widthPx, i + widthPx]) if (data[next] > FRINGE) erased[next] = 255;
  }
  return { ...grey, data: erased };
}

const FRINGE = 120;

/** A lone speck or fold is no line. */
function isWorthReading({ box }: InkLine, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  return height >= textHeightPx * 0.4 && width >= textHeightPx * 0.25;
}

function middleIn(box: Box, outer: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= outer[0] && x < outer[2] && y >= outer[1] && y < outer[3];
}

async function readLayout(
  layout: Layout,
  readers: PageReaders,
): Promise<{ tables: TableBlock[]; lines: LaidLine[] }> {
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
