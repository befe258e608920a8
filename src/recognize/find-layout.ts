import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { type Component, findComponents, findTextHeight } from "./components.ts";
import { withLightPanels } from "./dark-panels.ts";
import { withDottedGrids, withoutDashes } from "./dotted-rules.ts";
import { withEvenGrounds } from "./even-grounds.ts";
import { withFaintStrokes } from "./faint-cells.ts";
import { withFaintEnds } from "./faint-ends.ts";
import { findBend, leanOf, withoutLean } from "./find-bend.ts";
import { findHeadings, withHeadings } from "./find-headings.ts";
import { findLines, type InkLine } from "./find-lines.ts";
import { findSkew, straighten } from "./find-skew.ts";
import { findGrids, type Grid } from "./grid/find-grids.ts";
import { isOfFrame } from "./grid/frames.ts";
import { heightInTable } from "./height-in-table.ts";
import { findInk } from "./ink.ts";
import { type InkBits, nextInked, packBits } from "./ink-bits.ts";
import { findLoneUprights } from "./lone-uprights.ts";
import { onceFor } from "./once-for.ts";
import { withPaleHeads } from "./pale-heads.ts";
import { withPaleGrids } from "./pale-rules.ts";
import { middleIn, piecesOfCells } from "./pieces-of-cells.ts";
import { withoutRests } from "./text-over-rules.ts";
import { withWhiteGrids } from "./white-grids.ts";
import { findWornComponents, isWorn } from "./worn-print.ts";

/** Takes out the sheet's skew, then its bend; what is left of a skew shows as a bend that leans. */
export function layFlat(upright: GreyPicture): { grey: GreyPicture; skewDeg: number } {
  const ink = findInk(upright);
  const roughDeg = findSkew(ink);
  const roughBend = findBend(ink, roughDeg);
  if (!roughBend) return { grey: straighten(upright, roughDeg), skewDeg: roughDeg };
  const skewDeg = Math.round((roughDeg + leanOf(roughBend)) * 100) / 100;
  const bend = withoutLean(roughBend, skewDeg - roughDeg);
  return { grey: straighten(upright, skewDeg, bend), skewDeg };
}

const USUAL_TEXT_SHARE = 1 / 55;

/** What is to be read of a straight page, before any of it is. */
export interface Layout {
  /** The page without its rules, for cropping; its dark panels are turned light. */
  grey: GreyPicture;
  /** The same with its rules. */
  ruled: GreyPicture;
  textHeightPx: number;
  grids: { grid: Grid; cells: InkLine[][] }[];
  lines: InkLine[];
  /** All pieces of ink but rules. */
  components: readonly Component[];
  /** Where uprights stand as a table's do, of which none was made. */
  loneUprights: Box[];
}

/** Finds the rules, cells and lines of an upright, straight page; finding the way up has mostly found them already. */
export const findLayout: (straight: GreyPicture) => Layout = onceFor(layOut);

function layOut(page: GreyPicture): Layout {
  const { ink: asScanned, textHeightPx: usualPx } = piecesOf(page);
  const even = withEvenGrounds(page, usualPx, asScanned);
  const straight = withLightPanels(even, findInk(even), usualPx);
  const { ink, all, findPieces, pieces, textHeightPx } = piecesOf(straight);
  const plain = withDottedGrids(findGrids(ink, textHeightPx), ink, all, textHeightPx);
  const dark = withPaleGrids(plain, straight, ink, pieces, textHeightPx);
  const white = withWhiteGrids(dark, page, pieces, textHeightPx);
  const { grids, ruleMask, loneRules } = withPaleHeads(white, page, ink, pieces, textHeightPx);
  keepShortRules(ruleMask, ink.widthPx, loneRules, textHeightPx);
  const ruleBits = packBits(ruleMask);
  const grey = eraseRules(straight, ruleBits);
  const components = findPieces(ink, ruleBits);
  const inGrid = new Set<Component>();
  const cells = grids.map((grid) => {
    const within = components.filter((component) => middleIn(component.box, grid.box));
    for (const component of within) inGrid.add(component);
    // Tables are often set smaller than the text around them.
    const ownHeightPx = heightInTable(within, ink.heightPx, textHeightPx);
    const pieces = piecesOfCells(within, grid.cells, ownHeightPx);
    const laid = grid.cells.map(({ box }, at) => {
      const whole = withFaintStrokes(pieces[at], grey, box, ownHeightPx);
      return cellLines(whole, box, ownHeightPx).map((line) => withFaintEnds(line, grey, box));
    });
    return { grid, cells: laid };
  });
  const outside = components.filter((component) => !inGrid.has(component));
  const lines = withHeadings(findLines(outside, textHeightPx), findHeadings(outside, textHeightPx));
  const whole = withoutRests(
    cells,
    lines.filter((line) => isWorthReading(line, textHeightPx)),
  );
  return {
    grey,
    ruled: straight,
    textHeightPx,
    ...whole,
    components,
    loneUprights: findLoneUprights(
      loneRules,
      grids.map(({ box }) => box),
      textHeightPx,
    ),
  };
}

