import { type Box, unionOfBoxes } from "../model/place.ts";
import type { RedCluster } from "./red-clusters.ts";

const ROUNDEST = 1.7;
const BINS = 48;
const RIM_INNER = 0.85;
const RIM_OUTER = 1.04;
const LEAST_RIM = 0.7;
const MOST_OUTSIDE = 0.03;

/** A rim all around, round or oval, and hardly anything outside of it. */
export function isRing({ box: [x0, y0, x1, y1], points }: RedCluster): boolean {
  const [a, b] = [(x1 - x0) / 2, (y1 - y0) / 2];
  if (Math.max(a, b) > Math.min(a, b) * ROUNDEST) return false;
  const rim = new Uint8Array(BINS);
  let outside = 0;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [(points[i] + 0.5 - x0) / a - 1, (points[i + 1] + 0.5 - y0) / b - 1];
    const distance = Math.hypot(x, y);
    if (distance > RIM_OUTER) outside++;
    else if (distance >= RIM_INNER) {
      const bin = Math.floor(((Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) * BINS);
      rim[Math.min(BINS - 1, bin)] = 1;
    }
  }
  const share = rim.reduce((sum, one) => sum + one, 0) / BINS;
  return share >= LEAST_RIM && outside * 2 <= points.length * MOST_OUTSIDE;
}

/** Of a ring's width: so far beyond it may an arc lie that print cuts off from the rest of its rim. */
const FARTHEST_ARC = 0.15;

/** A ring with the arcs of its rim that lines of print cut off at its sides: with each of them it is rounder. */
export function withCutArcs(ring: RedCluster, all: readonly RedCluster[]): RedCluster {
  return all.reduce((whole, other) => {
    if (other === ring || other.points.length === 0) return whole;
    const box = unionOfBoxes([whole.box, other.box]);
    const [wide, far] = [whole.box[2] - whole.box[0], whole.box.map((edge, i) => Math.abs(edge - box[i]))];
    if (Math.max(...far) > wide * FARTHEST_ARC || unroundness(box) >= unroundness(whole.box)) return whole;
    if (shareOnRim(other, box) < MOST_OF_ARC) return whole;
    const points = new Int32Array(whole.points.length + other.points.length);
    points.set(whole.points);
    points.set(other.points, whole.points.length);
    const joined = { box, points, area: whole.area + other.area };
    return isRing(joined) ? joined : whole;
  }, ring);
}

/** As much of an arc lies on the rim that it makes rounder; of a word beside a seal less does. */
const MOST_OF_ARC = 0.8;

/** The share of a cluster's points that lie on the rim of a ring that fills a box. */
function shareOnRim({ points }: RedCluster, [x0, y0, x1, y1]: Box): number {
  const [a, b] = [(x1 - x0) / 2, (y1 - y0) / 2];
  let on = 0;
  for (let i = 0; i < points.length; i += 2) {
    const distance = Math.hypot((points[i] + 0.5 - x0) / a - 1, (points[i + 1] + 0.5 - y0) / b - 1);
    if (distance >= RIM_INNER && distance <= RIM_OUTER) on++;
  }
  return (on * 2) / points.length;
}

function unroundness([x0, y0, x1, y1]: Box): number {
  return Math.abs(Math.log((x1 - x0) / (y1 - y0)));
}

const MOST_TILT_DEG = 20;
const LONGEST = 6;
const BAND = 0.06;
const SIDE_BINS = 40;
const LEAST_SIDE = 0.6;
const LEAST_SIDES = 0.75;
/** The white between a frame and what it holds. */
const GAP = 0.14;
const MOST_NEXT = 0.6;

/** Four straight sides, tilted a little, with room between them and what they hold. */
export function isFrame(cluster: RedCluster): boolean {
  const ends = endsOf(cluster);
  for (let deg = -MOST_TILT_DEG; deg <= MOST_TILT_DEG; deg++) {
    if (isFrameAt(cluster.points, ends, (deg * Math.PI) / 180)) return true;
  }
  return false;
}

