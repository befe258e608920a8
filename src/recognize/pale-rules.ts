import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Component } from "./components.ts";
import { findGrids, type Grid, type Rules } from "./grid/find-grids.ts";
import type { InkMask } from "./ink.ts";
import { type InkBits, nextInked } from "./ink-bits.ts";
import { LEAST_DEPTH, markPaleRuns, paleBits } from "./mark-pale.ts";
import { goOnPale } from "./pale-ends.ts";
import { withoutFolds } from "./without-folds.ts";

/** In text heights from a rule's line: there paper is to be seen. */
const BESIDE = 0.25;
const LEAST_BESIDE_PX = 4;
/** Two pixel lines with such pixels, dark or pale, over this share of the page's width may hold a rule; text holds fewer. */
const LEAST_SHARE = 0.5;
/** What shines through from the back side crosses the text; a table's own rules cross none but a letter here and there. */
const MOST_CROSSED = 0.05;

/**
 * The tables of a page, those counted in whose rules, or some of whose rules, are too pale for ink (pink, light blue,
 * grey). Told from shading and grain by lighter paper on both sides; `plain` is what was found by ink alone.
 */
export function withPaleGrids(
  plain: Rules,
  grey: GreyPicture,
  ink: InkMask,
  components: readonly Component[],
  textHeightPx: number,
): Rules {
  const besidePx = Math.max(LEAST_BESIDE_PX, Math.round(BESIDE * textHeightPx));
  const known = plain.grids.length > 0 ? plain.ruleMask : null;
  const pale = paleBits(grey.data, besidePx * grey.widthPx);
  const rows = withoutFolds(pale, grey.widthPx, plain.grids, textHeightPx);
  if (!mayHoldRule(grey, rows, besidePx, known) && !goOnPale(plain, grey, besidePx, textHeightPx))
    return plain;
  const data = ink.data.slice();
  markPaleRuns(grey, rows, besidePx, textHeightPx, data);
  const rules = findGrids({ ...ink, data }, textHeightPx);
  const letters = components.filter(({ box }) => !isRule(box, ink, rules.ruleMask));
  const isOwn = rules.grids.every(
    (grid) => standsBesideText(grid, letters, textHeightPx) && !isCrossed(grid, grey, textHeightPx),
  );
  const isMore = plain.grids.every(
    (grid) =>
      rules.grids.some((other) => holdsGrid(other, grid, components, textHeightPx)) ||
      isPartedByMore(grid, rules.grids, textHeightPx),
  );
  return rules.grids.length > 0 && isOwn && isMore ? rules : plain;
}

/**
 * Whether a grid stands where another does, with no cell and no edge less. An edge in the white between columns lies
 * elsewhere in it where more rows are known: it is the same while none of the other's text stands between. What white
 * alone made of a frame's text yields to rules.
 */
export function holdsGrid(
  grid: Grid,
  other: Grid,
  components: readonly Component[],
  textHeightPx: number,
): boolean {
  const area = boxWidth(other.box) * boxHeight(other.box);
  if (sharedArea(grid.box, other.box) < SAME_PLACE * area || grid.cells.length < other.cells.length)
    return false;
  if (other.isOfWhite && !grid.isOfWhite) return true;
  const isNear = (one: number, edge: number): boolean => Math.abs(one - edge) <= SAME_EDGE * textHeightPx;
  const text = components.map(({ box }) => box).filter((box) => isLetterIn(box, other.box, textHeightPx));
  const isSameWhite = (one: number, edge: number): boolean => {
    const [from, to] = [Math.min(one, edge), Math.max(one, edge)];
    return text.every(([x0, , x1]) => x1 <= from + 1 || x0 >= to - 1);
  };
  return (
    other.rowEdgesPx.every((edge) => grid.rowEdgesPx.some((own) => isNear(own, edge))) &&
    grid.columnEdgesPx.length >= other.columnEdgesPx.length &&
    other.columnEdgesPx.every((edge) =>
      grid.columnEdgesPx.some((own) => isNear(own, edge) || isSameWhite(own, edge)),
    )
  );
}

