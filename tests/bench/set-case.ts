import { type Browser, chromium } from "playwright-core";
import { body, STYLE, title } from "../../fixtures/make/blocks.ts";
import type { PageLayout, PrintBlock } from "../../fixtures/make/document.ts";
import { documentToHtml } from "../../fixtures/make/html.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { type RandomTable, randomSentence, randomTable } from "../../fixtures/make/random-table.ts";
import type { Box } from "../../src/model/place.ts";
import type {
  RecognizedCell,
  RecognizedLine,
  RecognizedPage,
  RecognizedScan,
} from "../../src/model/recognized.ts";
import { FONTS } from "./print-case.ts";

/** A scan as a faultless reading of it would be, and its tables with the pages they came to stand on. */
export interface SetCase {
  scan: RecognizedScan;
  tables: (RandomTable & { pageNumbers: number[] })[];
}

/** A browser that lays cases out; must be closed. */
export interface Compositor {
  set(seed: string): Promise<SetCase>;
  close(): Promise<void>;
}

const CHROMIUM = process.env["HESUAN_CHROMIUM"] ?? "/usr/bin/chromium";
const DPI = 96;

/** Tables over pages as a browser breaks lines and pages, hundreds in a minute: for joins alone, nothing is drawn or read. */
export async function openCompositor(): Promise<Compositor> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
  });
  return { set: (seed) => setCase(browser, seed), close: () => browser.close() };
}

/** A row of a table that goes on overleaf is cut in most of them, for that is what is asked. */
const OFTEN_CUT = 0.75;

async function setCase(browser: Browser, seed: string): Promise<SetCase> {
  const random = openRandom(`set/${seed}`);
  const made = withMarks(longTable(random), random);
  const mayCut = made.block.rules.inner === "all" && random.chance(OFTEN_CUT);
  const table = mayCut ? { ...made, block: { ...made.block, cutRows: true } } : made;
  const font = random.pick(FONTS);
  const before = Array.from({ length: random.int(1, 12) }, () =>
    body(`${randomSentence(random, 20, 120)}。`),
  );
  const blocks: PrintBlock[] = [title(randomSentence(random, 6, 10)), ...before, table.block];
  const style = { ...STYLE, font, titleFont: font, sizePt: random.pick([10.5, 11, 12, 14]) };
  const page = await browser.newPage();
  try {
    await page.setContent(documentToHtml({ lang: "zh-CN", style, blocks }), { waitUntil: "load" });
    const layout = await page.evaluate<PageLayout>("globalThis.run()");
    const pages = await page.evaluate<ShownPage[]>(`(${shownPages})()`);
    const at = blocks.length - 1;
    const pageNumbers = layout.placed.filter(({ block }) => block === at).map(({ pageNumber }) => pageNumber);
    return { scan: toScan(pages, random), tables: [{ ...table, pageNumbers }] };
  } finally {
    await page.close();
  }
}

/** A table that most likely goes on overleaf. */
function longTable(random: Random): RandomTable {
  for (;;) {
    const table = randomTable(random);
    const chars = table.block.cells.reduce((sum, { text }) => sum + text.length, 0);
    if (chars > LONG) return table;
  }
}

const LONG = 300;
const MARKS = ["、", "，", "；", "（含节假日）", "《服务手册》", "“一人一档”", "30人", "12%", "每周1次，"];

/** The same table with marks and figures in its longer texts, which decide where lines may break. */
function withMarks(table: RandomTable, random: Random): RandomTable {
  if (random.chance(0.5)) return table;
  const marked = new Map<string, string>();
  const mark = (text: string): string => {
    if (text.length < 14) return text;
    const known = marked.get(text);
    if (known !== undefined) return known;
    let made = text.slice(0, 8);
    for (let at = 8; at < text.length; at++) {
      const mayStand = /[\u4e00-\u9fff]/.test(text[at - 1]) && /[\u4e00-\u9fff]/.test(text[at]);
      made += `${mayStand && random.chance(0.12) ? random.pick(MARKS) : ""}${text[at]}`;
    }
    marked.set(text, made);
    return made;
  };
  const cells = table.block.cells.map((cell) => ({ ...cell, text: mark(cell.text) }));
  // Its standards say something else now, and no target of it is known.
  const kind = table.kind === "indicators" ? "list" : table.kind;
  return { kind, block: { ...table.block, cells }, indicators: [] };
}

interface ShownPage {
  widthPx: number;
  heightPx: number;
  parts: (
    | { kind: "text"; lines: ShownLine[] }
    | { kind: "table"; cells: (Omit<RecognizedCell, "lines"> & { lines: ShownLine[] })[] }
  )[];
}

type ShownLine = { char: string; box: Box }[];

/** So far a scan's boxes lie beside what was set, in pixels of a picture of 200 dpi. */
const JITTER = 1.5;
const SCALE = 200 / DPI;

