import type { Box } from "../model/place.ts";
import type { InkMask } from "./ink.ts";

/** A square of a page, told by its place among those of its size. */
export type Block = [column: number, row: number];

const SOLID = 0.97;
/** Blocks of one ground are no farther apart: white rules lie between them. */
const REACH = 2;
/** White letters take less than half of their line; no longer words than so many blocks stand in a cell without a gap. */
const WORD = { least: 0.5, longest: 30 };
/** A line of letters is no higher than so many blocks; bold ones take more of it, but no paper is so dark. */
const LINE = { least: 0.35, longest: 5 };
/** A rectangle's side may lie so many blocks off from row to row. */
const RAGGED = 1;

/** The squares of a page that are ink all over; no rule and no stroke of print fills one. */
export function findSolidBlocks({ widthPx, heightPx, data }: InkMask, blockPx: number): Block[] {
  const [columns, rows] = [Math.floor(widthPx / blockPx), Math.floor(heightPx / blockPx)];
  const most = Math.floor((1 - SOLID) * blockPx * blockPx);
  const blocks: Block[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * blockPx * widthPx + column * blockPx;
      const middle = corner + (blockPx >> 1) * (widthPx + 1);
      if (data[middle] === 0 || data[corner] === 0) continue;
      let white = 0;
      for (let y = 0; y < blockPx && white <= most; y++)
        for (let x = 0; x < blockPx; x++) white += 1 - data[corner + y * widthPx + x];
      if (white <= most) blocks.push([column, row]);
    }
  }
  return blocks;
}

/** The grounds that solid blocks make, white letters and white rules on them counted in, as rectangles in pixels. */
export function groundsOf(solid: readonly Block[], ink: InkMask, blockPx: number): Box[][] {
  const words = [...solid, ...bridges(solid, WORD, ink, blockPx)];
  const lines = [...words, ...bridges(words.map(turned), LINE, ink, blockPx, true).map(turned)];
  const all = [...lines, ...bridges(lines, LINE, ink, blockPx)];
  return groupBlocks(all).map((group) =>
    rectanglesOf(group).map((rectangle) => grownBox(rectangle, ink, blockPx)),
  );
}

const turned = ([column, row]: Block): Block => [row, column];

const byRow = (a: Block, b: Block): number => a[1] - b[1] || a[0] - b[0];

/** The blocks between two of a row that white letters or rules stand in; of blocks turned, those of a column. */
function bridges(
  blocks: readonly Block[],
  { least, longest }: { least: number; longest: number },
  ink: InkMask,
  blockPx: number,
  isTurned = false,
): Block[] {
  const ordered = [...blocks].sort(byRow);
  return ordered.slice(1).flatMap(([to, row], index): Block[] => {
    const [from, before] = ordered[index];
    if (before !== row || to - from < 2 || to - from > longest) return [];
    const [x0, y0, x1] = [from + 1, row, to].map((at) => at * blockPx);
    const strip: Box = isTurned ? [y0, x0, y0 + blockPx, x1] : [x0, y0, x1, y0 + blockPx];
    if (darkShare(strip, ink) < least) return [];
    return Array.from({ length: to - from - 1 }, (_, step) => [from + 1 + step, row]);
  });
}

/** Blocks that lie near one another, found from block to block. */
function groupBlocks(blocks: readonly Block[]): Block[][] {
  const left = new Map(blocks.map((block) => [block.join(), block]));
  const groups: Block[][] = [];
  for (const first of blocks) {
    if (!left.delete(first.join())) continue;
    const group = [first];
    for (const [column, row] of group) {
      for (let y = row - REACH; y <= row + REACH; y++) {
        for (let x = column - REACH; x <= column + REACH; x++) {
          const near = left.get(`${x},${y}`);
          if (!near) continue;
          left.delete(`${x},${y}`);
          group.push(near);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The runs of blocks, one below the other, that reach from one column to one column: `[x0, y0, x1, y1]` in blocks. */
function rectanglesOf(group: readonly Block[]): Box[] {
  const rectangles: Box[] = [];
  for (const [from, to, row] of runsOf(group)) {
    const last = rectangles.find(
      (open) => open[3] === row && Math.abs(open[0] - from) <= RAGGED && Math.abs(open[2] - to) <= RAGGED,
    );
    if (last) [last[0], last[2], last[3]] = [Math.min(last[0], from), Math.max(last[2], to), row + 1];
    else rectangles.push([from, row, to, row + 1]);
  }
  return rectangles;
}

/** What of each row stands side by side, white rules between counted in. */
function runsOf(group: readonly Block[]): [from: number, to: number, row: number][] {
  const runs: [number, number, number][] = [];
  for (const [column, row] of [...group].sort(byRow)) {
    const last = runs[runs.length - 1];
    if (last && last[2] === row && column <= last[1]) last[1] = Math.max(last[1], column + 1);
    else runs.push([column, column + 1, row]);
  }
  return runs;
}

/** A rectangle of blocks in pixels, as far as dark lines go on beside it. */
function grownBox(blocks: Box, ink: InkMask, blockPx: number): Box {
  const { widthPx, heightPx } = ink;
  let [x0, y0, x1, y1] = blocks.map((at) => at * blockPx);
  const isDark = (box: Box): boolean => darkShare(box, ink) >= LEAST_OF_LINE;
  for (let step = 0; step < 2 * blockPx; step++) {
    if (y0 > 0 && isDark([x0, y0 - 1, x1, y0])) y0--;
    if (y1 < heightPx && isDark([x0, y1, x1, y1 + 1])) y1++;
    if (x0 > 0 && isDark([x0 - 1, y0, x0, y1])) x0--;
    if (x1 < widthPx && isDark([x1, y0, x1 + 1, y1])) x1++;
  }
  return [x0, y0, x1, y1];
}

const LEAST_OF_LINE = 0.8;

/** How much of a box is ink, 0 … 1. */
export function darkShare([x0, y0, x1, y1]: Box, { widthPx, data }: InkMask): number {
  let dark = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) dark += data[y * widthPx + x];
  return dark / Math.max(1, (x1 - x0) * (y1 - y0));
}
