import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import type { InkMask } from "./ink.ts";

/** Paper is lighter than this; a pale rule is darker, and darker by so much than what lies on both sides of it. */
const LIGHTEST_RULE = 238;
const LEAST_DEPTH = 12;
/** In text heights from a rule's line: there paper is to be seen. */
const BESIDE = 0.25;
const LEAST_BESIDE_PX = 4;
/** Two pixel lines with such lines over this share of the page's width may hold a rule; text and grain hold fewer. */
const LEAST_SHARE = 0.3;
/** What shines through from the back side crosses the text; a table's own rules cross none but a letter here and there. */
const MOST_CROSSED = 0.05;

/**
 * The tables whose rules are too pale for ink (pink, light blue, grey); null on a page without any.
 * Told from shading and grain by lighter paper on both sides.
 */
export function findPaleGrids(
  grey: GreyPicture,
  ink: InkMask,
  components: readonly Component[],
  textHeightPx: number,
): Rules | null {
  const besidePx = Math.max(LEAST_BESIDE_PX, Math.round(BESIDE * textHeightPx));
  const rows = findPale(grey, ink, besidePx * grey.widthPx);
  if (!mayHoldRule(rows, grey)) return null;
  const columns = findPale(grey, ink, besidePx);
  const data = ink.data.map((is, at) => is | rows[at] | columns[at]);
  const rules = findGrids({ ...ink, data }, textHeightPx);
  const isOwn = rules.grids.every((grid) => standsBesideText(grid, components, textHeightPx));
  return rules.grids.length > 0 && isOwn ? rules : null;
}

function standsBesideText(grid: Grid, components: readonly Component[], textHeightPx: number): boolean {
  const slack = 0.2 * textHeightPx;
  const isIn = ([x0, y0, x1, y1]: Box, outer: Box): boolean =>
    x0 >= outer[0] - slack && y0 >= outer[1] - slack && x1 <= outer[2] + slack && y1 <= outer[3] + slack;
  const letters = components.filter(
    ({ box }) =>
      Math.max(box[2] - box[0], box[3] - box[1]) >= 0.4 * textHeightPx &&
      box[3] - box[1] <= 2 * textHeightPx &&
      box[2] - box[0] <= 2 * textHeightPx &&
      isIn(box, grid.box),
  );
  const crossed = letters.filter(({ box }) => !grid.cells.some((cell) => isIn(box, cell.box)));
  return letters.length > 0 && crossed.length <= MOST_CROSSED * letters.length;
}

/** 1 where a pixel that is no ink is darker than those a step before and behind it. */
function findPale({ data }: GreyPicture, ink: InkMask, step: number): Uint8Array {
  const pale = new Uint8Array(data.length);
  for (let at = step; at < data.length - step; at++) {
    const level = data[at];
    if (level > LIGHTEST_RULE || ink.data[at] === 1) continue;
    if (data[at - step] - level >= LEAST_DEPTH && data[at + step] - level >= LEAST_DEPTH) pale[at] = 1;
  }
  return pale;
}

function mayHoldRule(rows: Uint8Array, { widthPx, heightPx }: GreyPicture): boolean {
  let above = 0;
  for (let y = 0; y < heightPx; y++) {
    let own = 0;
    for (let at = y * widthPx; at < (y + 1) * widthPx; at++) own += rows[at];
    if (own + above >= LEAST_SHARE * widthPx) return true;
    above = own;
  }
  return false;
}
