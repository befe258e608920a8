import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import type { InkMask } from "./ink.ts";
import { holdsGrid } from "./pale-rules.ts";

/**
 * In text heights: a dash of a rule, or two or three that run together, is no longer and no thicker, a crossing no
 * larger; and it stands no farther from the next, a crossing between them.
 */
const LONGEST_DASH = 1;
const THICKEST_DASH = 0.2;
const LARGEST_CROSSING = 0.6;
const WIDEST_GAP = 0.9;
/** So many dashes, this far in text heights, make a rule; most of their steps are alike, or so many times as long. */
const LEAST_DASHES = 8;
const LEAST_LENGTH = 2.5;
const LIKE_STEPS = 0.7;
/** So many are dashes, not crossings: in a column of per cent signs and the rows' dashes half are neither. */
const MOSTLY = 0.6;
const STEP_SLACK = 0.3;
/** Dashes of one rule lie so near its line, in half pixels. */
const OFF_LINE = 3;
/** In text heights: an edge so near a rule of dashes is it; a table all of them has more edges than a frame has. */
const SAME_EDGE = 0.3;
const LEAST_EDGES = 6;
const COVERED = 0.9;
/** A table has this many rules at least; within one of solid rules, any may be the only one of dashes. */
const LEAST_RULES = 4;
/** Or three, above and below its head and at its foot, that all begin and end alike. */
const LEAST_ALIKE = 3;

/**
 * The tables of a page, those counted in whose rules are dashes or dots farther apart than holes in a rule are.
 * `plain` is what was found without; that stands where the dashes make no more of it.
 */
export function withDottedGrids(
  plain: Rules,
  ink: InkMask,
  components: readonly Component[],
  textHeightPx: number,
): Rules {
  const dashes = components.map(({ box }) => box).filter((box) => isDash(box, textHeightPx));
  const rows = chainDashes(dashes, textHeightPx);
  const columns = chainDashes(dashes.map(turned), textHeightPx);
  const least = plain.grids.length > 0 ? 1 : endAlike(rows, textHeightPx) ? LEAST_ALIKE : LEAST_RULES;
  if (rows.length + columns.length < least) return plain;
  const data = ink.data.slice();
  for (const gap of [...rows.flatMap(gapsOf), ...columns.flatMap(gapsOf).map(turned)]) {
    for (let y = gap[1]; y < gap[3]; y++) data.fill(1, y * ink.widthPx + gap[0], y * ink.widthPx + gap[2]);
  }
  const mended = findGrids({ ...ink, data }, textHeightPx);
  const ofDashes = mended.grids.filter((grid) => isOfDashes(grid, rows, columns, textHeightPx));
  const holds = (known: Rules): boolean =>
    known.grids.every(
      (grid) =>
        mended.grids.some((other) => holdsGrid(other, grid, components, textHeightPx)) ||
        ofDashes.some((other) => covers(other.box, grid.box)),
    );
  if (cellsOf(mended) > cellsOf(plain) && holds(plain)) return mended;
  // Dashes that were taken for text have white on both sides, which parts columns: what is found without them tells.
  const bare = ink.data.slice();
  const ofRules = [
    ...rows.flatMap((chain) => chain.dashes),
    ...columns.flatMap((chain) => chain.dashes.map(turned)),
  ];
  for (const [x0, y0, x1, y1] of ofRules)
    for (let y = y0; y < y1; y++) bare.fill(0, y * ink.widthPx + x0, y * ink.widthPx + x1);
  const without = findGrids({ ...ink, data: bare }, textHeightPx);
  const isLess = cellsOf(without) < cellsOf(plain) && cellsOf(without) <= cellsOf(mended);
  return isLess && without.grids.length >= plain.grids.length && holds(without) ? mended : plain;
}

function endAlike(rows: readonly Chain[], textHeightPx: number): boolean {
  const spread = (ends: readonly number[]): number => Math.max(...ends) - Math.min(...ends);
  const [starts, ends] = [
    rows.map(({ dashes }) => dashes[0][0]),
    rows.map(({ dashes }) => dashes[dashes.length - 1][2]),
  ];
  return rows.length > 0 && Math.max(spread(starts), spread(ends)) <= textHeightPx;
}

/** Pieces of ink but the dashes and dots of rules. */
export function withoutDashes(components: readonly Component[], textHeightPx: number): Component[] {
  const dashes = components.map(({ box }) => box).filter((box) => isDash(box, textHeightPx));
  const standing = dashes.map((box): [Box, Box] => [turned(box), box]);
  const boxOf = new Map(standing);
  const ofRules = new Set([
    ...chainDashes(dashes, textHeightPx).flatMap((chain) => chain.dashes),
    ...chainDashes([...boxOf.keys()], textHeightPx).flatMap((chain) =>
      chain.dashes.flatMap((dash) => boxOf.get(dash) ?? []),
    ),
  ]);
  return components.filter(({ box }) => !ofRules.has(box));
}

