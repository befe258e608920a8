import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import { standsBesideText } from "./pale-rules.ts";
import { findWhiteRules, type WhiteRule } from "./white-rules.ts";

/** In steps: ends of rules so near to one another are one side of a table. */
const SAME_SIDE = 1.5;
/** In text heights: no column is narrower, no row lower. */
const APART = 1;
/** Of how light the rules across are, so light at least is one that crosses them: what letters leave between them is darker. */
const AS_LIGHT = 0.6;
/** So much of a table's height a rule runs down that parts its columns. */
const WHOLE = 0.9;
/** In grey levels: a table's ground is darker than the paper beside it by so much. */
const LEAST_RIM = 2;
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
  if (!page.unlit) return known;
  const unlit = { widthPx: page.widthPx, heightPx: page.heightPx, data: page.unlit };
  const rules = findWhiteRules(unlit, textHeightPx);
  const groups = groupRows(rules.filter(({ direction }) => direction === "row"));
  const columns = rules.filter(({ direction }) => direction === "column");
  const data = new Uint8Array(page.data.length);
  for (const rows of groups) {
    const lattice = crossed(unlit, rows, columns, textHeightPx);
    if (lattice) drawLattice(data, unlit, lattice, textHeightPx);
  }
  if (!data.includes(1)) return known;
  const found = findGrids({ ...unlit, data }, textHeightPx);
  const grids = found.grids.filter(
    (grid) =>
      standsBesideText(grid, components, textHeightPx) && !known.grids.some((other) => isMore(other, grid)),
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

const isSamePlace = (one: Box, other: Box): boolean =>
  sharedArea(one, other) >
  SAME_PLACE * Math.min(boxWidth(one) * boxHeight(one), boxWidth(other) * boxHeight(other));

/** Whether another table stands there that has as many cells: its rules are dark. */
const isMore = (other: Grid, grid: Grid): boolean =>
  isSamePlace(other.box, grid.box) && other.cells.length >= grid.cells.length;

/** Rules that begin and end alike, one below the other. */
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
  return groups.filter((group) => group.length >= LEAST_ROWS);
}

interface Lattice {
  rows: WhiteRule[];
  columns: WhiteRule[];
  box: Box;
}

/** The rules of one table: those across, those down that cross them from end to end, and the rim of their ground. */
function crossed(
  unlit: GreyPicture,
  rows: readonly WhiteRule[],
  columns: readonly WhiteRule[],
  textHeightPx: number,
): Lattice | null {
  const { stepPx } = rows[0];
  const [from, to] = [medianOf(rows.map((row) => row.from)), medianOf(rows.map((row) => row.to))];
  const [first, last] = [Math.min(...rows.map(placeOf)), Math.max(...rows.map(placeOf))];
  const light = medianOf(rows.map((row) => row.light));
  const crossing = columns.filter(
    (column) =>
      column.light >= AS_LIGHT * light &&
      placeOf(column) > from + APART * textHeightPx &&
      placeOf(column) < to - APART * textHeightPx &&
      column.from < first - (APART * textHeightPx) / 2 &&
      column.to > last + (APART * textHeightPx) / 2,
  );
  if (crossing.length === 0) return null;
  const top = medianOf(crossing.map((column) => column.from));
  const bottom = medianOf(crossing.map((column) => column.to));
  const whole = crossing.filter((column) => column.to - column.from >= WHOLE * (bottom - top));
  const clear = rows.filter((row) => !meetsPrint(unlit, row));
  const box = rimOf(unlit, [from, top, to, bottom], stepPx);
  if (box === null || clear.length < LEAST_ROWS || whole.some((column) => meetsPrint(unlit, column)))
    return null;
  return whole.length === 0 ? null : { rows: clear, columns: whole, box };
}

