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
  const inner = liftPaper(resample(page, box, scale / stretch, scale));
  return { grey: withMargin(inner, MARGIN_PX), box, scale: scale / stretch, marginPx: MARGIN_PX };
}

/** Grain of scanned paper is lighter than this, strokes are darker. */
const PAPER_LEVEL = 230;
/** Up to this level strokes stay as they are; what lies between fades out. */
const STROKE_LEVEL = 190;

/**
 * Paper as pure white. Tesseract takes what is black and what is white from the dips and peaks of the crop's middle
 * row: where few strokes cross it, the dips of grain would pass for black, and the line for noise.
 */
function liftPaper(crop: GreyPicture): GreyPicture {
  const data = new Uint8Array(crop.data.length);
  for (let i = 0; i < data.length; i++) data[i] = LIFTED[crop.data[i]];
  return { ...crop, data };
}

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

const LIFTED = Uint8Array.from({ length: WHITE + 1 }, (_, level) => {
  const gain = (WHITE - STROKE_LEVEL) / (PAPER_LEVEL - STROKE_LEVEL);
  return level <= STROKE_LEVEL
    ? level
    : Math.min(WHITE, Math.round(STROKE_LEVEL + (level - STROKE_LEVEL) * gain));
});

/** Separable resampling with a triangle filter, widened when shrinking so that thin strokes survive. */
function resample(page: GreyPicture, box: Box, scaleX: number, scaleY: number): GreyPicture {
  const [x0, y0, x1, y1] = box;
  const width = Math.max(1, Math.round((x1 - x0) / scaleX));
  const height = Math.max(1, Math.round((y1 - y0) / scaleY));
  const across = filterTaps(x1 - x0, width);
  const down = filterTaps(y1 - y0, height);
  const rows = new Float32Array(width * (y1 - y0));
  for (let y = y0; y < y1; y++)
    squeezeRow(page.data, y * page.widthPx + x0, across, rows, (y - y0) * width, width);
  const data = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) blendRows(rows, width, down, y, sums, data);
  return { widthPx: width, heightPx: height, data };
}

/** A row brought to its new width. */
function squeezeRow(
  page: Uint8Array,
  from: number,
  { firsts, starts, weights }: Taps,
  rows: Float32Array,
  to: number,
  width: number,
): void {
  for (let x = 0; x < width; x++) {
    const end = starts[x + 1];
    let at = from + firsts[x];
    let sum = 0;
    for (let k = starts[x]; k < end; k++) sum += page[at++] * weights[k];
    rows[to + x] = sum;
  }
}

/** One row out of those above and below it. */
function blendRows(
  rows: Float32Array,
  width: number,
  { firsts, starts, weights }: Taps,
  y: number,
  sums: Float64Array,
  data: Uint8Array,
): void {
  sums.fill(0.5);
  let at = firsts[y] * width;
  for (let k = starts[y]; k < starts[y + 1]; k++) {
    const weight = weights[k];
    for (let x = 0; x < width; x++) sums[x] += rows[at++] * weight;
  }
  const to = y * width;
  for (let x = 0; x < width; x++) data[to + x] = sums[x];
}

/** Which pixels make up each wanted one: from `firsts` on, by the weights from its `starts` to the next one's. */
interface Taps {
  firsts: Int32Array;
  starts: Int32Array;
  weights: Float64Array;
}

function filterTaps(from: number, to: number): Taps {
  const ratio = from / to;
  const support = Math.max(1, ratio);
  const firsts = new Int32Array(to);
  const starts = new Int32Array(to + 1);
  const weights = new Float64Array(to * (2 * Math.ceil(support) + 2));
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio;
    const first = Math.max(0, Math.floor(centre - support + 0.5));
    const last = Math.max(first, Math.min(from - 1, Math.ceil(centre + support - 0.5) - 1));
    firsts[i] = first;
    const start = starts[i];
    const end = start + last - first + 1;
    starts[i + 1] = end;
    let sum = 0;
    for (let k = start; k < end; k++) {
      weights[k] = Math.max(1e-6, 1 - Math.abs(first + k - start + 0.5 - centre) / support);
      sum += weights[k];
    }
    for (let k = start; k < end; k++) weights[k] /= sum;
  }
  return { firsts, starts, weights };
}

function withMargin(inner: GreyPicture, marginPx: number): GreyPicture {
  const widthPx = inner.widthPx + 2 * marginPx;
  const heightPx = inner.heightPx + 2 * marginPx;
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 0; y < inner.heightPx; y++) {
    data.set(
      inner.data.subarray(y * inner.widthPx, (y + 1) * inner.widthPx),
      (y + marginPx) * widthPx + marginPx,
    );
  }
  return { widthPx, heightPx, data };
}
