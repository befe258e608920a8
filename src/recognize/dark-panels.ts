import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findComponents } from "./components.ts";
import type { InkMask } from "./ink.ts";
import { type Block, darkShare, findSolidBlocks, groundsOf } from "./solid-blocks.ts";

/** In text heights: a block that no rule and no stroke of print fills. */
const BLOCK = 0.45;
const LEAST_BLOCK_PX = 4;
/** In text heights: no panel that holds a word is smaller. */
const LEAST_WIDTH = 3;
const LEAST_HEIGHT = 1.2;
/** So much of a panel is dark, and so much is left for white print: a redacted line has none, a picture more. */
const LEAST_DARK = 0.7;
const MOST_DARK = 0.985;
/** What is darker still holds print where so many light pieces are as high as letters, in text heights; grain is not. */
const LEAST_PIECES = 2;
const LETTER = { least: 0.45, most: 1.4 };
/** In grey levels, from its mean: a panel is filled evenly. */
const MOST_UNEVEN = 10;
/** A panel is made of evenly filled rectangles that hold words; a picture is not. */
const LEAST_LARGE = 0.85;
const LEAST_FULL = 0.97;
/** In text heights: so much of a panel's rim stays dark, as the rule that it is for the cells beside it. */
const RIM = 0.1;
/** In text heights: what lies between two parts of a panel is a white rule on it. */
const SEAM = 0.4;

/** A part of a panel, and how dark its ground is at a place across it. */
interface Part {
  box: Box;
  fillAt: (x: number) => number;
}

/**
 * A page with its dark panels turned light, as heads and first columns of tables with white words and white rules on a
 * dark ground are: words and rules become dark ones, and the panel's rim stays, as a rule. The picture itself where it
 * has none.
 */
export function withLightPanels(grey: GreyPicture, ink: InkMask, textHeightPx: number): GreyPicture {
  const blockPx = Math.max(LEAST_BLOCK_PX, Math.round(BLOCK * textHeightPx));
  const solid = findSolidBlocks(ink, blockPx);
  if (solid.length === 0) return grey;
  const panels = groundsOf(solid, ink, blockPx).flatMap((boxes): Part[][] => {
    const own = boxes.map((box) => ({ box, ...fillsOf(solid, box, grey, blockPx) }));
    // A sliver between letters has no ground of its own to tell from.
    const known = own.find(({ isKnown }) => isKnown);
    const all = own.map((part) => (part.isKnown || !known ? part : { ...part, fillAt: known.fillAt }));
    const parts = all.filter(({ box, unevenness }) => unevenness <= MOST_UNEVEN && isInside(box, ink));
    return makePanel(parts, all, textHeightPx) && holdsPrint(parts, ink, textHeightPx) ? [parts] : [];
  });
  if (panels.length === 0) return grey;
  const data = grey.data.slice();
  for (const parts of panels) turnLight(data, grey.widthPx, parts, textHeightPx);
  return { ...grey, data };
}

/** A scan's black edge runs along the picture's, and is no panel. */
const isInside = ([x0, y0, x1, y1]: Box, ink: InkMask): boolean =>
  x0 > 1 && y0 > 1 && x1 < ink.widthPx - 1 && y1 < ink.heightPx - 1;

const isLarge = (box: Box, textHeightPx: number): boolean =>
  boxWidth(box) >= LEAST_WIDTH * textHeightPx && boxHeight(box) >= LEAST_HEIGHT * textHeightPx;

/** Whether evenly filled parts of a ground make a panel of it: most lie in such as hold words, or all make one rectangle. */
export function makePanel(
  parts: readonly Pick<Part, "box">[],
  all: readonly Pick<Part, "box">[],
  textHeightPx: number,
): boolean {
  const large = parts.filter(({ box }) => isLarge(box, textHeightPx));
  if (large.length === 0) return false;
  const isMost = coveredArea(large) >= LEAST_LARGE * coveredArea(all);
  return isMost || isRectangle(parts, all, textHeightPx);
}

/** Whether all parts make one rectangle: bold white words may cut a head into strips that none of them fills. */
function isRectangle(
  parts: readonly Pick<Part, "box">[],
  all: readonly Pick<Part, "box">[],
  textHeightPx: number,
): boolean {
  if (parts.length < all.length || parts.length === 0) return false;
  const outer = unionOfBoxes(parts.map(({ box }) => box));
  const isFull = coveredArea(parts) >= LEAST_FULL * boxWidth(outer) * boxHeight(outer);
  return isFull && isLarge(outer, textHeightPx);
}

const areaOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { box }) => sum + boxWidth(box) * boxHeight(box), 0);

/** The area that parts cover together: they may lie over each other. */
function coveredArea(parts: readonly Pick<Part, "box">[]): number {
  if (parts.length === 0) return 0;
  const [left, top, right, foot] = unionOfBoxes(parts.map(({ box }) => box));
  const width = right - left;
  const covered = new Uint8Array(width * (foot - top));
  for (const { box } of parts)
    for (let y = box[1]; y < box[3]; y++)
      covered.fill(1, (y - top) * width + box[0] - left, (y - top) * width + box[2] - left);
  return covered.reduce((sum, each) => sum + each, 0);
}

