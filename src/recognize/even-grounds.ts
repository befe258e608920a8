import { type Box, boxWidth, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { closed, eroded, type Levels, opened, smoothed } from "./grey-filters.ts";
import { findGrounds, paperLevel } from "./ground-blocks.ts";
import { findWhiteRules } from "./white-rules.ts";

/** In text heights: a block of ground, between a word's line and its cell's side. */
const BLOCK = 0.3;
const LEAST_BLOCK_PX = 4;
/** In text heights: half of what no stroke of print is as thick as, so that some ground is near every one; and of a rule. */
const PRINT = 0.5;
const RULE = 0.25;
/** What is lighter than this share of white is paper, or than halfway from a paler ground to it. */
const PAPER = 0.93;
const HALFWAY = 0.65;
/** A darker ground beside a shaded one is a dark panel, whose print may be white. */
const DARK_GROUND = 90;
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
 * ones, and a rim without a rule becomes one. The picture itself where it has none.
 */
export function withEvenGrounds(grey: GreyPicture, textHeightPx: number): GreyPicture {
  const blockPx = Math.max(LEAST_BLOCK_PX, Math.round(BLOCK * textHeightPx));
  const paper = paperLevel(grey);
  const all = findGrounds(grey, paper, blockPx, textHeightPx);
  const grounds = all.filter(({ isPanel }) => !isPanel).map(({ box }) => box);
  if (all.length === 0) return grey;
  const data = grey.data.slice();
  const panels = all
    .filter(({ isPanel }) => isPanel)
    .map(({ box, level }): Panel => {
      const [x0, y0, x1, y1] = box;
      const around: Box = [x0 - blockPx, y0 - blockPx, x1 + blockPx, y1 + blockPx];
      return { box, around, lightest: level + OF_PANEL };
    });
  for (const ground of joinNear(grounds, textHeightPx)) turnToPaper(data, grey, ground, panels, textHeightPx);
  for (const panel of panels) darken(data, grey, panel, textHeightPx);
  return { ...grey, data };
}

const WHITE = 255;
/** What is lighter than a panel by so much is none of it. */
const OF_PANEL = 25;

/** A dark panel's blocks, those right around them, and how light the panel is at most there. */
interface Panel {
  box: Box;
  around: Box;
  lightest: number;
}

/** Grounds so near to one another that one's margin lies on the other, as bands of a table do, as one. */
function joinNear(grounds: readonly Box[], nearPx: number): Box[] {
  const joined: Box[] = [];
  for (const ground of grounds) {
    let whole = ground;
    for (let at = 0; at < joined.length; at++) {
      const [x0, y0, x1, y1] = joined[at];
      const isNear =
        whole[0] - nearPx < x1 && whole[2] + nearPx > x0 && whole[1] - nearPx < y1 && whole[3] + nearPx > y0;
      if (!isNear) continue;
      whole = unionOfBoxes([whole, joined[at]]);
      joined.splice(at, 1);
      at = -1;
    }
    joined.push(whole);
  }
  return joined;
}

function turnToPaper(
  data: Uint8Array,
  grey: GreyPicture,
  ground: Box,
  panels: readonly Panel[],
  textHeightPx: number,
): void {
  const roomPx = Math.ceil(textHeightPx);
  const box: Box = [
    Math.max(0, ground[0] - roomPx),
    Math.max(0, ground[1] - roomPx),
    Math.min(grey.widthPx, ground[2] + roomPx),
    Math.min(grey.heightPx, ground[3] + roomPx),
  ];
  const part = cut(grey, box);
  const smooth = smoothed(part);
  const [print, rule] = [PRINT, RULE].map((share) => Math.max(2, Math.round(share * textHeightPx)));
  // Without print, and without white rules as well.
  const bare = closed(smooth, print);
  const under = opened(bare, rule);
  const paper = paperFrom(under, ground, box);
  const white = findWhiteRules(part, under, paper, textHeightPx);
  const hasRim = boxWidth(ground) >= LEAST_RIMMED * textHeightPx;
  const rim = hasRim ? rimOf(under, smooth, paper, isParted(white, textHeightPx), textHeightPx) : null;
  const near = panels.filter((panel) => sharedArea(panel.around, box) > 0);
  for (let y = 0; y < part.heightPx; y++) {
    for (let x = 0; x < part.widthPx; x++) {
      const at = y * part.widthPx + x;
      if (under.data[at] >= paper || under.data[at] < DARK_GROUND) continue;
      if (isOfPanel(under.data[at], x + box[0], y + box[1], near)) continue;
      const isRule = rim?.[at] === 1 || white[at] === 1;
      const level = isRule
        ? DARK
        : Math.min(WHITE, Math.round((WHITE * part.data[at]) / (GRAINED * bare.data[at])));
      data[(y + box[1]) * grey.widthPx + x + box[0]] = level;
    }
  }
}

/** A panel that is too light for ink made as dark as one that is, its white words and rules left as they are. */
function darken(
  data: Uint8Array,
  grey: GreyPicture,
  { around, lightest }: Panel,
  textHeightPx: number,
): void {
  const box: Box = [
    Math.max(0, around[0]),
    Math.max(0, around[1]),
    Math.min(grey.widthPx, around[2]),
    Math.min(grey.heightPx, around[3]),
  ];
  const part = cut(grey, box);
  const print = Math.max(2, Math.round(PRINT * textHeightPx));
  const under = opened(closed(smoothed(part), 1), print);
  for (let y = 0; y < part.heightPx; y++) {
    for (let x = 0; x < part.widthPx; x++) {
      const at = y * part.widthPx + x;
      const ground = under.data[at];
      if (ground > lightest) continue;
      const share = (part.data[at] - ground - GRAIN) / Math.max(1, WHITE - ground - GRAIN);
      const level = DARK + Math.max(0, share) * (WHITE - DARK);
      data[(y + box[1]) * grey.widthPx + x + box[0]] = Math.min(part.data[at], Math.round(level));
    }
  }
}

/** A level that is ink by any threshold, and no darker, which would make faint print none; and how light grain is. */
const DARK = 90;
const GRAIN = 16;

function isOfPanel(level: number, x: number, y: number, panels: readonly Panel[]): boolean {
  const isIn = ([x0, y0, x1, y1]: Box): boolean => x >= x0 && x < x1 && y >= y0 && y < y1;
  return panels.some(({ box, around, lightest }) => isIn(around) && (isIn(box) || level <= lightest));
}

/** From where on a part's levels are paper's: by those of a ground, and those around it. */
function paperFrom({ widthPx, heightPx, data }: Levels, ground: Box, [left, top]: Box): number {
  const [inside, around] = [new Uint32Array(256), new Uint32Array(256)];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const isIn =
        x + left >= ground[0] && x + left < ground[2] && y + top >= ground[1] && y + top < ground[3];
      (isIn ? inside : around)[data[y * widthPx + x]]++;
    }
  }
  const [level, paper] = [levelAt(inside, LIGHTER_BANDS), levelAt(around, AROUND)];
  return Math.max(PAPER * WHITE, Math.min(WHITE, level + HALFWAY * (paper - level)));
}

