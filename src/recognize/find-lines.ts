import { type Box, unionOfBoxes } from "../model/place.ts";
import type { Component } from "./components.ts";
import { type InkRun, splitAtGutters } from "./split-at-gutters.ts";

/** A run of ink to be read as one line. `textHeightPx` is its characters' own height. */
export interface InkLine {
  box: Box;
  textHeightPx: number;
}

const LEAST_SPECK = 0.09;
const LEAST_SEED = 0.55;
const MOST_SEED = 3;
const ROW_DRIFT = 0.5;
const WIDEST_GAP = 3.5;

/** Groups pieces of ink into lines of text, top to bottom, parts of one row left to right. */
export function findLines(components: readonly Component[], textHeightPx: number): InkLine[] {
  const text = components.filter(({ box }) => isText(box, textHeightPx));
  const rows = findRows(text, textHeightPx);
  const runs = rows.flatMap((row) => splitAtGaps(withoutStraySpecks(row), textHeightPx));
  return splitAtGutters(runs).map(({ parts, textHeightPx: height }) => ({
    box: unionOfBoxes(parts),
    textHeightPx: height,
  }));
}

function isText(box: Box, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const isSpeck = Math.max(width, height) < textHeightPx * LEAST_SPECK;
  return !isSpeck && isTextHigh(height, textHeightPx);
}

/** Whether a piece is low enough to be of the page's text, or of a title in it. */
export function isTextHigh(height: number, textHeightPx: number): boolean {
  return height < textHeightPx * MOST_SEED * 1.2;
}

interface Row {
  parts: Box[];
  middle: number;
  height: number;
  /** What its pieces of full height span. */
  body: Box;
}

/** Full-height pieces make the rows; dots, strokes and dashes then join the row they lie in. */
function findRows(components: readonly Component[], textHeightPx: number): Row[] {
  const isSeed = ({ box }: Component): boolean => box[3] - box[1] >= textHeightPx * LEAST_SEED;
  const rows: Row[] = [];
  const place = (box: Box, reach: number, among: readonly Row[]): boolean => {
    const [middle, height] = [(box[1] + box[3]) / 2, box[3] - box[1]];
    let nearest: Row | null = null;
    for (const row of among) {
      const distance = Math.abs(row.middle - middle);
      if (distance > Math.max(reach, row.height * ROW_DRIFT) && !hangsFrom(row, box)) continue;
      if (!nearest || distance < Math.abs(nearest.middle - middle)) nearest = row;
    }
    if (!nearest) return false;
    const count = nearest.parts.push(box);
    if (height >= nearest.height * 0.7) {
      nearest.middle += (middle - nearest.middle) / Math.min(count, 30);
      nearest.height = Math.max(nearest.height, Math.min(height, nearest.height * 1.1));
      nearest.body = unionOfBoxes([nearest.body, box]);
    }
    return true;
  };
  const byTop = (a: Component, b: Component): number => b.box[3] - b.box[1] - (a.box[3] - a.box[1]);
  const seeds = components.filter(isSeed).sort(byTop);
  for (const { box } of seeds) {
    if (place(box, textHeightPx * ROW_DRIFT, rows)) continue;
    rows.push({ parts: [box], middle: (box[1] + box[3]) / 2, height: box[3] - box[1], body: box });
  }
  const rest = components.filter((component) => !isSeed(component)).sort((a, b) => a.box[1] - b.box[1]);
  const lines = [...rows];
  for (const { box } of rest) {
    // A speck between two lines makes a row, which must not draw strokes away from either.
    const reach = textHeightPx * 0.62;
    if (joinStrokes(rows, box, textHeightPx) || place(box, reach, lines) || place(box, reach, rows)) continue;
    // A line of nothing but strokes (一, a dash, leaders) stands on its own.
    rows.push({
      parts: [box],
      middle: (box[1] + box[3]) / 2,
      height: Math.max(box[3] - box[1], textHeightPx * 0.6),
      body: box,
    });
  }
  return joinTorn(
    rows.sort((a, b) => a.middle - b.middle),
    textHeightPx,
  );
}

/** Two rows that together are no higher than a character are one, whose strokes hardly hang together any more. */
function joinTorn(rows: readonly Row[], textHeightPx: number): Row[] {
  const joined: Row[] = [];
  const isSpeck = ([x0, y0, x1, y1]: Box): boolean =>
    Math.max(x1 - x0, y1 - y0) < textHeightPx * LEAST_STROKE;
  for (const row of rows) {
    const above = row.parts.every(isSpeck) ? undefined : joined.findLast((one) => !one.parts.every(isSpeck));
    const parts = above ? [...above.parts, ...row.parts] : row.parts;
    const [, y0, , y1] = unionOfBoxes(parts);
    if (!above || y1 - y0 > textHeightPx * HIGHEST_CHARACTER) joined.push(row);
    else
      joined[joined.indexOf(above)] = {
        parts,
        middle: (y0 + y1) / 2,
        height: y1 - y0,
        body: unionOfBoxes([above.body, row.body]),
      };
  }
  return joined;
}

const HIGHEST_CHARACTER = 1.15;

/** A comma's tail hangs below the foot of a row of low digits, but begins above it and stands among them. */
function hangsFrom({ body, height }: Row, [x0, y0, x1, y1]: Box): boolean {
  const isMark = y1 - y0 < height * MOST_MARK && x1 - x0 < height * MOST_MARK;
  return isMark && y0 <= body[3] && y1 >= body[3] && x0 > body[0] && x1 < body[2];
}

const MOST_MARK = 0.5;

/** Shorter than the upper stroke of 三 is a speck; two of them above each other make no line. */
const LEAST_STROKE = 0.3;

