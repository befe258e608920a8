import type { GreyPicture } from "./clean-picture.ts";
import { findLayout, type Layout } from "./find-layout.ts";
import type { InkLine } from "./find-lines.ts";
import { findSkew, straighten } from "./find-skew.ts";
import { findInk } from "./ink.ts";
import { cropLine, type LineCrop } from "./line-crop.ts";
import { readByNetwork } from "./read-crop.ts";
import type { LineReader, LineReading } from "./readers/reader.ts";
import { type Sense, senseOf } from "./sense-of-readings.ts";

export type Turn = 0 | 90 | 180 | 270;

const FIRST_LINES = 2;
const MOST_LINES = 8;
const FIRST_EM = 8;
const LONGEST_EM = 14;
const LEAST_EM = 1.2;
/**
 * Measured on 145 pages drawn in all four turns: right way up 68 and more of 100, upside down 15 to 85 and always less
 * than the same lines the right way up, on its side 74 at most.
 */
const SENSIBLE = 80;
const CLEARLY_BETTER = 15;
const BETTER = 3;

/** So many of the longest lines, each this long, show that a page stands upright; with so much Chinese in them. */
const TELLING_LINES = 3;
const TELLING_EM = 6;
const LEAST_HAN = 20;
/**
 * Measured on 47 pages in all four turns: the network sees upright lines with 94 to 100 of 100 (traditional ones with
 * 75), lines on their head with 8 at most, and on their side 18 characters of Chinese in three lines at most.
 */
const SENSIBLE_TO_NETWORK = 75;
/**
 * In text heights: on a page on its side what looks like lines are characters of many, as far apart as its lines are,
 * and where these are close and of one left edge the network may well read such characters.
 */
const LEAST_CHARS_AN_EM = 0.75;

/** Whether a page that was laid flat surely stands upright as it is: to the network print on its head is no print. */
export async function standsUpright(flat: GreyPicture, network: LineReader): Promise<boolean> {
  const layout = findLayout(flat);
  const lines = sampleLines(linesIn(layout)).slice(0, TELLING_LINES);
  if (lines.length < TELLING_LINES || lines.some((line) => widthEm(line) < TELLING_EM)) return false;
  const readings = await Promise.all(lines.map((line) => readByNetwork(network, layout.grey, line)));
  const chars = readings.flatMap((reading) => reading.chars);
  const han = chars.filter(({ text }) => HAN.test(text));
  const roomEm = lines.reduce((sum, line) => sum + widthEm(line), 0);
  const isClose = chars.length >= roomEm * LEAST_CHARS_AN_EM;
  return isClose && han.length >= LEAST_HAN && senseOf(readings, lines) >= SENSIBLE_TO_NETWORK;
}

const HAN = /\p{Script=Han}/u;

/**
 * By how much a page must be turned clockwise to stand upright.
 * The same lines are read as they stand and upside down, never one way alone: figures read surely on their head, too.
 * Where neither makes sense, the page lies on its side.
 */
export async function findTurn(grey: GreyPicture, reader: LineReader): Promise<Turn> {
  const [upright, upsideDown] = await sensesOf(grey, reader);
  if (Math.max(upright, upsideDown) >= SENSIBLE) return upsideDown > upright + BETTER ? 180 : 0;
  const [right, left] = await sensesOf(turnGrey(grey, 90), reader);
  const turns: [Turn, Sense][] = [
    [180, upsideDown],
    [90, right],
    [270, left],
  ];
  const [turn, sense] = turns.reduce((best, other) => (other[1] > best[1] ? other : best));
  return sense > upright + BETTER ? turn : 0;
}

/** How much sense a page's lines make as they stand and upside down; more lines are asked while it isn't clear. */
async function sensesOf(page: GreyPicture, reader: LineReader): Promise<[upright: Sense, upsideDown: Sense]> {
  const layout = layoutOf(page);
  const { grey } = layout;
  const sample = sampleLines(linesIn(layout));
  const read: LineReading[][] = [[], []];
  let senses: [Sense, Sense] = [0, 0];
  const asked: InkLine[] = [];
  const first = sample.slice(0, FIRST_LINES).map((line) => startOf(line, FIRST_EM));
  const rest = sample.slice(FIRST_LINES).map((line) => startOf(line, LONGEST_EM));
  for (const some of [first, rest]) {
    const crops = some.map((line) => cropLine(grey, line));
    const ways = [crops, crops.map(upsideDown)];
    const readings = await Promise.all(
      ways.map((way) => Promise.all(way.map((crop) => reader.readLine(crop)))),
    );
    for (const [way, seen] of readings.entries()) read[way].push(...seen);
    asked.push(...some);
    senses = [senseOf(read[0], asked), senseOf(read[1], asked)];
    if (Math.max(...senses) >= SENSIBLE && Math.abs(senses[0] - senses[1]) >= CLEARLY_BETTER) break;
  }
  return senses;
}

function layoutOf(page: GreyPicture): Layout {
  return findLayout(straighten(page, findSkew(findInk(page))));
}

function linesIn({ lines, grids }: Layout): InkLine[] {
  return [...lines, ...grids.flatMap(({ cells }) => cells.flat())];
}

function widthEm({ box, textHeightPx }: InkLine): number {
  return (box[2] - box[0]) / textHeightPx;
}

function upsideDown(crop: LineCrop): LineCrop {
  return { ...crop, grey: turnGrey(crop.grey, 180) };
}

/** Some of the longest lines, from all over the page. */
function sampleLines(lines: readonly InkLine[]): InkLine[] {
  const longest = lines
    .filter((line) => line.box[3] - line.box[1] < line.textHeightPx * 1.8 && widthEm(line) > LEAST_EM)
    .sort((a, b) => widthEm(b) - widthEm(a));
  const step = longest.length < MOST_LINES * 3 ? 1 : 3;
  return longest.filter((_, i) => i % step === 0).slice(0, MOST_LINES);
}

/** A part of a line says as much as the whole. */
function startOf({ box: [x0, y0, x1, y1], textHeightPx }: InkLine, mostEm: number): InkLine {
  return { box: [x0, y0, Math.min(x1, x0 + Math.round(textHeightPx * mostEm)), y1], textHeightPx };
}

/** Turns a grey picture clockwise. */
export function turnGrey(picture: GreyPicture, turn: Turn): GreyPicture {
  if (turn === 0) return picture;
  const { unlit, ...lit } = picture;
  const turned = turnedBy(lit, turn);
  return unlit ? { ...turned, unlit: turnedBy({ ...lit, data: unlit }, turn).data } : turned;
}

function turnedBy(picture: GreyPicture, turn: Turn): GreyPicture {
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
