import type { UnitCounts } from "./count-units.ts";
import { dropFalseDoubles } from "./drop-false-doubles.ts";
import { type Axis, axisOf, type Direction, hasInkNear, type InkMask } from "./ink-mask.ts";
import { joinCollinear } from "./join-collinear.ts";
import { isUnbroken, looksOf } from "./looks.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { trimEnds } from "./trim-ends.ts";
import { walkOn } from "./walk-on.ts";
import { withStubs } from "./with-stubs.ts";

/** A unit of a page line counts as ruled when this share of it is ink. */
const RULED = 0.6;
/** Inside a dark area a rule must stand out more. */
const RULED_IN_DARK = 0.8;

/**
 * The long thin pieces of ink of one direction, at least `sizes.weakPx` long.
 * They are followed unit by unit, so a rule may bend; pieces of one worn rule are joined.
 */
export function findSegments(
  ink: InkMask,
  counts: UnitCounts,
  direction: Direction,
  sizes: Sizes,
): Segment[] {
  const axis = axisOf(ink, direction);
  const pieces = chainDashes(counts, sizes)
    .map((chain) => chainToSegment(ink, axis, chain, direction, sizes))
    .map((segment) => (isLong(segment, sizes) ? trimEnds(ink, axis, segment, sizes) : segment));
  const rules = walkOn({ ink, axis, counts }, pieces, (segment) => looksRuled(segment, sizes), sizes);
  return joinCollinear(dropFalseDoubles(ink, axis, rules, sizes), sizes)
    .map((segment) => (segment.stretches.length > 1 ? trimEnds(ink, axis, segment, sizes) : segment))
    .map((segment) => withStubs(ink, axis, segment, sizes))
    .filter((segment) => lengthOf(segment) >= sizes.weakPx);
}

const isLong = (segment: Segment, sizes: Sizes): boolean => lengthOf(segment) >= sizes.strongPx;

interface Chain {
  firstUnit: number;
  lastUnit: number;
  centers: number[];
  thicknesses: number[];
}

/** Follows dashes from unit to unit while they stay on one line. */
function chainDashes(counts: UnitCounts, sizes: Sizes): Chain[] {
  const done: Chain[] = [];
  const open = new Array<Chain | undefined>(counts.positions + 4);
  for (let unit = 0; unit < counts.units; unit++) {
    forEachDash(counts, unit, sizes, (center, thickness, lines) => {
      const chain = nearestOpen(open, center, unit);
      if (chain !== null && lines?.some((line) => isNearer(chain, line, center))) return;
      if (chain === null) {
        const started = { firstUnit: unit, lastUnit: unit, centers: [center], thicknesses: [thickness] };
        open[Math.round(center)] = started;
        return;
      }
      if (chain.lastUnit === unit - 2) {
        chain.centers.push((chain.centers[chain.centers.length - 1] + center) / 2);
        chain.thicknesses.push(thickness);
      }
      chain.centers.push(center);
      chain.thicknesses.push(thickness);
      chain.lastUnit = unit;
      open[Math.round(center)] = chain;
      if (chain.centers.length === 3) done.push(chain);
    });
  }
  return done.filter((chain) => chain.centers.length >= 3);
}

/** Whether a chain goes on along a line rather than along the middle of two. */
function isNearer({ centers }: Chain, line: number, middle: number): boolean {
  const last = centers[centers.length - 1];
  return Math.abs(line - last) < Math.abs(middle - last);
}

/** The chain that ended one unit ago (two, for a long one) at most two pixels away. */
function nearestOpen(open: (Chain | undefined)[], center: number, unit: number): Chain | null {
  let nearest: Chain | null = null;
  let nearestDistance = 2.1;
  const middle = Math.round(center);
  for (let at = Math.max(0, middle - 2); at <= middle + 2; at++) {
    const chain = open[at];
    if (chain === undefined || chain.lastUnit >= unit) continue;
    if (chain.lastUnit < (chain.centers.length >= 4 ? unit - 2 : unit - 1)) continue;
    const distance = Math.abs(chain.centers[chain.centers.length - 1] - center);
    if (distance >= nearestDistance) continue;
    nearest = chain;
    nearestDistance = distance;
  }
  return nearest;
}

/**
 * Calls back for every thin band of ink across a unit, in order of position.
 * Two bands that may be a double rule are told as one first, with both, as the gap between them closes now and then.
 */
function forEachDash(
  counts: UnitCounts,
  unit: number,
  sizes: Sizes,
  found: (center: number, thickness: number, lines?: readonly number[]) => void,
): void {
  const { positions } = counts;
  const base = unit * positions;
  const enough = Math.ceil(RULED * sizes.unitPx);
  let next = nextBand(counts, base, 0, enough);
  while (next !== null) {
    const [first, at] = next;
    next = nextBand(counts, base, at + 1, enough);
    const isThin = at - first <= sizes.thickestPx;
    if (isThin && next !== null && next[1] - first <= sizes.thickestPx)
      found((first + next[1] + 1) / 2, next[1] - first, [(first + at + 1) / 2, (next[0] + next[1] + 1) / 2]);
    // `closed` looks at two lines at once, so a band is one line longer than its ink.
    if (isThin) found((first + at + 1) / 2, Math.max(1, at - first));
    else forEachDarkDash(counts, unit, first, Math.min(positions - 1, at + 1), sizes, found);
  }
}

