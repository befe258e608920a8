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
/** Of faint print, which has hardly a pixel that is dark, what is lighter still is ink. */
const LIGHTEST_FAINT = 230;
const DARK = 140;
const MOST_DARK = { ofInk: 0.05, ofPage: 0.0015 };

/** Tells ink from paper in an evenly lit picture by Otsu's threshold. */
export const findInk: (grey: GreyPicture) => InkMask = onceFor(({ widthPx, heightPx, data: grey }) => {
  const histogram = histogramOf(grey);
  const best = otsu(histogram);
  const lightest = isFaint(histogram, best) ? LIGHTEST_FAINT : LIGHTEST_THRESHOLD;
  const threshold = Math.min(lightest, Math.max(DARKEST_THRESHOLD, best));
  const data = new Uint8Array(grey.length);
  for (let i = 0; i < data.length; i++) data[i] = grey[i] <= threshold ? 1 : 0;
  return { widthPx, heightPx, data };
});

function histogramOf(data: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) histogram[data[i]]++;
  return histogram;
}

/** Whether a page's print is faint all over, unlike that of a page with grey areas. */
function isFaint(histogram: Uint32Array, threshold: number): boolean {
  const below = (level: number): number =>
    histogram.subarray(0, level + 1).reduce((sum, count) => sum + count, 0);
  const dark = below(DARK);
  return dark <= MOST_DARK.ofInk * below(threshold) && dark <= MOST_DARK.ofPage * below(255);
}

/** Otsu 1979: the threshold that parts the histogram with the greatest variance between its halves. */
function otsu(histogram: Uint32Array): number {
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
