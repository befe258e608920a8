/** Levels of a picture's part, row-major. */
export interface Levels {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

/** The lightest level within a square of this reach around every place. */
export const dilated = (levels: Levels, reachPx: number): Levels => filtered(levels, reachPx, Math.max, 0);

/** The darkest level within a square of this reach around every place. */
export const eroded = (levels: Levels, reachPx: number): Levels => filtered(levels, reachPx, Math.min, 255);

/** Without what is dark and thinner than twice the reach: strokes and rules. */
export const closed = (levels: Levels, reachPx: number): Levels => eroded(dilated(levels, reachPx), reachPx);

/** Without what is light and thinner than twice the reach. */
export const opened = (levels: Levels, reachPx: number): Levels => dilated(eroded(levels, reachPx), reachPx);

/** Every level the mean of itself and those right around it. */
export function smoothed({ widthPx, heightPx, data }: Levels): Levels {
  const result = data.slice();
  for (let y = 1; y < heightPx - 1; y++) {
    for (let at = y * widthPx + 1; at < (y + 1) * widthPx - 1; at++) {
      let sum = 0;
      for (let row = at - widthPx; row <= at + widthPx; row += widthPx)
        sum += data[row - 1] + data[row] + data[row + 1];
      result[at] = Math.round(sum / 9);
    }
  }
  return { widthPx, heightPx, data: result };
}

type Pick = (a: number, b: number) => number;

function filtered({ widthPx, heightPx, data }: Levels, reachPx: number, pick: Pick, least: number): Levels {
  const result = data.slice();
  for (let y = 0; y < heightPx; y++) filterLine(result, y * widthPx, 1, widthPx, reachPx, pick, least);
  for (let x = 0; x < widthPx; x++) filterLine(result, x, widthPx, heightPx, reachPx, pick, least);
  return { widthPx, heightPx, data: result };
}

/** One line after van Herk 1992 and Gil & Werman 1993: running extremes from both ends of blocks as long as the window. */
function filterLine(
  data: Uint8Array,
  start: number,
  stride: number,
  length: number,
  reachPx: number,
  pick: Pick,
  least: number,
): void {
  const window = 2 * reachPx + 1;
  const padded = Math.ceil((length + 2 * reachPx) / window) * window;
  const line = new Uint8Array(padded).fill(least);
  for (let at = 0; at < length; at++) line[at + reachPx] = data[start + at * stride];
  const forwards = line.slice();
  const backwards = line.slice();
  for (let at = 1; at < padded; at++)
    if (at % window !== 0) forwards[at] = pick(forwards[at - 1], forwards[at]);
  for (let at = padded - 2; at >= 0; at--)
    if ((at + 1) % window !== 0) backwards[at] = pick(backwards[at + 1], backwards[at]);
  for (let at = 0; at < length; at++)
    data[start + at * stride] = pick(backwards[at], forwards[at + window - 1]);
}
