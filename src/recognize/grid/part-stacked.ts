import { findCaptions, type RuledBand, thicknessOf } from "./find-captions.ts";
import type { Edge, Lattice } from "./find-edges.ts";
import { coverageOf } from "./find-walls.ts";
import type { Group } from "./group-segments.ts";
import { axisOf, hasInkNear, type InkMask } from "./ink-mask.ts";
import { HIGHEST_WHOLE_ROW, NEAR_ROWS } from "./open-sides.ts";
import { withoutUprights } from "./rules-beyond.ts";
import { centerAt, lengthOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines } from "./text-lines.ts";

/** Rules nearer to each other are a double one; tables farther apart don't touch. In text heights. */
const LEAST_GAP = 0.45;
/** In text heights: so much white between two rules of one edge is more than a double rule has. */
const LEAST_WHITE = 0.25;
const MOST_GAP = 2.2;
/** A rule over this share of the width is a table's end; a column ruled over less than this share of a row is not there. */
const WHOLE = 0.9;
const RULED = 0.2;
/** An upright of a row runs over most of its height, and so much further, in text heights. */
const STANDS = 0.8;
const BEYOND = 0.5;
/** In text heights: a line of words between two tables has no more room. */
const HIGHEST_LINE = 5;

/**
 * The tables of a group that stand one right under the other: between the last rule of the one and the first of the
 * next there is white paper only, which no column crosses.
 */
