import type { Box } from "../model/place.ts";

/** Red pixels that hang together. */
export interface RedCluster {
  box: Box;
  /** x and y of its pixels by turns; of many pixels every so manieth, of a cluster larger than any seal none. */
  points: Int32Array;
  /** All its pixels. */
  area: number;
}

export interface RedPage {
  /** 1 where red ink lies. */
  red: Uint8Array;
  widthPx: number;
  heightPx: number;
}

const LEAST_SHARE = 0.04;
const MOST_POINTS = 6000;

/** Joins tiles with red in them to clusters, and takes each one's pixels. */
export function clustersOf(page: RedPage, tilePx: number): RedCluster[] {
  const { red, widthPx, heightPx } = page;
  const columns = Math.ceil(widthPx / tilePx);
  const counts = new Uint32Array(columns * Math.ceil(heightPx / tilePx));
  for (let at = red.indexOf(1); at >= 0; at = red.indexOf(1, at)) {
    const y = Math.floor(at / widthPx);
    const [row, end] = [Math.floor(y / tilePx) * columns, (y + 1) * widthPx];
    // Red lies in stretches: to look for the next pixel takes longer than to look at it.
    let tile = Math.floor((at - y * widthPx) / tilePx);
    let until = Math.min(end, y * widthPx + (tile + 1) * tilePx);
    while (at < end && red[at] === 1) {
      const from = at;
      while (at < until && red[at] === 1) at++;
      counts[row + tile] += at - from;
      if (at < until) break;
      tile++;
      until = Math.min(end, until + tilePx);
    }
  }
  const least = Math.max(2, tilePx * tilePx * LEAST_SHARE);
  const seen = new Uint8Array(counts.length);
  const clusters: RedCluster[] = [];
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] || counts[start] < least) continue;
    const tiles = joinedTo(start, columns, counts, least, seen);
    clusters.push(clusterOf(page, tiles, counts, columns, tilePx));
  }
  return clusters;
}

/** The tiles that hang together with one, all marked as seen. */
function joinedTo(
  start: number,
  columns: number,
  counts: Uint32Array,
  least: number,
  seen: Uint8Array,
): number[] {
  const tiles = [start];
  seen[start] = 1;
  for (let next = 0; next < tiles.length; next++) {
    const column = tiles[next] % columns;
    for (const dx of [-1, 0, 1]) {
      if (column + dx < 0 || column + dx >= columns) continue;
      for (const dy of [-columns, 0, columns]) {
        const at = tiles[next] + dx + dy;
        if (at < 0 || at >= counts.length || seen[at] || counts[at] < least) continue;
        seen[at] = 1;
        tiles.push(at);
      }
    }
  }
  return tiles;
}

function clusterOf(
  page: RedPage,
  tiles: readonly number[],
  counts: Uint32Array,
  columns: number,
  tilePx: number,
): RedCluster {
  const around = boxOfTiles(tiles, columns, tilePx);
  // A tinted sheet or a form's rules: no seal by itself, and too many pixels to take.
  const most = Math.min(page.widthPx, page.heightPx) * MOST_SIZE;
  if (Math.max(around[2] - around[0], around[3] - around[1]) > most)
    return { box: around, points: new Int32Array(0), area: 0 };
  const area = tiles.reduce((sum, tile) => sum + counts[tile], 0);
  const step = Math.ceil(area / MOST_POINTS);
  const points = new Int32Array(Math.ceil(area / step) * 2);
  const box: Box = [page.widthPx, page.heightPx, 0, 0];
  let found = 0;
  forEachRed(page, tiles, columns, tilePx, (x, y) => {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x >= box[2]) box[2] = x + 1;
    if (y >= box[3]) box[3] = y + 1;
    if (found % step === 0) {
      points[(found / step) * 2] = x;
      points[(found / step) * 2 + 1] = y;
    }
    found++;
  });
  return { box, points, area };
}

/** Of the page's shorter side. */
const MOST_SIZE = 0.45;

function boxOfTiles(tiles: readonly number[], columns: number, tilePx: number): Box {
  const box: Box = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const tile of tiles) {
    const [x, y] = [(tile % columns) * tilePx, Math.floor(tile / columns) * tilePx];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x + tilePx > box[2]) box[2] = x + tilePx;
    if (y + tilePx > box[3]) box[3] = y + tilePx;
  }
  return box;
}

/** Visits the red pixels of tiles, one tile after another. */
function forEachRed(
  { red, widthPx, heightPx }: RedPage,
  tiles: readonly number[],
  columns: number,
  tilePx: number,
  visit: (x: number, y: number) => void,
): void {
  for (const tile of tiles) {
    const [left, top] = [(tile % columns) * tilePx, Math.floor(tile / columns) * tilePx];
    const [right, bottom] = [Math.min(widthPx, left + tilePx), Math.min(heightPx, top + tilePx)];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) if (red[y * widthPx + x] === 1) visit(x, y);
    }
  }
}
