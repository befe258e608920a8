import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findLayout } from "./find-layout.ts";
import type { InkLine } from "./find-lines.ts";
import { findSkew, straighten } from "./find-skew.ts";
import { findInk } from "./ink.ts";
import { cropLine } from "./line-crop.ts";
import type { LineReader } from "./reader.ts";

export type Turn = 0 | 90 | 180 | 270;

const SAMPLE_LINES = 8;
const LONGEST_EM = 14;
const ENOUGH_EM = 52;
/** Even upside-down print reads with some sureness; only above this are no other turns tried. */
const CLEARLY_UPRIGHT = 95;

/**
 * By how much a page must be turned clockwise to stand upright.
 * A few lines are read; only where they read badly are the other three turns tried, and the best one wins.
 */
export async function findTurn(grey: GreyPicture, reader: LineReader): Promise<Turn> {
  const asScanned = await sureness(grey, reader);
  if (asScanned === null || asScanned >= CLEARLY_UPRIGHT) return 0;
  let [best, bestSureness]: [Turn, number] = [0, asScanned];
  for (const turn of [180, 90, 270] as const) {
    const turned = await sureness(turnGrey(grey, turn), reader);
    if (turned !== null && turned > bestSureness + 4) [best, bestSureness] = [turn, turned];
    if (bestSureness >= CLEARLY_UPRIGHT) break;
  }
  return best;
}

/** How surely a few lines read, 0–100; null where there is nothing to read. */
async function sureness(page: GreyPicture, reader: LineReader): Promise<number | null> {
  const { grey, grids, lines } = findLayout(straighten(page, findSkew(findInk(page))));
  const all = [...lines, ...grids.flatMap(({ cells }) => cells.flat())];
  if (all.length === 0) return null;
  const sample = sampleLines(all);
  const readings = await Promise.all(sample.map((line) => reader.readLine(cropLine(grey, line))));
  const chars = readings.flatMap((reading) => reading.chars);
  if (chars.length === 0) return 0;
  // Fewer characters than the line has room for is a bad reading too.
  const room = sample.reduce((sum, line) => sum + widthEm(line), 0);
  const filled = Math.min(1, chars.length / (room * 0.5));
  const plain = chars.filter((char) => PLAIN.test(char.text)).length / chars.length;
  const mean = chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length;
  return mean * filled * (0.6 + 0.4 * Math.min(1, plain * 1.25));
}

/** What agreements are mostly made of. */
const PLAIN = /[\u4e00-\u9fff\d.,，。、；：（）()%]/;

const widthEm = ({ box, textHeightPx }: InkLine): number => (box[2] - box[0]) / textHeightPx;

/** Some of the longest lines; of short ones, as in tables of figures, more. */
function sampleLines(lines: readonly InkLine[]): InkLine[] {
  const longest = lines
    .filter((line) => line.box[3] - line.box[1] < line.textHeightPx * 1.8 && widthEm(line) > 1.5)
    .sort((a, b) => widthEm(b) - widthEm(a));
  const spread = longest.filter((_, i) => longest.length < SAMPLE_LINES * 3 || i % 3 === 0);
  const sample: InkLine[] = [];
  let room = 0;
  for (const { box, textHeightPx } of spread) {
    if (sample.length >= SAMPLE_LINES || room >= ENOUGH_EM) break;
    // A part of the line says as much as the whole.
    const line = { box: partOf(box, textHeightPx * LONGEST_EM), textHeightPx };
    sample.push(line);
    room += widthEm(line);
  }
  return sample;
}

function partOf([x0, y0, x1, y1]: Box, widthPx: number): Box {
  return [x0, y0, Math.min(x1, x0 + Math.round(widthPx)), y1];
}

/** Turns a grey picture clockwise. */
export function turnGrey(picture: GreyPicture, turn: Turn): GreyPicture {
  if (turn === 0) return picture;
  const { widthPx: w, heightPx: h, data } = picture;
  if (turn === 180) return { ...picture, data: Uint8Array.from(data).reverse() };
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const to = turn === 90 ? x * h + (h - 1 - y) : (w - 1 - x) * h + y;
      turned[to] = data[y * w + x];
    }
  }
  return { widthPx: h, heightPx: w, data: turned };
}