export function partStacked(ink: InkMask, group: Group, lattice: Lattice, sizes: Sizes): Group[] {
  const { rowEdges, columnEdges } = lattice;
  if (columnEdges.every(({ rules }) => rules.length === 0)) return [group];
  const gaps = rowEdges.slice(1, -2).flatMap((upper, index): number[] => {
    const lower = rowEdges[index + 2];
    return isGap(ink, upper, lower, columnEdges, sizes) ? [(upper.positionPx + lower.positionPx) / 2] : [];
  });
  const near = rowEdges.slice(1, -1).flatMap((edge) => gapWithin(ink, edge, columnEdges, sizes) ?? []);
  // What more than one edge has is the table's way of being ruled.
  if (near.length === 1) gaps.push(...near);
  gaps.push(...captionsWithin(ink, group, lattice, sizes));
  if (gaps.length === 0) return [group];
  const bounds = [Number.NEGATIVE_INFINITY, ...gaps.sort((a, b) => a - b), Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((to, index) => partOf(group, bounds[index], to, sizes));
}

function isGap(ink: InkMask, upper: Edge, lower: Edge, columnEdges: readonly Edge[], sizes: Sizes): boolean {
  const height = lower.positionPx - upper.positionPx;
  const isNear = height >= LEAST_GAP * sizes.textPx && height <= MOST_GAP * sizes.textPx;
  // So high an empty row over all columns is none, where nothing but those in line made one table of two.
  const isWide = height > NEAR_ROWS * sizes.textPx && height <= HIGHEST_WHOLE_ROW * sizes.textPx;
  if (!isNear && !isWide) return false;
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const isWhole = [upper, lower].every(({ rules }) => coverageOf(rules, left, right) >= WHOLE);
  const inset = Math.max(sizes.touchPx, ...[...upper.rules, ...lower.rules].map((rule) => rule.thicknessPx));
  const [top, bottom] = [Math.ceil(upper.positionPx + inset), Math.floor(lower.positionPx - inset)];
  const isCrossed = columnEdges.some((edge) => inkedShareOf(ink, edge, top, bottom) > RULED);
  return isWhole && !isCrossed && findTextLines(ink, [upper, lower], [left, right], sizes).length === 0;
}

/** The middle of the white between two whole rules of one edge, which no column crosses; null where there is none. */
function gapWithin(ink: InkMask, edge: Edge, columnEdges: readonly Edge[], sizes: Sizes): number | null {
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const middle = (left + right) / 2;
  const whole = edge.rules
    .filter((rule) => coverageOf([rule], left, right) >= WHOLE)
    .sort((a, b) => centerAt(a, middle) - centerAt(b, middle));
  if (whole.length !== 2) return null;
  const [upper, lower] = whole;
  const sideOf = (rule: Segment, along: number, side: 1 | -1): number =>
    centerAt(rule, along) + (side * rule.thicknessPx) / 2;
  const isWhite = [left, middle, right].every(
    (along) => sideOf(lower, along, -1) - sideOf(upper, along, 1) >= LEAST_WHITE * sizes.textPx,
  );
  if (!isWhite) return null;
  const isCrossed = columnEdges.some((column) => {
    const along = column.at(edge.positionPx);
    const [top, bottom] = [Math.ceil(sideOf(upper, along, 1)) + 1, Math.floor(sideOf(lower, along, -1)) - 1];
    return inkedShareOf(ink, column, top, bottom) > RULED;
  });
  return isCrossed ? null : (sideOf(upper, middle, 1) + sideOf(lower, middle, -1)) / 2;
}

/** The middles of the lines of words that stand between two tables without outer sides, as a caption does. */
function captionsWithin(ink: InkMask, group: Group, lattice: Lattice, sizes: Sizes): number[] {
  const { rowEdges, columnEdges } = lattice;
  const [left, right] = [columnEdges[0].positionPx, columnEdges[columnEdges.length - 1].positionPx];
  const whole = rowEdges.filter(({ rules }) => coverageOf(rules, left, right) >= WHOLE);
  const uprightsOf = whole
    .slice(1)
    .map((lower, row) =>
      columnEdges.filter((edge) => runsThrough(edge, whole[row].positionPx, lower.positionPx, sizes)),
    );
  const hasSides = (row: number): boolean =>
    [columnEdges[0], columnEdges[columnEdges.length - 1]].every((side) => uprightsOf[row]?.includes(side));
  // One upright may run on along a letter's stroke.
  const isBare = (row: number): boolean =>
    uprightsOf[row].length <= 1 && hasSides(row - 1) && hasSides(row + 1);
  const mayBeWords = (row: number): boolean =>
    (uprightsOf[row].length === 0 || isBare(row)) &&
    whole[row + 1].positionPx - whole[row].positionPx <= HIGHEST_LINE * sizes.textPx;
  if (!uprightsOf.some((_, row) => row > 0 && row + 2 < uprightsOf.length && mayBeWords(row))) return [];
  const bare = withoutUprights(ink, group.columns, sizes);
  const inset = Math.max(3, 0.15 * sizes.textPx);
  const lines = findTextLines(bare, whole, [left + inset, right - inset], sizes);
  const bands = uprightsOf.map((uprights, row): RuledBand => {
    const [above, below] = [whole[row], whole[row + 1]];
    return {
      lines: lines.filter((line) => line.row === row),
      rulesPx: [thicknessOf(above), thicknessOf(below)],
      uprightsPx: isBare(row) ? [] : uprights.map(({ positionPx }) => positionPx),
      isBare: isBare(row),
    };
  });
  return findCaptions(bare, bands, [left, right], sizes).map(
    (row) => (whole[row].positionPx + whole[row + 1].positionPx) / 2,
  );
}

/** Whether an upright rule runs from one rule to another, and on: what ends at both may be a letter's stroke. */
const runsThrough = ({ rules }: Edge, top: number, bottom: number, sizes: Sizes): boolean =>
  rules.some(
    (rule) =>
      coverageOf([rule], top, bottom) >= STANDS && lengthOf(rule) > bottom - top + BEYOND * sizes.textPx,
  );

/** How much of a column there is between two heights. */
function inkedShareOf(ink: InkMask, column: Edge, top: number, bottom: number): number {
  const axis = axisOf(ink, "column");
  let inked = 0;
  for (let y = top; y < bottom; y++) if (hasInkNear(ink, axis, y, column.at(y), 2)) inked++;
  return inked / Math.max(1, bottom - top);
}

/** What of a group lies between two heights. */
function partOf({ rows, columns }: Group, top: number, bottom: number, sizes: Sizes): Group {
  const isWithin = ({ knots }: Segment): boolean => {
    const middle = knots[knots.length >> 1];
    return middle > top && middle < bottom;
  };
  const cut = columns.flatMap((column): Segment[] => {
    const stretches = column.stretches
      .map(([from, to]): [number, number] => [
        Math.max(from, Math.ceil(top)),
        Math.min(to, Math.floor(bottom)),
      ])
      .filter(([from, to]) => to > from);
    if (stretches.length === 0) return [];
    const part = { ...column, stretches, from: stretches[0][0], to: stretches[stretches.length - 1][1] };
    return lengthOf(part) >= sizes.weakPx ? [part] : [];
  });
  return { rows: rows.filter(isWithin), columns: cut };
}
