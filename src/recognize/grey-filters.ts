/** Levels of a picture's part, row-major. */
export interface Levels {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

/** The lightest level within a square of this reach around every place. */
export function dilated({ widthPx, heightPx, data }: Levels, reachPx: number): Levels {
  const result = data.slice();
  const window = 2 * reachPx + 1;
  const along = openRuns(widthPx, window);
  for (let y = 0; y < heightPx; y++) lightenLine(result, y * widthPx, 1, widthPx, along);
  const down = openRuns(heightPx, window);
  for (let x = 0; x < widthPx; x++) lightenLine(result, x, widthPx, heightPx, down);
  return { widthPx, heightPx, data: result };
}

/** The darkest level within a square of this reach around every place. */
export const eroded = (levels: Levels, reachPx: number): Levels =>
  inverted(dilated(inverted(levels), reachPx));

const inverted = ({ data, ...size }: Levels): Levels => ({ ...size, data: data.map((level) => 255 - level) });

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

/** Room for the running extremes of a line. */
interface Runs {
  window: number;
  line: Uint8Array;
  forwards: Uint8Array;
  backwards: Uint8Array;
}

function openRuns(length: number, window: number): Runs {
  const padded = Math.ceil((length + window - 1) / window) * window;
  const [line, forwards, backwards] = [0, 1, 2].map(() => new Uint8Array(padded));
  return { window, line, forwards, backwards };
}

/** One line after van Herk 1992 and Gil & Werman 1993: running extremes from both ends of blocks as long as the window. */
function lightenLine(data: Uint8Array, start: number, stride: number, length: number, runs: Runs): void {
  const { window, line, forwards, backwards } = runs;
  const reachPx = window >> 1;
  for (let at = 0; at < length; at++) line[at + reachPx] = data[start + at * stride];
  for (let from = 0; from < line.length; from += window) {
    let lightest = 0;
    for (let at = from; at < from + window; at++) {
      if (line[at] > lightest) lightest = line[at];
      forwards[at] = lightest;
    }
    lightest = 0;
    for (let at = from + window - 1; at >= from; at--) {
      if (line[at] > lightest) lightest = line[at];
      backwards[at] = lightest;
    }
  }
  for (let at = 0; at < length; at++)
    data[start + at * stride] = Math.max(backwards[at], forwards[at + window - 1]);
}
