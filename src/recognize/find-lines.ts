import { type Box, unionOfBoxes } from "../model/place.ts";
import type { Component } from "./components.ts";

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
  return rows.flatMap((row) => splitAtGaps(withoutStraySpecks(row), textHeightPx));
}

function isText(box: Box, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const isSpeck = Math.max(width, height) < textHeightPx * LEAST_SPECK;
  return !isSpeck && height < textHeightPx * MOST_SEED * 1.2;
}

interface Row {
  parts: Box[];
  middle: number;
  height: number;
}

/** Full-height pieces make the rows; dots, strokes and dashes then join the row they lie in. */
function findRows(components: readonly Component[], textHeightPx: number): Row[] {
  const isSeed = ({ box }: Component): boolean => box[3] - box[1] >= textHeightPx * LEAST_SEED;
  const rows: Row[] = [];
  const place = (box: Box, reach: number): boolean => {
    const [middle, height] = [(box[1] + box[3]) / 2, box[3] - box[1]];
    let nearest: Row | null = null;
    for (const row of rows) {
      const distance = Math.abs(row.middle - middle);
      if (distance > Math.max(reach, row.height * ROW_DRIFT)) continue;
      if (!nearest || distance < Math.abs(nearest.middle - middle)) nearest = row;
    }
    if (!nearest) return false;
    const count = nearest.parts.push(box);
    if (height >= nearest.height * 0.7) {
      nearest.middle += (middle - nearest.middle) / Math.min(count, 30);
      nearest.height = Math.max(nearest.height, Math.min(height, nearest.height * 1.1));
    }
    return true;
  };
  const byTop = (a: Component, b: Component): number => b.box[3] - b.box[1] - (a.box[3] - a.box[1]);
  const seeds = components.filter(isSeed).sort(byTop);
  for (const { box } of seeds) {
    if (place(box, textHeightPx * ROW_DRIFT)) continue;
    rows.push({ parts: [box], middle: (box[1] + box[3]) / 2, height: box[3] - box[1] });
  }
  const rest = components.filter((component) => !isSeed(component)).sort((a, b) => a.box[1] - b.box[1]);
  for (const { box } of rest) {
    if (place(box, textHeightPx * 0.62)) continue;
    // A line of nothing but strokes (一, a dash, leaders) stands on its own.
    rows.push({
      parts: [box],
      middle: (box[1] + box[3]) / 2,
      height: Math.max(box[3] - box[1], textHeightPx * 0.6),
    });
  }
  return rows.sort((a, b) => a.middle - b.middle);
}

const SPECK = 0.28;
const SPECK_GAP = 0.45;
/** Some fonts set the comma in the middle of its square. */
const COMMA_GAP = 0.7;

/** Dirt at a line's ends reads as a comma; a true one stands close to its character. */
function withoutStraySpecks(row: Row): Row {
  const parts = [...row.parts].sort((a, b) => a[0] - b[0]);
  const isSpeck = (box: Box): boolean => Math.max(box[2] - box[0], box[3] - box[1]) < row.height * SPECK;
  const isFar = (gap: number): boolean => gap > row.height * SPECK_GAP;
  while (parts.length > 1 && isSpeck(parts[0]) && isFar(parts[1][0] - parts[0][2])) parts.shift();
  while (parts.length > 1 && isSpeck(parts.at(-1)!)) {
    const right = Math.max(...parts.slice(0, -1).map((box) => box[2]));
    const last = parts.at(-1)!;
    const isLow = (last[1] + last[3]) / 2 > row.middle + row.height * 0.2;
    if (!isFar(last[0] - right) || (isLow && last[0] - right <= row.height * COMMA_GAP)) break;
    parts.pop();
  }
  return { ...row, parts };
}

/** A row of digits alone is lower than its characters' full height. */
function fullHeight(row: Row, textHeightPx: number): number {
  return row.height >= textHeightPx * 0.5 && row.height < textHeightPx ? textHeightPx : row.height;
}

function splitAtGaps(row: Row, pageTextHeightPx: number): InkLine[] {
  const textHeightPx = fullHeight(row, pageTextHeightPx);
  const parts = [...row.parts].sort((a, b) => a[0] - b[0]);
  const lines: InkLine[] = [];
  let run: Box[] = [];
  let right = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (run.length > 0) lines.push({ box: unionOfBoxes(run), textHeightPx });
    run = [];
  };
  for (const part of parts) {
    if (run.length > 0 && part[0] - right > row.height * WIDEST_GAP) flush();
    if (run.length === 0) right = part[2];
    run.push(part);
    right = Math.max(right, part[2]);
  }
  flush();
  return lines;
}
