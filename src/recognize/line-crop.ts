import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";

/** A line's picture as a reader gets it; `xToPage` turns its x into an x of the page. */
export interface LineCrop {
  grey: GreyPicture;
  box: Box;
  /** Page pixels across that a crop pixel stands for. */
  scale: number;
  marginPx: number;
}

/** Characters of this height, with this white around them, read best (measured on drawn pages). */
const CROP_TEXT_PX = 30;
const MARGIN_PX = 8;

/** Cuts a line out of a page, brought to the reader's best text height unless another is asked for, and so many times as wide. */
export function cropLine(page: GreyPicture, line: InkLine, textPx = CROP_TEXT_PX, stretch = 1): LineCrop {
  const [x0, y0, x1, y1] = line.box;
  const scale = Math.max(y1 - y0, line.textHeightPx * 0.8) / textPx;
  const slackPx = Math.min(Math.round(scale), 2);
  const box: Box = [
    Math.max(0, x0 - slackPx),
    Math.max(0, y0 - slackPx),
    Math.min(page.widthPx, x1 + slackPx),
    Math.min(page.heightPx, y1 + slackPx),
  ];
  const grey = resample(page, box, scale / stretch, scale, MARGIN_PX);
  return { grey, box, scale: scale / stretch, marginPx: MARGIN_PX };
}

/** Grain of scanned paper is lighter than this, strokes are darker. */
const PAPER_LEVEL = 230;
/** Up to this level strokes stay as they are; what lies between fades out. */
const STROKE_LEVEL = 190;

/** A line's picture several times side by side, with a little room between; its x says nothing of the page. */
export function repeatCrop(crop: LineCrop, times: number): LineCrop {
  const { widthPx, heightPx, data } = crop.grey;
  const own = widthPx - 2 * crop.marginPx;
  const stepPx = own + Math.round(CROP_TEXT_PX / 6);
  const wide = widthPx + (times - 1) * stepPx;
  const repeated = new Uint8Array(wide * heightPx).fill(WHITE);
  for (let y = 0; y < heightPx; y++) {
    const from = y * widthPx + crop.marginPx;
    for (let time = 0; time < times; time++) {
      repeated.set(data.subarray(from, from + own), y * wide + crop.marginPx + time * stepPx);
    }
  }
  return { ...crop, grey: { widthPx: wide, heightPx, data: repeated } };
}

const WHITE = 255;

/**
 * Paper as pure white. Tesseract takes what is black and what is white from the dips and peaks of the crop's middle
 * row: where few strokes cross it, the dips of grain would pass for black, and the line for noise.
 */
const LIFTED = Uint8Array.from({ length: WHITE + 1 }, (_, level) => {
  const gain = (WHITE - STROKE_LEVEL) / (PAPER_LEVEL - STROKE_LEVEL);
  return level <= STROKE_LEVEL
    ? level
    : Math.min(WHITE, Math.round(STROKE_LEVEL + (level - STROKE_LEVEL) * gain));
});

/** Separable resampling with a triangle filter, widened when shrinking so that thin strokes survive; with white around it. */
function resample(
  page: GreyPicture,
  box: Box,
  scaleX: number,
  scaleY: number,
  marginPx: number,
): GreyPicture {
  const [x0, y0, x1, y1] = box;
  const width = Math.max(1, Math.round((x1 - x0) / scaleX));
  const height = Math.max(1, Math.round((y1 - y0) / scaleY));
  const across = filterTaps(x1 - x0, width);
  const down = filterTaps(y1 - y0, height);
  const rows = new Float32Array(width * (y1 - y0));
  const squeeze = SQUEEZES.get(across.count) ?? squeezeRow;
  for (let y = y0; y < y1; y++)
    squeeze(page.data, y * page.widthPx + x0, across, rows, (y - y0) * width, width);
  const [widthPx, heightPx] = [width + 2 * marginPx, height + 2 * marginPx];
  const data = new Uint8Array(widthPx * heightPx).fill(WHITE);
  for (let y = 0; y < height; y++) blendRows(rows, width, down, y, data, (y + marginPx) * widthPx + marginPx);
  return { widthPx, heightPx, data };
}