/** The first and the last point of every row: however the points are turned, the outermost are among them. */
function endsOf({ box: [, top, , bottom], points }: RedCluster): number[] {
  const first = new Int32Array(bottom - top).fill(NONE);
  const last = new Int32Array(bottom - top).fill(-NONE);
  for (let i = 0; i < points.length; i += 2) {
    const [x, row] = [points[i], points[i + 1] - top];
    if (x < first[row]) first[row] = x;
    if (x > last[row]) last[row] = x;
  }
  const ends: number[] = [];
  for (let row = 0; row < first.length; row++)
    if (first[row] < NONE) ends.push(first[row], top + row, last[row], top + row);
  return ends;
}

/** Further than any pixel. */
const NONE = 2 ** 30;

function isFrameAt(points: Int32Array, ends: readonly number[], angle: number): boolean {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  let [u0, v0, u1, v1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ends.length; i += 2) {
    const u = ends[i] * cos + ends[i + 1] * sin;
    const v = ends[i + 1] * cos - ends[i] * sin;
    if (u < u0) u0 = u;
    if (u > u1) u1 = u;
    if (v < v0) v0 = v;
    if (v > v1) v1 = v;
  }
  const [width, height] = [u1 - u0, v1 - v0];
  if (Math.max(width, height) > Math.min(width, height) * LONGEST) return false;
  const unit = Math.min(width, height);
  const [inner, outer] = [unit * GAP, unit * BAND];
  // Left, right, top, bottom: in each, the stretches of the side with ink at it, and with ink just within.
  const [at, next] = [new Uint8Array(4 * SIDE_BINS), new Uint8Array(4 * SIDE_BINS)];
  const mark = (side: number, deep: number, along: number): void => {
    const bin = side * SIDE_BINS + Math.min(SIDE_BINS - 1, Math.floor(along * SIDE_BINS));
    if (deep <= outer) at[bin] = 1;
    else if (deep > outer * 1.5) next[bin] = 1;
  };
  for (let i = 0; i < points.length; i += 2) {
    const u = points[i] * cos + points[i + 1] * sin;
    const v = points[i + 1] * cos - points[i] * sin;
    if (u - u0 <= inner) mark(0, u - u0, (v - v0) / height);
    if (u1 - u <= inner) mark(1, u1 - u, (v - v0) / height);
    if (v - v0 <= inner) mark(2, v - v0, (u - u0) / width);
    if (v1 - v <= inner) mark(3, v1 - v, (u - u0) / width);
  }
  const shares = sharesOf(at);
  const mean = meanOf(shares);
  return (
    Math.min(...shares) >= LEAST_SIDE && mean >= LEAST_SIDES && meanOf(sharesOf(next)) <= mean * MOST_NEXT
  );
}

/** Of each side, the share of its stretches that are marked. */
function sharesOf(bins: Uint8Array): number[] {
  return [0, 1, 2, 3].map((side) => {
    const own = bins.subarray(side * SIDE_BINS, (side + 1) * SIDE_BINS);
    return own.reduce((sum, one) => sum + one, 0) / SIDE_BINS;
  });
}

const meanOf = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + share, 0) / shares.length;

const LEAST_FILL = 0.5;

/** A chop cut so that its characters stay white. */
export function isSolid({ box: [x0, y0, x1, y1], area }: RedCluster): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.max(width, height) <= Math.min(width, height) * ROUNDEST && area >= width * height * LEAST_FILL;
}

const TANGLE = 2.6;
const ROWS = 40;
const MOST_BLANK = 1;

/** Seals on top of each other, or with a torn rim: as large as seals, and without the white rows that part lines of text. */
export function isTangle({ box: [x0, y0, x1, y1], points }: RedCluster): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.max(width, height) > Math.min(width, height) * TANGLE) return false;
  const counts = new Uint32Array(ROWS);
  for (let i = 1; i < points.length; i += 2)
    counts[Math.min(ROWS - 1, Math.floor(((points[i] - y0) / height) * ROWS))]++;
  const mean = points.length / 2 / ROWS;
  return counts.filter((count) => count < mean * 0.08).length <= MOST_BLANK;
}
