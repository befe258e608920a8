import type { GreyPicture } from "./clean-picture.ts";
import { inFours } from "./ink-bits.ts";
import { onceFor } from "./once-for.ts";

/** A page's ink: 1 where a pixel is ink, row-major. */
export interface InkMask {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

const DARKEST_THRESHOLD = 100;
const LIGHTEST_THRESHOLD = 205;

/** Tells ink from paper in an evenly lit picture by Otsu's threshold. */
export const findInk: (grey: GreyPicture) => InkMask = onceFor(({ widthPx, heightPx, data: grey }) => {
  const threshold = Math.min(LIGHTEST_THRESHOLD, Math.max(DARKEST_THRESHOLD, otsu(grey)));
  return { widthPx, heightPx, data: upTo(threshold, grey) };
});

/** 1 where a pixel is no lighter than a level; four pixels are compared at once. */
function upTo(level: number, grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length);
  const [from, to] = [inFours(grey), inFours(data)];
  if (from && to) (level > 127 ? foursUpToLight : foursUpToDark)(level, from, to);
  for (let at = from && to ? from.length * 4 : 0; at < data.length; at++) if (grey[at] <= level) data[at] = 1;
  return data;
}

function foursUpToLight(level: number, from: Int32Array, to: Int32Array): void {
  const lacking = lackingTo(level);
  for (let at = 0; at < from.length; at++) {
    const four = from[at];
    to[at] = (~(four & ((four & LOWER) + lacking)) & HIGHEST) >>> 7;
  }
}

function foursUpToDark(level: number, from: Int32Array, to: Int32Array): void {
  const lacking = lackingTo(level);
  for (let at = 0; at < from.length; at++) {
    const four = from[at];
    to[at] = (~(four | ((four & LOWER) + lacking)) & HIGHEST) >>> 7;
  }
}

/** A byte's lower seven bits and this reach its eighth where they are greater than the level's. */
const lackingTo = (level: number): number => (127 - (level & 127)) * 0x01010101;

const HIGHEST = 0x80808080;
const LOWER = 0x7f7f7f7f;

/** Levels of every third pixel; counted in four parts, as one that grows at every step makes each step wait for the last. */
function histogramOf(data: Uint8Array): Uint32Array {
  const parts = new Uint32Array(4 * 256);
  let at = 0;
  for (; at + 9 < data.length; at += 12) {
    parts[data[at]]++;
    parts[256 + data[at + 3]]++;
    parts[512 + data[at + 6]]++;
    parts[768 + data[at + 9]]++;
  }
  for (; at < data.length; at += 3) parts[data[at]]++;
  for (let level = 0; level < 256; level++)
    parts[level] += parts[256 + level] + parts[512 + level] + parts[768 + level];
  return parts.subarray(0, 256);
}

/** Otsu 1979: the threshold that parts the histogram with the greatest variance between its halves. */
function otsu(data: Uint8Array): number {
  const histogram = histogramOf(data);
  let total = 0;
  let weighted = 0;
  for (let level = 0; level < 256; level++) {
    total += histogram[level];
    weighted += level * histogram[level];
  }
  let [best, bestVariance, below, belowWeighted] = [128, -1, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += histogram[level];
    belowWeighted += level * histogram[level];
    if (below === 0 || below === total) continue;
    const gap = belowWeighted / below - (weighted - belowWeighted) / (total - below);
    const variance = below * (total - below) * gap * gap;
    if (variance > bestVariance) [best, bestVariance] = [level, variance];
  }
  return best;
}
