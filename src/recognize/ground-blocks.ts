import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";

/** Darker grounds are dark panels; lighter ones are no ink by any threshold. */
const DARKEST = 95;
const LIGHTEST = 205;
/** In text heights: no ground that holds a word is smaller. */
const LEAST_SIDE = 1.2;
const LEAST_LENGTH = 3;
/** Grain strays from a ground's level so far, but for a few pixels of a block. */
const GRAIN = 24;
const STRAYS = 0.04;
/** Light falls off by no more from block to block. */
const LIKE = 18;
/** Blocks of one ground are no farther apart, rules between them counted in; words between them are no longer. */
const REACH = 2;
const LONGEST_WORD = 60;
const HIGHEST_LINE = 8;
/** So much of what stands between two blocks may be as light as paper: white letters and rules take less. */
const MOST_PAPER = 0.5;
/** So much of a ground's box is ground. */
const LEAST_FILLED = 0.5;
/** What is darker than this share of a ground, or lighter than halfway to paper, is print on it. */
const DARK_PRINT = 0.62;
const LEAST_PRINT = 0.005;
/** On lighter grounds nobody prints white. */
const LIGHTEST_UNDER_WHITE = 205;

/** The blocks of a page that are of one level each, neither ink nor paper; 0 for all others. */
interface Blocks {
  columns: number;
  rows: number;
  levels: Float32Array;
  blockPx: number;
}

/** An evenly shaded ground: the box around it, how light it is, and whether the print on it is white. */
export interface Ground {
  box: Box;
  level: number;
  isPrintLight: boolean;
}

/** A page's evenly shaded grounds with print on them, as heads, rows and columns of tables on grey are. */
export function findGrounds(grey: GreyPicture, blockPx: number, textHeightPx: number): Ground[] {
  const even = findEvenBlocks(grey, blockPx);
  if (even === null) return [];
  const levels = even.levels.slice();
  const between = [...bridge(even, grey, false), ...bridge(even, grey, true)];
  for (const { at, level } of between) levels[at] = level;
  const words = new Set(between.map(({ at }) => at));
  return groupBlocks({ ...even, levels }).flatMap((group): Ground[] => {
    const box = boxOf(group, even);
    const sides = [box[2] - box[0], box[3] - box[1]].sort((a, b) => a - b).map((px) => px / textHeightPx);
    const isLarge = sides[0] >= LEAST_SIDE && sides[1] >= LEAST_LENGTH;
    const area = (box[2] - box[0]) * (box[3] - box[1]);
    const isFilled = group.length * blockPx * blockPx >= LEAST_FILLED * area;
    // What runs along the picture's edge is a scan's edge, or the shade of a lid.
    const isInside = box[0] > 1 && box[1] > 1 && box[2] < grey.widthPx - 1 && box[3] < grey.heightPx - 1;
    if (!isLarge || !isFilled || !isInside) return [];
    const known = group.map((at) => levels[at]).sort((a, b) => a - b);
    const level = known[known.length >> 1];
    const own = group.filter((at) => words.has(at));
    return [{ box, level, isPrintLight: isPrintLight(own, level, even, grey) }];
  });
}

function findEvenBlocks({ widthPx, heightPx, data }: GreyPicture, blockPx: number): Blocks | null {
  const [columns, rows] = [Math.floor(widthPx / blockPx), Math.floor(heightPx / blockPx)];
  const levels = new Float32Array(columns * rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * blockPx * widthPx + column * blockPx;
      const middle = data[corner + (blockPx >> 1) * (widthPx + 1)];
      if (middle < DARKEST - GRAIN || middle > LIGHTEST || data[corner] > LIGHTEST) continue;
      const level = evenLevel(data, corner, widthPx, blockPx);
      if (level < DARKEST || level > LIGHTEST) continue;
      levels[row * columns + column] = level;
      count++;
    }
  }
  return count === 0 ? null : { columns, rows, levels, blockPx };
}

