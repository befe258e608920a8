import type { Pixels } from "../model/picture.ts";
import type { Box } from "../model/place.ts";

/** A grey page picture, row-major; 0 is black, 255 the paper's white. */
export interface GreyPicture {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

export interface CleanPicture {
  grey: GreyPicture;
  /** Where red seals lie on the page. */
  seals: Box[];
}

/** Lifts red seals and evens out the light; black strokes under a seal stay. */
export function cleanPicture(pixels: Pixels): CleanPicture {
  const { widthPx, heightPx } = pixels;
  const { grey, red } = pixels.channels === 1 ? { grey: pixels.data, red: null } : liftRed(pixels);
  const seals = red ? findSeals(red, widthPx, heightPx) : [];
  return { grey: { widthPx, heightPx, data: flattenLight(grey, widthPx, heightPx) }, seals };
}

const RED_MARGIN = 40;
/** Fringes of red ink are but tinted. */
const TINT_MARGIN = 15;
/** Red ink is as bright as paper from this share of its usual level in the red channel. */
const LEVEL_SHARE = 0.93;

/**
 * Under red ink only the red channel tells black strokes from paper: red ink is light in it, black is not.
 * The usual brightness of red ink itself is taken for white there.
 */
function liftRed({ data, widthPx, heightPx }: Pixels): { grey: Uint8Array; red: Uint8Array } {
  const grey = new Uint8Array(widthPx * heightPx);
  const red = new Uint8Array(widthPx * heightPx);
  const levels = new Uint32Array(256);
  for (let i = 0, p = 0; i < grey.length; i++, p += 3) {
    const r = data[p];
    const g = data[p + 1];
    const b = data[p + 2];
    const tint = r - (g > b ? g : b);
    if (tint > TINT_MARGIN) {
      if (tint > RED_MARGIN) levels[r]++;
      red[i] = tint > RED_MARGIN ? RED : TINTED;
      grey[i] = r;
    } else grey[i] = (r * 77 + g * 150 + b * 29) >> 8;
  }
  const white = medianOf(levels) * LEVEL_SHARE;
  for (let i = 0; i < grey.length; i++) {
    if (red[i] === 0) continue;
    grey[i] = Math.min(255, Math.max(grey[i], (grey[i] * 255) / Math.max(1, white)));
    if (red[i] === TINTED) red[i] = 0;
  }
  return { grey, red };
}

const RED = 1;
const TINTED = 2;

function medianOf(counts: Uint32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level];
    if (below > half) return level;
  }
  return counts.length - 1;
}

const SEAL_TILES = 40;
const SEAL_TILE_SHARE = 0.04;

/** Tiles of the page with red in them, joined to regions; a region of a few tiles each way is a seal. */
function findSeals(red: Uint8Array, widthPx: number, heightPx: number): Box[] {
  const tile = Math.max(8, Math.round(widthPx / SEAL_TILES));
  const columns = Math.ceil(widthPx / tile);
  const rows = Math.ceil(heightPx / tile);
  const counts = new Uint32Array(columns * rows);
  for (let at = red.indexOf(1); at >= 0; at = red.indexOf(1, at + 1)) {
    const y = Math.floor(at / widthPx);
    counts[Math.floor(y / tile) * columns + Math.floor((at - y * widthPx) / tile)]++;
  }
  const seen = new Uint8Array(counts.length);
  const boxes: Box[] = [];
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] || counts[start] < tile * tile * SEAL_TILE_SHARE) continue;
    let [c0, r0, c1, r1] = [columns, rows, 0, 0];
    const waiting = [start];
    seen[start] = 1;
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      const [c, r] = [at % columns, Math.floor(at / columns)];
      [c0, r0, c1, r1] = [Math.min(c0, c), Math.min(r0, r), Math.max(c1, c), Math.max(r1, r)];
      for (let dr = -1; dr <= 1; dr++) {
        for (let dc = -1; dc <= 1; dc++) {
          const [nc, nr] = [c + dc, r + dr];
          if (nc < 0 || nr < 0 || nc >= columns || nr >= rows) continue;
          const next = nr * columns + nc;
          if (seen[next] || counts[next] < tile * tile * SEAL_TILE_SHARE) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    if (c1 > c0 && r1 > r0) {
      boxes.push([
        c0 * tile,
        r0 * tile,
        Math.min(widthPx, (c1 + 1) * tile),
        Math.min(heightPx, (r1 + 1) * tile),
      ]);
    }
  }
  return boxes;
}

const LIGHT_TILES = 48;
const PAPER_PERCENTILE = 0.8;
const DARKEST_PAPER = 60;

/** Divides by the paper's own brightness, taken tile by tile and blended between tiles. */
function flattenLight(grey: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const tile = Math.max(16, Math.round(widthPx / LIGHT_TILES));
  const columns = Math.ceil(widthPx / tile);
  const rows = Math.ceil(heightPx / tile);
  const paper = smooth(tilePaper(grey, widthPx, heightPx, tile, columns, rows), columns, rows);
  const flat = new Uint8Array(grey.length);
  const across = Array.from({ length: widthPx }, (_, x) => blendOf(x, tile, columns));
  const lefts = Int32Array.from(across, ([left]) => left);
  const rights = Int32Array.from(across, ([left]) => Math.min(left + 1, columns - 1));
  const shares = Float64Array.from(across, ([, share]) => share);
  const row = new Float64Array(columns);
  for (let y = 0; y < heightPx; y++) {
    const [upper, fy] = blendOf(y, tile, rows);
    const lower = Math.min(upper + 1, rows - 1);
    for (let c = 0; c < columns; c++)
      row[c] = (paper[upper * columns + c] * (1 - fy) + paper[lower * columns + c] * fy) / 255;
    const base = y * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const left = row[lefts[x]];
      const level = grey[base + x] / (left + (row[rights[x]] - left) * shares[x]);
      flat[base + x] = level > 255 ? 255 : level;
    }
  }
  return flat;
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
): Float32Array {
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      histogram.fill(0);
      let count = 0;
      for (let y = r * tile; y < Math.min(heightPx, (r + 1) * tile); y += 2) {
        for (let x = c * tile; x < Math.min(widthPx, (c + 1) * tile); x += 2) {
          histogram[grey[y * widthPx + x]]++;
          count++;
        }
      }
      let level = 255;
      for (let above = 0; level > 0; level--) {
        above += histogram[level];
        if (above >= count * (1 - PAPER_PERCENTILE)) break;
      }
      paper[r * columns + c] = Math.max(DARKEST_PAPER, level);
    }
  }
  return paper;
}

/** A tile that is mostly ink (a bold heading, a black edge) takes its neighbours' paper; then a 3 × 3 mean. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const around = (source: Float32Array, pick: (values: number[]) => number): Float32Array => {
    const result = new Float32Array(source.length);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const values: number[] = [];
        for (let nr = Math.max(0, r - 1); nr <= Math.min(rows - 1, r + 1); nr++) {
          for (let nc = Math.max(0, c - 1); nc <= Math.min(columns - 1, c + 1); nc++) {
            values.push(source[nr * columns + nc]);
          }
        }
        result[r * columns + c] = pick(values);
      }
    }
    return result;
  };
  const median = around(paper, (values) => values.sort((a, b) => a - b)[values.length >> 1]);
  const filled = paper.map((value, i) => Math.max(value, median[i] * 0.9));
  return around(filled, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}