/** Of a ground's levels, and of those around it, that which stands for its lightest bands, and for paper. */
const LIGHTER_BANDS = 0.85;
const AROUND = 0.6;

function levelAt(histogram: Uint32Array, share: number): number {
  const count = histogram.reduce((sum, each) => sum + each, 0);
  let level = 0;
  for (let below = 0; level < WHITE; level++) {
    below += histogram[level];
    if (below >= share * count) break;
  }
  return level;
}

function cut({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box): Levels {
  const part = { widthPx: x1 - x0, heightPx: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)) };
  for (let y = y0; y < y1; y++)
    part.data.set(data.subarray(y * widthPx + x0, y * widthPx + x1), (y - y0) * part.widthPx);
  return part;
}

/** Whether white rules part a ground: more is as light as they are than a row's height of one. */
const isParted = (white: Uint8Array, textHeightPx: number): boolean =>
  white.reduce((sum, each) => sum + each, 0) >= LEAST_SIDE * textHeightPx;

/** In text heights: no row is lower. */
const LEAST_SIDE = 1.2;

/**
 * The rim of all shaded places, but where a rule or print is near. What is one ground from side to side, as a row in a
 * table without uprights, has none at its sides.
 */
function rimOf(
  under: Levels,
  smooth: Levels,
  paper: number,
  hasSides: boolean,
  textHeightPx: number,
): Uint8Array {
  const { widthPx, heightPx } = under;
  const near = eroded(smooth, Math.max(2, Math.round(NEAR_RULE * textHeightPx))).data;
  const rim = new Uint8Array(widthPx * heightPx);
  const isPaper = (x: number, y: number): boolean =>
    x < 0 || y < 0 || x >= widthPx || y >= heightPx || under.data[y * widthPx + x] >= paper;
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
