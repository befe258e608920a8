import type { Message, Problem } from "../model/finding.ts";
import type { ScannedPage } from "../model/picture.ts";
import { type Box, boxHeight, boxWidth } from "../model/place.ts";
import type { RecognizedLine, RecognizedPage, TableBlock } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findLayout, type Layout } from "./find-layout.ts";
import type { InkLine } from "./find-lines.ts";
import { judgeLayer } from "./layer/judge-layer.ts";
import { openLayerText } from "./layer/layer-text.ts";
import { isGenerallyUnlike, readChecked, readStated } from "./layer/read-by-layer.ts";
import { readCell } from "./read-cell.ts";
import { linesOf, type ReadLayout } from "./read-layout.ts";
import { readLines } from "./read-lines.ts";
import type { PageReaders } from "./readers/reader.ts";
import { settleDashesAmongCells, settleLoneDash } from "./settle/settle-lone-dash.ts";
import { type Sheet, sheetAsDrawn, sheetLaidFlat } from "./sheet.ts";
import { reachesOver } from "./text-over-rules.ts";

/** A page's sheet with all its lines and cells read. */
export interface SheetRead {
  sheet: Sheet;
  layout: Layout;
  read: ReadLayout;
  /** Ink of a line's size over a rule that no reader made anything of. */
  lost: InkLine[];
  textSource: RecognizedPage["textSource"];
  problems: Problem[];
}

/**
 * Reads a page by its text layer where that holds, else from its picture.
 * A drawn page stands as it is; where its layer is worth nothing, it is taken for a scan like any other.
 */
export async function readSheet(scanned: ScannedPage, readers: PageReaders): Promise<SheetRead> {
  const problems: Problem[] = [];
  if (!scanned.isPicture && scanned.layer.length > 0) {
    const drawn = await readByLayer(scanned, sheetAsDrawn(scanned.pixels), readers);
    if (drawn.read) return drawn.read;
    problems.push(...drawn.problems);
  }
  const sheet = await sheetLaidFlat(scanned.pixels, readers, scanned.layer.length === 0);
  if (scanned.isPicture && scanned.layer.length > 0) {
    const laid = await readByLayer(scanned, sheet, readers);
    if (laid.read) return laid.read;
    problems.push(...laid.problems);
  }
  const layout = findLayout(sheet.grey);
  const pictures = { bare: layout.grey, ruled: layout.ruled };
  const lost: InkLine[] = [];
  const read = await readLayout(
    layout,
    (lines) => readLines(layout.grey, lines, readers),
    async (lines, cell) => {
      const seen = await readCell(pictures, lines, cell, readers);
      lost.push(...lostOver(cell, lines, seen));
      return withLoneDash(seen, lines, layout.grey);
    },
  );
  return { sheet, layout, read, lost, textSource: "ocr", problems };
}

/** In text heights: lower or narrower ink over a rule may be the rest of it. */
const [LEAST_HEIGHT, LEAST_WIDTH] = [0.55, 0.25];

/** A cell's lines that reach over its rules and of which nothing was read. */
function lostOver(cell: Box, lines: readonly InkLine[], read: readonly RecognizedLine[]): InkLine[] {
  if (read.length !== lines.length) return [];
  const isOfText = ({ box, textHeightPx }: InkLine): boolean =>
    boxHeight(box) >= LEAST_HEIGHT * textHeightPx && boxWidth(box) >= LEAST_WIDTH * textHeightPx;
  return lines.filter((line, at) => reachesOver(line.box, cell) && !hasText(read[at]) && isOfText(line));
}

/** The lines of a cell; one that is all of it may be a dash. */
function withLoneDash(
  read: RecognizedLine[],
  lines: readonly InkLine[],
  grey: GreyPicture,
): RecognizedLine[] {
  if (read.length !== 1 || lines.length !== 1) return read;
  return [settleLoneDash(read[0], grey, lines[0].textHeightPx)];
}

/** A page read by its layer, or what is wrong with that. */
async function readByLayer(
  { layer: runs, isPicture, pageNumber }: ScannedPage,
  sheet: Sheet,
  readers: PageReaders,
): Promise<{ read: SheetRead | null; problems: Problem[] }> {
  const layer = openLayerText(runs.map((run) => ({ ...run, box: sheet.toSheet(run.box) })));
  const layout = findLayout(sheet.grey);
  const verdict = await judgeLayer(layer, layout, isPicture, readers);
  if (verdict.kind === "none") return { read: null, problems: [] };
  if (verdict.kind === "bad") return { read: null, problems: [ignored(verdict.why, pageNumber)] };
  const read = await readLayout(layout, (lines) =>
    verdict.kind === "stated"
      ? readStated(layout, layer, lines)
      : readChecked(layout, layer, lines, readers, !isPicture),
  );
  if (verdict.kind === "checked" && isGenerallyUnlike(linesOf(read)))
    return { read: null, problems: [ignored(OTHER_FIGURES, pageNumber)] };
  return { read: { sheet, layout, read, lost: [], textSource: "text-layer", problems: [] }, problems: [] };
}

const OTHER_FIGURES: Message = {
  zh: "多处数字与图像不同",
  en: "many of its figures are not those of the picture",
};

function ignored(why: Message, pageNumber: number): Problem {
  return {
    code: "bad-text-layer",
    pageNumber,
    box: null,
    message: {
      zh: `第 ${pageNumber} 页的文字层不可信（${why.zh}），已弃用，改从图像识读`,
      en: `page ${pageNumber}: its text layer can't be trusted (${why.en}) and was ignored; the page was read from its picture`,
    },
  };
}

async function readLayout(
  layout: Layout,
  readAll: (lines: readonly InkLine[]) => Promise<RecognizedLine[]>,
  readOne: (lines: readonly InkLine[], cell: Box) => Promise<RecognizedLine[]> = readAll,
): Promise<ReadLayout> {
  // Awaited as one: what failed while another was awaited would end the process.
  const [read, tables] = await Promise.all([
    readAll(layout.lines),
    Promise.all(
      layout.grids.map(async ({ grid: { box, columnEdgesPx, rowEdgesPx, cells }, cells: laid }) => {
        const inCells = await Promise.all(laid.map((lines, i) => readOne(lines, cells[i].box)));
        const full = cells.map((cell, i) => ({ ...cell, lines: inCells[i].filter(hasText) }));
        return { kind: "table", box, columnEdgesPx, rowEdgesPx, cells: full } satisfies TableBlock;
      }),
    ),
  ]);
  const lines = read.map((line, i) => ({ line, textHeightPx: layout.lines[i].textHeightPx }));
  return { tables: tables.map(settleDashesAmongCells), lines: lines.filter(({ line }) => hasText(line)) };
}

function hasText(line: RecognizedLine): boolean {
  return line.text.trim() !== "";
}