/** A row brought to its new width. */
function squeezeRow(
  page: Uint8Array,
  from: number,
  { firsts, count, weights }: Taps,
  rows: Float32Array,
  to: number,
  width: number,
): void {
  for (let x = 0, k = 0; x < width; x++) {
    let at = from + firsts[x];
    let sum = page[at] * weights[k++];
    for (let more = 1; more < count; more++) sum += page[++at] * weights[k++];
    rows[to + x] = sum;
  }
}

/** The same for rows made of two pixels each, or of three, as most are. */
function squeezeRowByTwo(
  page: Uint8Array,
  from: number,
  { firsts, weights }: Taps,
  rows: Float32Array,
  to: number,
  width: number,
): void {
  for (let x = 0, k = 0; x < width; x++, k += 2) {
    const at = from + firsts[x];
    rows[to + x] = page[at] * weights[k] + page[at + 1] * weights[k + 1];
  }
}

function squeezeRowByThree(
  page: Uint8Array,
  from: number,
  { firsts, weights }: Taps,
  rows: Float32Array,
  to: number,
  width: number,
): void {
  for (let x = 0, k = 0; x < width; x++, k += 3) {
    const at = from + firsts[x];
    rows[to + x] = page[at] * weights[k] + page[at + 1] * weights[k + 1] + page[at + 2] * weights[k + 2];
  }
}

const SQUEEZES = new Map([
  [2, squeezeRowByTwo],
  [3, squeezeRowByThree],
]);

/** One row out of those above and below it, with paper lifted; mostly of two or three. */
function blendRows(
  rows: Float32Array,
  width: number,
  { firsts, count, weights }: Taps,
  y: number,
  data: Uint8Array,
  to: number,
): void {
  const start = y * count;
  const first = firsts[y] * width;
  const [a, b, c] = [weights[start], weights[start + 1], weights[start + 2]];
  if (count === 2) {
    for (let x = 0, at = first; x < width; x++, at++)
      data[to + x] = LIFTED[(0.5 + rows[at] * a + rows[at + width] * b) | 0];
  } else if (count === 3) {
    for (let x = 0, at = first; x < width; x++, at++)
      data[to + x] = LIFTED[(0.5 + rows[at] * a + rows[at + width] * b + rows[at + 2 * width] * c) | 0];
  } else {
    for (let x = 0; x < width; x++) {
      let sum = 0.5;
      for (let k = 0, at = first + x; k < count; k++, at += width) sum += rows[at] * weights[start + k];
      data[to + x] = LIFTED[sum | 0];
    }
  }
}

/** Which pixels make up each wanted one: so many from `firsts` on, by as many weights, some of which may be nothing. */
interface Taps {
  firsts: Int32Array;
  count: number;
  weights: Float64Array;
}

function filterTaps(from: number, to: number): Taps {
  const ratio = from / to;
  const support = Math.max(1, ratio);
  const firsts = new Int32Array(to);
  const lasts = new Int32Array(to);
  let count = 1;
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio;
    firsts[i] = Math.max(0, Math.floor(centre - support + 0.5));
    lasts[i] = Math.max(firsts[i], Math.min(from - 1, Math.ceil(centre + support - 0.5) - 1));
    count = Math.max(count, lasts[i] - firsts[i] + 1);
  }
  const weights = new Float64Array(to * count);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio;
    const [first, last] = [firsts[i], lasts[i]];
    // As many for each: what would lie beyond the last pixel begins before the first.
    firsts[i] = Math.min(first, from - count);
    const start = i * count - firsts[i];
    let sum = 0;
    for (let at = first; at <= last; at++) {
      weights[start + at] = Math.max(1e-6, 1 - Math.abs(at + 0.5 - centre) / support);
      sum += weights[start + at];
    }
    for (let at = first; at <= last; at++) weights[start + at] /= sum;
  }
  return { firsts, count, weights };
}
