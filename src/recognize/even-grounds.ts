import { type Box, boxWidth } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { closed, eroded, type Levels, opened, smoothed } from "./grey-filters.ts";
import { findGrounds, type Ground } from "./ground-blocks.ts";
import { findInk, type InkMask } from "./ink.ts";
import { darkShare } from "./solid-blocks.ts";

/** In text heights: a block of ground, between a word's line and its cell's side. */
const BLOCK = 0.3;
const LEAST_BLOCK_PX = 4;
/** In text heights: half of what no stroke of print is as thick as, so that some ground is near every one; and of a rule. */
const PRINT = 0.5;
const RULE = 0.25;
/** What is lighter than this share of white is paper. */
const PAPER = 0.93;
/** A darker ground beside a shaded one is a dark panel, whose print may be white. */
const DARK_GROUND = 80;
/** So much of the way from a ground to white is a white rule on it. */
const WHITE_RULE = 0.25;
/** Grain is lighter than the ground by so much that this share of it counts as paper. */
const GRAINED = 0.97;
/** In text heights: so wide a ground is a table's, and its rim parts cells; and so near a rule stands for its rim. */
const LEAST_RIMMED = 8;
const NEAR_RULE = 0.2;
const DARK_RULE = 0.6;
const RIM_PX = 2;

/**
 * A page with its evenly shaded grounds turned to paper, as heads, rows and columns of tables on grey are: at some
 * level or other such a ground is neither ink nor paper. Dark print on it stays dark, white rules on it become dark
 * ones, and a rim without a rule becomes one. A ground with white print becomes as dark as ink: a dark panel. The
 * picture itself where it has none.
 */
export function withEvenGrounds(
  grey: GreyPicture,
  textHeightPx: number,
  ink: InkMask = findInk(grey),
): GreyPicture {
  const blockPx = Math.max(LEAST_BLOCK_PX, Math.round(BLOCK * textHeightPx));
  const grounds = findGrounds(grey, blockPx, textHeightPx);
  if (grounds.length === 0) return grey;
  const data = grey.data.slice();
  for (const ground of grounds) {
    if (!ground.isPrintLight) turnToPaper(data, grey, ground.box, textHeightPx);
    else if (darkShare(ground.box, ink) < MOSTLY) turnToInk(data, grey, ground, blockPx);
  }
  return { ...grey, data };
}

/** So much of a dark panel is ink as it is. */
const MOSTLY = 0.6;
/** As dark as print is; what is darker than this share of a ground is on it, and no grain. */
const INK = 50;
const ON_GROUND = 0.7;
/** So much of the way from a ground to white is its grain, and its light uneven. */
const UNEVEN = 0.3;

/** Darkens a ground evenly, as far as its rim; what is as light as paper, or as dark as print, stays so. */
function turnToInk(data: Uint8Array, grey: GreyPicture, { box, level }: Ground, blockPx: number): void {
  const [x0, y0, x1, y1] = grownWithin(grey, box, blockPx);
  const lightest = level + UNEVEN * (WHITE - level);
  const steeper = (WHITE - INK) / (WHITE - lightest);
  for (let y = y0; y < y1; y++) {
    for (let at = y * grey.widthPx + x0; at < y * grey.widthPx + x1; at++) {
      const own = grey.data[at];
      if (own >= ON_GROUND * level) data[at] = Math.max(INK, Math.round(WHITE - steeper * (WHITE - own)));
    }
  }
}

const grownWithin = ({ widthPx, heightPx }: GreyPicture, [x0, y0, x1, y1]: Box, px: number): Box => [
  Math.max(0, x0 - px),
  Math.max(0, y0 - px),
  Math.min(widthPx, x1 + px),
  Math.min(heightPx, y1 + px),
];

const WHITE = 255;

function turnToPaper(data: Uint8Array, grey: GreyPicture, ground: Box, textHeightPx: number): void {
  const box = grownWithin(grey, ground, Math.ceil(textHeightPx));
  const part = cut(grey, box);
  const smooth = smoothed(part);
  const [print, rule] = [PRINT, RULE].map((share) => Math.max(2, Math.round(share * textHeightPx)));
  // Without print, and without white rules as well.
  const bare = closed(smooth, print);
  const under = opened(bare, rule);
  const hasRim = boxWidth(ground) >= LEAST_RIMMED * textHeightPx;
  const rim = hasRim ? rimOf(under, smooth, isParted(bare, under, textHeightPx), textHeightPx) : null;
  for (let y = 0; y < part.heightPx; y++) {
    for (let x = 0; x < part.widthPx; x++) {
      const at = y * part.widthPx + x;
      if (under.data[at] >= PAPER * WHITE || under.data[at] < DARK_GROUND) continue;
      const isRule = rim?.[at] === 1 || isWhiteRule(bare.data[at], under.data[at]);
      const level = isRule
        ? 0
        : Math.min(WHITE, Math.round((WHITE * part.data[at]) / (GRAINED * bare.data[at])));
      data[(y + box[1]) * grey.widthPx + x + box[0]] = level;
    }
  }
}

const isWhiteRule = (bare: number, under: number): boolean => bare - under >= WHITE_RULE * (WHITE - under);

function cut({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box): Levels {
  const part = { widthPx: x1 - x0, heightPx: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)) };
  for (let y = y0; y < y1; y++)
    part.data.set(data.subarray(y * widthPx + x0, y * widthPx + x1), (y - y0) * part.widthPx);
  return part;
}

/** Whether white rules part a ground: more is as light as they are than a row's height of one. */
function isParted(bare: Levels, under: Levels, textHeightPx: number): boolean {
  let count = 0;
  for (const [at, level] of under.data.entries())
    if (level < PAPER * WHITE && isWhiteRule(bare.data[at], level)) count++;
  return count >= LEAST_SIDE * textHeightPx;
}

/** In text heights: no row is lower. */
const LEAST_SIDE = 1.2;

/**
 * The rim of all shaded places, but where a rule or print is near. What is one ground from side to side, as a row in a
 * table without uprights, has none at its sides.
 */
function rimOf(under: Levels, smooth: Levels, hasSides: boolean, textHeightPx: number): Uint8Array {
  const { widthPx, heightPx } = under;
  const near = eroded(smooth, Math.max(2, Math.round(NEAR_RULE * textHeightPx))).data;
  const rim = new Uint8Array(widthPx * heightPx);
  const isPaper = (x: number, y: number): boolean =>
    x < 0 || y < 0 || x >= widthPx || y >= heightPx || under.data[y * widthPx + x] >= PAPER * WHITE;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = y * widthPx + x;
      if (isPaper(x, y) || near[at] < DARK_RULE * under.data[at]) continue;
      const isEnd =
        (hasSides && (isPaper(x - RIM_PX, y) || isPaper(x + RIM_PX, y))) ||
        isPaper(x, y - RIM_PX) ||
        isPaper(x, y + RIM_PX);
      if (isEnd) rim[at] = 1;
    }
  }
  return rim;
}
