import type { Box } from "../../model/place.ts";
import { findEdges } from "./find-edges.ts";
import type { Group } from "./group-segments.ts";
import type { InkMask } from "./ink-mask.ts";
import { withOuterColumns } from "./outer-columns.ts";
import { centerAt, endsApart, inkedShare, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

const LEAST_UPRIGHTS = 3;
/** In text heights; streaks of a scanner run over the whole page. */
const HIGHEST_ROW = 30;

/** One row of a table without a top and a bottom: upright rules beside each other, from one height to one height. */
export function findUprightRows(ink: InkMask, columns: readonly Segment[], sizes: Sizes): Group[] {
  const rules = columns.filter(
    (column) =>
      lengthOf(column) >= 1.5 * sizes.textPx &&
      lengthOf(column) <= HIGHEST_ROW * sizes.textPx &&
      inkedShare(column) >= 0.9 &&
      column.looks.clearBoth >= 0.9,
  );
  const groups: Segment[][] = [];
  for (const rule of rules) {
    const group = groups.find(([first]) => endsApart(first, rule) <= 0.35 * sizes.textPx);
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups
    .filter((group) => isRowOfCells(group, sizes) && standsClear(ink, group, sizes))
    .map((group) => ({ rows: [], columns: group }));
}

/** Strokes of a large character stand close together; cells have room for text between their rules. */
function isRowOfCells(rules: readonly Segment[], sizes: Sizes): boolean {
  if (rules.length < LEAST_UPRIGHTS) return false;
  const places = rules.map((rule) => centerAt(rule, middleOf(rule))).sort((a, b) => a - b);
  const room = places.slice(1).map((place, index) => place - places[index]);
  return (
    room.every((width) => width >= 1.2 * sizes.textPx || width <= sizes.sameEdgePx) &&
    places[places.length - 1] - places[0] >= 8 * sizes.textPx
  );
}

/** The share of ink that is dirt. */
const MOST_DIRT = 0.02;

/** Whether text stands between the rules only, and clear of their ends: uprights of characters do not stand so. */
function standsClear(ink: InkMask, rules: readonly Segment[], sizes: Sizes): boolean {
  const [top, bottom] = [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
  const places = rules.map((rule) => centerAt(rule, middleOf(rule))).sort((a, b) => a - b);
  const half = Math.max(...rules.map(({ thicknessPx }) => thicknessPx)) / 2 + 0.15 * sizes.textPx;
  const [left, right] = [places[0] - half, places[places.length - 1] + half];
  const isRule = (x: number): boolean => places.some((place) => Math.abs(x - place) <= half);
  const [from, to, beside] = [0.05, 0.28, 3].map((share) => Math.round(share * sizes.textPx));
  const isDirt = (x0: number, x1: number, y0: number, y1: number): boolean =>
    inkIn(ink, [x0, y0, x1, y1], isRule) <= MOST_DIRT * Math.max(1, (x1 - x0) * (y1 - y0));
  return (
    isDirt(left, right, top + from, top + to) &&
    isDirt(left, right, bottom - to, bottom - from) &&
    ((isDirt(left - beside, left, top, bottom) && isDirt(right, right + beside, top, bottom)) ||
      hasColumnsBeside(ink, rules, sizes))
  );
}

/** Whether what stands beside the outermost rules is in line with the rows between them, as open columns are. */
function hasColumnsBeside(ink: InkMask, rules: readonly Segment[], sizes: Sizes): boolean {
  const lattice = findEdges({ rows: [], columns: [...rules] }, sizes);
  if (lattice === null) return false;
  const whole = withOuterColumns(ink, lattice, rules, sizes);
  return whole.columnEdges.length > lattice.columnEdges.length;
}

function inkIn(ink: InkMask, [x0, y0, x1, y1]: Box, isLeftOut: (x: number) => boolean): number {
  let count = 0;
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(ink.heightPx, y1); y++) {
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(ink.widthPx, x1); x++)
      if (ink.data[y * ink.widthPx + x] === 1 && !isLeftOut(x)) count++;
  }
  return count;
}
