import { type Box, boxHeight, boxWidth } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkMask } from "./ink.ts";

/** In text heights: a block that no rule and no stroke of print fills. */
const BLOCK = 0.45;
const LEAST_BLOCK_PX = 4;
const SOLID = 0.97;
/** Blocks of one panel are no farther apart: white rules lie between them. */
const REACH = 2;
/** White letters take less than half of their line; no longer words than so many blocks stand in a cell without a gap. */
const LEAST_OF_BRIDGE = 0.5;
const LONGEST_BRIDGE = 30;
/** A row of blocks through white letters still has so many solid ones. */
const LEAST_OF_ROW = 0.25;
/** In text heights: no panel that holds a word is smaller. */
const LEAST_WIDTH = 3;
const LEAST_HEIGHT = 1.2;
/** So much of a panel is dark, and so much is left for white print: a redacted line has none, a picture more. */
const LEAST_DARK = 0.7;
const MOST_DARK = 0.985;
/** In grey levels, from its mean: a panel is filled evenly. */
const MOST_UNEVEN = 25;
/** In text heights: so much of a panel's rim stays dark, as the rule that it is for the cells beside it. */
const RIM = 0.1;

/**
 * A page with its dark panels turned light, as heads of tables with white words and white rules on a dark ground are:
 * words and rules become dark ones, and the panel's rim stays, as a rule. The picture itself where it has none.
 */
export function withLightPanels(grey: GreyPicture, ink: InkMask, textHeightPx: number): GreyPicture {
  const blockPx = Math.max(LEAST_BLOCK_PX, Math.round(BLOCK * textHeightPx));
  const solid = findSolidBlocks(ink, blockPx);
  if (solid.length === 0) return grey;
  const panels = groupBlocks([...solid, ...findBridges(solid, ink, blockPx)]).flatMap((group) =>
    findRectangles(group)
      .map((rectangle) => grownBox(rectangle, ink, blockPx))
      .filter((box) => isPanel(box, ink, textHeightPx))
      .map((box) => ({ box, fills: fillsOf(solid, box, grey, blockPx) }))
      .filter(({ fills }) => fills.unevenness <= MOST_UNEVEN),
  );
  if (panels.length === 0) return grey;
  const data = grey.data.slice();
  const rimPx = Math.max(2, Math.round(RIM * textHeightPx));
  for (const { box, fills } of panels) turnLight(data, grey.widthPx, box, rimPx, fills.at);
  return { ...grey, data };
}

type Block = [column: number, row: number];

function findSolidBlocks({ widthPx, heightPx, data }: InkMask, blockPx: number): Block[] {
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

/** The blocks between two solid ones of a row that white letters stand in. */
function findBridges(solid: readonly Block[], ink: InkMask, blockPx: number): Block[] {
  return solid.slice(1).flatMap(([to, row], index): Block[] => {
    const [from, before] = solid[index];
    if (before !== row || to - from < 2 || to - from > LONGEST_BRIDGE) return [];
    const [x0, y0, x1] = [from + 1, row, to].map((at) => at * blockPx);
    if (darkShare([x0, y0, x1, y0 + blockPx], ink) < LEAST_OF_BRIDGE) return [];
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

/** The rows of blocks, one below the other, that reach from one column to one column: `[x0, y0, x1, y1]` in blocks. */
function findRectangles(group: readonly Block[]): Box[] {
  const rows = new Map<number, { from: number; to: number; count: number }>();
  for (const [column, row] of group) {
    const known = rows.get(row) ?? { from: column, to: column, count: 0 };
    const [from, to] = [Math.min(known.from, column), Math.max(known.to, column)];
    rows.set(row, { from, to, count: known.count + 1 });
  }
  const rectangles: Box[] = [];
  for (const [row, { from, to, count }] of [...rows].sort(([a], [b]) => a - b)) {
    if (count < LEAST_OF_ROW * (to - from + 1)) continue;
    const last = rectangles[rectangles.length - 1];
    const goesOn =
      last && row - last[3] < REACH && Math.abs(last[0] - from) <= 1 && Math.abs(last[2] - 1 - to) <= 1;
    if (goesOn) {
      [last[0], last[2], last[3]] = [Math.min(last[0], from), Math.max(last[2], to + 1), row + 1];
    } else rectangles.push([from, row, to + 1, row + 1]);
  }
  return rectangles;
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

function darkShare([x0, y0, x1, y1]: Box, { widthPx, data }: InkMask): number {
  let dark = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) dark += data[y * widthPx + x];
  return dark / Math.max(1, (x1 - x0) * (y1 - y0));
}

/** A scan's black edge runs along the picture's, and is no panel. */
function isPanel(box: Box, ink: InkMask, textHeightPx: number): boolean {
  const [x0, y0, x1, y1] = box;
  if (x0 <= 1 || y0 <= 1 || x1 >= ink.widthPx - 1 || y1 >= ink.heightPx - 1) return false;
  if (boxWidth(box) < LEAST_WIDTH * textHeightPx || boxHeight(box) < LEAST_HEIGHT * textHeightPx)
    return false;
  const dark = darkShare(box, ink);
  return dark >= LEAST_DARK && dark <= MOST_DARK;
}

/** How dark a panel is at a place across it, and how unevenly: the light of a scan is not the same all over it. */
function fillsOf(
  solid: readonly Block[],
  [x0, y0, x1, y1]: Box,
  { widthPx, data }: GreyPicture,
  blockPx: number,
): { unevenness: number; at: (x: number) => number } {
  const levels = new Map<number, number[]>();
  for (const [column, row] of solid) {
    const [left, top] = [column * blockPx, row * blockPx];
    if (left < x0 - blockPx || left > x1 || top < y0 - blockPx || top > y1) continue;
    let sum = 0;
    for (let y = top; y < top + blockPx; y++)
      for (let x = left; x < left + blockPx; x++) sum += data[y * widthPx + x];
    levels.set(column, [...(levels.get(column) ?? []), sum / (blockPx * blockPx)]);
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const whole = mean([...levels.values()].flat());
  const fills = [...levels].map(([column, own]) => ({ column, level: mean(own) }));
  const unevenness = mean([...levels.values()].flat().map((level) => Math.abs(level - whole)));
  const at = (x: number): number => {
    const column = Math.floor(x / blockPx);
    let best = { column: Number.POSITIVE_INFINITY, level: whole };
    for (const fill of fills)
      if (Math.abs(fill.column - column) < Math.abs(best.column - column)) best = fill;
    return best.level;
  };
  return { unevenness, at };
}

/** The fill becomes paper, and what is lighter than it ink; grain of the fill stays paper. */
function turnLight(
  data: Uint8Array,
  widthPx: number,
  [x0, y0, x1, y1]: Box,
  rimPx: number,
  fillAt: (x: number) => number,
): void {
  for (let x = x0 + rimPx; x < x1 - rimPx; x++) {
    const fill = fillAt(x);
    const room = Math.max(1, WHITE - fill);
    for (let y = y0 + rimPx; y < y1 - rimPx; y++) {
      const share = (data[y * widthPx + x] - fill) / room;
      data[y * widthPx + x] = share <= GRAIN ? WHITE : Math.round(WHITE * Math.max(0, 1 - share));
    }
  }
}

const WHITE = 255;
const GRAIN = 0.12;
