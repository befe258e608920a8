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
/** Two pixel lines with such pixels, dark or pale, over this share of the page's width may hold a rule; text holds fewer. */
const LEAST_SHARE = 0.5;
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
  const rows = findPale(grey, besidePx * grey.widthPx);
  if (!mayHoldRule(rows, grey)) return null;
  const columns = findPale(grey, besidePx);
  const data = ink.data.map((is, at) => is | rows[at] | columns[at]);
  const rules = findGrids({ ...ink, data }, textHeightPx);
  const letters = components.filter(({ box }) => !isRule(box, ink, rules.ruleMask));
  const isOwn = rules.grids.every((grid) => standsBesideText(grid, letters, textHeightPx));
  return rules.grids.length > 0 && isOwn ? rules : null;
}

/** Whether most ink in a box is a rule's: rules of faint print are ink here and there. */
function isRule([x0, y0, x1, y1]: Box, { widthPx, data }: InkMask, ruleMask: Uint8Array): boolean {
  let [inked, ruled] = [0, 0];
  for (let y = y0; y < y1; y++) {
    for (let at = y * widthPx + x0; at < y * widthPx + x1; at++) {
      inked += data[at];
      ruled += data[at] & ruleMask[at];
    }
  }
  return 2 * ruled > inked;
}

function standsBesideText(grid: Grid, components: readonly Component[], textHeightPx: number): boolean {
  const slack = 0.2 * textHeightPx;
  const isIn = ([x0, y0, x1, y1]: Box, outer: Box): boolean =>
    x0 >= outer[0] - slack && y0 >= outer[1] - slack && x1 <= outer[2] + slack && y1 <= outer[3] + slack;
  const own = components.filter(
    ({ box }) =>
      Math.max(box[2] - box[0], box[3] - box[1]) >= 0.4 * textHeightPx &&
      box[3] - box[1] <= 2 * textHeightPx &&
      box[2] - box[0] <= 2 * textHeightPx &&
      isIn(box, grid.box),
  );
  const crossed = own.filter(({ box }) => !grid.cells.some((cell) => isIn(box, cell.box)));
  return own.length > 0 && crossed.length <= MOST_CROSSED * own.length;
}

/** 1 where a pixel is darker than those a step before and behind it. */
function findPale({ data }: GreyPicture, step: number): Uint8Array {
  const pale = new Uint8Array(data.length);
  for (let at = step; at < data.length - step; at++) {
    const level = data[at];
    if (level > LIGHTEST_RULE) continue;
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
