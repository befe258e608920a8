import { type Box, sharedArea } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import type { InkMask } from "./ink.ts";
import { standsBesideText } from "./pale-rules.ts";
import { medianOf } from "./white-rim.ts";
import { rowLevels, stepOf, unlitOf } from "./white-rules.ts";

/** In text heights: how high a head is, how wide its table, and how thick the white rules in it are. */
const LOWEST = 1.3;
const HIGHEST = 6;
const NARROWEST = 12;
const THICKEST = 0.4;
/** In grey levels: a head is darker than the paper above and below it by so much, and of one level to within so much. */
const LEAST_DEPTH = 5;
const MOST_UNEVEN = 5;
/** In steps: so many of a head may be white rules, one after another. */
const MOST_MISSED = 2;
const LEAST_SEEN = 0.7;
/** A head parts so many columns at least, and so many rows stand below it. */
const LEAST_RULES = 2;
const LEAST_ROWS = 4;

/**
 * The tables of a page, those counted in of which the head alone is shaded and nothing is ruled: the head's cells are
 * parted by white rules, and the lines below keep to its columns. Only places are taken from there; no pixel changes.
 */
export function withPaleHeads(
  known: Rules,
  page: GreyPicture,
  ink: InkMask,
  components: readonly Component[],
  textHeightPx: number,
): Rules {
  const unlit = unlitOf(page);
  if (unlit === null) return known;
  const heads = findBands(unlit, textHeightPx)
    .filter((box) => !known.grids.some((grid) => sharedArea(grid.box, box) > 0))
    .map((box) => ({ box, rulesPx: whiteRulesIn(unlit, box, textHeightPx) }))
    .filter(({ rulesPx }) => rulesPx.length >= LEAST_RULES);
  if (heads.length === 0) return known;
  const data = ink.data.slice();
  for (const { box, rulesPx } of heads) drawHead(data, ink.widthPx, box, rulesPx);
  const isHeaded = ({ box, rowEdgesPx, columnEdgesPx }: Grid): boolean =>
    rowEdgesPx.length > LEAST_ROWS &&
    heads.some((head) => sharedArea(box, head.box) > 0 && columnEdgesPx.length === head.rulesPx.length + 2);
  const grids = findGrids({ ...ink, data }, textHeightPx).grids.filter(
    (grid) =>
      isHeaded(grid) &&
      standsBesideText(grid, components, textHeightPx) &&
      !known.grids.some((other) => sharedArea(grid.box, other.box) > 0),
  );
  if (grids.length === 0) return known;
  const all = [...known.grids, ...grids];
  return { ...known, grids: all.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]) };
}

/** Shaded bands of a head's height, from side to side of a table, with paper about them. */
function findBands(page: GreyPicture, textHeightPx: number): Box[] {
  const stepPx = stepOf(textHeightPx);
  const steps = rowLevels(page, stepPx);
  const open: { first: number; last: number; runs: Run[] }[] = [];
  const done: typeof open = [];
  for (const [step, levels] of steps.entries()) {
    for (const run of runsOf(levels, textHeightPx)) {
      const own = open.find(({ last, runs }) => step - last <= MOST_MISSED + 1 && isSame(runs.at(-1)!, run));
      if (own) {
        own.runs.push(run);
        own.last = step;
      } else open.push({ first: step, last: step, runs: [run] });
    }
    for (let at = open.length - 1; at >= 0; at--)
      if (step - open[at].last > MOST_MISSED) done.push(...open.splice(at, 1));
  }
  return [...done, ...open].flatMap(({ first, last, runs }): Box[] => {
    const count = last - first + 1;
    const isWhole = count * stepPx >= NARROWEST * textHeightPx && runs.length >= LEAST_SEEN * count;
    if (!isWhole || first === 0 || last === steps.length - 1) return [];
    const [top, bottom] = [medianOf(runs.map((run) => run.top)), medianOf(runs.map((run) => run.bottom))];
    return [sidesOf(page, [first * stepPx, top, (last + 1) * stepPx, bottom], stepPx)];
  });
}

