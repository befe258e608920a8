import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import { standsBesideText } from "./pale-rules.ts";
import { medianOf, rimOf } from "./white-rim.ts";
import { findHiddenRows, findWhiteRules, middlePlace, unlitOf, type WhiteRule } from "./white-rules.ts";

/** In steps: ends of rules so near to one another are one side of a table. */
const SAME_SIDE = 1.5;
/** In text heights: no column is narrower, no row lower. */
const APART = 1;
/** Of how light the rules across are, so light at least is one that crosses them: what letters leave between them is darker. */
const AS_LIGHT = 0.6;
/** Of how light those are that run from end to end, so light is one that doesn't. */
const ALIKE = 0.75;
/** So much darker than its ground is print; so much of a rule's length may be specks of it. */
const PRINT = 0.7;
const MOST_PRINT = 0.02;
const LEAST_ROWS = 2;
/** In text heights: how thick a rule is drawn. */
const THICK = 0.08;
/** What is found on so much of another table's place is that table. */
const SAME_PLACE = 0.3;

/**
 * The tables of a page, those counted in whose cells are pale and parted by white rules alone. They are looked for on
 * the page as it was before its light was evened out, and only their cells' places are taken from there. White rules
 * count where several run from side to side of one shaded ground and others, as light, cross them from end to end.
 */
export function withWhiteGrids(
  known: Rules,
  page: GreyPicture,
  components: readonly Component[],
  textHeightPx: number,
): Rules {
  const unlit = unlitOf(page);
  if (unlit === null) return known;
  const rows = findWhiteRules(unlit, "row", textHeightPx);
  if (rows.length === 0) return known;
  const rules = [...rows, ...findWhiteRules(unlit, "column", textHeightPx)];
  const data = new Uint8Array(page.data.length);
  const lattices: Lattice[] = [];
  for (const group of groupRows(rows)) {
    const lattice = crossed(unlit, group, rules, textHeightPx);
    if (lattice && !lattices.some(({ box }) => isSamePlace(box, lattice.box))) lattices.push(lattice);
  }
  for (const lattice of lattices) drawLattice(data, unlit, lattice, textHeightPx);
  if (!data.includes(1)) return known;
  const found = findGrids({ ...unlit, data }, textHeightPx);
  const printed = components.filter(({ box }) => isPrint(unlit, box));
  const grids = found.grids.filter(
    (grid) =>
      standsBesideText(grid, printed, textHeightPx) &&
      !known.grids.some((other) => isPartOf(grid, other.box)),
  );
  if (grids.length === 0) return known;
  const others = known.grids.filter(({ box }) => !grids.some((grid) => isSamePlace(box, grid.box)));
  const ruleMask = known.ruleMask.slice();
  for (const { box } of grids) addWithin(ruleMask, found.ruleMask, unlit.widthPx, box);
  return {
    ...known,
    grids: [...others, ...grids].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]),
    ruleMask,
  };
}