const placeOf = ({ places }: WhiteRule): number => places[places.length >> 1];

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Whether a rule runs through print, as one on a table's ground does not. */
function meetsPrint({ widthPx, data }: GreyPicture, rule: WhiteRule): boolean {
  const levels: number[] = [];
  forEachPlace(rule, (along, place) =>
    levels.push(data[rule.direction === "row" ? place * widthPx + along : along * widthPx + place]),
  );
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

/** The sides of the ground that rules run on, near where they end; null where paper is no lighter there. */
function rimOf(unlit: GreyPicture, [x0, y0, x1, y1]: Box, stepPx: number): Box | null {
  const across = (x: number): number => lightOf(unlit, [x, y0, x + 1, y1]);
  const down = (y: number): number => lightOf(unlit, [x0, y, x1, y + 1]);
  const [left, right] = [
    rimAt(across, x0, -1, unlit.widthPx, stepPx),
    rimAt(across, x1, 1, unlit.widthPx, stepPx),
  ];
  const [top, bottom] = [
    rimAt(down, y0, -1, unlit.heightPx, stepPx),
    rimAt(down, y1, 1, unlit.heightPx, stepPx),
  ];
  return left === null || right === null || top === null || bottom === null
    ? null
    : [left, top, right, bottom];
}

/** In steps from where a rule ends: there its ground is sure, and there paper is. */
const SURE = 1;
const BEYOND = 2;

/** Where light goes from a ground's level to paper's, on the way outwards. */
function rimAt(
  lightAt: (at: number) => number,
  end: number,
  outwards: 1 | -1,
  length: number,
  stepPx: number,
): number | null {
  const at = (steps: number): number => Math.round(end + outwards * steps * stepPx);
  const clamped = (place: number): number => Math.min(length - 1, Math.max(0, place));
  const inside = medianOf(
    Array.from({ length: stepPx }, (_, i) => lightAt(clamped(at(-SURE) - outwards * i))),
  );
  const outside = medianOf(
    Array.from({ length: stepPx }, (_, i) => lightAt(clamped(at(BEYOND) - outwards * i))),
  );
  if (outside - inside < LEAST_RIM) return null;
  for (let place = at(-SURE); place !== at(BEYOND); place += outwards)
    if (
      lightAt(clamped(place)) >= (inside + outside) / 2 &&
      lightAt(clamped(place + 2 * outwards)) >= (inside + outside) / 2
    )
      return clamped(place);
  return null;
}

/** Dark words take up less of a line of paper or ground than this leaves, white ones and rules less of one of ground than the rest. */
const LIGHT = 0.7;

/** How light a box's ground or paper is. */
function lightOf({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box): number {
  const counts = new Uint32Array(256);
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[data[y * widthPx + x]]++;
  const darker = LIGHT * (x1 - x0) * (y1 - y0);
  let level = 0;
  for (let below = counts[0]; below < darker && level < 255; ) below += counts[++level];
  return level;
}

/** Draws a table's rules as dark ones on an empty page. */
function drawLattice(
  data: Uint8Array,
  { widthPx, heightPx }: GreyPicture,
  { rows, columns, box }: Lattice,
  textHeightPx: number,
): void {
  const half = Math.max(1, Math.round((THICK * textHeightPx) / 2));
  const draw = (x: number, y: number): void => {
    if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) data[y * widthPx + x] = 1;
  };
  const [x0, y0, x1, y1] = box;
  const dots = (direction: "row" | "column", along: number, place: number): void => {
    for (let at = place - half; at <= place + half; at++)
      if (direction === "row") draw(along, at);
      else draw(at, along);
  };
  for (const rule of [...rows, ...columns]) {
    const isRow = rule.direction === "row";
    const [first, last] = isRow ? [x0, x1] : [y0, y1];
    for (let along = first; along < last; along++) {
      const step = Math.floor((along - rule.from) / rule.stepPx);
      dots(rule.direction, along, rule.places[Math.min(rule.places.length - 1, Math.max(0, step))]);
    }
  }
  for (const y of [y0, y1]) for (let x = x0; x <= x1; x++) dots("row", x, y);
  for (const x of [x0, x1]) for (let y = y0; y <= y1; y++) dots("column", y, x);
}

function addWithin(to: Uint8Array, from: Uint8Array, widthPx: number, [x0, y0, x1, y1]: Box): void {
  for (let y = y0; y < y1; y++)
    for (let at = y * widthPx + x0; at < y * widthPx + x1; at++) to[at] |= from[at];
}
