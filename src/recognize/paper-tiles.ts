/** The brightness of every tile of a page, row by row. */
export interface Tiles {
  tile: number;
  columns: number;
  rows: number;
  levels: Float32Array;
}

/** Of a page's tiles so many are darker than what is taken for its paper in good light. */
const LIT_PERCENTILE = 0.9;
/** From tile to tile light falls off by less: what is darker at once is another ground, or the edge of a shadow. */
const GRADUAL = 0.9;
const LIT = 0.8;
/**
 * So much of a dark ground is light print, and what is darker than it, as black rules are, is no more of it; inside,
 * where no paper and no frame is beside it, less print tells as much. Paper in a shadow has dark print alone.
 */
const LEAST_LIGHT = 0.01;
const LEAST_INSIDE = 0.002;
const LESS_INSIDE = 0.1;
const DARKER = 0.6;

/** The levels of tiles, those that a dark ground with light print fills told by the paper around it. */
export function withoutPanels(tiles: Tiles, grey: Uint8Array, widthPx: number): Float32Array {
  const isPaper = reachedTiles(tiles);
  const levels = tiles.levels.slice();
  const unknown = groupTiles(tiles, isPaper).filter((group) => isPanel(group, isPaper, tiles, grey, widthPx));
  for (const group of unknown) fillFromAround(levels, group, tiles);
  return levels;
}

/** The tiles whose light falls off gradually from the brightest ones. */
function reachedTiles(tiles: Tiles): Uint8Array {
  const { levels } = tiles;
  const lit = LIT * levels.slice().sort()[Math.floor((levels.length - 1) * LIT_PERCENTILE)];
  const isReached = new Uint8Array(levels.length);
  const queue: number[] = [];
  for (let at = 0; at < levels.length; at++) {
    if (levels[at] < lit) continue;
    isReached[at] = 1;
    queue.push(at);
  }
  for (const at of queue) {
    for (const near of neighboursOf(at, tiles)) {
      if (isReached[near] === 1 || levels[near] < GRADUAL * levels[at]) continue;
      isReached[near] = 1;
      queue.push(near);
    }
  }
  return isReached;
}

function neighboursOf(at: number, { columns, rows }: Tiles): number[] {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const near: number[] = [];
  if (column > 0) near.push(at - 1);
  if (column < columns - 1) near.push(at + 1);
  if (row > 0) near.push(at - columns);
  if (row < rows - 1) near.push(at + columns);
  return near;
}

/** The tiles that are not reached, those beside each other together. */
function groupTiles(tiles: Tiles, isReached: Uint8Array): number[][] {
  const isTaken = isReached.slice();
  const groups: number[][] = [];
  for (let first = 0; first < isTaken.length; first++) {
    if (isTaken[first] === 1) continue;
    isTaken[first] = 1;
    const group = [first];
    for (const at of group) {
      for (const near of neighboursOf(at, tiles)) {
        if (isTaken[near] === 1) continue;
        isTaken[near] = 1;
        group.push(near);
      }
    }
    groups.push(group);
  }
  return groups;
}

function isPanel(
  group: readonly number[],
  isPaper: Uint8Array,
  tiles: Tiles,
  grey: Uint8Array,
  widthPx: number,
): boolean {
  const { tile, columns, levels } = tiles;
  const around = group.flatMap((at) => neighboursOf(at, tiles)).filter((at) => isPaper[at] === 1);
  // What runs along the picture's edge is a scan's black edge, or the shade of a lid.
  if (around.length === 0 || group.some((at) => neighboursOf(at, tiles).length < 4)) return false;
  const paper = around.reduce((sum, at) => sum + levels[at], 0) / around.length;
  const heightPx = grey.length / widthPx;
  // At its rim stand paper, rules and frames.
  const own = new Set(group);
  const inner = group.filter((at) => {
    const near = neighboursOf(at, tiles);
    return near.length === 4 && near.every((other) => own.has(other));
  });
  const known = group.map((at) => levels[at]).sort((a, b) => a - b);
  const ground = known[known.length >> 1];
  if (isEven(known) && isStrip(group, columns) && ground >= LEAST_EVEN * paper) return true;
  let [lighter, darker, count] = [0, 0, 0];
  for (const at of inner.length > 0 ? inner : group) {
    const [x0, y0] = [(at % columns) * tile, Math.floor(at / columns) * tile];
    for (let y = y0; y < Math.min(heightPx, y0 + tile); y += 2) {
      for (let x = x0; x < Math.min(widthPx, x0 + tile); x += 2) {
        const level = grey[y * widthPx + x];
        if (2 * level > levels[at] + paper) lighter++;
        if (level < DARKER * Math.min(levels[at], ground)) darker++;
        count++;
      }
    }
  }
  const [least, share] = inner.length > 0 ? [LEAST_INSIDE, LESS_INSIDE] : [LEAST_LIGHT, 1];
  return lighter >= least * count && lighter >= share * darker;
}

/**
 * A low or narrow ground of one level, as a shaded head, row or column is: darker than paper, but not too dark for dark
 * print. Light told from its own tiles would be that of the paper around it at one end, and not at the other.
 */
const LEAST_EVEN = 0.4;
const WIDEST_STRIP = 4;
const EVEN = 0.08;
const LEAST_TILES = 3;

/** Whether tiles are of one level but for a few at their rim; a shadow falls off. */
function isEven(sorted: readonly number[]): boolean {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  return sorted.length >= LEAST_TILES && high - low <= EVEN * middle;
}

function isStrip(group: readonly number[], columns: number): boolean {
  const rangeOf = (places: readonly number[]): number => Math.max(...places) - Math.min(...places) + 1;
  const sides = [group.map((at) => at % columns), group.map((at) => Math.floor(at / columns))].map(rangeOf);
  return Math.min(...sides) <= WIDEST_STRIP;
}

/** Sets the levels of a group to the mean of those around it, from its rim inwards. */
function fillFromAround(levels: Float32Array, group: readonly number[], tiles: Tiles): void {
  const left = new Set(group);
  while (left.size > 0) {
    const filled = [...left].flatMap((at): [number, number][] => {
      const known = neighboursOf(at, tiles).filter((near) => !left.has(near));
      if (known.length === 0) return [];
      return [[at, known.reduce((sum, near) => sum + levels[near], 0) / known.length]];
    });
    if (filled.length === 0) return;
    for (const [at, level] of filled) {
      levels[at] = level;
      left.delete(at);
    }
  }
}