/** The first and last line of the next run of ruled lines of a unit. */
function nextBand(
  { closed, positions }: UnitCounts,
  base: number,
  from: number,
  enough: number,
): [number, number] | null {
  const end = base + positions;
  const first = nextRuled(closed, base + from, end, enough);
  return first >= end ? null : [first - base, lastRuled(closed, first, end, enough) - base];
}

// Loops of their own: what V8 makes of one while it runs it throws away wherever something new follows it, time and again.

function nextRuled(closed: Uint8Array, from: number, end: number, enough: number): number {
  let at = from;
  while (at < end && closed[at] < enough) at++;
  return at;
}

function lastRuled(closed: Uint8Array, from: number, end: number, enough: number): number {
  let at = from;
  while (at + 1 < end && closed[at + 1] >= enough) at++;
  return at;
}

/** The same inside a dark area: only full lines count, and of a solid block its two edges. */
function forEachDarkDash(
  counts: UnitCounts,
  unit: number,
  from: number,
  to: number,
  sizes: Sizes,
  found: (center: number, thickness: number) => void,
): void {
  const base = unit * counts.positions;
  const enough = Math.ceil(RULED_IN_DARK * sizes.unitPx);
  for (let at = from; at <= to; at++) {
    if (counts.raw[base + at] < enough) continue;
    const first = at;
    while (at < to && counts.raw[base + at + 1] >= enough) at++;
    if (at - first + 1 <= sizes.thickestPx) {
      found((first + at) / 2, at - first + 1);
    } else {
      found(first, 1);
      found(at, 1);
    }
  }
}

/** A chain of units with its ends found to the pixel. */
function chainToSegment(ink: InkMask, axis: Axis, chain: Chain, direction: Direction, sizes: Sizes): Segment {
  const { unitPx } = sizes;
  const segment: Segment = {
    direction,
    from: chain.firstUnit * unitPx,
    to: (chain.firstUnit + chain.centers.length) * unitPx,
    firstKnotAt: (chain.firstUnit + 0.5) * unitPx,
    stepPx: unitPx,
    knots: chain.centers.map((_, index) => smoothed(chain.centers, index)),
    thicknessPx: middleOf(chain.thicknesses),
    stretches: [],
    looks: { solid: 0, inked: 0, clearBoth: 0, clearOne: 0, dark: 0, edged: 0 },
  };
  segment.from = walk(ink, axis, segment, Math.round(segment.from + 0.5 * unitPx), -1, sizes);
  segment.to = walk(ink, axis, segment, Math.round(segment.to - 0.5 * unitPx), 1, sizes) + 1;
  segment.stretches = [[segment.from, segment.to]];
  segment.looks = looksOf(ink, axis, segment, sizes);
  return segment;
}

/** The middle one of thicknesses, which are small whole numbers. */
function middleOf(thicknesses: readonly number[]): number {
  let [least, below] = [0, 0];
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (const thickness of thicknesses) if (thickness > least && thickness < next) next = thickness;
    for (const thickness of thicknesses) if (thickness === next) below++;
    if (below > thicknesses.length >> 1) return next;
    least = next;
  }
}

/** The middle one of a knot and its neighbours. */
function smoothed(centers: readonly number[], index: number): number {
  if (index === 0 || index === centers.length - 1) return centers[index];
  const [a, b, c] = [centers[index - 1], centers[index], centers[index + 1]];
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** Walks along a segment's line as long as there is ink, and says where the last of it is. */
function walk(ink: InkMask, axis: Axis, segment: Segment, start: number, step: 1 | -1, sizes: Sizes): number {
  const farthest = 2.5 * sizes.unitPx;
  const reach = Math.max(1, segment.thicknessPx / 2);
  let last = start;
  for (let at = start; Math.abs(at - start) <= farthest; at += step) {
    if (Math.abs(at - last) > sizes.dotGapPx + 1) break;
    if (hasInkNear(ink, axis, at, centerAt(segment, at), reach)) last = at;
  }
  return last;
}

/** A rule is solid and has white paper beside it along most of its way; strokes in a line of text don't. */
function looksRuled(segment: Segment, sizes: Sizes): boolean {
  const { looks, from, to } = segment;
  const isEdgeOfDark = looks.dark >= 0.8 && looks.clearOne >= 0.8 && to - from >= 5 * sizes.textPx;
  const hasTextBeside = looks.solid >= 0.95 && looks.clearOne >= 0.9 && looks.clearBoth >= 0.25;
  const isRuled = looks.clearBoth >= 0.5 || hasTextBeside || isEdgeOfDark || isUnbroken(segment, sizes);
  return looks.solid >= 0.85 && isRuled;
}