/** Whether something in a box is as dark as print is; the rim of a ground is not. */
function isPrint({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box): boolean {
  let [lightest, darkest] = [0, 255];
  for (let y = y0; y < y1; y++) {
    for (let at = y * widthPx + x0; at < y * widthPx + x1; at++) {
      lightest = Math.max(lightest, data[at]);
      darkest = Math.min(darkest, data[at]);
    }
  }
  return darkest < PRINT * lightest;
}

const isSamePlace = (one: Box, other: Box): boolean =>
  sharedArea(one, other) >
  SAME_PLACE * Math.min(boxWidth(one) * boxHeight(one), boxWidth(other) * boxHeight(other));

/** Whether a grid is but the shaded part of another table, which goes on beyond it. */
const isPartOf = ({ box }: Grid, other: Box): boolean =>
  isSamePlace(other, box) && boxWidth(other) * boxHeight(other) > LARGER * boxWidth(box) * boxHeight(box);

const LARGER = 1.3;

/** Rules that begin and end alike, one below the other; most of them first. */
function groupRows(rows: readonly WhiteRule[]): WhiteRule[][] {
  const groups: WhiteRule[][] = [];
  for (const row of rows) {
    const near = SAME_SIDE * row.stepPx;
    const own = groups.find(
      ([first]) => Math.abs(first.from - row.from) <= near && Math.abs(first.to - row.to) <= near,
    );
    if (own) own.push(row);
    else groups.push([row]);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** A rule as it is drawn: from where to where. */
interface Drawn {
  rule: WhiteRule;
  from: number;
  to: number;
}

interface Lattice {
  rules: Drawn[];
  box: Box;
}

/** The rules of one table: those across, those down, of which one at least crosses them from end to end, and the rim of their ground. */
function crossed(
  unlit: GreyPicture,
  group: readonly WhiteRule[],
  all: readonly WhiteRule[],
  textHeightPx: number,
): Lattice | null {
  const { stepPx } = group[0];
  const [left, right] = [medianOf(group.map(({ from }) => from)), medianOf(group.map(({ to }) => to))];
  const places = group.map(middlePlace);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const half = (APART * textHeightPx) / 2;
  const light = AS_LIGHT * medianOf(group.map((row) => row.light));
  // Between letters beyond the ground a rule may seem to run on.
  const reach = { row: [left, right], column: [first, last] } as const;
  const isOfTable = (rule: WhiteRule, from: number, to: number): boolean =>
    rule.light >= light &&
    middlePlace(rule) > from &&
    middlePlace(rule) < to &&
    !meetsPrint(unlit, rule, reach[rule.direction]);
  const down = all.filter(
    (rule) =>
      rule.direction === "column" && isOfTable(rule, left + 2 * half, right - 2 * half) && rule.from < last,
  );
  const through = down.filter(({ from, to }) => from < first - half && to > last + half);
  if (through.length === 0) return null;
  const [top, bottom] = [medianOf(through.map(({ from }) => from)), medianOf(through.map(({ to }) => to))];
  const near = SAME_SIDE * stepPx;
  const across = all.filter(
    (rule) =>
      rule.direction === "row" &&
      isOfTable(rule, top + half, bottom - half) &&
      rule.from >= left - near &&
      rule.to <= right + near,
  );
  const box = rimOf(unlit, [left, top, right, bottom], stepPx);
  if (box === null) return null;
  const asThrough = ALIKE * medianOf(through.map((column) => column.light));
  const columns = down.filter(
    (column) => column.light >= asThrough && column.to - column.from >= MOSTLY * (bottom - top),
  );
  const long = across.filter(({ from, to }) => to - from >= MOSTLY * (right - left));
  const full = long.filter(({ from, to }) => from <= left + near && to >= right - near);
  const hidden =
    full.length === 0 ? [] : findHiddenRows(unlit, full, [left, box[1], right, box[3]], textHeightPx);
  const known = [...full, ...hidden.filter((rule) => !meetsPrint(unlit, rule, reach.row))];
  const isKnown = (rule: WhiteRule): boolean =>
    known.some((other) => Math.abs(middlePlace(other) - middlePlace(rule)) < APART * textHeightPx);
  const rows = [...known, ...long.filter((rule) => !isKnown(rule))];
  if (rows.length < LEAST_ROWS) return null;
  const [columnsAt, rowsAt] = [columns.map(middlePlace), rows.map(middlePlace)];
  return {
    box,
    rules: [
      ...rows.map((rule) => snapped(rule, columnsAt, [box[0], box[2]])),
      ...columns.map((rule) => snapped(rule, rowsAt, [box[1], box[3]])),
    ],
  };
}

/** So much of a table's width, or height, a rule runs over: its rest is hidden, or a merged cell's. */
const MOSTLY = 0.6;

/** A rule from where it meets a side, or one that it crosses, to where it does so again; where it meets none, grain hid its end. */
function snapped(rule: WhiteRule, crossing: readonly number[], [start, end]: [number, number]): Drawn {
  const near = SAME_SIDE * rule.stepPx;
  const meets = (at: number, side: number): number => {
    if (Math.abs(at - side) <= near) return side;
    const [nearest = side] = [...crossing].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    return Math.abs(nearest - at) <= rule.stepPx ? nearest : side;
  };
  return { rule, from: meets(rule.from, start), to: meets(rule.to, end) };
}

/** Whether a rule runs through print between two places, as one on a table's ground does not. */
function meetsPrint(
  { widthPx, data }: GreyPicture,
  rule: WhiteRule,
  [from, to]: readonly [number, number],
): boolean {
  const levels: number[] = [];
  forEachPlace(rule, (along, place) => {
    if (along < from || along >= to) return;
    levels.push(data[rule.direction === "row" ? place * widthPx + along : along * widthPx + place]);
  });
  const usual = medianOf(levels);
  return levels.filter((level) => level < PRINT * usual).length > MOST_PRINT * levels.length;
}

function forEachPlace(
  { from, to, places, stepPx }: WhiteRule,
  visit: (along: number, place: number) => void,
): void {
  for (let along = from; along < to; along++)
    visit(along, places[Math.min(places.length - 1, Math.floor((along - from) / stepPx))]);
}

/** Draws a table's rules as dark ones on an empty page. */
function drawLattice(
  data: Uint8Array,
  { widthPx, heightPx }: GreyPicture,
  { rules, box: [x0, y0, x1, y1] }: Lattice,
  textHeightPx: number,
): void {
  const half = Math.max(1, Math.round((THICK * textHeightPx) / 2));
  const dot = (direction: WhiteRule["direction"], along: number, place: number): void => {
    for (let across = place - half; across <= place + half; across++) {
      const [x, y] = direction === "row" ? [along, across] : [across, along];
      if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) data[y * widthPx + x] = 1;
    }
  };
  for (const { rule, from, to } of rules) {
    for (let along = from; along <= to; along++) {
      const step = Math.floor((along - rule.from) / rule.stepPx);
      dot(rule.direction, along, rule.places[Math.min(rule.places.length - 1, Math.max(0, step))]);
    }
  }
  for (const y of [y0, y1]) for (let x = x0; x <= x1; x++) dot("row", x, y);
  for (const x of [x0, x1]) for (let y = y0; y <= y1; y++) dot("column", y, x);
}

function addWithin(to: Uint8Array, from: Uint8Array, widthPx: number, [x0, y0, x1, y1]: Box): void {
  for (let y = y0; y < y1; y++)
    for (let at = y * widthPx + x0; at < y * widthPx + x1; at++) to[at] |= from[at];
}
