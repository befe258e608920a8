import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { dealOut, type Run } from "./deal-out.ts";
import { onceFor } from "./once-for.ts";

const INK_LEVEL = 150;

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

/** A line's runs are asked for again and again while its characters are placed and its marks settled. */
const runsOf = onceFor((_: GreyPicture) => new WeakMap<Box, readonly Run[]>());

function findRuns({ box }: { box: Box }, grey: GreyPicture): readonly Run[] {
  const known = runsOf(grey);
  const runs = known.get(box) ?? runsIn(box, grey);
  known.set(box, runs);
  return runs;
}

/** The stretches of a box's columns with ink in them. */
function runsIn([x0, y0, x1, y1]: Box, { widthPx, data }: GreyPicture): Run[] {
  const inked = new Uint8Array(Math.max(0, x1 - x0) + 1);
  // Row by row, as the picture lies in memory, and without branches.
  for (let y = y0; y < y1; y++) {
    for (let x = x0, at = y * widthPx + x0; x < x1; x++, at++) inked[x - x0] |= Number(data[at] < INK_LEVEL);
  }
  const runs: Run[] = [];
  for (let start = inked.indexOf(1); start >= 0; ) {
    const end = inked.indexOf(0, start);
    runs.push([x0 + start, x0 + end]);
    start = inked.indexOf(1, end);
  }
  return runs;
}

/** Share of the text height that a character's ink is wide. */
function usualWidth(char: string): number {
  if (/[〇\u4e00-\u9fff]/.test(char)) return 0.92;
  if (/[1Il|!ijft]/.test(char)) return 0.3;
  if (/[.,:;，。、；：'’‘]/.test(char)) return 0.18;
  if (/[()（）[\]〔〕]/.test(char)) return 0.3;
  if (/[%％@WMw]/.test(char)) return 0.78;
  if (/[A-Z]/.test(char)) return 0.6;
  if (/[《》〈〉“”"—]/.test(char)) return 0.45;
  return 0.46;
}
