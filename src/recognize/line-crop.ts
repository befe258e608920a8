import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";

/** A line's picture as a reader gets it; `xToPage` turns its x into an x of the page. */
export interface LineCrop {
  grey: GreyPicture;
  box: Box;
  /** Page pixels a crop pixel stands for. */
  scale: number;
  marginPx: number;
}

/** Characters of this height, with this white around them, read best (measured on drawn pages). */
const CROP_TEXT_PX = 30;
const MARGIN_PX = 8;

/** Cuts a line out of a page, brought to the reader's best text height. */
export function cropLine(page: GreyPicture, line: InkLine): LineCrop {
  const [x0, y0, x1, y1] = line.box;
  const scale = Math.max(y1 - y0, line.textHeightPx * 0.8) / CROP_TEXT_PX;
  const slackPx = Math.min(Math.round(scale), 2);
  const box: Box = [
    Math.max(0, x0 - slackPx),
    Math.max(0, y0 - slackPx),
    Math.min(page.widthPx, x1 + slackPx),
    Math.min(page.heightPx, y1 + slackPx),
  ];
  const inner = resample(page, box, scale);
  return { grey: withMargin(inner, MARGIN_PX), box, scale, marginPx: MARGIN_PX };
}

/** A line's picture with the end of the line above before it: readers are unsure of a character without company. */
export function cropWithCompany(page: GreyPicture, above: InkLine, line: InkLine): LineCrop {
  const crop = cropLine(page, line);
  const tailBox: Box = [tailStart(page, above), above.box[1], above.box[2], above.box[3]];
  const scale = Math.max(above.box[3] - above.box[1], above.textHeightPx * 0.8) / CROP_TEXT_PX;
  const tail = resample(page, tailBox, scale);
  const own = resample(page, line.box, scale);
  const gapPx = Math.round(CROP_TEXT_PX * 0.1);
  const widthPx = tail.widthPx + gapPx + own.widthPx;
  const heightPx = Math.max(tail.heightPx, own.heightPx);
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  paste(tail, data, widthPx, 0, (heightPx - tail.heightPx) >> 1);
  paste(own, data, widthPx, tail.widthPx + gapPx, (heightPx - own.heightPx) >> 1);
  return { ...crop, grey: withMargin({ widthPx, heightPx, data }, MARGIN_PX) };
}

const COMPANY = 3.2;
const INK_LEVEL = 150;

/** About three characters from the line's end, moved to a blank column so that none is cut. */
function tailStart(page: GreyPicture, { box, textHeightPx }: InkLine): number {
  const [left, top, right, bottom] = box;
  const isBlank = (x: number): boolean => {
    for (let y = top; y < bottom; y++) if (page.data[y * page.widthPx + x] < INK_LEVEL) return false;
    return true;
  };
  for (let x = Math.round(right - textHeightPx * COMPANY); x > left; x--) if (isBlank(x)) return x;
  return left;
}

function paste(piece: GreyPicture, data: Uint8Array, widthPx: number, x0: number, y0: number): void {
  for (let y = 0; y < piece.heightPx; y++) {
    data.set(piece.data.subarray(y * piece.widthPx, (y + 1) * piece.widthPx), (y0 + y) * widthPx + x0);
  }
}

/** Separable resampling with a triangle filter, widened when shrinking so that thin strokes survive. */
function resample(page: GreyPicture, box: Box, scale: number): GreyPicture {
  const [x0, y0, x1, y1] = box;
  const width = Math.max(1, Math.round((x1 - x0) / scale));
  const height = Math.max(1, Math.round((y1 - y0) / scale));
  const across = filterTaps(x1 - x0, width);
  const down = filterTaps(y1 - y0, height);
  const rows = new Float32Array(width * (y1 - y0));
  for (let y = 0; y < y1 - y0; y++) {
    const base = (y0 + y) * page.widthPx + x0;
    for (let x = 0; x < width; x++) {
      const { first, weights } = across[x];
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += page.data[base + first + k] * weights[k];
      rows[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, weights } = down[y];
    for (let x = 0; x < width; x++) {
      let sum = 0.5;
      for (let k = 0; k < weights.length; k++) sum += rows[(first + k) * width + x] * weights[k];
      data[y * width + x] = sum;
    }
  }
  return { widthPx: width, heightPx: height, data };
}

interface Taps {
  first: number;
  weights: number[];
}

function filterTaps(from: number, to: number): Taps[] {
  const ratio = from / to;
  const support = Math.max(1, ratio);
  const taps: Taps[] = [];
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio;
    const first = Math.max(0, Math.floor(centre - support + 0.5));
    const last = Math.min(from - 1, Math.ceil(centre + support - 0.5) - 1);
    const weights: number[] = [];
    for (let k = first; k <= Math.max(first, last); k++) {
      weights.push(Math.max(1e-6, 1 - Math.abs(k + 0.5 - centre) / support));
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    taps.push({ first, weights: weights.map((weight) => weight / sum) });
  }
  return taps;
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