/** The strokes of 二 and 三 stand one under the other, and make a character of full height at most. */
function joinStrokes(rows: readonly Row[], box: Box, textHeightPx: number): boolean {
  const isWide = ([x0, , x1]: Box): boolean => x1 - x0 >= textHeightPx * LEAST_STROKE;
  if (!isWide(box)) return false;
  const isLow = (part: Box): boolean => part[3] - part[1] < textHeightPx * LEAST_SEED && isWide(part);
  const most = textHeightPx * HIGHEST_CHARACTER;
  // What rules most rows out comes first: a page of dots asks this of each dot and row.
  const row = rows.find(({ parts }) => {
    const last = parts[parts.length - 1];
    if (box[1] < last[3] || box[3] - last[1] > most) return false;
    const shared = Math.min(last[2], box[2]) - Math.max(last[0], box[0]);
    const isUnder = shared >= 0.6 * Math.min(last[2] - last[0], box[2] - box[0]);
    if (!isUnder || !parts.every(isLow)) return false;
    const [x0, y0, x1, y1] = unionOfBoxes([...parts, box]);
    return Math.max(x1 - x0, y1 - y0) <= most;
  });
  if (!row) return false;
  row.parts.push(box);
  const [, y0, , y1] = unionOfBoxes(row.parts);
  row.middle = (y0 + y1) / 2;
  row.height = Math.max(row.height, y1 - y0);
  return true;
}

const SPECK = 0.28;
const SPECK_GAP = 0.45;
/** Some fonts set the comma and the full stop in the middle of their square. */
const COMMA_GAP = 0.7;
/** Behind a bracket, which stands at the left of its square, such a stop is farther. */
const STOP_GAP = 1.05;
/** Share of a row's height that a full stop is high and wide; most dirt is smaller. */
const LEAST_STOP = 0.18;

/** Dirt at a line's ends reads as a comma; a true one stands close to its character. */
function withoutStraySpecks(row: Row): Row {
  const parts = [...row.parts].sort((a, b) => a[0] - b[0]);
  const isSpeck = (box: Box): boolean => Math.max(box[2] - box[0], box[3] - box[1]) < row.height * SPECK;
  const isFar = (gap: number): boolean => gap > row.height * SPECK_GAP;
  while (parts.length > 1 && isSpeck(parts[0]) && isFar(parts[1][0] - parts[0][2])) parts.shift();
  // Specks behind one another are dirt together where the first of them is.
  const specks = parts.findLastIndex((part) => !isSpeck(part)) + 1;
  let right = Math.max(...parts.slice(0, specks).map((box) => box[2]));
  for (let at = Math.max(1, specks); at < parts.length; at++) {
    const gap = parts[at][0] - right;
    if (isFar(gap) && gap > reachOf(parts[at], row) * row.height && !isColon(parts.slice(at)))
      return { ...row, parts: parts.slice(0, at) };
    right = Math.max(right, parts[at][2]);
  }
  return { ...row, parts };
}

/** Two specks right above each other, and nothing behind: a colon, however far off. */
function isColon([lower, upper, ...others]: readonly Box[]): boolean {
  if (!lower || !upper || others.length > 0) return false;
  const shared = Math.min(lower[2], upper[2]) - Math.max(lower[0], upper[0]);
  return shared * 2 >= Math.max(lower[2] - lower[0], upper[2] - upper[0]);
}

/** How far from its character, in row heights, a last piece may stand: a ring, a comma at the foot, or else dirt. */
function reachOf([x0, y0, x1, y1]: Box, { middle, height }: Row): number {
  const below = (y0 + y1) / 2 - middle;
  const [least, most] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
  const isRing = least >= height * LEAST_STOP && most <= least * 1.4;
  if (isRing && below > -height * 0.15) return STOP_GAP;
  return below > height * 0.2 ? COMMA_GAP : 0;
}

/** A row of digits alone is lower than its characters' full height. */
function fullHeight(row: Row, textHeightPx: number): number {
  return row.height >= textHeightPx * 0.5 && row.height < textHeightPx ? textHeightPx : row.height;
}

function splitAtGaps(row: Row, pageTextHeightPx: number): InkRun[] {
  const textHeightPx = fullHeight(row, pageTextHeightPx);
  const parts = [...row.parts].sort((a, b) => a[0] - b[0]);
  const lines: InkRun[] = [];
  let run: Box[] = [];
  let right = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (run.length > 0) lines.push({ parts: run, textHeightPx, isBeside: lines.length > 0 });
    run = [];
  };
  for (const part of parts) {
    if (run.length > 0 && part[0] - right > row.height * WIDEST_GAP) flush();
    if (run.length === 0) right = part[2];
    run.push(part);
    right = Math.max(right, part[2]);
  }
  flush();
  return isDistributed(lines) ? [{ parts, textHeightPx, isBeside: false }] : lines;
}

/** Characters spread over a line's whole width leave gaps all alike; columns begin alike, and end as they will. */
function isDistributed(runs: readonly InkRun[]): boolean {
  if (runs.length < LEAST_SPREAD) return false;
  const boxes = runs.map(({ parts }) => unionOfBoxes(parts));
  const gaps = boxes.slice(1).map((box, at) => box[0] - boxes[at][2]);
  const slackPx = Math.max(2, runs[0].textHeightPx * MOST_UNEVEN);
  const widths = boxes.map(([x0, , x1]) => x1 - x0);
  return (
    Math.max(...gaps) - Math.min(...gaps) <= slackPx &&
    Math.max(...widths) - Math.min(...widths) > 2 * slackPx
  );
}

const LEAST_SPREAD = 3;
/** In text heights: what the unlike white within two characters' squares makes gaps differ by. */
const MOST_UNEVEN = 0.3;
