import type { Box } from "../model/place.ts";
import { behind, FREE, openKernels, PIECE_PX } from "./kernels/kernels.ts";
import { withoutPanels } from "./paper-tiles.ts";

const LIGHT_TILES = 48;
const PAPER_PERCENTILE = 0.8;
const DARKEST_PAPER = 60;

/** The paper's own brightness in every tile of a page. */
export interface Paper {
  tile: number;
  columns: number;
  rows: number;
  levels: Float32Array;
  /** Whether some of the page is of an even shade darker than the paper beside it, as pale cells of tables are. */
  isShaded: boolean;
}

/** How bright the paper of a grey page is, tile by tile; dark grounds with light print on them are no paper. */
export function findPaper(grey: Uint8Array, widthPx: number, heightPx: number): Paper {
  const tile = Math.max(16, Math.round(widthPx / LIGHT_TILES));
  const columns = Math.ceil(widthPx / tile);
  const rows = Math.ceil(heightPx / tile);
  const { levels: own, even } = tilePaper(grey, widthPx, heightPx, tile, columns, rows);
  const tiles = { tile, columns, rows, levels: own };
  const levels = smooth(withoutPanels(tiles, grey, widthPx), columns, rows);
  return { ...tiles, levels, isShaded: isShaded(tiles, even) };
}

/** Divides by the paper's own brightness, blended between tiles. */
export function flattenLight(grey: Uint8Array, paper: Paper, widthPx: number): Uint8Array {
  const { tile, columns, rows, levels } = paper;
  const heightPx = grey.length / widthPx;
  const flat = new Uint8Array(grey.length);
  const shares = new Float64Array(widthPx);
  // Where between two tiles' middles begin: there both levels stay the same along a row.
  const starts = new Int32Array(columns + 1).fill(widthPx);
  for (let x = widthPx - 1, next = columns; x >= 0; x--) {
    const [left, share] = blendOf(x, tile, columns);
    shares[x] = share;
    while (next > left) starts[next--] = x + 1;
  }
  starts[0] = 0;
  const rowsAtOnce = Math.max(1, Math.floor(PIECE_PX / widthPx));
  const places = placesFor({ columns, rows }, widthPx, rowsAtOnce);
  const { bytes, mix, spread, divide } = openKernels(places.end);
  new Float32Array(bytes.buffer, places.levels, columns * rows).set(levels);
  new Float64Array(bytes.buffer, places.shares, widthPx).set(shares);
  new Int32Array(bytes.buffer, places.starts, columns + 1).set(starts);
  const row = new Float64Array(bytes.buffer, places.row, columns + 1);
  for (let top = 0; top < heightPx; top += rowsAtOnce) {
    const piece = grey.subarray(top * widthPx, (top + rowsAtOnce) * widthPx);
    bytes.set(piece, places.from);
    for (let at = 0; at < piece.length; at += widthPx) {
      const [upper, share] = blendOf(top + at / widthPx, tile, rows);
      const lower = Math.min(upper + 1, rows - 1);
      const levelsOf = (tileRow: number): number => places.levels + FLOAT_BYTES * tileRow * columns;
      mix(levelsOf(upper), levelsOf(lower), share, places.row, columns);
      row[columns] = row[columns - 1];
      spread(places.row, places.starts, columns, places.shares, places.by);
      divide(places.from + at, places.by, places.to + at, widthPx);
    }
    flat.set(bytes.subarray(places.to, places.to + piece.length), top * widthPx);
  }
  return flat;
}

const FLOAT_BYTES = 4;

/** Where the paper's levels lie, what a picture's rows are divided by is worked out, and they themselves are. */
function placesFor(
  { columns, rows }: Pick<Paper, "columns" | "rows">,
  widthPx: number,
  rowsAtOnce: number,
): Record<"levels" | "row" | "starts" | "shares" | "by" | "from" | "to" | "end", number> {
  const levels = FREE;
  const row = behind(levels, FLOAT_BYTES * columns * rows);
  const starts = behind(row, 2 * FLOAT_BYTES * (columns + 1));
  const shares = behind(starts, FLOAT_BYTES * (columns + 1));
  const by = behind(shares, 2 * FLOAT_BYTES * widthPx);
  const from = behind(by, 2 * FLOAT_BYTES * widthPx);
  const to = behind(from, rowsAtOnce * widthPx);
  return { levels, row, starts, shares, by, from, to, end: behind(to, rowsAtOnce * widthPx) };
}

/** Between which tiles' middles a pixel lies, and how far from the first to the next. */
function blendOf(px: number, tile: number, count: number): [first: number, share: number] {
  const at = Math.min(Math.max((px + 0.5) / tile - 0.5, 0), count - 1);
  return [Math.floor(at), at - Math.floor(at)];
}