/** Whether a grid without upright rules has all its row edges, and more, in other such grids: their rules part it further. */
function isPartedByMore(grid: Grid, others: readonly Grid[], textHeightPx: number): boolean {
  const own = others.filter((other) => other.isOpen && sharedArea(other.box, grid.box) > 0);
  const edges = own.flatMap(({ rowEdgesPx }) => rowEdgesPx);
  const isNear = (one: number, edge: number): boolean => Math.abs(one - edge) <= SAME_EDGE * textHeightPx;
  return (
    grid.isOpen &&
    edges.length > grid.rowEdgesPx.length &&
    grid.rowEdgesPx.every((edge) => edges.some((other) => isNear(other, edge)))
  );
}

/** Whether a piece of ink within a grid is a letter's: rules are longer, and dirt is smaller. */
function isLetterIn(box: Box, outer: Box, textHeightPx: number): boolean {
  const size = Math.max(boxWidth(box), boxHeight(box));
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return (
    size >= LEAST_LETTER * textHeightPx &&
    size <= LARGEST_LETTER * textHeightPx &&
    x >= outer[0] &&
    x <= outer[2] &&
    y >= outer[1] &&
    y <= outer[3]
  );
}

const LEAST_LETTER = 0.3;
const LARGEST_LETTER = 2;

const SAME_PLACE = 0.9;
const SAME_EDGE = 0.45;

/** Whether a grid's row runs on beyond its sides, as a fold of the sheet does. */
function isCrossed({ box, rowEdgesPx }: Grid, grey: GreyPicture, textPx: number): boolean {
  const [near, far] = [Math.round(0.6 * textPx), Math.round(2.6 * textPx)];
  const sides = [
    [box[0] - far, box[0] - near],
    [box[2] + near, box[2] + far],
  ].filter(([from, to]) => from >= 0 && to <= grey.widthPx);
  const reach = Math.round(0.3 * textPx);
  return rowEdgesPx.some((y) =>
    sides.some(([from, to]) => {
      const levelAt = (at: number): number =>
        meanLevel(grey, Math.min(grey.heightPx - 1, Math.max(0, at)), from, to);
      const own = Math.min(
        ...Array.from({ length: 2 * reach + 1 }, (_, index) => levelAt(y - reach + index)),
      );
      return Math.min(levelAt(y - textPx), levelAt(y + textPx)) - own >= LEAST_DEPTH;
    }),
  );
}

function meanLevel({ widthPx, data }: GreyPicture, y: number, from: number, to: number): number {
  let sum = 0;
  for (let at = y * widthPx + from; at < y * widthPx + to; at++) sum += data[at];
  return sum / Math.max(1, to - from);
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

export function standsBesideText(
  grid: Grid,
  components: readonly Component[],
  textHeightPx: number,
): boolean {
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

/** One pixel in so many of a line tells whether it may hold a rule. */
const SAMPLED = 3;
/** In steps from a rule to paper beside it: no stroke of text is so long. */
const LONGEST_STROKE = 6;

/** With the mask of known rules given, only what runs on as no text does, and stands clear of those, counts. */
function mayHoldRule(
  { widthPx, heightPx }: GreyPicture,
  rows: InkBits,
  besidePx: number,
  known: Uint8Array | null,
): boolean {
  const isKnown = (at: number): boolean =>
    known !== null && (known[at - widthPx] | known[at] | known[at + widthPx]) === 1;
  const leastRun = known === null ? 1 : (LONGEST_STROKE * besidePx) / SAMPLED;
  let above = 0;
  for (let y = besidePx; y < heightPx - besidePx; y++) {
    const [start, end] = [y * widthPx, (y + 1) * widthPx];
    let [own, run, last] = [0, 0, start];
    for (let at = nextInked(rows, start, end); at < end; at = nextInked(rows, at + 1, end)) {
      if ((at - start) % SAMPLED !== 0 || isKnown(at)) continue;
      // Grain hides a pixel of a rule here and there.
      if (at - last > (MOST_MISSED + 1) * SAMPLED) {
        if (run >= leastRun) own += run;
        run = 0;
      }
      run++;
      last = at;
    }
    if (run >= leastRun) own += run;
    if ((own + above) * SAMPLED >= LEAST_SHARE * widthPx) return true;
    above = own;
  }
  return false;
}

const MOST_MISSED = 1;
