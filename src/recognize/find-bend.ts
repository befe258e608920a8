import type { InkMask } from "./ink.ts";
import { bitsFrom, inkBits, lowestBit } from "./ink-bits.ts";

/** How many pixels lower than straight the lines of a page lie, for every x; null where the page is flat. */
export type Bend = Float32Array | null;

const STRIPS = 24;
/** How much two neighbouring strips may differ in height, as a share of the page's. */
const MOST_STEP_SHARE = 0.0022;
const LEAST_INK_SHARE = 0.15;
const LEAST_BEND_PX = 1.2;
const LEAST_GAIN = 1.02;
const DEGREE = 4;
/** Wider pages have ink enough in every fourth column. */
const SAMPLED_WIDTH_PX = 1800;

/**
 * The wave of a sheet that lay uneven: strips of a page, whose skew is known, are matched with each other by their rows of ink,
 * and a smooth curve is laid through the shifts. Null unless the rows of the whole page come out sharper for it.
 */
export function findBend(ink: InkMask, skewDeg: number): Bend {
  const profiles = profilesOf(ink, skewDeg);
  const weights = profiles.map((profile) => profile.reduce((sum, value) => sum + value, 0));
  const most = Math.max(...weights);
  if (most === 0) return null;
  const used = weights.map((weight) => weight > most * LEAST_INK_SHARE);
  const shifts = matchStrips(profiles, used, ink.heightPx);
  const curve = fitCurve(shifts, weights, used);
  const bend = new Float32Array(ink.widthPx);
  for (let x = 0; x < bend.length; x++) bend[x] = curve((x + 0.5) / ink.widthPx);
  const largest = bend.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
  if (largest < LEAST_BEND_PX) return null;
  const flat = profiles.map(() => 0);
  const bent = profiles.map((_, i) => curve((i + 0.5) / STRIPS));
  return sharpness(profiles, bent) > sharpness(profiles, flat) * LEAST_GAIN ? bend : null;
}

/** The skew that a bend holds, in degrees: its best straight line. */
export function leanOf(bend: Float32Array): number {
  const middle = (bend.length - 1) / 2;
  let [along, square] = [0, 0];
  for (let x = 0; x < bend.length; x++) {
    along += (x - middle) * bend[x];
    square += (x - middle) ** 2;
  }
  return (Math.atan(along / square) * 180) / Math.PI;
}

/** A bend without the skew it holds, which is taken out by turning. */
export function withoutLean(bend: Float32Array, leanDeg: number): Float32Array {
  const middle = (bend.length - 1) / 2;
  const slope = Math.tan((leanDeg * Math.PI) / 180);
  return bend.map((lower, x) => lower - (x - middle) * slope);
}

/** How many ends of ink, up and down, each row of each strip has, blurred by a pixel. */
function profilesOf(ink: InkMask, skewDeg: number): Float32Array[] {
  const { widthPx, heightPx } = ink;
  const step = widthPx > SAMPLED_WIDTH_PX ? 4 : 2;
  const slope = Math.tan((skewDeg * Math.PI) / 180);
  const lowered = new Int32Array(widthPx);
  for (let x = 0; x < widthPx; x++) lowered[x] = Math.round((x - widthPx / 2) * slope);
  const counts = Array.from({ length: STRIPS }, () => new Int32Array(heightPx));
  const stripOf = new Int8Array(widthPx).fill(-1);
  for (let strip = 0; strip < STRIPS; strip++) {
    const [x0, x1] = [strip, strip + 1].map((i) => Math.round((widthPx * i) / STRIPS));
    for (let x = x0; x < x1; x += step) stripOf[x] = strip;
  }
  const bits = inkBits(ink);
  for (let y = 1; y < heightPx; y++) {
    const row = y * widthPx;
    for (let from = 0; from < widthPx; from += 32) {
      let ends = bitsFrom(bits, row + from) ^ bitsFrom(bits, row + from - widthPx);
      for (; ends !== 0; ends &= ends - 1) {
        const x = from + lowestBit(ends);
        if (x >= widthPx || stripOf[x] < 0) continue;
        const straight = y - lowered[x];
        if (straight >= 1 && straight < heightPx) counts[stripOf[x]][straight]++;
      }
    }
  }
  return counts.map(blurred);
}

function blurred(counts: Int32Array): Float32Array {
  const last = counts.length - 1;
  const profile = new Float32Array(counts.length);
  for (let y = 0; y <= last; y++) {
    const beside = (y > 0 ? counts[y - 1] : 0) + (y < last ? counts[y + 1] : 0);
    profile[y] = (2 * counts[y] + beside) / 4;
  }
  return profile;
}

