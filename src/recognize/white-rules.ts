import type { Levels } from "./grey-filters.ts";

/** What is darker than this share of its ground is print. */
const PRINT = 0.88;
/** In text heights: along a rule grain is evened out over so much, and its ground lies so far to either side. */
const SMOOTH = 0.5;
const BESIDE = 0.3;
/** So much of the way from a ground to paper is a white rule lighter than it, and so many grey levels at least. */
const LIGHTER = 0.3;
const LEAST_LIGHT = 3.5;
/** In text heights: no row is lower than a rule is long; grain hides so much of it, and half of it at most. */
const LEAST_RUN = 1.3;
const MOST_GAP = 0.4;
const MOST_HIDDEN = 0.5;

/**
 * Where white rules run on a shaded ground: lighter than what lies on both sides of them, all along. `under` is the
 * ground without print and rules, `paper` from where on it is none.
 */
export function findWhiteRules(part: Levels, under: Levels, paper: number, textHeightPx: number): Uint8Array {
  const { widthPx, heightPx } = part;
  const bare = part.data.map((level, at) => (level < PRINT * under.data[at] ? under.data[at] : level));
  const rules = new Uint8Array(bare.length);
  const smoothPx = Math.max(1, Math.round((SMOOTH * textHeightPx) / 2));
  const besidePx = Math.max(2, Math.round(BESIDE * textHeightPx));
  const run = {
    leastPx: Math.round(LEAST_RUN * textHeightPx),
    gapPx: Math.round(MOST_GAP * textHeightPx),
  };
  for (const isRow of [true, false]) {
    const [lines, length, next, beside] = isRow
      ? [heightPx, widthPx, 1, widthPx]
      : [widthPx, heightPx, widthPx, 1];
    const even = new Float32Array(bare.length);
    for (let line = 0; line < lines; line++) smoothLine(bare, even, line * beside, next, length, smoothPx);
    const white = new Uint8Array(bare.length);
    for (let line = besidePx; line < lines - besidePx; line++) {
      for (let step = 0; step < length; step++) {
        const at = line * beside + step * next;
        const ground = Math.max(even[at - besidePx * beside], even[at + besidePx * beside]);
        if (ground >= paper) continue;
        if (even[at] - ground >= Math.max(LEAST_LIGHT, LIGHTER * (paper - ground))) white[at] = 1;
      }
    }
    for (let line = 1; line < lines - 1; line++)
      keepRuns(white, rules, { start: line * beside, next, beside, length }, run);
  }
  return rules;
}

/** Each level of a line as the mean of so many before and behind it. */
function smoothLine(
  from: Uint8Array,
  to: Float32Array,
  start: number,
  next: number,
  length: number,
  reachPx: number,
): void {
  let [sum, count] = [0, 0];
  for (let step = -reachPx; step < length; step++) {
    if (step + reachPx < length) {
      sum += from[start + (step + reachPx) * next];
      count++;
    }
    if (step - reachPx - 1 >= 0) {
      sum -= from[start + (step - reachPx - 1) * next];
      count--;
    }
    if (step >= 0) to[start + step * next] = sum / count;
  }
}

interface Line {
  start: number;
  next: number;
  beside: number;
  length: number;
}

/** Marks what of a line runs on for so long, there or right beside it, but for gaps here and there. */
function keepRuns(
  from: Uint8Array,
  to: Uint8Array,
  { start, next, beside, length }: Line,
  { leastPx, gapPx }: { leastPx: number; gapPx: number },
): void {
  let [first, last, count] = [-1, -1, 0];
  for (let step = 0; step <= length + gapPx; step++) {
    const at = start + step * next;
    if (step < length && (from[at] | from[at - beside] | from[at + beside]) === 1) {
      if (first < 0) [first, count] = [step, 0];
      last = step;
      count++;
    } else if (first >= 0 && step - last > gapPx) {
      const isRule = last - first + 1 >= leastPx && count >= MOST_HIDDEN * (last - first + 1);
      for (let each = start + first * next; isRule && each <= start + last * next; each += next)
        to[each] |= from[each];
      first = -1;
    }
  }
}
