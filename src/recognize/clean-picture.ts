import type { Pixels } from "../model/picture.ts";
import type { Box } from "../model/place.ts";
import { findPaper, flattenLight, type Paper } from "./find-paper.ts";
import { findSeals, type Seal } from "./find-seals.ts";
import { liftGreySeals } from "./grey-seals.ts";
import { behind, FREE, openKernels, PIECE_PX } from "./kernels/kernels.ts";

/** A grey page picture, row-major; 0 is black, 255 the paper's white. */
export interface GreyPicture {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
  /** The same before its light was evened out, where that may have turned pale grounds to paper: nothing is read from it. */
  unlit?: Uint8Array;
}

export interface CleanPicture {
  grey: GreyPicture;
  /** Where red seals lie on the page. */
  seals: Box[];
}

/** Lifts red seals and evens out the light; black strokes under a seal stay, and so does red print. */
export function cleanPicture(pixels: Pixels): CleanPicture {
  const { widthPx, heightPx } = pixels;
  if (pixels.channels === 1) {
    const paper = findPaper(pixels.data, widthPx, heightPx);
    const data = flattenLight(pixels.data, paper, widthPx);
    // In even light: the edge of a shadow is of an even grey as well.
    const seals = liftGreySeals(data, widthPx, heightPx);
    return { grey: { widthPx, heightPx, data, ...unlitOf(pixels.data, paper) }, seals };
  }
  const { grey, red } = toGrey(pixels);
  // Before seals are lifted: what is lifted is whiter than paper that lies in the shade.
  const paper = findPaper(grey, widthPx, heightPx);
  const seals = findSeals(red, widthPx, heightPx);
  for (const seal of seals) liftSeal(seal, pixels, grey);
  return {
    grey: { widthPx, heightPx, data: flattenLight(grey, paper, widthPx), ...unlitOf(grey, paper) },
    seals: seals.map(({ box }) => box),
  };
}

const unlitOf = (unlit: Uint8Array, { isShaded }: Paper): { unlit?: Uint8Array } =>
  isShaded ? { unlit } : {};

const RED_MARGIN = 40;
/** Fringes of red ink are but tinted; less so than this they are lightened in part. */
const TINT_MARGIN = 15;

/** Pale ink, and ink on paper in the shade, is red by more than a tenth of its own brightness, whatever the light. */
function toGrey({ data, widthPx, heightPx }: Pixels): { grey: Uint8Array; red: Uint8Array } {
  const grey = new Uint8Array(widthPx * heightPx);
  const red = new Uint8Array(widthPx * heightPx);
  const toGrey = behind(FREE, 3 * PIECE_PX);
  const toRed = behind(toGrey, PIECE_PX);
  const kernels = openKernels(behind(toRed, PIECE_PX));
  for (let at = 0; at < grey.length; at += PIECE_PX) {
    const count = Math.min(PIECE_PX, grey.length - at);
    kernels.bytes.set(data.subarray(3 * at, 3 * (at + count)), FREE);
    kernels.toGrey(FREE, toGrey, toRed, count, RED_MARGIN, TINT_MARGIN);
    grey.set(kernels.bytes.subarray(toGrey, toGrey + count), at);
    red.set(kernels.bytes.subarray(toRed, toRed + count), at);
  }
  return { grey, red };
}

/** Red ink is as bright as paper from this share of its usual level in the red channel. */
const LEVEL_SHARE = 0.93;
/** A worn rim prints a little beyond where it was found. */
const RIM_ROOM = 1.06;

/**
 * Under red ink only the red channel tells black strokes from paper: red ink is light in it, black is not.
 * The usual brightness of the seal's own ink is taken for white there.
 */
function liftSeal({ box, shape, isPale }: Seal, { data, widthPx, heightPx }: Pixels, grey: Uint8Array): void {
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const [a, b] = [((box[2] - box[0]) / 2) * RIM_ROOM, ((box[3] - box[1]) / 2) * RIM_ROOM];
  const [x0, y0] = [Math.max(0, Math.floor(cx - a)), Math.max(0, Math.floor(cy - b))];
  const [x1, y1] = [Math.min(widthPx, Math.ceil(cx + a)), Math.min(heightPx, Math.ceil(cy + b))];
  const levels = new Uint32Array(256);
  const forAll = (visit: (at: number) => void): void => {
    for (let y = y0; y < y1; y++) {
      // How far to either side of its middle a round seal reaches in this row.
      const reach = shape === "round" ? a * Math.sqrt(Math.max(0, 1 - ((y + 0.5 - cy) / b) ** 2)) : a;
      const last = Math.min(x1, Math.ceil(cx + reach));
      for (let x = Math.max(x0, Math.floor(cx - reach)); x < last; x++) visit(y * widthPx + x);
    }
  };
  forAll((at) => {
    if (tintOf(data, at) > (isPale ? TINT_MARGIN : RED_MARGIN)) levels[data[at * 3]]++;
  });
  const gain = Math.max(1, WHITE / Math.max(1, medianOf(levels) * LEVEL_SHARE));
  forAll((at) => {
    const share = Math.min(1, Math.max(0, tintOf(data, at) / TINT_MARGIN));
    grey[at] = Math.min(WHITE, Math.max(grey[at], data[at * 3] * (1 + (gain - 1) * share)));
  });
}

/** By how much red is stronger in a pixel than its other colours. */
function tintOf(data: Uint8Array, at: number): number {
  return data[at * 3] - Math.max(data[at * 3 + 1], data[at * 3 + 2]);
}

const WHITE = 255;

function medianOf(counts: Uint32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level];
    if (below > half) return level;
  }
  return counts.length - 1;
}