/**
 * Whether each edge of a grid is a rule of dashes: whatever else was found there is made of some that run together here
 * and there, and of strokes of text.
 */
function isOfDashes(
  { rowEdgesPx, columnEdgesPx }: Grid,
  rows: readonly Chain[],
  columns: readonly Chain[],
  textHeightPx: number,
): boolean {
  const isOn = (edge: number, chains: readonly Chain[]): boolean =>
    chains.some(({ lines }) => lines.some((line) => Math.abs(line / 2 - edge) <= SAME_EDGE * textHeightPx));
  return (
    rowEdgesPx.length + columnEdgesPx.length >= LEAST_EDGES &&
    rowEdgesPx.every((edge) => isOn(edge, rows)) &&
    columnEdgesPx.every((edge) => isOn(edge, columns))
  );
}

const covers = (outer: Box, inner: Box): boolean =>
  sharedArea(outer, inner) >= COVERED * boxWidth(inner) * boxHeight(inner);

const cellsOf = ({ grids }: Rules): number => grids.reduce((sum, { cells }) => sum + cells.length, 0);

function isDash([x0, y0, x1, y1]: Box, textHeightPx: number): boolean {
  const [least, most] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
  return (
    most <= LARGEST_CROSSING * textHeightPx ||
    (most <= LONGEST_DASH * textHeightPx && least <= THICKEST_DASH * textHeightPx)
  );
}

const turned = ([x0, y0, x1, y1]: Box): Box => [y0, x0, y1, x1];

/** A rule's dashes from left to right, and where its line lies at each, in half pixels: at a crossing as at the dash before. */
interface Chain {
  dashes: Box[];
  lines: number[];
}

/** Dashes one behind the other on one line, in even steps. */
function chainDashes(dashes: readonly Box[], textHeightPx: number): Chain[] {
  const chains: Chain[] = [];
  /** The chain that ends on a line. */
  const open = new Map<number, Chain>();
  for (const dash of [...dashes].sort((a, b) => a[0] - b[0])) {
    const middle = dash[1] + dash[3];
    const chain = nearest(open, dash, WIDEST_GAP * textHeightPx);
    const before = chain?.lines[chain.lines.length - 1] ?? middle;
    const line = Math.abs(before - middle) <= OFF_LINE ? middle : before;
    const own = chain ?? { dashes: [], lines: [] };
    if (!chain) chains.push(own);
    own.dashes.push(dash);
    own.lines.push(line);
    open.set(line, own);
  }
  return chains.filter((chain) => isRule(chain, textHeightPx));
}

/** The chain that ends just before a dash, on a line that runs through it. */
function nearest(
  open: ReadonlyMap<number, Chain>,
  [x0, y0, , y1]: Box,
  widestGapPx: number,
): Chain | undefined {
  for (let off = 0; off <= y1 - y0 + OFF_LINE; off++) {
    for (const line of [y0 + y1 - off, y0 + y1 + off]) {
      const chain = open.get(line);
      const gap = chain ? x0 - chain.dashes[chain.dashes.length - 1][2] : -1;
      if (gap >= 0 && gap <= widestGapPx) return chain;
    }
  }
  return undefined;
}

function isRule({ dashes }: Chain, textHeightPx: number): boolean {
  if (dashes.length < LEAST_DASHES) return false;
  const thin = dashes.filter(([, y0, , y1]) => y1 - y0 <= THICKEST_DASH * textHeightPx);
  if (thin.length < MOSTLY * dashes.length) return false;
  if (dashes[dashes.length - 1][2] - dashes[0][0] < LEAST_LENGTH * textHeightPx) return false;
  const steps = dashes.slice(1).map((dash, index) => dash[0] - dashes[index][0]);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1];
  const like = steps.filter((step) => {
    const times = Math.max(1, Math.round(step / usual));
    return Math.abs(step - times * usual) <= Math.max(1, STEP_SLACK * usual);
  });
  return like.length >= LIKE_STEPS * steps.length;
}

/** What lies between the dashes of a rule, as thick as they are. */
function gapsOf({ dashes, lines }: Chain): Box[] {
  const thicknesses = dashes.map((dash) => dash[3] - dash[1]).sort((a, b) => a - b);
  const thickness = thicknesses[thicknesses.length >> 1];
  return dashes.slice(1).map((dash, index): Box => {
    const middle = (lines[index] + lines[index + 1]) / 4;
    const top = Math.round(middle - thickness / 2);
    return [dashes[index][2], top, dash[0], top + thickness];
  });
}
