import type { GreyPicture } from "./clean-picture.ts";
import { findComponents, findTextHeight } from "./components.ts";
import { findLines, type InkLine } from "./find-lines.ts";
import { findSkew, straighten } from "./find-skew.ts";
import { findInk } from "./ink.ts";
import { cropLine } from "./line-crop.ts";
import type { LineReader } from "./reader.ts";

export type Turn = 0 | 90 | 180 | 270;

const SAMPLE_LINES = 4;
/** Even upside-down print reads with some sureness; only above this are no other turns tried. */
const CLEARLY_UPRIGHT = 95;
/** Above this two turns are enough to choose between. */
const LIKELY_UPRIGHT = 86;

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
    if (bestSureness >= LIKELY_UPRIGHT) break;
  }
  return best;
}

/** How surely a few lines read, 0–100; null where there is nothing to read. */
async function sureness(page: GreyPicture, reader: LineReader): Promise<number | null> {
  const rough = findInk(page);
  const straight = straighten(page, findSkew(rough));
  const ink = findInk(straight);
  const components = findComponents(ink);
  const textHeightPx = findTextHeight(components, ink.heightPx);
  if (textHeightPx === null) return null;
  const lines = sampleLines(findLines(components, textHeightPx), textHeightPx);
  if (lines.length === 0) return null;
  const readings = await Promise.all(lines.map((line) => reader.readLine(cropLine(straight, line))));
  const chars = readings.flatMap((reading) => reading.chars);
  if (chars.length === 0) return 0;
  // Fewer characters than the line has room for is a bad reading too.
  const room = lines.reduce((sum, { box }) => sum + (box[2] - box[0]) / textHeightPx, 0);
  const filled = Math.min(1, chars.length / (room * 0.5));
  const han = chars.filter((char) => /[\u4e00-\u9fff]/.test(char.text)).length / chars.length;
  const mean = chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length;
  return mean * filled * (0.6 + 0.4 * Math.min(1, han * 2));
}

function sampleLines(lines: readonly InkLine[], textHeightPx: number): InkLine[] {
  return lines
    .filter(({ box }) => box[3] - box[1] < textHeightPx * 1.8 && box[2] - box[0] > textHeightPx * 4)
    .sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0]))
    .slice(0, SAMPLE_LINES * 3)
    .filter((_, i) => i % 3 === 0)
    .map(({ box, textHeightPx: height }) => ({
      // A part of the line says as much as the whole.
      box: [box[0], box[1], Math.min(box[2], box[0] + Math.round(textHeightPx * 14)), box[3]],
      textHeightPx: height,
    }));
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
