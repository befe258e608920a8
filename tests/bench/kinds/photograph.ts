import { type Browser, chromium } from "playwright-core";
import sharp from "sharp";
import type { Picture } from "../../../fixtures/make/raster.ts";
import type { Box } from "../../../src/model/place.ts";
import { type KindPage, pageToHtml, placesOf } from "./kind.ts";

/** A table's cell as it was set: its place, its text, and where each of its lines stands, in pixels of the picture. */
export interface ShownCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  lines: Box[];
}

/** A page as a browser shows it, and what stands on it where. */
export interface ShownPage {
  picture: Picture;
  tables: ShownCell[][];
  /** The lines of what stands beside tables. */
  lines: { text: string; box: Box }[];
  chars: { char: string; box: Box }[];
  isUnparted: boolean;
}

/** A browser that shows pages as pictures; must be closed. */
export interface Camera {
  photograph(page: KindPage, font: string, dpi: number): Promise<ShownPage>;
  close(): Promise<void>;
}

const CHROMIUM = process.env["HESUAN_CHROMIUM"] ?? "/usr/bin/chromium";
const SCREEN_DPI = 96;
const A4 = [210, 297].map((mm) => (mm / 25.4) * SCREEN_DPI);

export async function openCamera(): Promise<Camera> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none"],
  });
  return {
    photograph: (page, font, dpi) => photograph(browser, page, font, dpi),
    close: () => browser.close(),
  };
}

async function photograph(browser: Browser, page: KindPage, font: string, dpi: number): Promise<ShownPage> {
  const [width, height] = page.isLandscape ? [A4[1], A4[0]] : A4;
  const scale = dpi / SCREEN_DPI;
  const context = await browser.newContext({
    viewport: { width: Math.round(width), height: Math.round(height) },
    deviceScaleFactor: scale,
  });
  try {
    const tab = await context.newPage();
    await tab.setContent(pageToHtml(page, font), { waitUntil: "load" });
    const shown = await tab.evaluate<{ lines: ShownChar[][]; cells: ShownChar[][] }>(`(${charsOf})()`);
    const { data, info } = await sharp(await tab.screenshot())
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const scaled = ({ char, box }: ShownChar): ShownChar => ({
      char,
      box: box.map((at) => at * scale) as Box,
    });
    const cells = shown.cells.map((chars) => chars.map(scaled));
    const lines = shown.lines.map((chars) => chars.map(scaled));
    let next = 0;
    const tables = page.blocks
      .flatMap((block) => ("rows" in block ? [block] : []))
      .map(({ rows }) =>
        placesOf(rows).map((place): ShownCell => {
          const chars = cells[next++];
          return { ...place, text: textOf(chars), lines: linesOf(chars).map(({ box }) => box) };
        }),
      );
    return {
      picture: { width: info.width, height: info.height, channels: 1, data },
      tables,
      isUnparted: page.isUnparted ?? false,
      lines: lines.flatMap(linesOf),
      chars: [...cells, ...lines].flat(),
    };
  } finally {
    await context.close();
  }
}

interface ShownChar {
  char: string;
  box: Box;
}

const textOf = (chars: readonly ShownChar[]): string => chars.map(({ char }) => char).join("");

/** Characters as lines: a line ends where the next character begins no further right. */
function linesOf(chars: readonly ShownChar[]): { text: string; box: Box }[] {
  const lines: ShownChar[][] = [];
  for (const char of chars) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && char.box[0] > last.box[0] && char.box[1] < last.box[3]) line.push(char);
    else lines.push([char]);
  }
  return lines.map((line) => ({
    text: textOf(line),
    box: [
      Math.min(...line.map(({ box }) => box[0])),
      Math.min(...line.map(({ box }) => box[1])),
      Math.max(...line.map(({ box }) => box[2])),
      Math.max(...line.map(({ box }) => box[3])),
    ],
  }));
}

/** Runs in the browser: every character of the cells, and of the lines beside tables, with its box. */
const charsOf = `() => {
  const charsIn = (element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        if (/\\s/.test(node.data[at])) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        found.push({ char: node.data[at], box: [left, top, right, bottom] });
      }
    }
    return found;
  };
  return {
    cells: [...document.querySelectorAll("td")].map(charsIn),
    lines: [...document.querySelectorAll("p")].map(charsIn),
  };
}`;
