import type { GreyPicture } from "./clean-picture.ts";
import type { Bend } from "./find-bend.ts";
import type { InkMask } from "./ink.ts";
import { onceFor } from "./once-for.ts";

const MOST_SKEW_DEG = 6;
const FINEST_DEG = 0.02;
const STEPS_DEG = [0.5, 0.1, FINEST_DEG];
const SAMPLE_WIDTH_PX = 600;

/**
 * How far the page's lines lean, in degrees clockwise: the shear under which ink gathers in the fewest rows.
 * Roughly by the sum of the rows' squares; exactly by Postl's projection criterion, the sum of squared differences
 * between neighbouring rows.
 */
export const findSkew: (ink: InkMask) => number = onceFor((ink) => {
  const [points, uprights] = [samplePoints(ink), sampleUprights(ink)];
  const score = (scoreRows: (rows: Int32Array) => number, deg: number, rowPx: number): number =>
    scoreRows(rowsOf(points, deg, ink.heightPx, rowPx)) +
    scoreRows(rowsOf(uprights, -deg, ink.widthPx, rowPx));
  let best = 0;
  let span = MOST_SKEW_DEG;
  for (const step of STEPS_DEG) {
    // A lean half a step off smears a line over so many rows, and hides it in any thinner ones.
    const rowPx = Math.max(1, Math.round((ink.widthPx / 2) * Math.tan((step / 2) * (Math.PI / 180))));
    const scoreRows = step === FINEST_DEG ? sharpness : density;
    let [bestScore, bestDeg] = [-1, best];
    for (let deg = best - span; deg <= best + span + 1e-9; deg += step) {
      const found = score(scoreRows, deg, rowPx);
      if (found > bestScore) [bestScore, bestDeg] = [found, deg];
    }
    best = bestDeg;
    span = step;
  }
  return Math.round(best * 100) / 100;
});

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

/** Least length of ink straight down that is no character's stroke, as a share of the page's height. */
const UPRIGHT_SHARE = 0.024;

/**
 * Left edges of upright rules, as `y` from the middle and `x`: on a page of few lines they tell the lean best.
 * Of a rule that leans more than it is thick only parts are seen; its neighbours among the lines then tell enough.
 */
function sampleUprights({ widthPx, heightPx, data }: InkMask): Int32Array {
  const points: number[] = [];
  const half = Math.max(8, Math.floor((heightPx * UPRIGHT_SHARE) / 2));
  for (let y = 0; y + half < heightPx; y += half) {
    for (let at = data.indexOf(1, y * widthPx + 1); at >= 0 && at < (y + 1) * widthPx; at++) {
      if (data[at] === 0 || data[at - 1] !== 0 || data[at + half * widthPx] === 0) continue;
      let length = 1;
      while (length < half && data[at + length * widthPx] !== 0) length++;
      if (length < half) continue;
      for (let step = 0; step < half; step += 4) points.push(y + step - heightPx / 2, at - y * widthPx);
    }
  }
  return Int32Array.from(points);
}

/** How many points lie in each row of `rowPx` pixels, the page leaning by `deg`. */
function rowsOf(points: Int32Array, deg: number, lengthPx: number, rowPx: number): Int32Array {
  const slope = Math.tan((deg * Math.PI) / 180);
  const margin = Math.ceil(lengthPx * 0.1);
  const rows = new Int32Array(Math.ceil((lengthPx + 2 * margin + 2) / rowPx));
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.floor((Math.round(points[i + 1] - points[i] * slope) + margin) / rowPx);
    if (row >= 0 && row < rows.length) rows[row]++;
  }
  return rows;
}

/** Great where much ink shares few rows: strokes at any height within their line tell. */
function density(rows: Int32Array): number {
  let score = 0;
  for (const count of rows) score += count * count;
  return score;
}

/** Great where lines begin and end with one row: exact, but on a page of few lines easily misled. */
function sharpness(rows: Int32Array): number {
  let score = 0;
  for (let i = 1; i < rows.length; i++) score += (rows[i] - rows[i - 1]) ** 2;
  return score;
}

/** Turns a picture counter-clockwise about its middle by the skew found and takes out its bend, keeping its size; new corners are white. */
export function straighten(picture: GreyPicture, skewDeg: number, bend: Bend = null): GreyPicture {
  if (skewDeg === 0 && !bend) return picture;
  if (bend) return resample(picture, skewDeg, bend);
  const known = turned(picture);
  const straight = known.get(skewDeg) ?? resample(picture, skewDeg, null);
  known.set(skewDeg, straight);
  return straight;
}

/** A picture's unbent turns: what finds the way up has made the one that is read. */
const turned = onceFor((_: GreyPicture) => new Map<number, GreyPicture>());

const WHITE = 255;

function resample(picture: GreyPicture, skewDeg: number, bend: Bend): GreyPicture {
  const { widthPx: w, heightPx: h, data } = picture;
  const sin = Math.sin((skewDeg * Math.PI) / 180);
  const cos = Math.cos((skewDeg * Math.PI) / 180);
  const [cx, cy] = [w / 2, h / 2];
  const [lastX, lastY] = [w - 1, h - 1];
  const result = new Uint8Array(data.length).fill(WHITE);
  for (let y = 0; y < h; y++) {
    let ux = cx + (0.5 - cx) * cos - (y + 0.5 - cy) * sin - 0.5;
    let uy = cy + (0.5 - cx) * sin + (y + 0.5 - cy) * cos - 0.5;
    for (let x = 0; x < w; x++, ux += cos, uy += sin) {
      const lower = bend === null ? 0 : bend[x];
      const sx = ux - lower * sin;
      const sy = uy + lower * cos;
      if (sx < 0 || sy < 0 || sx >= lastX || sy >= lastY) continue;
      const x0 = sx | 0;
      const y0 = sy | 0;
      const at = y0 * w + x0;
      const a = data[at];
      const b = data[at + 1];
      const c = data[at + w];
      const d = data[at + w + 1];
      // Between white pixels it stays white.
      if ((a & b & c & d) === WHITE) continue;
      const top = a + (b - a) * (sx - x0);
      const bottom = c + (d - c) * (sx - x0);
      result[y * w + x] = top + (bottom - top) * (sy - y0) + 0.5;
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
