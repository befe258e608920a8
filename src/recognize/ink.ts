import type { GreyPicture } from "./clean-picture.ts";
import { behind, FREE, openKernels, PIECE_PX } from "./kernels/kernels.ts";
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

/** 1 where a pixel is no lighter than a level. */
function upTo(level: number, grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length);
  const to = behind(FREE, PIECE_PX);
  const { bytes, upTo } = openKernels(behind(to, PIECE_PX));
  for (let at = 0; at < grey.length; at += PIECE_PX) {
    const piece = grey.subarray(at, at + PIECE_PX);
    bytes.set(piece, FREE);
    upTo(FREE, to, piece.length, level);
    data.set(bytes.subarray(to, to + piece.length), at);
  }
  return data;
}

/** Levels of every third pixel. */
function histogramOf(data: Uint8Array): Uint32Array {
  const from = behind(FREE, LISTS * LIST_BYTES);
  const { bytes, countThirds } = openKernels(behind(from, PIECE_PX));
  bytes.fill(0, FREE, from);
  const pieceBytes = Math.floor(PIECE_PX / TWELVE) * TWELVE;
  for (let at = 0; at < data.length; at += pieceBytes) {
    const piece = data.subarray(at, at + pieceBytes);
    bytes.set(piece, from);
    countThirds(from, FREE, piece.length);
  }
  const lists = new Uint32Array(bytes.buffer, FREE, LISTS * LEVELS);
  const histogram = Uint32Array.from({ length: LEVELS }, (_, level) => {
    let sum = 0;
    for (let list = 0; list < LISTS; list++) sum += lists[list * LEVELS + level];
    return sum;
  });
  for (let at = data.length - (data.length % TWELVE); at < data.length; at += 3) histogram[data[at]]++;
  return histogram;
}

const LEVELS = 256;
const [LISTS, LIST_BYTES] = [4, 4 * LEVELS];
/** Pixels in which each list counts one. */
const TWELVE = 12;

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
