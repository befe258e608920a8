import type { UnitCounts } from "./count-units.ts";
import type { Axis, InkMask } from "./ink-mask.ts";
import { EDGED, looksOf } from "./looks.ts";
import { centerAt, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** In text heights: no strokes of text, one after the other, are ink on one line for so long. */
const LEAST_WALK = 1.5;
/** In text heights: a rule of which no piece looks like one is at least so long. */
const LEAST_WHOLE = 4;
/** A unit of a rule is ink but for a speck, and one with hardly any text on it thin for the better part. */
const FULL = 0.9;
const PLAIN = 0.5;
/** Of the way under text a rule is thin here and there at least; a dark area is so nowhere. */
const THIN = 0.15;

/**
 * The pieces that are rules, with what of these runs on under a line of text printed over them. Among strokes a rule is
 * seen in pieces only, and few of them look like a rule's, or none; but from where it is clear it goes on without a gap,
 * as no text does. The other pieces on its way are it as well, and strokes that touch it.
 */
export function walkOn(
  ground: Ground,
  pieces: readonly Segment[],
  isRule: (piece: Segment) => boolean,
  sizes: Sizes,
): Segment[] {
  const walked: Segment[] = [];
  const inked = pieces.filter(({ looks }) => looks.edged >= EDGED && looks.solid >= FULL);
  for (const piece of inked.sort((a, b) => a.thicknessPx - b.thicknessPx)) {
    if (walked.some((whole) => liesOn(piece, whole))) continue;
    const whole = withRest(ground, piece, sizes);
    if (whole !== piece && (isRule(piece) || lengthOf(whole) >= LEAST_WHOLE * sizes.textPx))
      walked.push(whole);
  }
  const others = pieces.filter(isRule);
  if (walked.length === 0) return others;
  return [...walked, ...others.filter((piece) => !walked.some((whole) => liesOn(piece, whole)))];
}

/** Whether a piece lies within a rule, its ink on that one's or beside it. */
function liesOn(piece: Segment, whole: Segment): boolean {
  if (piece.from < whole.from - whole.stepPx || piece.to > whole.to + whole.stepPx) return false;
  const middle = middleOf(piece);
  const apart = Math.abs(centerAt(piece, middle) - centerAt(whole, middle));
  return apart <= (piece.thicknessPx + whole.thicknessPx) / 2;
}

function withRest(ground: Ground, segment: Segment, sizes: Sizes): Segment {
  const [before, after] = ([-1, 1] as const).map((step) => walk(ground, segment, step, sizes));
  if (before === null && after === null) return segment;
  const from = before?.end ?? segment.from;
  const to = (after?.end ?? segment.to - 1) + 1;
  const { stepPx } = segment;
  const centers = new Map([...(before?.centers ?? []), ...(after?.centers ?? [])]);
  const firstUnit = Math.floor(from / stepPx);
  const count = Math.max(1, Math.ceil(to / stepPx) - firstUnit);
  const firstKnotAt = (firstUnit + 0.5) * stepPx;
  const knots = Array.from({ length: count }, (_, index) => {
    const unit = firstUnit + index;
    return centers.get(unit) ?? centerAt(segment, (unit + 0.5) * stepPx);
  });
  const whole = { ...segment, from, to, firstKnotAt, knots, stretches: [[from, to] as [number, number]] };
  return { ...whole, looks: looksOf(ground.ink, ground.axis, whole, sizes) };
}

interface Walk {
  /** The last point where the rule is seen with nothing on it. */
  end: number;
  /** Its middle in each unit walked through. */
  centers: Map<number, number>;
}

/** A page's ink as it is followed along lines of one direction. */
interface Ground {
  ink: InkMask;
  axis: Axis;
  counts: UnitCounts;
}

/** The way from the last clear unit of a piece on; null where it leads no farther than the piece. */
function walk(ground: Ground, segment: Segment, step: 1 | -1, sizes: Sizes): Walk | null {
  const { stepPx } = segment;
  const [first, last] = [Math.ceil(segment.from / stepPx), Math.floor(segment.to / stepPx) - 1];
  const at = (unit: number): number => centerAt(segment, (unit + 0.5) * stepPx);
  let unit = step === 1 ? last : first;
  const beyond = unit + 2 * step;
  if (!fullNear(ground, beyond, at(beyond), Math.round(ASTRAY * sizes.textPx), stepPx)) return null;
  while (unit >= first && unit <= last && !isPlain(thinIn(ground, segment, unit, at(unit)), stepPx))
    unit -= step;
  if (unit < first || unit > last) return null;
  let center = at(unit);
  let end = segment.from;
  let [walked, thin] = [0, 0];
  const centers = new Map<number, number>();
  for (; ; unit += step) {
    const [line, inked] = fullestNear(ground, unit, center);
    if (inked < FULL * stepPx) break;
    const here = thinIn(ground, segment, unit, line);
    center = isPlain(here, stepPx) ? here.center : line === Math.round(center) ? center : line;
    centers.set(unit, center);
    walked += stepPx;
    thin += here.at.length;
    if (here.at.length > 0) end = here.at[step === 1 ? here.at.length - 1 : 0];
  }
  const gained = step === 1 ? end - segment.to : segment.from - end;
  return gained >= LEAST_WALK * sizes.textPx && thin >= THIN * walked ? { end, centers } : null;
}

/** In text heights: so far strokes lead a piece's end astray. */
const ASTRAY = 0.2;

const inkedOn = ({ counts: { raw, positions, units } }: Ground, unit: number, line: number): number =>
  unit < 0 || unit >= units || line < 0 || line >= positions ? 0 : raw[unit * positions + line];

/** Whether any line near a point is all ink in a unit. */
function fullNear(ground: Ground, unit: number, center: number, reachPx: number, stepPx: number): boolean {
  const middle = Math.round(center);
  for (let line = middle - reachPx; line <= middle + reachPx; line++)
    if (inkedOn(ground, unit, line) >= FULL * stepPx) return true;
  return false;
}

/** Of the line and its neighbours the one with most ink, itself where they have no more. */
function fullestNear(ground: Ground, unit: number, center: number): [line: number, inked: number] {
  const middle = Math.round(center);
  let best: [number, number] = [middle, inkedOn(ground, unit, middle)];
  for (const line of [middle - 1, middle + 1]) {
    const inked = inkedOn(ground, unit, line);
    if (inked > best[1]) best = [line, inked];
  }
  return best;
}

/** Where in a unit nothing stands on a line, and the line's middle as it shows there. */
interface Thin {
  at: number[];
  center: number;
}

const isPlain = ({ at }: Thin, lengthPx: number): boolean => at.length >= PLAIN * lengthPx;

function thinIn({ ink: { data }, axis }: Ground, segment: Segment, unit: number, center: number): Thin {
  const lengthPx = segment.stepPx;
  const line = Math.round(center);
  const mostPx = segment.thicknessPx + 2;
  const at: number[] = [];
  let sum = 0;
  for (
    let along = Math.max(0, unit * lengthPx);
    along < Math.min(axis.alongPx, (unit + 1) * lengthPx);
    along++
  ) {
    const base = along * axis.alongStride;
    const isInk = (across: number): boolean =>
      across >= 0 && across < axis.acrossPx && data[base + across * axis.acrossStride] === 1;
    if (!isInk(line)) continue;
    let [low, high] = [line, line];
    while (high - low <= mostPx && isInk(low - 1)) low--;
    while (high - low <= mostPx && isInk(high + 1)) high++;
    if (high - low + 1 > mostPx) continue;
    at.push(along);
    sum += (low + high) / 2;
  }
  return { at, center: at.length > 0 ? sum / at.length : center };
}
