import type { Box } from "../model/place.ts";

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
      const [, top, , bottom] = parts[at - 1];
      const isMark = bottom - top < textHeightPx * MARK_HEIGHT;
      const isGap = left - right >= textHeightPx * (isMark ? BEHIND_MARK : LEAST_GUTTER);
      const witnesses = near.filter((other) => Math.abs(other.parts[0][0] - left) < textHeightPx * SAME_EDGE);
      const isWide = left - right >= textHeightPx * WIDE_GUTTER;
      const isBelow = witnesses.some(
        (other) => Math.abs(other.parts[0][1] - parts[0][1]) < textHeightPx * NEXT_LINE,
      );
      if (isGap && (witnesses.length >= LEAST_WITNESSES || (isWide && isBelow))) {
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
