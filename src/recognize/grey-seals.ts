import type { Box } from "../model/place.ts";
import { CLEAR, findSeals, PALE } from "./find-seals.ts";
import { EDGE, LEAST_GAP, liftGreySeal, MIDDLE, type StrokeAt } from "./lift-grey-seal.ts";

/** What a seal's red becomes in grey: lighter than black print, darker than paper and than shaded cells. */
const [DARKEST, LIGHTEST] = [45, 195];
/** A pale seal's is as light as shaded cells and what shows through from the sheet's other side. */
const LIGHTEST_PALE = 228;
/** By how much neighbours in a seal's own strokes differ, grain and all: the edges of print are far steeper. */
const EVEN = 22;
/** A pale seal stands out less from its paper, and so do the edges of faint print. */
const EVEN_PALE = 11;
/** Seals are looked for in every second row and column. */
const STEP = 2;
/** A seal's strokes at their edges, and a worn rim a little beyond. */
const LEVEL_SHARE = 0.93;
/** A pale seal's own strokes differ less, and hairlines of print are hardly darker than they are. */
const PALE_LEVEL_SHARE = 0.98;
const RIM_ROOM = 1.06;
const WHITE = 255;

/**
 * Whitens the round seals of a page scanned in grey and answers where they lie; black strokes under them stay.
 * `grey` is changed in place. Their even grey strokes tell them: print has but edges of that grey.
 */
export function liftGreySeals(grey: Uint8Array, widthPx: number, heightPx: number): Box[] {
  const [width, height] = [Math.floor(widthPx / STEP), Math.floor(heightPx / STEP)];
  const even = evenGrey(grey, widthPx, width, height);
  const seals = findSeals(even, width, height).filter(({ shape }) => shape === "round");
  if (seals.length === 0) return [];
  const printLevel = levelOfPrint(grey);
  return seals.flatMap(({ box: [x0, y0, x1, y1], isPale }) => {
    const level = levelOf(grey, widthPx, even, width, [x0, y0, x1, y1], isPale ? PALE : CLEAR);
    if (level - printLevel < LEAST_GAP) return [];
    const [cx, cy] = [((x0 + x1) / 2) * STEP, ((y0 + y1) / 2) * STEP];
    const [a, b] = [((x1 - x0) / 2) * STEP * RIM_ROOM, ((y1 - y0) / 2) * STEP * RIM_ROOM];
    const box: Box = [
      Math.max(0, Math.floor(cx - a)),
      Math.max(0, Math.floor(cy - b)),
      Math.min(widthPx, Math.ceil(cx + a)),
      Math.min(heightPx, Math.ceil(cy + b)),
    ];
    const strokeAt = strokesOf(even, widthPx, width, [x0, y0, x1, y1]);
    const white = level * (isPale ? PALE_LEVEL_SHARE : LEVEL_SHARE);
    liftGreySeal(grey, widthPx, { cx, cy, a, b, box }, { level: white, printLevel, strokeAt });
    // All that was changed lies in the box: what is printed there is not believed for its readers alone.
    return [box];
  });
}

/** Where a pixel and those around it are of one middling grey (CLEAR) or a lighter one (PALE), of a quarter of the page's pixels. */
function evenGrey(grey: Uint8Array, widthPx: number, width: number, height: number): Uint8Array {
  const even = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * STEP * widthPx + x * STEP;
      const level = grey[at];
      if (level < DARKEST || level > LIGHTEST_PALE) continue;
      const most = level > LIGHTEST ? EVEN_PALE : EVEN;
      if (
        Math.abs(grey[at - 1] - level) <= most &&
        Math.abs(grey[at + 1] - level) <= most &&
        Math.abs(grey[at - widthPx] - level) <= most &&
        Math.abs(grey[at + widthPx] - level) <= most
      )
        even[y * width + x] = level > LIGHTEST ? PALE : CLEAR;
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
  palest: number,
): number {
  const counts = new Uint32Array(WHITE + 1);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const mark = even[y * width + x];
      if (mark > 0 && mark <= palest) counts[grey[y * STEP * widthPx + x * STEP]]++;
    }
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

/** How far from a stroke's even middle it still is itself, and how far its edge may lie, in pixels either way. */
const [MIDDLE_PX, EDGE_PX] = [2, 4];

function strokesOf(even: Uint8Array, widthPx: number, width: number, [x0, y0, x1, y1]: Box): StrokeAt {
  const parts = new Uint8Array(even.length);
  const height = even.length / width;
  const markAll = (part: number, reachPx: number): void => {
    const reach = Math.ceil(reachPx / STEP);
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        if (!even[y * width + x]) continue;
        for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++)
          parts.fill(part, ny * width + Math.max(0, x - reach), ny * width + Math.min(width, x + reach + 1));
      }
    }
  };
  markAll(EDGE, EDGE_PX);
  markAll(MIDDLE, MIDDLE_PX);
  return (at) => {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    return parts[Math.min(height - 1, y >> 1) * width + Math.min(width - 1, x >> 1)];
  };
}
