import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";

/** Paper is lighter than this, also where it is grained; worn print may be hardly darker. */
const FAINT_LEVEL = 215;
/** How far apart, in text heights, two characters of a line may stand. */
const WIDEST_GAP = 0.35;
const WIDEST_PIECE = 1.2;
const FARTHEST = 3;
/** A faint piece of its own must be as high as a digit nearly is; specks are not. */
const LEAST_HEIGHT = 0.4;
/** Less than this is a stroke's own blurred rim. */
const LEAST_GAIN = 0.12;
/** What is left of a rule lies nearer to the side of its cell. */
const CLEAR_OF_SIDE = 0.08;

/**
 * The line with the print at its ends that was too faint to count as ink: half a 4 would read as a 1.
 * It stays inside `room`, the line's cell.
 */
export function withFaintEnds(line: InkLine, grey: GreyPicture, room: Box): InkLine {
  const { textHeightPx } = line;
  const clear = Math.max(2, Math.round(textHeightPx * CLEAR_OF_SIDE));
  const inner: Box = [room[0] + clear, room[1], room[2] - clear, room[3]];
  const [x0, y0, x1, y1] = line.box;
  const [left, right] = ([-1, 1] as const).map((step) => {
    const end = faintEnd(line, grey, step < 0 ? x0 - 1 : x1, step, inner);
    return bracketEnd(line, grey, end, step, inner) ?? end;
  });
  const least = textHeightPx * LEAST_GAIN;
  const box: Box = [x0 - left - 1 >= least ? left + 1 : x0, y0, right - x1 >= least ? right : x1, y1];
  return { box, textHeightPx };
}

/** The first column beyond all faint print that goes on from a line's side, piece by piece. */
function faintEnd(line: InkLine, grey: GreyPicture, from: number, step: 1 | -1, room: Box): number {
  const { box, textHeightPx } = line;
  const limit = from + step * Math.round(textHeightPx * FARTHEST);
  const isInside = (x: number): boolean => x >= room[0] && x < room[2] && (limit - x) * step > 0;
  let end = from;
  for (let x = from; isInside(x); ) {
    const start = x;
    let [top, bottom] = [box[3], box[1]];
    for (let rows = inkRows(grey, x, box); rows && isInside(x); rows = inkRows(grey, x, box)) {
      [top, bottom] = [Math.min(top, rows[0]), Math.max(bottom, rows[1])];
      x += step;
    }
    const width = Math.abs(x - start);
    if (width > 0) {
      const isOwnPiece = bottom - top >= textHeightPx * LEAST_HEIGHT;
      const goesOn = Math.abs(start - end) <= 1;
      if (!isInside(x) || width > textHeightPx * WIDEST_PIECE || !(isOwnPiece || goesOn)) return end;
      end = x;
      continue;
    }
    x += step;
    if (Math.abs(x - end) > textHeightPx * WIDEST_GAP) return end;
  }
  return end;
}

/** So thin a stroke is lighter still; its shape is what tells it from grain. */
const ARC_LEVEL = 230;
/** In text heights: a bracket stands on the far side of its square, and is no wider, and no lower. */
const BRACKET_GAP = 0.85;
const WIDEST_BRACKET = 0.4;
const LOWEST_BRACKET = 0.75;
/** Of a column of pixels, in text heights: grain is less. */
const LEAST_STROKE = 0.2;
/** A bracket is one stroke from top to bottom; grain has gaps. */
const WHOLE = 0.8;

/** The first column beyond a bracket's faint arc that is the next thing from an end on; null where it is none. */
function bracketEnd(
  { box, textHeightPx }: InkLine,
  grey: GreyPicture,
  end: number,
  step: 1 | -1,
  room: Box,
): number | null {
  const rows = new Set<number>();
  const limit = end + step * Math.round(textHeightPx * (BRACKET_GAP + WIDEST_BRACKET));
  let start: number | null = null;
  let x = end;
  for (; x !== limit && x >= room[0] && x < room[2]; x += step) {
    const inked = inkedRows(grey, x, box);
    const isStroke = inked.length >= textHeightPx * LEAST_STROKE;
    if (!isStroke && start !== null) break;
    if (!isStroke) continue;
    start ??= x;
    for (const y of inked) rows.add(y);
  }
  if (start === null || Math.abs(start - end) > textHeightPx * BRACKET_GAP) return null;
  const height = Math.max(...rows) - Math.min(...rows) + 1;
  const isBracket =
    Math.abs(x - start) <= textHeightPx * WIDEST_BRACKET &&
    height >= textHeightPx * LOWEST_BRACKET &&
    rows.size >= WHOLE * height;
  return isBracket ? x : null;
}

function inkedRows({ data, widthPx }: GreyPicture, x: number, [, y0, , y1]: Box): number[] {
  const rows: number[] = [];
  for (let y = y0; y < y1; y++) if (data[y * widthPx + x] < ARC_LEVEL) rows.push(y);
  return rows;
}

/** The first and last row of a column that are no paper, the last exclusive; null where all is. */
function inkRows({ data, widthPx }: GreyPicture, x: number, [, y0, , y1]: Box): [number, number] | null {
  let [top, bottom] = [-1, -1];
  for (let y = y0; y < y1; y++) {
    if (data[y * widthPx + x] >= FAINT_LEVEL) continue;
    if (top < 0) top = y;
    bottom = y + 1;
  }
  return top < 0 ? null : [top, bottom];
}
