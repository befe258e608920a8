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
    for (let x = 0; x < widthPx; x++) {
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
