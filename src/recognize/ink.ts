import type { GreyPicture } from "./clean-picture.ts";
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
  const data = new Uint8Array(grey.length);
  // 1 where the difference is negative, by its sign's bit: a branch would cost more than all the rest.
  for (let i = 0; i < data.length; i++) data[i] = (grey[i] - threshold - 1) >>> 31;
  return { widthPx, heightPx, data };
});

/** Otsu 1979: the threshold that parts the histogram with the greatest variance between its halves. */
function otsu(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) histogram[data[i]]++;
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
