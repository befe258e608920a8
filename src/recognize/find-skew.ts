import type { GreyPicture } from "./clean-picture.ts";
import type { Bend } from "./find-bend.ts";
import type { InkMask } from "./ink.ts";
import { bitsFrom, inkBits, lowestBit } from "./ink-bits.ts";
import { onceFor } from "./once-for.ts";
import { resampled } from "./resampled.ts";

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

/** Points of ink, those of one place along the lines together: a lean moves them all alike. */
interface Points {
  along: number[];
  /** Of each place along, the rows that its points lie in. */
  rows: Int32Array[];
}

/** Upper ends of ink: they keep rows and lose the weight of black areas. */
function samplePoints(ink: InkMask): Points {
  const { widthPx, heightPx } = ink;
  const stepX = Math.max(1, Math.floor(widthPx / SAMPLE_WIDTH_PX));
  const bits = inkBits(ink);
  const columns: number[][] = Array.from({ length: Math.ceil(widthPx / stepX) }, () => []);
  for (let y = 1; y < heightPx; y++) {
    const row = y * widthPx;
    for (let from = 0; from < widthPx; from += 32) {
      let tops = bitsFrom(bits, row + from) & ~bitsFrom(bits, row + from - widthPx);
      for (; tops !== 0; tops &= tops - 1) {
        const x = from + lowestBit(tops);
        if (x < widthPx && x % stepX === 0) columns[x / stepX].push(y);
      }
    }
  }
  return {
    along: columns.map((_, at) => Math.trunc(at * stepX - widthPx / 2)),
    rows: columns.map((rows) => Int32Array.from(rows)),
  };
}

/** Least length of ink straight down that is no character's stroke, as a share of the page's height. */
const UPRIGHT_SHARE = 0.024;

/**
 * Left edges of upright rules, as `y` from the middle and `x`: on a page of few lines they tell the lean best.
 * Of a rule that leans more than it is thick only parts are seen; its neighbours among the lines then tell enough.
 */
function sampleUprights(ink: InkMask): Points {
  const { widthPx, heightPx, data } = ink;
  const points: Points = { along: [], rows: [] };
  const bits = inkBits(ink);
  const half = Math.max(8, Math.floor((heightPx * UPRIGHT_SHARE) / 2));
  for (let y = 0; y + half < heightPx; y += half) {
    const row = y * widthPx;
    const uprights: number[] = [];
    for (let from = 0; from < widthPx; from += 32) {
      const at = row + from;
      let lefts = bitsFrom(bits, at) & ~bitsFrom(bits, at - 1) & bitsFrom(bits, at + half * widthPx);
      for (; lefts !== 0; lefts &= lefts - 1) {
        const x = from + lowestBit(lefts);
        if (x > 0 && x < widthPx && isUpright(data, row + x, widthPx, half)) uprights.push(x);
      }
    }
    if (uprights.length === 0) continue;
    const rows = Int32Array.from(uprights);
    for (let step = 0; step < half; step += 4) {
      points.along.push(Math.trunc(y + step - heightPx / 2));
      points.rows.push(rows);
    }
  }
  return points;
}

function isUpright(data: Uint8Array, at: number, widthPx: number, length: number): boolean {
  for (let step = 1; step < length; step++) if (data[at + step * widthPx] === 0) return false;
  return true;
}

/** How many points lie in each row of `rowPx` pixels, the page leaning by `deg`. */
function rowsOf({ along, rows: points }: Points, deg: number, lengthPx: number, rowPx: number): Int32Array {
  const slope = Math.tan((deg * Math.PI) / 180);
  const margin = Math.ceil(lengthPx * 0.1);
  const rows = new Int32Array(Math.ceil((lengthPx + 2 * margin + 2) / rowPx));
  const pixelRows = rows.length * rowPx;
  const counts = rowPx === 1 ? rows : new Int32Array(pixelRows);
  for (let group = 0; group < along.length; group++) {
    const own = points[group];
    const lower = Math.round(-along[group] * slope) + margin;
    // In order, so that the outermost tell whether all have their row.
    if (own.length > 0 && own[0] + lower >= 0 && own[own.length - 1] + lower < pixelRows) {
      countAll(own, lower, counts);
      continue;
    }
    for (let i = 0; i < own.length; i++) {
      const row = own[i] + lower;
      if (row >= 0 && row < pixelRows) counts[row]++;
    }
  }
  if (rowPx === 1) return rows;
  for (let row = 0, from = 0; row < rows.length; row++, from += rowPx)
    for (let at = from; at < from + rowPx; at++) rows[row] += counts[at];
  return rows;
}

/** Four at a time: a row has few points in one place along the lines, so that no count waits for the last. */
function countAll(own: Int32Array, lower: number, counts: Int32Array): void {
  const even = own.length & ~3;
  for (let i = 0; i < even; i += 4) {
    counts[own[i] + lower]++;
    counts[own[i + 1] + lower]++;
    counts[own[i + 2] + lower]++;
    counts[own[i + 3] + lower]++;
  }
  for (let i = even; i < own.length; i++) counts[own[i] + lower]++;
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

function resample({ unlit, ...lit }: GreyPicture, skewDeg: number, bend: Bend): GreyPicture {
  const straight = resampled(lit, skewDeg, bend);
  return unlit ? { ...straight, unlit: resampled({ ...lit, data: unlit }, skewDeg, bend).data } : straight;
}

/** Where a point of the picture as scanned lies after straightening. */
export function straightenPoint(
  x: number,
  y: number,
  picture: Pick<GreyPicture, "widthPx" | "heightPx">,
  skewDeg: number,
): [number, number] {
  const sin = Math.sin((-skewDeg * Math.PI) / 180);
  const cos = Math.cos((-skewDeg * Math.PI) / 180);
  const [dx, dy] = [x - picture.widthPx / 2, y - picture.heightPx / 2];
  return [picture.widthPx / 2 + dx * cos - dy * sin, picture.heightPx / 2 + dx * sin + dy * cos];
}