function holdsPrint(parts: readonly Part[], ink: InkMask, textHeightPx: number): boolean {
  const dark =
    parts.reduce((sum, part) => sum + areaOf([part]) * darkShare(part.box, ink), 0) / areaOf(parts);
  if (dark < LEAST_DARK) return false;
  return dark <= MOST_DARK || parts.some(({ box }) => holdsLetters(box, ink, textHeightPx));
}

function holdsLetters([x0, y0, x1, y1]: Box, { widthPx, data }: InkMask, textHeightPx: number): boolean {
  const light = { widthPx: x1 - x0, heightPx: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)) };
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) light.data[(y - y0) * light.widthPx + x - x0] = 1 - data[y * widthPx + x];
  const letters = findComponents(light).filter(({ box }) => {
    const [width, height] = [boxWidth(box), boxHeight(box)].map((px) => px / textHeightPx);
    return height >= LETTER.least && height <= LETTER.most && width <= LETTER.most;
  });
  return letters.length >= LEAST_PIECES;
}

/** How dark a panel is at a place across it, and how unevenly: the light of a scan is not the same all over it. */
function fillsOf(
  solid: readonly Block[],
  [x0, y0, x1, y1]: Box,
  { widthPx, data }: GreyPicture,
  blockPx: number,
): { unevenness: number; fillAt: (x: number) => number; isKnown: boolean } {
  const levels = new Map<number, number[]>();
  for (const [column, row] of solid) {
    const [left, top] = [column * blockPx, row * blockPx];
    if (left < x0 || left + blockPx > x1 || top < y0 || top + blockPx > y1) continue;
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
  const fillAt = (x: number): number => {
    const column = Math.floor(x / blockPx);
    let best = { column: Number.POSITIVE_INFINITY, level: whole };
    for (const fill of fills)
      if (Math.abs(fill.column - column) < Math.abs(best.column - column)) best = fill;
    return best.level;
  };
  return { unevenness, fillAt, isKnown: fills.length > 0 };
}

/** The ground becomes paper, and what is lighter than it, or much darker, ink; grain stays paper, and the rim a rule. */
function turnLight(data: Uint8Array, widthPx: number, parts: readonly Part[], textHeightPx: number): void {
  const seamPx = Math.ceil((SEAM * textHeightPx) / 2);
  const rimPx = Math.max(2, Math.round(RIM * textHeightPx));
  const outer = unionOfBoxes(parts.map(({ box }) => box));
  const [left, top] = [outer[0] - seamPx, outer[1] - seamPx];
  const size: [number, number] = [outer[2] - left + seamPx, outer[3] - top + seamPx];
  /** 0 beyond the panel, else one more than the part that a place belongs to. */
  const owners = new Uint16Array(size[0] * size[1]);
  const paint = ([x0, y0, x1, y1]: Box, owner: number): void => {
    for (let y = y0; y < y1; y++)
      owners.fill(owner, (y - top) * size[0] + x0 - left, (y - top) * size[0] + x1 - left);
  };
  for (const [index, { box }] of parts.entries()) paint(grownBy(box, seamPx), index + 1);
  const isPanel = eroded(owners, size, seamPx);
  for (const [index, { box }] of parts.entries()) {
    paint(box, index + 1);
    for (let y = box[1]; y < box[3]; y++)
      isPanel.fill(1, (y - top) * size[0] + box[0] - left, (y - top) * size[0] + box[2] - left);
  }
  const isInner = eroded(isPanel, size, rimPx);
  const fills = parts.map(({ fillAt }) => Float32Array.from({ length: size[0] }, (_, x) => fillAt(x + left)));
  for (let y = 0; y < size[1]; y++) {
    for (let x = 0; x < size[0]; x++) {
      const own = y * size[0] + x;
      if (isInner[own] === 0) continue;
      const at = (y + top) * widthPx + x + left;
      data[at] = turned(data[at], fills[owners[own] - 1][x]);
    }
  }
}

const grownBy = ([x0, y0, x1, y1]: Box, px: number): Box => [x0 - px, y0 - px, x1 + px, y1 + px];

/** The places of a mask whose square of this reach lies in it. */
function eroded(mask: ArrayLike<number>, [width, height]: [number, number], reach: number): Uint8Array {
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, run = 0; x < width; x++) {
      run = mask[y * width + x] === 0 ? 0 : run + 1;
      if (run > 2 * reach) across[y * width + x - reach] = 1;
    }
  }
  const result = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    for (let y = 0, run = 0; y < height; y++) {
      run = across[y * width + x] === 0 ? 0 : run + 1;
      if (run > 2 * reach) result[(y - reach) * width + x] = 1;
    }
  }
  return result;
}

function turned(level: number, fill: number): number {
  if (level < Math.min(DARKER * fill, fill - LEAST_DARKER)) return level;
  const share = (level - fill) / Math.max(1, WHITE - fill);
  return share <= GRAIN ? WHITE : Math.round(WHITE * Math.max(0, 1 - share));
}

const WHITE = 255;
const GRAIN = 0.12;
/** Black rules on a panel are darker than its ground by so much; grain is not. */
const DARKER = 0.75;
const LEAST_DARKER = 18;
