import type { Tiles } from "./paper-tiles.ts";

/** What is darker than this share of the paper around is a ground or a shadow told otherwise. */
const DARKEST = 0.6;
/** So many tiles at least make a ground, and so much of its rim is sharp; a shadow's is not. */
const LEAST_TILES = 2;
const MOST_SHARP = 0.6;
/** Where a rim is sharp, no more of the way across it than this is neither ground nor paper. */
const MOST_BETWEEN = 0.22;
const BETWEEN = 0.25;

/** The groups of tiles that are no paper but pale grounds, as shaded cells are: their rim is as sharp as print is. */
export function findPaleGrounds(
  tiles: Tiles,
  groups: readonly (readonly number[])[],
  grey: Uint8Array,
  widthPx: number,
): number[][] {
  return groups.flatMap((group): number[][] => {
    const own = new Set(group);
    const rim = group.flatMap((at) => outwardsFrom(at, own, tiles));
    if (group.length < LEAST_TILES || rim.length === 0) return [];
    const sharp = rim.filter((step) => isSharp(step, tiles, grey, widthPx));
    return sharp.length >= MOST_SHARP * rim.length ? [[...group]] : [];
  });
}

interface Step {
  from: number;
  to: number;
  dx: number;
  dy: number;
}

/** The steps from a tile of a group to tiles around that are none of it. */
function outwardsFrom(at: number, own: ReadonlySet<number>, { columns, rows }: Tiles): Step[] {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  return [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ].flatMap(([dx, dy]): Step[] => {
    const [x, y] = [column + dx, row + dy];
    if (x < 0 || y < 0 || x >= columns || y >= rows) return [];
    const to = y * columns + x;
    return own.has(to) ? [] : [{ from: at, to, dx, dy }];
  });
}

/** Whether what lies from the middle of one tile to the far side of the next changes its level at one place. */
function isSharp({ from, to, dx, dy }: Step, tiles: Tiles, grey: Uint8Array, widthPx: number): boolean {
  const { tile, columns, levels } = tiles;
  const heightPx = grey.length / widthPx;
  const [ground, paper] = [levels[from], levels[to]];
  if (ground >= paper || ground < DARKEST * paper) return false;
  const [x0, y0] = [(from % columns) * tile, Math.floor(from / columns) * tile];
  const half = tile >> 1;
  const length = half + tile;
  let between = 0;
  for (let step = 0; step < length; step++) {
    const values: number[] = [];
    for (let along = 0; along < tile; along += 2) {
      const x = dx === 0 ? x0 + along : x0 + half + dx * step;
      const y = dy === 0 ? y0 + along : y0 + half + dy * step;
      if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) values.push(grey[y * widthPx + x]);
    }
    const level = lighterHalf(values);
    const share = (level - ground) / (paper - ground);
    if (share > BETWEEN && share < 1 - BETWEEN) between++;
  }
  return between <= MOST_BETWEEN * length;
}

/** The mean of the lighter half: print on a ground is dark. */
function lighterHalf(values: number[]): number {
  values.sort((a, b) => b - a);
  const count = Math.max(1, values.length >> 1);
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at];
  return sum / count;
}
