import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";

type Run = [x0: number, x1: number];

const INK_LEVEL = 150;
const MOST_PIECES = 4;
const MOST_TOUCHING = 5;

/**
 * Gives every character of a line the ink it was read from; readers only tell roughly where that lies.
 * The line's blank columns cut its ink into pieces; the cheapest way to deal these out to the characters,
 * by the width each kind of character has, is found by dynamic programming.
 */
export function placeChars(line: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  const runs = findRuns(line, grey);
  const solid = [...line.text].flatMap((char, i) => (char.trim() === "" ? [] : [i]));
  if (runs.length === 0 || solid.length === 0) return line;
  const widths = solid.map((i) => usualWidth(line.text[i]) * textHeightPx);
  const dealt = dealOut(widths, runs, textHeightPx);
  if (!dealt) return line;
  const { placed } = dealt;
  const edgesPx = new Array<number>(line.text.length + 1);
  edgesPx[line.text.length] = line.box[2];
  let next = solid.length - 1;
  for (let i = line.text.length - 1; i >= 0; i--) {
    edgesPx[i] = solid[next] === i ? placed[next--][0] : edgesPx[i + 1];
  }
  return { ...line, edgesPx };
}

/** How badly a text fits the ink of a box: 0 is a perfect fit, 0.5 a character too many. */
export function misfitOf(text: string, box: Box, grey: GreyPicture, textHeightPx: number): number {
  const widths = [...text].map((char) => usualWidth(char) * textHeightPx);
  const dealt = dealOut(widths, findRuns({ box }, grey), textHeightPx);
  if (!dealt) return Number.POSITIVE_INFINITY;
  const heights = dealt.placed.map(([x0, x1]) => inkHeight(grey, [x0, box[1], x1, box[3]]));
  const tallest = Math.max(...heights);
  const wrong = heights.filter((height, i) => isWrongHeight(text[i], height / tallest));
  const marks = text.match(/[.,，]/g)?.length ?? 0;
  const unread = Math.max(0, countPoints(box, grey, tallest) - marks);
  return dealt.cost + (wrong.length + unread) * WRONG_HEIGHT;
}

const POINT_SHARE = 0.35;

/** Pieces of ink that lie low and are small each way: points and commas, which no digit leaves. */
function countPoints(box: Box, grey: GreyPicture, tallPx: number): number {
  const [, y0, , y1] = box;
  const foot = y0 + blankRowsAbove(grey, box) + tallPx * (1 - POINT_SHARE);
  return findRuns({ box }, grey).filter(([x0, x1]) => {
    const own: Box = [x0, y0, x1, y1];
    const height = inkHeight(grey, own);
    const isSmall = x1 - x0 <= tallPx * POINT_SHARE && height <= tallPx * POINT_SHARE;
    return isSmall && height >= 2 && y0 + blankRowsAbove(grey, own) >= foot - 1;
  }).length;
}

function blankRowsAbove(grey: GreyPicture, box: Box): number {
  let y = box[1];
  while (y < box[3] && !rowHasInk(grey, box, y)) y++;
  return y - box[1];
}

/** How badly a whole line's text fits its ink, by width alone. */
export function lineMisfit(text: string, box: Box, grey: GreyPicture, textHeightPx: number): number {
  const widths = [...text]
    .filter((char) => char.trim() !== "")
    .map((char) => usualWidth(char) * textHeightPx);
  return dealOut(widths, findRuns({ box }, grey), textHeightPx)?.cost ?? Number.POSITIVE_INFINITY;
}

const WRONG_HEIGHT = 0.5;

/** A digit is as tall as its neighbours; the upper ring of a per cent sign is not, and a point is far lower. */
function isWrongHeight(char: string, share: number): boolean {
  if (/\d/.test(char)) return share < 0.78;
  return /[.,，]/.test(char) && share > 0.6;
}

/**
 * Whether the ink at a box's right end is a per cent sign: a ring in the upper half, a ring in the lower half
 * to the right of it, and a slanting stroke between, about as wide as a Chinese character.
 */
export function isPercentShape(box: Box, grey: GreyPicture, textHeightPx: number): boolean {
  const tall = inkHeight(grey, box);
  const ink = (x: number): { top: number; bottom: number } | null => {
    let [top, bottom] = [-1, -1];
    for (let y = box[1]; y < box[3]; y++) {
      if (grey.data[y * grey.widthPx + x] >= INK_LEVEL) continue;
      if (top < 0) top = y;
      bottom = y + 1;
    }
    return top < 0 ? null : { top, bottom };
  };
  let right = box[2] - 1;
  while (right > box[0] && !ink(right)) right--;
  const left = Math.max(box[0], Math.round(right - textHeightPx * 0.85));
  let ceiling = box[1];
  while (ceiling < box[3] && !rowHasInk(grey, box, ceiling)) ceiling++;
  const share = (x: number, part: "top" | "bottom"): number | null => {
    const column = ink(x);
    return column ? (column[part] - ceiling) / Math.max(1, tall) : null;
  };
  const lowRing = [0.02, 0.05, 0.08].map((at) => share(Math.round(right - at * textHeightPx), "top"));
  if (!lowRing.every((top) => top === null || top > 0.3) || lowRing.every((top) => top === null))
    return false;
  // Somewhere before it: columns whose ink stays in the upper part, the upper ring.
  let upper = 0;
  for (let x = left; x < right - textHeightPx * 0.3; x++) {
    const bottom = share(x, "bottom");
    if (bottom !== null && bottom < 0.72) upper++;
  }
  return upper >= textHeightPx * 0.12;
}