/** Where a step is shaded from one height to another, and how dark. */
interface Run {
  top: number;
  bottom: number;
  level: number;
}

const SAME_PX = 3;
const isSame = (one: Run, other: Run): boolean =>
  Math.abs(one.top - other.top) <= SAME_PX &&
  Math.abs(one.bottom - other.bottom) <= SAME_PX &&
  Math.abs(one.level - other.level) <= MOST_UNEVEN;

function runsOf(levels: Float32Array, textHeightPx: number): Run[] {
  const paper = medianOf(levels);
  const [least, most] = [LOWEST * textHeightPx, HIGHEST * textHeightPx];
  const runs: Run[] = [];
  for (let at = 0; at < levels.length; at++) {
    if (levels[at] > paper - LEAST_DEPTH) continue;
    const top = at;
    while (at < levels.length && levels[at] <= paper - LEAST_DEPTH) at++;
    if (at - top < least || at - top > most) continue;
    // Words are darker than their ground, which shows above and below them.
    const rim = Math.max(2, Math.round(0.15 * (at - top)));
    const level = medianOf([...levels.slice(top + 1, top + rim), ...levels.slice(at - rim, at - 1)]);
    if (paper - level >= LEAST_DEPTH) runs.push({ top, bottom: at, level });
  }
  return runs;
}

/** A band's box with its left and right sides to the pixel. */
function sidesOf(page: GreyPicture, [x0, y0, x1, y1]: Box, stepPx: number): Box {
  const inside = medianOf(
    Array.from({ length: stepPx }, (_, at) => lightIn(page, Math.round((x0 + x1) / 2) + at, y0, y1)),
  );
  const outside = lightIn(page, Math.max(0, x0 - 2 * stepPx), y0, y1);
  const limit = (inside + outside) / 2;
  let [left, right] = [x0 - stepPx, x1 + stepPx];
  while (left < x0 + 2 * stepPx && lightIn(page, left, y0, y1) > limit) left++;
  while (right > x1 - 2 * stepPx && lightIn(page, right, y0, y1) > limit) right--;
  return [Math.max(0, left), y0, Math.min(page.widthPx - 1, right + 1), y1];
}

/** Where white rules part a band from top to bottom. */
function whiteRulesIn(page: GreyPicture, [x0, y0, x1, y1]: Box, textHeightPx: number): number[] {
  const lights = Array.from({ length: x1 - x0 }, (_, at) => lightIn(page, x0 + at, y0, y1));
  const ground = medianOf(lights);
  const lightest = Math.max(...lights.slice(textHeightPx, -textHeightPx));
  if (lightest - ground < LEAST_DEPTH) return [];
  const limit = ground + (lightest - ground) / 2;
  const rules: number[] = [];
  for (let at = textHeightPx; at < lights.length - textHeightPx; at++) {
    if (lights[at] < limit) continue;
    const start = at;
    while (at < lights.length && lights[at] >= limit) at++;
    if (at - start > THICKEST * textHeightPx) return [];
    rules.push(x0 + Math.floor((start + at) / 2));
  }
  return rules;
}

/** How light a line down a band is where it is darkest but for grain: words leave none of it as white as a rule. */
function lightIn({ widthPx, data }: GreyPicture, x: number, y0: number, y1: number): number {
  if (x < 0 || x >= widthPx) return 255;
  let sum = 0;
  const [from, to] = [y0 + 2, y1 - 2];
  for (let y = from; y < to; y++) sum += data[y * widthPx + x];
  return sum / Math.max(1, to - from);
}

function drawHead(
  data: Uint8Array,
  widthPx: number,
  [x0, y0, x1, y1]: Box,
  rulesPx: readonly number[],
): void {
  const fill = (left: number, top: number, right: number, bottom: number): void => {
    for (let y = top; y < bottom; y++) data.fill(1, y * widthPx + left, y * widthPx + right);
  };
  for (const y of [y0, y1 - 2]) fill(x0, y, x1, y + 2);
  for (const x of [x0, ...rulesPx, x1 - 2]) fill(x, y0, x + 2, y1);
}