function toScan(pages: readonly ShownPage[], random: Random): RecognizedScan {
  const shaken = (at: number): number => Math.round(at * SCALE + random.between(-JITTER, JITTER));
  const toLine = (chars: ShownLine): RecognizedLine => {
    const lefts = chars.map(({ box }) => shaken(box[0]));
    const edgesPx = [...lefts, shaken(chars[chars.length - 1].box[2])];
    return {
      box: [
        edgesPx[0],
        Math.min(...chars.map(({ box }) => shaken(box[1]))),
        edgesPx[edgesPx.length - 1],
        Math.max(...chars.map(({ box }) => shaken(box[3]))),
      ],
      text: chars.map(({ char }) => char).join(""),
      confidences: chars.map(() => 97),
      edgesPx,
      readers: ["a", "b"],
      rivals: [],
      disturbed: [],
    };
  };
  const toPage = (page: ShownPage, index: number): RecognizedPage => ({
    pageNumber: index + 1,
    widthPx: Math.round(page.widthPx * SCALE),
    heightPx: Math.round(page.heightPx * SCALE),
    dpi: 200,
    turnedDeg: 0,
    skewDeg: 0,
    textSource: "ocr",
    blocks: page.parts.flatMap((part): RecognizedPage["blocks"] => {
      if (part.kind === "text") {
        const lines = part.lines.map(toLine);
        return lines.length > 0 ? [{ kind: "text", role: "body", box: around(lines), lines }] : [];
      }
      const columnEdgesPx = edgesOf(part.cells, "column").map(shaken);
      const rowEdgesPx = edgesOf(part.cells, "row").map(shaken);
      const cells = part.cells.map(
        ({ row, column, rowSpan, columnSpan, lines }): RecognizedCell => ({
          row,
          column,
          rowSpan,
          columnSpan,
          box: [
            columnEdgesPx[column],
            rowEdgesPx[row],
            columnEdgesPx[column + columnSpan],
            rowEdgesPx[row + rowSpan],
          ],
          lines: lines.map(toLine),
        }),
      );
      return [{ kind: "table", box: around(cells), columnEdgesPx, rowEdgesPx, cells }];
    }),
    seals: [],
    problems: [],
  });
  return { readers: ["a", "b"], outline: [], pages: pages.map(toPage) };
}

const around = (parts: readonly { box: Box }[]): Box => [
  Math.min(...parts.map(({ box }) => box[0])),
  Math.min(...parts.map(({ box }) => box[1])),
  Math.max(...parts.map(({ box }) => box[2])),
  Math.max(...parts.map(({ box }) => box[3])),
];

/** A table's edges one way, from the cells that begin or end there. */
function edgesOf(cells: readonly Omit<RecognizedCell, "lines">[], way: "row" | "column"): number[] {
  const side = way === "column" ? 0 : 1;
  const found = new Map<number, number>();
  for (const cell of cells) {
    const span = way === "column" ? cell.columnSpan : cell.rowSpan;
    found.set(cell[way], cell.box[side]);
    found.set(cell[way] + span, cell.box[side + 2]);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, at]) => at);
}

/** Runs in the browser: the paragraphs and tables of every page, each line's characters with their boxes. */
const shownPages = `() => {
  const linesIn = (element, origin) => {
    const lines = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        if (/\\s/.test(node.data[at])) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rects = range.getClientRects();
        const { left, top, right, bottom } = rects[rects.length - 1];
        const box = [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
        const last = lines[lines.length - 1]?.at(-1);
        if (last && box[0] >= last.box[0] && box[1] < last.box[3]) lines[lines.length - 1].push({ char: node.data[at], box });
        else lines.push([{ char: node.data[at], box }]);
      }
    }
    return lines;
  };
  const cellsIn = (table, origin) => {
    const taken = new Set();
    return [...table.rows].flatMap((tr, row) => {
      let column = 0;
      return [...tr.cells].map((td) => {
        while (taken.has(row + "," + column)) column += 1;
        const own = column;
        for (let r = row; r < row + td.rowSpan; r++)
          for (let c = own; c < own + td.colSpan; c++) taken.add(r + "," + c);
        const { left, top, right, bottom } = td.getBoundingClientRect();
        const box = [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
        return { row, column: own, rowSpan: td.rowSpan, columnSpan: td.colSpan, box, lines: linesIn(td, origin) };
      });
    });
  };
  return [...document.querySelectorAll(".page")].map((page) => {
    const origin = page.getBoundingClientRect();
    const parts = [...page.querySelector(".area").children].map((child) =>
      child.tagName === "TABLE"
        ? { kind: "table", cells: cellsIn(child, origin) }
        : { kind: "text", lines: linesIn(child, origin) },
    );
    return { widthPx: origin.width, heightPx: origin.height, parts };
  });
}`;
