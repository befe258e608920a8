import { type Box, unionOfBoxes } from "../model/place.ts";

/** The ink of one line, left to right. */
export interface InkRun {
  parts: Box[];
  textHeightPx: number;
  /** Whether another run of the same row stands to its left. */
  isBeside: boolean;
}

const LEAST_GUTTER = 0.35;
/** A comma leaves as much room behind it as a gutter may have. */
const BEHIND_MARK = 1;
const MARK_HEIGHT = 0.5;
const SAME_EDGE = 0.35;
const REACH = 12;
const LEAST_WITNESSES = 2;
/** A gap as wide as this, wider than one character's room, needs no more than one line near by to begin behind it. */
const WIDE_GUTTER = 1.4;
const NEXT_LINE = 3;

/**
 * Cuts lines that run on from one column into the next: where lines nearby begin, beside others, at one edge,
 * a gap before that edge parts two columns however narrow it is.
 */
export function splitAtGutters(runs: readonly InkRun[]): InkRun[] {
  const beside = runs.filter(({ isBeside }) => isBeside);
  return runs.flatMap((run) => {
    const { parts, textHeightPx } = run;
    const near = beside.filter(
      (other) => other !== run && Math.abs(other.parts[0][1] - parts[0][1]) < textHeightPx * REACH,
    );
    let right = parts[0][2];
    for (let at = 1; at < parts.length; at++) {
      const left = parts[at][0];
      if (partsColumns(run, at, left - right, near)) {
        return [
          { ...run, parts: parts.slice(0, at) },
          { ...run, parts: parts.slice(at), isBeside: true },
        ];
      }
      right = Math.max(right, parts[at][2]);
    }
    return [run];
  });
}

/** Whether the gap before a part, so wide, lies between two columns; what is seen quickest comes first. */
function partsColumns(
  { parts, textHeightPx }: InkRun,
  at: number,
  room: number,
  near: readonly InkRun[],
): boolean {
  if (room < textHeightPx * LEAST_GUTTER) return false;
  const [left] = parts[at];
  const witnesses = near.filter((other) => Math.abs(other.parts[0][0] - left) < textHeightPx * SAME_EDGE);
  const isWide = room >= textHeightPx * WIDE_GUTTER;
  if (witnesses.length < LEAST_WITNESSES) {
    if (!isWide) return false;
    const isBelow = (other: InkRun): boolean =>
      Math.abs(other.parts[0][1] - parts[0][1]) < textHeightPx * NEXT_LINE;
    if (!witnesses.some(isBelow)) return false;
  }
  return (
    (room >= textHeightPx * BEHIND_MARK || heightAtEnd(parts.slice(0, at)) >= textHeightPx * MARK_HEIGHT) &&
    !beginsWithMark(parts.slice(at), textHeightPx) &&
    (isWide || !isLetterSpacing(parts, at, room))
  );
}

/** Of the gaps of a line whose letters are set apart, at least half are about as wide as any; fewer than so many tell nothing. */
const ABOUT_AS_WIDE = 0.7;
const FEWEST_GAPS = 2;

/** 采 购 合 同: whether a gap is no wider than what stands between the other letters of its line. */
function isLetterSpacing(parts: readonly Box[], at: number, room: number): boolean {
  let right = parts[0][2];
  const gaps = parts.slice(1).flatMap(([x0, , x1], index) => {
    const gap = x0 - right;
    right = Math.max(right, x1);
    return gap > 0 && index + 1 !== at ? [gap] : [];
  });
  const alike = gaps.filter((gap) => gap >= room * ABOUT_AS_WIDE);
  return alike.length >= FEWEST_GAPS && alike.length * 2 >= gaps.length;
}

/** A mark's parts are no larger, in text heights, and what stands behind a mark is so far off. */
const MARK_PART = 0.35;

/** Whether ink begins with a mark that no line begins with: two specks above each other (；, ：) or a low one (，, 。). */
function beginsWithMark(parts: readonly Box[], textHeightPx: number): boolean {
  const [left, top, , bottom] = unionOfBoxes(parts);
  const first = parts.filter(([x0]) => x0 < left + textHeightPx * MARK_PART);
  const areSmall = first.every(([x0, y0, x1, y1]) => Math.max(x1 - x0, y1 - y0) < textHeightPx * MARK_PART);
  const isLow = first.every(([, y0]) => y0 > (top + bottom) / 2);
  return areSmall && first.length < parts.length && (first.length === 2 || isLow);
}

/** How high the ink is that reaches farthest right, with all that stands above or below it: 会 ends in low strokes, but is no mark. */
function heightAtEnd(parts: readonly Box[]): number {
  const last = parts.reduce((most, part) => (part[2] > most[2] ? part : most));
  const [, top, , bottom] = unionOfBoxes(parts.filter(([x0, , x1]) => x1 > last[0] && x0 < last[2]));
  return bottom - top;
}