/** From the strip with most ink outwards, each strip is laid where it fits best those laid before; then all once more. */
function matchStrips(
  profiles: readonly Float32Array[],
  used: readonly boolean[],
  heightPx: number,
): number[] {
  const shifts = profiles.map(() => 0);
  const reach = Math.max(2, Math.round(heightPx * MOST_STEP_SHARE));
  const middle = STRIPS >> 1;
  const total = new Float32Array(heightPx);
  addShifted(total, profiles[middle], 0, 1);
  for (const direction of [1, -1]) {
    let last = 0;
    for (let i = middle + direction; i >= 0 && i < profiles.length; i += direction) {
      if (used[i]) {
        last = bestShift(total, profiles[i], last, reach);
        addShifted(total, profiles[i], Math.round(last), 1);
      }
      shifts[i] = last;
    }
  }
  for (const [i, profile] of profiles.entries()) {
    if (!used[i]) continue;
    addShifted(total, profile, Math.round(shifts[i]), -1);
    const better = bestShift(total, profile, Math.round(shifts[i]), 2);
    shifts[i] = better;
    addShifted(total, profile, Math.round(better), 1);
  }
  return shifts;
}

function addShifted(total: Float32Array, profile: Float32Array, shift: number, sign: 1 | -1): void {
  const end = Math.min(total.length, total.length - shift);
  for (let y = Math.max(0, -shift); y < end; y++) total[y] += sign * profile[y + shift];
}

/** The shift within reach under which a profile agrees best, to a part of a pixel. */
function bestShift(total: Float32Array, profile: Float32Array, from: number, reach: number): number {
  const middle = Math.round(from);
  const scores: number[] = [];
  for (let shift = middle - reach; shift <= middle + reach; shift++)
    scores.push(agreement(total, profile, shift));
  let best = reach;
  for (let i = 0; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
  const [before, here, after] = [scores[best - 1], scores[best], scores[best + 1]];
  const curvature = before === undefined || after === undefined ? 0 : before - 2 * here + after;
  return middle - reach + best + (curvature < 0 ? (0.5 * (before - after)) / curvature : 0);
}

function agreement(total: Float32Array, profile: Float32Array, shift: number): number {
  const end = Math.min(total.length, total.length - shift);
  let sum = 0;
  for (let y = Math.max(0, -shift); y < end; y++) sum += total[y] * profile[y + shift];
  return sum;
}

/** A polynomial by weighted least squares, level beyond the outermost strips that have ink. */
function fitCurve(
  shifts: readonly number[],
  weights: readonly number[],
  used: readonly boolean[],
): (share: number) => number {
  const size = DEGREE + 1;
  const powers = (share: number): number[] => Array.from({ length: size }, (_, k) => (2 * share - 1) ** k);
  const matrix = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const [i, shift] of shifts.entries()) {
    if (!used[i]) continue;
    const at = powers((i + 0.5) / STRIPS);
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < size; c++) matrix[r][c] += weights[i] * at[r] * at[c];
      matrix[r][size] += weights[i] * at[r] * shift;
    }
  }
  const factors = solve(matrix);
  const [first, last] = [used.indexOf(true), used.lastIndexOf(true)].map((i) => (i + 0.5) / STRIPS);
  return (share) => {
    const at = 2 * Math.min(last, Math.max(first, share)) - 1;
    let sum = 0;
    for (let k = 0; k < size; k++) sum += factors[k] * at ** k;
    return sum;
  };
}

/** Gaussian elimination; a factor nothing speaks for is 0. */
function solve(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let c = 0; c < size; c++) {
    let pivot = c;
    for (let r = c + 1; r < size; r++) if (Math.abs(matrix[r][c]) > Math.abs(matrix[pivot][c])) pivot = r;
    [matrix[c], matrix[pivot]] = [matrix[pivot], matrix[c]];
    if (Math.abs(matrix[c][c]) < 1e-9) continue;
    for (let r = 0; r < size; r++) {
      if (r === c) continue;
      const factor = matrix[r][c] / matrix[c][c];
      for (let k = c; k <= size; k++) matrix[r][k] -= factor * matrix[c][k];
    }
  }
  return matrix.map((row, i) => (Math.abs(row[i]) < 1e-9 ? 0 : row[size] / row[i]));
}

/** The sum of squares of all strips laid upon each other: the fewer rows hold the ink, the greater. */
function sharpness(profiles: readonly Float32Array[], shifts: readonly number[]): number {
  const total = new Float32Array(profiles[0].length);
  for (const [i, profile] of profiles.entries()) addShifted(total, profile, Math.round(shifts[i]), 1);
  return total.reduce((sum, value) => sum + value * value, 0);
}
