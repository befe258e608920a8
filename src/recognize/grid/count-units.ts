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
  const { widthPx, heightPx, data } = ink;
  const row = emptyCounts(Math.ceil(widthPx / unitPx), heightPx);
  const column = emptyCounts(Math.ceil(heightPx / unitPx), widthPx);
  const unitOfX = Int32Array.from({ length: widthPx }, (_, x) => Math.floor(x / unitPx));
  const lastInkY = new Int32Array(widthPx).fill(-heightPx - gapPx - 2);
  const blank = new Uint8Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const line = data.subarray(y * widthPx, (y + 1) * widthPx);
    const below = y + 1 < heightPx ? data.subarray((y + 1) * widthPx, (y + 2) * widthPx) : blank;
    const unitOfY = Math.floor(y / unitPx);
    const columnBase = unitOfY * widthPx;
    let lastInkX = -gapPx - 2;
    let nextHere = -1;
    let nextBelow = -1;
    for (let x = 0; x < widthPx; x++) {
      // White paper is skipped; the pixel left of ink counts too, as a neighbouring line of a column rule.
      if (nextHere < x) nextHere = indexOrEnd(line, x);
      if (nextBelow < x) nextBelow = indexOrEnd(below, x);
      x = Math.max(x, Math.min(nextHere - 1, nextBelow));
      if (x >= widthPx) break;
      const here = line[x];
      const either = here | below[x];
      if (either !== 0) {
        const start = x - lastInkX <= gapPx + 1 ? lastInkX + 1 : x;
        for (let fill = start; fill <= x; fill++) row.closed[unitOfX[fill] * heightPx + y]++;
        lastInkX = x;
      }
      if (here === 0 && (x + 1 >= widthPx || line[x + 1] === 0)) continue;
      const gap = y - lastInkY[x];
      lastInkY[x] = y;
      column.closed[columnBase + x]++;
      if (gap > 1 && gap <= gapPx + 1) fillGap(column.closed, x, y - gap + 1, y, widthPx, unitPx);
      if (here === 0) continue;
      column.raw[columnBase + x]++;
      row.raw[unitOfX[x] * heightPx + y]++;
    }
  }
  return { row, column };
}

function emptyCounts(units: number, positions: number): UnitCounts {
  const size = units * positions;
  return { units, positions, raw: new Uint8Array(size), closed: new Uint8Array(size) };
}

function indexOrEnd(line: Uint8Array, from: number): number {
  const index = line.indexOf(1, from);
  return index < 0 ? line.length + 1 : index;
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
