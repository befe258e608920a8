import type { Box } from "../model/place.ts";
import type { RedPage } from "./red-clusters.ts";

/** Cells in the page's shorter side, about a millimetre each. */
const CELLS = 210;
/** Radii of round seals, in cells. */
const LEAST_RADIUS = 12;
const MOST_RADIUS = 26;
const MOST_RINGS = 6;
const ANGLES = 96;
/** The share of a rim that must be there, and how much less may lie just outside of it. */
const LEAST_RIM = 0.8;
const LEAST_CONTRAST = 0.35;
const OUTSIDE = 2.5;
const BAND = 0.7;
const SHIFTS = [-1, -0.5, 0, 0.5, 1];

/**
 * Round rims that other red lines cross: the middles and radii that most red cells speak for, each looked at closely.
 * None is looked for where a greater share of the page's cells than `mostRed` is red.
 */
export function findRings(page: RedPage, mostRed: number): Box[] {
  const cellPx = Math.min(page.widthPx, page.heightPx) / CELLS;
  const left: RedPage = { ...page, red: Uint8Array.from(page.red) };
  const rings: Box[] = [];
  while (rings.length < MOST_RINGS) {
    const ring = bestRing(left, cellPx, mostRed);
    if (!ring) return rings;
    const [x, y, radius] = ring.map((at) => at * cellPx);
    const reach = radius + cellPx;
    const box: Box = [
      Math.max(0, Math.round(x - reach)),
      Math.max(0, Math.round(y - reach)),
      Math.min(page.widthPx, Math.round(x + reach)),
      Math.min(page.heightPx, Math.round(y + reach)),
    ];
    rings.push(box);
    eraseRim(left, x, y, radius, cellPx * 1.5);
  }
  return rings;
}

type Ring = [x: number, y: number, radius: number];

const COSINES = Array.from({ length: ANGLES }, (_, i) => Math.cos((i * 2 * Math.PI) / ANGLES));
const SINES = Array.from({ length: ANGLES }, (_, i) => Math.sin((i * 2 * Math.PI) / ANGLES));

/** Of the likeliest middle for each radius, the one whose rim stands out most from what lies around it. */
function bestRing(page: RedPage, cellPx: number, mostRed: number): Ring | null {
  const columns = Math.ceil(page.widthPx / cellPx);
  const rows = Math.ceil(page.heightPx / cellPx);
  const cells = redCells(page, cellPx, columns);
  // On a red sheet a red seal can't be told.
  if (cells.size > columns * rows * mostRed) return null;
  let best: Fitted | null = null;
  for (let radius = LEAST_RADIUS; radius <= MOST_RADIUS; radius++) {
    const votes = new Uint16Array(columns * rows);
    for (const cell of cells) {
      const [x, y] = [(cell % columns) + 0.5, Math.floor(cell / columns) + 0.5];
      for (let i = 0; i < ANGLES; i++) {
        const [cx, cy] = [Math.floor(x + radius * COSINES[i]), Math.floor(y + radius * SINES[i])];
        if (cx >= 0 && cy >= 0 && cx < columns && cy < rows) votes[cy * columns + cx]++;
      }
    }
    const most = votes.reduce((top, count, at) => (count > votes[top] ? at : top), 0);
    const fitted = closelyFitted(
      page,
      [(most % columns) + 0.5, Math.floor(most / columns) + 0.5, radius],
      cellPx,
    );
    if (fitted && (!best || fitted.contrast > best.contrast)) best = fitted;
  }
  return best?.ring ?? null;
}

interface Fitted {
  ring: Ring;
  contrast: number;
}

function redCells({ red, widthPx }: RedPage, cellPx: number, columns: number): Set<number> {
  const cells = new Set<number>();
  for (let at = red.indexOf(1); at >= 0; at = red.indexOf(1, at + 1)) {
    const y = Math.floor(at / widthPx);
    cells.add(Math.floor(y / cellPx) * columns + Math.floor((at - y * widthPx) / cellPx));
  }
  return cells;
}

/** The ring shifted a little to where its rim is most complete; null where there is no rim, or no white around it. */
function closelyFitted(page: RedPage, [x, y, radius]: Ring, cellPx: number): Fitted | null {
  let best: { ring: Ring; share: number } | null = null;
  for (const dx of SHIFTS) {
    for (const dy of SHIFTS) {
      for (const dr of SHIFTS) {
        const ring: Ring = [x + dx, y + dy, radius + dr];
        const share = rimShare(page, ring, cellPx);
        if (!best || share > best.share) best = { ring, share };
      }
    }
  }
  if (!best || best.share < LEAST_RIM) return null;
  const [bx, by, br] = best.ring;
  const contrast = best.share - rimShare(page, [bx, by, br + OUTSIDE], cellPx);
  return contrast >= LEAST_CONTRAST ? { ring: best.ring, contrast } : null;
}

/** The share of a circle's directions in which red lies near it. */
function rimShare({ red, widthPx, heightPx }: RedPage, [x, y, radius]: Ring, cellPx: number): number {
  let hits = 0;
  for (let i = 0; i < ANGLES; i++) {
    for (let off = -BAND; off <= BAND; off += 1 / cellPx) {
      const px = Math.round((x + (radius + off) * COSINES[i]) * cellPx);
      const py = Math.round((y + (radius + off) * SINES[i]) * cellPx);
      if (px < 0 || py < 0 || px >= widthPx || py >= heightPx || red[py * widthPx + px] !== 1) continue;
      hits++;
      break;
    }
  }
  return hits / ANGLES;
}

function eraseRim(
  { red, widthPx, heightPx }: RedPage,
  x: number,
  y: number,
  radius: number,
  slackPx: number,
): void {
  const reach = Math.ceil(radius + slackPx);
  for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(heightPx, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(widthPx, x + reach); px++) {
      if (Math.abs(Math.hypot(px - x, py - y) - radius) <= slackPx) red[py * widthPx + px] = 0;
    }
  }
}
