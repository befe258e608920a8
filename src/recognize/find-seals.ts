import type { Box } from "../model/place.ts";
import { findRings } from "./find-rings.ts";
import { clustersOf, type RedCluster, type RedPage } from "./red-clusters.ts";
import { isFrame, isRing, isSolid, isTangle, withCutArcs } from "./seal-shapes.ts";

/** A seal: where it lies, and what of its box is its own. */
export interface Seal {
  box: Box;
  shape: "round" | "square";
  /** Whether its shape shows only where pale ink is counted in. */
  isPale: boolean;
}

/** What a pixel may be of: clear ink of seals, or ink so pale that stains and fringes of print have it as well. */
export const [CLEAR, PALE] = [1, 2];

/** Tiles in a page's width: fine ones keep a seal apart from what is printed near it, coarse ones bridge a worn rim. */
const FINE_TILES = 210;
const COARSE_TILES = 45;

/**
 * Seals among a page's marks (0, CLEAR or PALE), told by their shape: a rim, a frame, a solid chop; red print is none.
 * Of what is pale only a round rim is a seal's for sure.
 */
export function findSeals(marks: Uint8Array, widthPx: number, heightPx: number): Seal[] {
  const page: RedPage = { red: marks.slice(), widthPx, heightPx };
  const seals = findClear(page, MOST_RED);
  // Before worn ones: where pale ink completes a rim, what is clear of it looks like a tangle.
  for (const seal of findPaleRounds(page)) {
    seals.push(seal);
    erase(page, seal.box);
  }
  seals.push(...takeSeals(page, COARSE_TILES));
  return seals.filter(
    ({ box }, at) => !seals.some((other, i) => i !== at && isWithin(box, other.box, i < at)),
  );
}

/** Shares of a page's cells that may be marked for round seals to be looked for: more is a tinted sheet, or no seal's. */
const [MOST_RED, MOST_PALE] = [0.3, 0.1];

/** Seals that stand clear of all else, then rims that other lines cross; all are taken off the page. */
function findClear(page: RedPage, mostMarked: number): Seal[] {
  const seals = takeSeals(page, FINE_TILES);
  if (!hasLarge(page)) return seals;
  for (const box of findRings(page, mostMarked)) {
    seals.push({ box, shape: "round", isPale: false });
    erase(page, box);
  }
  return seals;
}

function findPaleRounds(page: RedPage): Seal[] {
  if (!page.red.includes(PALE)) return [];
  const red = page.red.slice();
  for (let at = red.indexOf(PALE); at >= 0; at = red.indexOf(PALE, at + 1)) red[at] = CLEAR;
  const all: RedPage = { ...page, red };
  return [...findClear(all, MOST_PALE), ...takeSeals(all, COARSE_TILES)]
    .filter(({ shape }) => shape === "round")
    .map((seal) => ({ ...seal, isPale: true }));
}

/** The clusters that have a seal's shape, taken off the page. */
function takeSeals(page: RedPage, tiles: number): Seal[] {
  const clusters = clustersOf(page, Math.max(4, Math.round(page.widthPx / tiles)));
  return clusters.flatMap((cluster): Seal[] => {
    const shape = shapeOf(cluster, clusters, page.widthPx, page.heightPx, tiles === FINE_TILES);
    if (!shape) return [];
    const { box } = shape === "round" ? withCutArcs(cluster, clusters) : cluster;
    erase(page, box);
    return [{ box, shape, isPale: false }];
  });
}

function erase({ red, widthPx }: RedPage, [x0, y0, x1, y1]: Box): void {
  for (let y = y0; y < y1; y++) red.fill(0, y * widthPx + x0, y * widthPx + x1);
}

/** Whether red lies so wide and high together that a seal may be part of it. */
function hasLarge(page: RedPage): boolean {
  const least = Math.min(page.widthPx, page.heightPx) * LEAST_TANGLE;
  return clustersOf(page, Math.max(4, Math.round(page.widthPx / FINE_TILES))).some(
    ({ box }) => box[2] - box[0] >= least && box[3] - box[1] >= least,
  );
}

/** Of the page's shorter side. */
const LEAST_SIZE = 0.045;
const LEAST_STRIP = 0.03;
const MOST_SIZE = 0.4;
const LEAST_TANGLE = 0.1;
const LEAST_CUT = 0.08;
const EDGE = 0.012;

function shapeOf(
  cluster: RedCluster,
  all: readonly RedCluster[],
  widthPx: number,
  heightPx: number,
  isFine: boolean,
): Seal["shape"] | null {
  const page = Math.min(widthPx, heightPx);
  const [width, height] = [cluster.box[2] - cluster.box[0], cluster.box[3] - cluster.box[1]];
  const [least, most] = [Math.min(width, height), Math.max(width, height)];
  if (most > page * MOST_SIZE || most < page * LEAST_SIZE) return null;
  if (least >= page * LEAST_SIZE && isRing(cluster)) return "round";
  // The characters of a large heading have frames too, but never stand alone.
  if (standsInRow(cluster, all)) return null;
  if (least >= page * LEAST_STRIP && isFrame(cluster)) return "square";
  if (least >= page * LEAST_SIZE && isSolid(cluster)) return "square";
  if (isFine) return null;
  if (least >= page * LEAST_TANGLE && isTangle(cluster)) return "square";
  const near = page * EDGE;
  const isCut =
    cluster.box[0] <= near ||
    cluster.box[1] <= near ||
    cluster.box[2] >= widthPx - near ||
    cluster.box[3] >= heightPx - near;
  return isCut && most >= page * LEAST_CUT ? "square" : null;
}

const FELLOWS = 2;

/** Whether others of its height stand beside it, as characters do. */
function standsInRow({ box }: RedCluster, all: readonly RedCluster[]): boolean {
  const height = box[3] - box[1];
  const fellows = all.filter(({ box: other }) => {
    if (other === box) return false;
    const ratio = (other[3] - other[1]) / height;
    const apart = Math.abs(other[1] + other[3] - box[1] - box[3]) / 2;
    return ratio > 0.65 && ratio < 1.5 && apart < height * 0.35 && (other[0] >= box[2] || other[2] <= box[0]);
  });
  return fellows.length >= FELLOWS;
}

function isWithin(inner: Box, outer: Box, orEqual: boolean): boolean {
  const isIn = inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
  return isIn && (orEqual || inner.some((edge, i) => edge !== outer[i]));
}
