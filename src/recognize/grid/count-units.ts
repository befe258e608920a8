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
    const columnBase = Math.floor(y / unitPx) * widthPx;
    let lastInkX = -gapPx - 2;
    for (let x = nextInk(line, below, 0); x < widthPx; x = nextInk(line, below, x + 1)) {
      const here = line[x];
      if (here === 1 || below[x] === 1) {
        const start = x - lastInkX <= gapPx + 1 ? lastInkX + 1 : x;
        for (let fill = start; fill <= x; fill++) row.closed[unitOfX[fill] * heightPx + y]++;
        lastInkX = x;
      }
      // The pixel left of ink counts too, as a neighbouring line of a column rule.
      if (here === 0 && line[x + 1] !== 1) continue;
      const gap = y - lastInkY[x];
      lastInkY[x] = y;
      column.closed[columnBase + x]++;
      if (gap > 1 && gap <= gapPx + 1) fillGap(column.closed, x, y - gap + 1, y, widthPx, unitPx);
      column.raw[columnBase + x] += here;
      row.raw[unitOfX[x] * heightPx + y] += here;
    }
  }
  return { row, column };
}

/** The next place with ink in it, beside it or below it; white paper is skipped. */
function nextInk(line: Uint8Array, below: Uint8Array, from: number): number {
  if (line[from] === 1 || below[from] === 1 || line[from + 1] === 1) return from;
  const [here, under] = [line.indexOf(1, from), below.indexOf(1, from)];
  return Math.min(here < 0 ? line.length : Math.max(from, here - 1), under < 0 ? line.length : under);
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
