import type { GreyPicture } from "./clean-picture.ts";
import type { Bend } from "./find-bend.ts";
import { openTurning, type Turning } from "./turn-stretch.ts";

const WHITE = 255;

/** A picture turned counter-clockwise about its middle and without its bend, of the same size; new corners are white. */
export function resampled(picture: GreyPicture, skewDeg: number, bend: Bend): GreyPicture {
  const { widthPx, heightPx } = picture;
  const lean: Lean = {
    sin: Math.sin((skewDeg * Math.PI) / 180),
    cos: Math.cos((skewDeg * Math.PI) / 180),
  };
  const data = bend === null ? turned(picture, lean) : unbent(picture, lean, bend);
  return { widthPx, heightPx, data };
}

interface Lean {
  sin: number;
  cos: number;
}

/** From where in the picture a row's first pixel comes. */
function startOf({ widthPx, heightPx }: GreyPicture, { sin, cos }: Lean, y: number): [x: number, y: number] {
  const [cx, cy] = [widthPx / 2, heightPx / 2];
  return [
    cx + (0.5 - cx) * cos - (y + 0.5 - cy) * sin - 0.5,
    cy + (0.5 - cx) * sin + (y + 0.5 - cy) * cos - 0.5,
  ];
}

function turned(picture: GreyPicture, lean: Lean): Uint8Array {
  const turning = openTurning(picture.data, picture.widthPx, WHITE);
  for (let y = 0; y < picture.heightPx; y++) turnRow(picture, turning, lean, y);
  return turning.finish();
}

/** A row of a turned picture; its pixels come from one row for long, each from one pixel on from the last. */
function turnRow(picture: GreyPicture, turning: Turning, lean: Lean, y: number): void {
  const { widthPx: w, heightPx: h } = picture;
  const { sin, cos } = lean;
  const [startX, startY] = startOf(picture, lean, y);
  for (let from = 0; from < w; ) {
    const x0 = Math.floor(startX + from * cos);
    const y0 = Math.floor(startY + from * sin);
    const fx = startX + from * cos - x0;
    const fy = startY + from * sin - y0;
    const untilColumn = cos < 1 ? fx / (1 - cos) : w;
    const untilRow = sin === 0 ? w : sin > 0 ? (1 - fy) / sin : fy / -sin;
    const count = Math.max(1, Math.min(w - from, Math.floor(Math.min(untilColumn, untilRow))));
    const first = Math.max(0, -x0);
    const last = Math.min(count, w - 1 - x0);
    if (y0 >= 0 && y0 < h - 1 && first < last) {
      turning.turn({
        at: y0 * w + x0 + first,
        to: y * w + from + first,
        count: last - first,
        shareX: fx + first * (cos - 1),
        shareY: fy + first * sin,
        stepX: cos - 1,
        stepY: sin,
      });
    }
    from += count;
  }
}

function unbent(picture: GreyPicture, lean: Lean, bend: Float32Array): Uint8Array {
  const { widthPx: w, heightPx: h } = picture;
  const result = new Uint8Array(w * h).fill(WHITE);
  for (let y = 0; y < h; y++)
    unbendRow(picture, result.subarray(y * w, (y + 1) * w), startOf(picture, lean, y), lean, bend);
  return result;
}

function unbendRow(
  { widthPx: w, heightPx: h, data }: GreyPicture,
  row: Uint8Array,
  [startX, startY]: [number, number],
  { sin, cos }: Lean,
  bend: Float32Array,
): void {
  for (let x = 0; x < w; x++) {
    const sx = startX + x * cos - bend[x] * sin;
    const sy = startY + x * sin + bend[x] * cos;
    if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) continue;
    const x0 = sx | 0;
    const y0 = sy | 0;
    const at = y0 * w + x0;
    const above = data[at] + (data[at + 1] - data[at]) * (sx - x0);
    const below = data[at + w] + (data[at + w + 1] - data[at + w]) * (sx - x0);
    row[x] = (above + (below - above) * (sy - y0) + 0.5) | 0;
  }
}