function rowHasInk(grey: GreyPicture, [x0, , x1]: Box, y: number): boolean {
  for (let x = x0; x < x1; x++) if (grey.data[y * grey.widthPx + x] < INK_LEVEL) return true;
  return false;
}

function inkHeight(grey: GreyPicture, [x0, y0, x1, y1]: Box): number {
  const hasInk = (y: number): boolean => {
    for (let x = x0; x < x1; x++) if (grey.data[y * grey.widthPx + x] < INK_LEVEL) return true;
    return false;
  };
  let [top, bottom] = [y0, y1];
  while (top < bottom && !hasInk(top)) top++;
  while (bottom > top && !hasInk(bottom - 1)) bottom--;
  return bottom - top;
}

function findRuns({ box: [x0, y0, x1, y1] }: { box: Box }, grey: GreyPicture): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let x = x0; x <= x1; x++) {
    let hasInk = false;
    for (let y = y0; x < x1 && y < y1 && !hasInk; y++) hasInk = grey.data[y * grey.widthPx + x] < INK_LEVEL;
    if (hasInk && start < 0) start = x;
    if (!hasInk && start >= 0) {
      runs.push([start, x]);
      start = -1;
    }
  }
  return runs;
}

/** Share of the text height that a character's ink is wide. */
function usualWidth(char: string): number {
  if (/[一二三十\u4e00-\u9fff]/.test(char)) return 0.92;
  if (/[1Il|!ijft]/.test(char)) return 0.3;
  if (/[.,:;，。、；：'’‘]/.test(char)) return 0.18;
  if (/[()（）[\]〔〕]/.test(char)) return 0.3;
  if (/[%％@WMw]/.test(char)) return 0.78;
  if (/[A-Z]/.test(char)) return 0.6;
  if (/[《》〈〉“”"—]/.test(char)) return 0.45;
  return 0.46;
}

/** Characters to runs, in order: one character may have several runs, several may share one that they touch in. */
function dealOut(
  widths: readonly number[],
  runs: readonly Run[],
  textHeightPx: number,
): { placed: Run[]; cost: number } | null {
  const [n, m] = [widths.length, runs.length];
  const costs = new Float64Array((n + 1) * (m + 1)).fill(Number.POSITIVE_INFINITY);
  const steps = new Uint8Array(costs.length);
  costs[0] = 0;
  const reach = (from: number, i: number, j: number, cost: number, step: number): void => {
    const to = i * (m + 1) + j;
    if (costs[from] + cost < costs[to]) {
      costs[to] = costs[from] + cost;
      steps[to] = step;
    }
  };
  const misfit = (width: number, wanted: number): number => ((width - wanted) / textHeightPx) ** 2;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * (m + 1) + j;
      if (costs[at] === Number.POSITIVE_INFINITY) continue;
      for (let pieces = 1; i < n && pieces <= MOST_PIECES && j + pieces <= m; pieces++) {
        const width = runs[j + pieces - 1][1] - runs[j][0];
        reach(
          at,
          i + 1,
          j + pieces,
          misfit(width, widths[i]) + innerGaps(runs, j, pieces, textHeightPx),
          pieces,
        );
      }
      let shared = widths[i] ?? 0;
      for (let touching = 2; touching <= MOST_TOUCHING && i + touching <= n && j < m; touching++) {
        shared += widths[i + touching - 1];
        const width = runs[j][1] - runs[j][0];
        reach(at, i + touching, j + 1, misfit(width, shared) + 0.02 * touching, 16 + touching);
      }
      // A speck no reader took for a character, or a character no ink was left for.
      if (j < m) reach(at, i, j + 1, 0.15 + misfit(runs[j][1] - runs[j][0], 0), 32);
      if (i < n) reach(at, i + 1, j, 0.5, 33);
    }
  }
  const cost = costs[n * (m + 1) + m];
  if (cost === Number.POSITIVE_INFINITY || m === 0) return null;
  return { placed: trace(widths, runs, steps), cost };
}

function innerGaps(runs: readonly Run[], first: number, pieces: number, textHeightPx: number): number {
  let cost = 0;
  for (let k = first + 1; k < first + pieces; k++)
    cost += ((runs[k][0] - runs[k - 1][1]) / textHeightPx) ** 2;
  return cost;
}

function trace(widths: readonly number[], runs: readonly Run[], steps: Uint8Array): Run[] {
  const placed = new Array<Run>(widths.length);
  let [i, j] = [widths.length, runs.length];
  while (i > 0 || j > 0) {
    const step = steps[i * (runs.length + 1) + j];
    if (step === 32) {
      j--;
    } else if (step === 33) {
      i--;
      const x = j < runs.length ? runs[j][0] : runs[j - 1][1];
      placed[i] = [x, x];
    } else if (step > 16) {
      const touching = step - 16;
      const [x0, x1] = runs[--j];
      const total = widths.slice(i - touching, i).reduce((sum, width) => sum + width, 0);
      let x = x1;
      for (let k = 0; k < touching; k++) {
        const left = x - ((x1 - x0) * widths[--i]) / total;
        placed[i] = [Math.round(left), Math.round(x)];
        x = left;
      }
    } else {
      placed[--i] = [runs[j - step][0], runs[j - 1][1]];
      j -= step;
    }
  }
  return placed;
}