/** All pieces of ink, rules counted in, and the height of the page's text. */
const piecesOf = onceFor((page: GreyPicture) => {
  const ink = findInk(page);
  const all = findComponents(ink);
  const findPieces = isOfCrumbs(all, ink.heightPx) ? findWornComponents : findComponents;
  const pieces = findPieces === findComponents ? all : findPieces(ink);
  const textHeightPx =
    findTextHeight(pieces, ink.heightPx) ?? Math.max(8, Math.round(ink.widthPx * USUAL_TEXT_SHARE));
  return { ink, all, findPieces, pieces, textHeightPx };
});

/** Whether print has fallen apart; the dashes of rules are no crumbs of it. */
function isOfCrumbs(all: readonly Component[], heightPx: number): boolean {
  if (!isWorn(all)) return false;
  const textHeightPx = findTextHeight(all, heightPx);
  return textHeightPx === null || isWorn(withoutDashes(all, textHeightPx));
}

function cellLines(components: readonly Component[], box: Box, textHeightPx: number): InkLine[] {
  const lines = findLines(components, textHeightPx);
  return lines.flatMap((line) => {
    if (isWorthReading(line, textHeightPx) || isThinDigit(line, box, textHeightPx)) return [line];
    return isDash(line, box, textHeightPx) ? [withRoom(line, box, textHeightPx)] : [];
  });
}

/** A 1 alone in its cell is as thin as the rest of a rule, but stands clear of the cell's sides, though it may stand on its foot. */
function isThinDigit({ box }: InkLine, cell: Box, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const clear = Math.min(box[0] - cell[0], cell[2] - box[2], Math.max(box[1] - cell[1], cell[3] - box[3]));
  const isTall = height >= textHeightPx * 0.55 && height <= textHeightPx * 1.2;
  return isTall && width >= Math.max(2, textHeightPx * 0.08) && clear >= textHeightPx * 0.1;
}

/** 一, — and --- are as low as the rest of a rule, but stand clear of the cell's sides. */
function isDash({ box }: InkLine, cell: Box, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const clear = Math.min(box[0] - cell[0], cell[2] - box[2]);
  const clearAbove = Math.min(box[1] - cell[1], cell[3] - box[3]);
  const isWide = width >= textHeightPx * 0.2 && width >= height * 1.5;
  return isWide && clear >= textHeightPx * 0.1 && clearAbove >= textHeightPx * 0.2;
}

/** A dash with the white that a character of full height would take above and below it. */
function withRoom(line: InkLine, cell: Box, textHeightPx: number): InkLine {
  const [x0, y0, x1, y1] = line.box;
  const middle = (y0 + y1) / 2;
  const top = Math.max(cell[1], Math.round(middle - textHeightPx / 2));
  const bottom = Math.min(cell[3], Math.round(middle + textHeightPx / 2));
  return { box: [x0, Math.min(y0, top), x1, Math.max(y1, bottom)], textHeightPx };
}

const LONE_RULE = 15;

/** A short rule outside a table may be a row of strokes; erasing it would eat into figures. */
function keepShortRules(
  ruleMask: Uint8Array,
  widthPx: number,
  loneRules: readonly Box[],
  textHeightPx: number,
): void {
  for (const rule of loneRules) {
    const [x0, y0, x1, y1] = rule;
    if (isOfFrame(rule, loneRules, textHeightPx)) continue;
    if (x1 - x0 >= textHeightPx * LONE_RULE || y1 - y0 >= textHeightPx * LONE_RULE) continue;
    for (let y = y0; y < y1; y++) ruleMask.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
}

/** Whitens rules and the grey fringe that thresholding leaves around them. */
function eraseRules(grey: GreyPicture, rules: InkBits): GreyPicture {
  const { widthPx, data } = grey;
  const erased = data.slice();
  const last = data.length - widthPx;
  for (let i = nextInked(rules, widthPx, last); i < last; i = nextInked(rules, i + 1, last)) {
    erased[i] = 255;
    if (data[i - 1] > FRINGE) erased[i - 1] = 255;
    if (data[i + 1] > FRINGE) erased[i + 1] = 255;
    if (data[i - widthPx] > FRINGE) erased[i - widthPx] = 255;
    if (data[i + widthPx] > FRINGE) erased[i + widthPx] = 255;
  }
  return { ...grey, data: erased };
}

const FRINGE = 120;

/** A lone speck or fold is no line. */
function isWorthReading({ box }: InkLine, textHeightPx: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  return height >= textHeightPx * 0.4 && width >= textHeightPx * 0.25;
}
