import { bitsFrom, findRuns, type InkRuns, inkBits, inkRuns } from "../ink-bits.ts";
import type { Direction, InkMask } from "./ink-mask.ts";

/**
 * Ink counted in short steps along a direction: `[unit * positions + position]`.
 * `raw` counts ink as it is; `closed` counts ink of two neighbouring lines together with small gaps filled.
 */
export interface UnitCounts {
  units: number;
  positions: number;
  raw: Uint8Array;
  closed: Uint8Array;
}

/** Counts a mask's ink in units of `unitPx` (at most 255) in both directions, in one pass. */
export function countUnits(ink: InkMask, unitPx: number, gapPx: number): Record<Direction, UnitCounts> {
  const { widthPx, heightPx } = ink;
  const row = emptyCounts(Math.ceil(widthPx / unitPx), heightPx);
  const column = emptyCounts(Math.ceil(heightPx / unitPx), widthPx);
  const bits = inkBits(ink);
  // A pixel of ink, or the one above it.
  const size = widthPx * heightPx;
  const either = bits.slice();
  for (let word = 0; word * 32 + widthPx < size; word++) either[word] |= bitsFrom(bits, word * 32 + widthPx);
  const runs = inkRuns(ink);
  for (let at = 0; at < runs.length; at += 3)
    addRun(row.raw, runs[at + 2], runs[at], runs[at + 1], unitPx, heightPx);
  addClosed(row.closed, findRuns(either, widthPx, size), unitPx, gapPx, heightPx);
  countColumns(runs, column, [widthPx, heightPx], unitPx, gapPx);
  return { row, column };
}

/** Adds stretches of ink to the units they run through, those with a small gap between them as one. */
function addClosed(counts: Uint8Array, runs: InkRuns, unitPx: number, gapPx: number, heightPx: number): void {
  let [openY, openFrom, openTo] = [-1, 0, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const [from, y] = [runs[at], runs[at + 2]];
    if (y !== openY || from - openTo > gapPx) {
      addRun(counts, openY, openFrom, openTo, unitPx, heightPx);
      openY = y;
      openFrom = from;
    }
    openTo = runs[at + 1];
  }
  addRun(counts, openY, openFrom, openTo, unitPx, heightPx);
}

/** Adds a stretch of ink to the units it runs through. */
function addRun(
  counts: Uint8Array,
  y: number,
  from: number,
  to: number,
  unitPx: number,
  heightPx: number,
): void {
  for (let at = from; at < to; ) {
    const unit = Math.floor(at / unitPx);
    const end = Math.min(to, (unit + 1) * unitPx);
    counts[unit * heightPx + y] += end - at;
    at = end;
  }
}

function countColumns(
  runs: InkRuns,
  { raw, closed }: UnitCounts,
  [widthPx, heightPx]: [number, number],
  unitPx: number,
  gapPx: number,
): void {
  const lastInkY = new Int32Array(widthPx).fill(-heightPx - gapPx - 2);
  for (let run = 0; run < runs.length; run += 3) {
    const [from, to, y] = [runs[run], runs[run + 1], runs[run + 2]];
    const base = Math.floor(y / unitPx) * widthPx;
    for (let x = from; x < to; x++) raw[base + x]++;
    // The pixel left of ink counts too, as a neighbouring line of a column rule.
    for (let x = Math.max(0, from - 1); x < to; x++) {
      const gap = y - lastInkY[x];
      lastInkY[x] = y;
      closed[base + x]++;
      if (gap > 1 && gap <= gapPx + 1) fillGap(closed, x, y - gap + 1, y, widthPx, unitPx);
    }
  }
}

function emptyCounts(units: number, positions: number): UnitCounts {
  const size = units * positions;
  return { units, positions, raw: new Uint8Array(size), closed: new Uint8Array(size) };
}

function fillGap(
  closed: Uint8Array,
  x: number,
  fromY: number,
  toY: number,
  widthPx: number,
  unitPx: number,
): void {
  for (let y = fromY; y < toY; y++) closed[Math.floor(y / unitPx) * widthPx + x]++;
}
