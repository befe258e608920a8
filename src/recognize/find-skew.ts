import type { GreyPicture } from "./clean-picture.ts";
import type { Bend } from "./find-bend.ts";
import type { InkMask } from "./ink.ts";

const MOST_SKEW_DEG = 6;
const STEPS_DEG = [0.5, 0.1, 0.02];
const SAMPLE_WIDTH_PX = 600;

/**
 * How far the page's lines lean, in degrees clockwise: the shear under which ink gathers in the fewest rows.
 * Postl's projection criterion: the sum of squared differences between neighbouring rows is greatest.
 */
export function findSkew(ink: InkMask): number {
  const points = samplePoints(ink);
  let best = 0;
  let span = MOST_SKEW_DEG;
  for (const step of STEPS_DEG) {
    let [bestScore, bestDeg] = [-1, best];
    for (let deg = best - span; deg <= best + span + 1e-9; deg += step) {
      const score = rowSharpness(points, deg, ink.heightPx);
      if (score > bestScore) [bestScore, bestDeg] = [score, deg];
    }
    best = bestDeg;
    span = step;
  }
  return Math.round(best * 100) / 100;
}

/** Left ends of ink runs: they keep rows and lose the weight of black areas. */
function samplePoints(ink: InkMask): Int32Array {
  const points: number[] = [];
  const stepX = Math.max(1, Math.floor(ink.widthPx / SAMPLE_WIDTH_PX));
  for (let y = 1; y < ink.heightPx; y++) {
    for (let x = 0; x < ink.widthPx; x += stepX) {
      const at = y * ink.widthPx + x;
      if (ink.data[at] && !ink.data[at - ink.widthPx]) points.push(x - ink.widthPx / 2, y);
    }
  }
  return Int32Array.from(points);
}

function rowSharpness(points: Int32Array, deg: number, heightPx: number): number {
  const slope = Math.tan((deg * Math.PI) / 180);
  const margin = Math.ceil(heightPx * 0.1);
  const rows = new Int32Array(heightPx + 2 * margin + 2);
  for (let i = 0; i < points.length; i += 2) {
    const row = (points[i + 1] - points[i] * slope + margin + 0.5) | 0;
    if (row >= 0 && row < rows.length) rows[row]++;
  }
  let score = 0;
  for (let i = 1; i < rows.length; i++) {
    const step = rows[i] - rows[i - 1];
    score += step * step;
  }
  return score;
}

/** Places between pixels are counted in whole parts of one: fast, and finer than grey levels tell. */
const PART_BITS = 14;
const PART = 1 << PART_BITS;

/** Turns a picture counter-clockwise about its middle by the skew found and takes out its bend, keeping its size; new corners are white. */
export function straighten(picture: GreyPicture, skewDeg: number, bend: Bend = null): GreyPicture {
  if (skewDeg === 0 && !bend) return picture;
  const { widthPx: w, heightPx: h, data } = picture;
  const sin = Math.sin((skewDeg * Math.PI) / 180);
  const cos = Math.cos((skewDeg * Math.PI) / 180);
  const [cx, cy] = [w / 2, h / 2];
  const result = new Uint8Array(data.length).fill(255);
  const [acrossX, acrossY] = [new Int32Array(w), new Int32Array(w)];
  for (let x = 0; x < w; x++) {
    const lower = bend ? bend[x] : 0;
    acrossX[x] = Math.round(((x + 0.5 - cx) * cos - lower * sin) * PART);
    acrossY[x] = Math.round(((x + 0.5 - cx) * sin + lower * cos) * PART);
  }
  const [mostX, mostY] = [(w - 1) * PART, (h - 1) * PART];
  for (let y = 0; y < h; y++) {
    const row = y * w;
    const downX = Math.round((cx - (y + 0.5 - cy) * sin - 0.5) * PART);
    const downY = Math.round((cy + (y + 0.5 - cy) * cos - 0.5) * PART);
    for (let x = 0; x < w; x++) {
      const sx = downX + acrossX[x];
      const sy = downY + acrossY[x];
      if (sx < 0 || sy < 0 || sx >= mostX || sy >= mostY) continue;
      const at = (sy >> PART_BITS) * w + (sx >> PART_BITS);
      const nw = data[at];
      const ne = data[at + 1];
      const sw = data[at + w];
      const se = data[at + w + 1];
      // Most of a page is plain paper.
      if ((nw & ne & sw & se) === 255) continue;
      const fx = (sx & (PART - 1)) >> 6;
      const fy = (sy & (PART - 1)) >> 6;
      const top = (nw << 8) + (ne - nw) * fx;
      const bottom = (sw << 8) + (se - sw) * fx;
      result[row + x] = ((top << 8) + (bottom - top) * fy + 32768) >> 16;
    }
  }
  return { widthPx: w, heightPx: h, data: result };
}

/** Where a point of the picture as scanned lies after straightening. */
export function straightenPoint(
  x: number,
  y: number,
  picture: GreyPicture,
  skewDeg: number,
): [number, number] {
  const sin = Math.sin((-skewDeg * Math.PI) / 180);
  const cos = Math.cos((-skewDeg * Math.PI) / 180);
  const [dx, dy] = [x - picture.widthPx / 2, y - picture.heightPx / 2];
  return [picture.widthPx / 2 + dx * cos - dy * sin, picture.heightPx / 2 + dx * sin + dy * cos];
}
