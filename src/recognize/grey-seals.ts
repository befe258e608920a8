import type { Box } from "../model/place.ts";
import { findSeals } from "./find-seals.ts";

/** What a seal's red becomes in grey: lighter than black print, darker than paper and than shaded cells. */
const [DARKEST, LIGHTEST] = [45, 195];
/** By how much neighbours in a seal's own strokes differ, grain and all: the edges of print are far steeper. */
const EVEN = 22;
/** Print must be so much darker than the seal to be told from it. */
const LEAST_GAP = 35;
/** Seals are looked for in every second row and column. */
const STEP = 2;
/** A seal's strokes at their edges, and a worn rim a little beyond. */
const LEVEL_SHARE = 0.93;
const RIM_ROOM = 1.06;
/** How far from a stroke's even middle its edge may lie, in pixels either way. */
const EDGE_PX = 3;
const WHITE = 255;
/** Ink, however faint, is darker. */
const PAPER = 200;

/**
 * Whitens the round seals of a page scanned in grey and answers where they lie; black strokes under them stay.
 * `grey` is changed in place. Their even grey strokes tell them: print has but edges of that grey.
 */
export function liftGreySeals(grey: Uint8Array, widthPx: number, heightPx: number): Box[] {
  const [width, height] = [Math.floor(widthPx / STEP), Math.floor(heightPx / STEP)];
  const even = evenGrey(grey, widthPx, width, height);
  const seals = findSeals(even, width, height)
    .filter(({ shape }) => shape === "round")
    .map(({ box }) => box);
  if (seals.length === 0) return [];
  const printLevel = levelOfPrint(grey);
  return seals.flatMap(([x0, y0, x1, y1]) => {
    const level = levelOf(grey, widthPx, even, width, [x0, y0, x1, y1]);
    if (level - printLevel < LEAST_GAP) return [];
    const [cx, cy] = [((x0 + x1) / 2) * STEP, ((y0 + y1) / 2) * STEP];
    const [a, b] = [((x1 - x0) / 2) * STEP * RIM_ROOM, ((y1 - y0) / 2) * STEP * RIM_ROOM];
    const box: Box = [
      Math.max(0, Math.floor(cx - a)),
      Math.max(0, Math.floor(cy - b)),
      Math.min(widthPx, Math.ceil(cx + a)),
      Math.min(heightPx, Math.ceil(cy + b)),
    ];
    const strokes = strokesOf(even, width, height, [x0, y0, x1, y1]);
    lift(grey, widthPx, { cx, cy, a, b, box }, { level: level * LEVEL_SHARE, printLevel, strokes });
    // All that was changed lies in the box: what is printed there is not believed for its readers alone.
    return [box];
  });
}

/** Where a pixel and those around it are of one middling grey, a quarter of the page's pixels. */
function evenGrey(grey: Uint8Array, widthPx: number, width: number, height: number): Uint8Array {
  const even = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * STEP * widthPx + x * STEP;
      const level = grey[at];
      if (level < DARKEST || level > LIGHTEST) continue;
      if (
        Math.abs(grey[at - 1] - level) <= EVEN &&
        Math.abs(grey[at + 1] - level) <= EVEN &&
        Math.abs(grey[at - widthPx] - level) <= EVEN &&
        Math.abs(grey[at + widthPx] - level) <= EVEN
      )
        even[y * width + x] = 1;
    }
  }
  return even;
}

/** The level of black print within its strokes: of all that is dark most is their edges. */
function levelOfPrint(grey: Uint8Array): number {
  const counts = new Uint32Array(WHITE + 1);
  for (let at = 0; at < grey.length; at += 3) if (grey[at] < WHITE / 2) counts[grey[at]]++;
  return levelAt(counts, WITHIN_STROKES);
}

const WITHIN_STROKES = 0.2;

function levelOf(
  grey: Uint8Array,
  widthPx: number,
  even: Uint8Array,
  width: number,
  [x0, y0, x1, y1]: Box,
): number {
  const counts = new Uint32Array(WHITE + 1);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (even[y * width + x]) counts[grey[y * STEP * widthPx + x * STEP]]++;
  }
  return levelAt(counts, 0.5);
}

/** The level below which this share of all lies. */
function levelAt(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level];
    if (below > wanted) return level;
  }
  return 0;
}

/** Whether a pixel of the page belongs to one of a seal's own strokes, edges and all. */
type IsStroke = (x: number, y: number) => boolean;

function strokesOf(even: Uint8Array, width: number, height: number, [x0, y0, x1, y1]: Box): IsStroke {
  const near = new Uint8Array(width * height);
  const reach = Math.ceil(EDGE_PX / STEP);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (!even[y * width + x]) continue;
      for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++)
        near.fill(1, ny * width + Math.max(0, x - reach), ny * width + Math.min(width, x + reach + 1));
    }
  }
  return (x, y) => near[Math.min(height - 1, y >> 1) * width + Math.min(width - 1, x >> 1)] === 1;
}

/**
 * Within a seal, spreads what is darker than its strokes over all levels where these are; beside them what hangs
 * together with black print stays as it is, and all other ink is the seal's letters.
 */
function lift(
  grey: Uint8Array,
  widthPx: number,
  { cx, cy, a, b, box: [x0, y0, x1, y1] }: { cx: number; cy: number; a: number; b: number; box: Box },
  { level, printLevel, strokes }: { level: number; printLevel: number; strokes: IsStroke },
): void {
  const isWithin = (x: number, y: number): boolean =>
    ((x + 0.5 - cx) / a) ** 2 + ((y + 0.5 - cy) / b) ** 2 <= 1;
  const pixels: [x: number, y: number][] = [];
  for (let y = Math.max(1, y0); y < y1 - 1; y++) {
    for (let x = Math.max(1, x0); x < x1 - 1; x++)
      if (isWithin(x, y) && grey[y * widthPx + x] < PAPER) pixels.push([x, y]);
  }
  const isInk = (at: number): boolean => grey[at] < PAPER;
  const isPrint = new Uint8Array(grey.length);
  const dark = (level + printLevel) / 2;
  const open = pixels.map(([x, y]) => y * widthPx + x).filter((at) => grey[at] <= dark);
  for (const at of open) isPrint[at] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    for (const next of [at - 1, at + 1, at - widthPx, at + widthPx]) {
      if (
        isPrint[next] ||
        !isInk(next) ||
        !isWithin(x, y) ||
        strokes(next % widthPx, Math.floor(next / widthPx))
      )
        continue;
      isPrint[next] = 1;
      open.push(next);
    }
  }
  const spread = (own: number): number =>
    own <= printLevel ? own : printLevel + ((own - printLevel) * (WHITE - printLevel)) / (level - printLevel);
  for (const [x, y] of pixels) {
    const at = y * widthPx + x;
    if (strokes(x, y)) grey[at] = Math.min(WHITE, Math.round(spread(grey[at])));
    else if (!isPrint[at]) grey[at] = WHITE;
  }
}