/** The mean level of a block; 0 where it is not even. */
function evenLevel(data: Uint8Array, corner: number, widthPx: number, blockPx: number): number {
  let sum = 0;
  for (let y = 0; y < blockPx; y++) for (let x = 0; x < blockPx; x++) sum += data[corner + y * widthPx + x];
  const mean = sum / (blockPx * blockPx);
  let strays = 0;
  for (let y = 0; y < blockPx; y++)
    for (let x = 0; x < blockPx; x++) if (Math.abs(data[corner + y * widthPx + x] - mean) > GRAIN) strays++;
  return strays > STRAYS * blockPx * blockPx ? 0 : mean;
}

/** The blocks between two like ones of a row (of a column, turned) that words or rules on their ground stand in. */
function bridge(blocks: Blocks, grey: GreyPicture, isTurned: boolean): { at: number; level: number }[] {
  const { columns, rows, levels } = blocks;
  const [lines, length, step] = isTurned ? [columns, rows, columns] : [rows, columns, 1];
  const longest = isTurned ? HIGHEST_LINE : LONGEST_WORD;
  const found: { at: number; level: number }[] = [];
  for (let line = 0; line < lines; line++) {
    const start = isTurned ? line : line * columns;
    let last = -1;
    for (let at = 0; at < length; at++) {
      const level = levels[start + at * step];
      if (level === 0) continue;
      const before = last < 0 ? 0 : levels[start + last * step];
      const between = Array.from({ length: at - last - 1 }, (_, index) => start + (last + 1 + index) * step);
      if (last >= 0 && between.length > 0 && between.length <= longest && Math.abs(level - before) <= LIKE) {
        const mean = (level + before) / 2;
        if (paperShare(between, mean, blocks, grey) <= MOST_PAPER)
          found.push(...between.map((each) => ({ at: each, level: mean })));
      }
      last = at;
    }
  }
  return found;
}

/** How much of some blocks is nearer to paper than to a level. */
function paperShare(blocks: readonly number[], level: number, all: Blocks, grey: GreyPicture): number {
  const light = (level + WHITE) / 2;
  let count = 0;
  forEachPixel(blocks, all, grey, (pixel) => {
    if (pixel > light) count++;
  });
  return count / Math.max(1, blocks.length * all.blockPx ** 2);
}

const WHITE = 255;

function forEachPixel(
  blocks: readonly number[],
  { columns, blockPx }: Blocks,
  { widthPx, data }: GreyPicture,
  visit: (level: number) => void,
): void {
  for (const at of blocks) {
    const corner = Math.floor(at / columns) * blockPx * widthPx + (at % columns) * blockPx;
    for (let y = 0; y < blockPx; y++) for (let x = 0; x < blockPx; x++) visit(data[corner + y * widthPx + x]);
  }
}

/** Blocks near one another whose levels are alike, from block to block. */
function groupBlocks({ columns, rows, levels }: Blocks): number[][] {
  const left = levels.slice();
  const groups: number[][] = [];
  for (let first = 0; first < left.length; first++) {
    if (left[first] === 0) continue;
    left[first] = 0;
    const group = [first];
    for (const at of group) {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      for (let y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y++) {
        for (let x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x++) {
          const near = y * columns + x;
          if (left[near] === 0 || Math.abs(left[near] - levels[at]) > LIKE) continue;
          left[near] = 0;
          group.push(near);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

function boxOf(group: readonly number[], { columns, blockPx }: Blocks): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const at of group) {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    [x0, y0, x1, y1] = [
      Math.min(x0, column),
      Math.min(y0, row),
      Math.max(x1, column + 1),
      Math.max(y1, row + 1),
    ];
  }
  return [x0 * blockPx, y0 * blockPx, x1 * blockPx, y1 * blockPx];
}

/** Whether the print that stands among a ground's blocks is white. */
function isPrintLight(words: readonly number[], level: number, all: Blocks, grey: GreyPicture): boolean {
  if (level > LIGHTEST_UNDER_WHITE) return false;
  let [light, dark, count] = [0, 0, 0];
  forEachPixel(words, all, grey, (pixel) => {
    if (pixel > (level + WHITE) / 2) light++;
    if (pixel < DARK_PRINT * level) dark++;
    count++;
  });
  return light > dark && light >= LEAST_PRINT * count;
}
