import type { Box } from "../model/place.ts";

/** Where a round seal lies: its middle, its radii across and down, and the box around, in pixels. */
export interface Round {
  cx: number;
  cy: number;
  a: number;
  b: number;
  box: Box;
}

/** What of a seal's own strokes lies at a pixel, told by its place in the row-major picture: none, their edge, or their middle. */
export type StrokeAt = (at: number) => number;
export const [EDGE, MIDDLE] = [1, 2];

/** How the ink of a seal and that of print differ. */
export interface SealInk {
  /** What becomes white, and of what level black print is. */
  level: number;
  printLevel: number;
  strokeAt: StrokeAt;
}

/** Print must be so much darker than the seal to be told from it. */
export const LEAST_GAP = 35;
/** Ink, however faint, is darker. */
const PAPER = 200;
const WHITE = 255;

/**
 * Within a seal, spreads what is darker than its strokes over all levels where these are; beside them what hangs
 * together with black print stays as it is, and all other ink is the seal's letters. `grey` is changed in place.
 */
export function liftGreySeal(grey: Uint8Array, widthPx: number, round: Round, ink: SealInk): void {
  const { level, printLevel, strokeAt } = ink;
  const inked = inkedWithin(grey, widthPx, round);
  const isPrint = printWithin(grey, widthPx, round, inked, ink);
  const spread = (own: number): number =>
    own <= printLevel ? own : printLevel + ((own - printLevel) * (WHITE - printLevel)) / (level - printLevel);
  for (const at of inked) {
    const part = strokeAt(at);
    if (part === MIDDLE || (part === EDGE && !isPrint[at]))
      grey[at] = Math.min(WHITE, Math.round(spread(grey[at])));
    else if (!isPrint[at] && (grey[at] < PAPER || besides(at, widthPx).every((next) => !isPrint[next])))
      grey[at] = WHITE;
  }
}

function isWithin({ cx, cy, a, b }: Round, x: number, y: number): boolean {
  return ((x + 0.5 - cx) / a) ** 2 + ((y + 0.5 - cy) / b) ** 2 <= 1;
}

/** All pixels of a seal that aren't white, the page's outermost left out. */
function inkedWithin(grey: Uint8Array, widthPx: number, round: Round): number[] {
  const [x0, y0, x1, y1] = round.box;
  const inked: number[] = [];
  for (let y = Math.max(1, y0); y < y1 - 1; y++) {
    for (let x = Math.max(1, x0); x < x1 - 1; x++)
      if (grey[y * widthPx + x] < WHITE && isWithin(round, x, y)) inked.push(y * widthPx + x);
  }
  return inked;
}

/** 1 where black print lies, with the hairlines that hang together with it: those at a stroke's edge are darker than it. */
function printWithin(
  grey: Uint8Array,
  widthPx: number,
  round: Round,
  inked: readonly number[],
  { level, strokeAt }: SealInk,
): Uint8Array {
  const isPrint = new Uint8Array(grey.length);
  const open = inked.filter((at) => grey[at] <= level - LEAST_GAP);
  for (const at of open) isPrint[at] = 1;
  // By what lies there of the strokes.
  const lightest = [PAPER, Math.min(PAPER, level), 0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isWithin(round, at % widthPx, Math.floor(at / widthPx))) continue;
    for (const next of besides(at, widthPx)) {
      if (isPrint[next] || grey[next] >= lightest[strokeAt(next)]) continue;
      isPrint[next] = 1;
      open.push(next);
    }
  }
  return isPrint;
}

const besides = (at: number, widthPx: number): number[] => [at - 1, at + 1, at - widthPx, at + widthPx];