function tilePaper(
  grey: Uint8Array,
  widthPx: number,
  heightPx: number,
  tile: number,
  columns: number,
  rows: number,
): { levels: Float32Array; even: Uint8Array } {
  const paper = new Float32Array(columns * rows);
  const even = new Uint8Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const [left, right] = [c * tile, Math.min(widthPx, (c + 1) * tile)];
      const [top, bottom] = [r * tile, Math.min(heightPx, (r + 1) * tile)];
      countLevels(grey, widthPx, [left, top, right, bottom]);
      const count = Math.ceil((right - left) / 2) * Math.ceil((bottom - top) / 2);
      let level = 255;
      let above = 0;
      for (; level > 0; level--) {
        above += evens[level] + odds[level];
        if (above >= count * (1 - PAPER_PERCENTILE)) break;
      }
      paper[r * columns + c] = Math.max(DARKEST_PAPER, level);
      for (let lower = level - 1; lower >= EVEN * level; lower--) above += evens[lower] + odds[lower];
      if (above >= MOSTLY * count) even[r * columns + c] = 1;
    }
  }
  return { levels: paper, even };
}

/** Two lists by turns: one count that grows at every step makes each step wait for the last. */
const [evens, odds] = [new Uint32Array(256), new Uint32Array(256)];

/** Counts the levels of every second pixel of every second row of a box, by turns into either list. */
function countLevels(grey: Uint8Array, widthPx: number, [left, top, right, bottom]: Box): void {
  evens.fill(0);
  odds.fill(0);
  for (let y = top; y < bottom; y += 2) {
    const end = y * widthPx + right;
    let at = y * widthPx + left;
    for (; at + 2 < end; at += 4) {
      evens[grey[at]]++;
      odds[grey[at + 2]]++;
    }
    if (at < end) evens[grey[at]]++;
  }
}

/** Down to this share of its light level lies most of an evenly shaded tile; the rest is print. */
const EVEN = 0.94;
const MOSTLY = 0.6;
/** So much darker than the lightest tile near it is one on a shaded ground, and so many make one. */
const SHADED = 0.985;
const NEAR = 3;
const LEAST_SHADED = 8;

function isShaded(
  { columns, rows, levels }: Pick<Paper, "columns" | "rows" | "levels">,
  even: Uint8Array,
): boolean {
  let count = 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (even[r * columns + c] === 0) continue;
      let lightest = 0;
      for (let at = -NEAR; at <= NEAR; at++) {
        if (r + at >= 0 && r + at < rows) lightest = Math.max(lightest, levels[(r + at) * columns + c]);
        if (c + at >= 0 && c + at < columns) lightest = Math.max(lightest, levels[r * columns + c + at]);
      }
      if (levels[r * columns + c] < SHADED * lightest) count++;
    }
  }
  return count >= LEAST_SHADED;
}

/** A tile that is mostly ink (a bold heading, a black edge) takes its neighbours' paper; then a 3 × 3 mean. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const around = tilesAround(columns, rows);
  const filled = new Float32Array(paper.length);
  for (let at = 0; at < paper.length; at++) {
    filled[at] = Math.max(paper[at], middleOf(paper, around[at]) * 0.9);
  }
  const smoothed = new Float32Array(paper.length);
  for (let at = 0; at < paper.length; at++) {
    let sum = 0;
    for (const tile of around[at]) sum += filled[tile];
    smoothed[at] = sum / around[at].length;
  }
  return smoothed;
}

const sorted = new Float32Array(9);

/** The upper middle one of a few tiles' levels. */
function middleOf(paper: Float32Array, tiles: readonly number[]): number {
  for (let i = 0; i < tiles.length; i++) {
    const level = paper[tiles[i]];
    let to = i;
    for (; to > 0 && sorted[to - 1] > level; to--) sorted[to] = sorted[to - 1];
    sorted[to] = level;
  }
  return sorted[tiles.length >> 1];
}

/** Each tile with those that touch it; pages of one scan mostly have as many. */
function tilesAround(columns: number, rows: number): number[][] {
  if (lastAround?.columns !== columns || lastAround.rows !== rows)
    lastAround = { columns, rows, around: findAround(columns, rows) };
  return lastAround.around;
}

let lastAround: { columns: number; rows: number; around: number[][] } | null = null;

function findAround(columns: number, rows: number): number[][] {
  const around: number[][] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const tiles: number[] = [];
      for (let nr = Math.max(0, r - 1); nr <= Math.min(rows - 1, r + 1); nr++) {
        for (let nc = Math.max(0, c - 1); nc <= Math.min(columns - 1, c + 1); nc++)
          tiles.push(nr * columns + nc);
      }
      around.push(tiles);
    }
  }
  return around;
}
