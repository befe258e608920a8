import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { type Component, findComponents } from "./components.ts";

/** Print too faint for ink is darker than this, paper is lighter, also where it is grained. */
const FAINT_LEVEL = 215;
/** A shaded cell is no print. */
const MOST_INKED = 0.2;
/** In text heights: what is left of rules at a cell's sides lies nearer; a digit is higher, a dash longer. */
const CLEAR_OF_SIDE = 0.12;
const LEAST_HEIGHT = 0.5;
const MOST_HEIGHT = 1.3;
const LEAST_WIDTH = 0.15;
const LEAST_DASH = 0.35;
const MOST_DASH_HEIGHT = 0.25;

/** In text heights: a cell of nothing higher may hold strokes of 二 or 三 alone, and the others too faint for ink. */
const HIGHEST_STROKE = 0.3;
/** In text heights: so much more of a cell's height is print where strokes were lost. */
const LOST = 0.2;
/** Print is so many times as long as its ink where but the ends of strokes are ink. */
const MUCH_LONGER = 1.5;

/** A cell's pieces of ink, or those of its print that is too faint for ink where there is none, or strokes of it alone. */
export function withFaintStrokes(
  inked: readonly Component[],
  grey: GreyPicture,
  cell: Box,
  textHeightPx: number,
): readonly Component[] {
  if (inked.some(({ box }) => boxHeight(box) > HIGHEST_STROKE * textHeightPx)) return inked;
  const faint = findFaintPieces(grey, cell, textHeightPx);
  if (inked.length === 0 || faint.length === 0) return faint.length === 0 ? inked : faint;
  const heightOf = (pieces: readonly Component[]): number =>
    boxHeight(unionOfBoxes(pieces.map(({ box }) => box)));
  const lengthOf = (pieces: readonly Component[]): number =>
    pieces.reduce((sum, { box }) => sum + boxWidth(box), 0);
  const isHigher = faint.length > 1 && heightOf(faint) >= heightOf(inked) + LOST * textHeightPx;
  return isHigher || lengthOf(faint) >= MUCH_LONGER * lengthOf(inked) ? faint : inked;
}

/** The digits and dashes of a cell in which there is no ink: they may be too faint for that, and must not be lost. */
export function findFaintPieces(grey: GreyPicture, cell: Box, textHeightPx: number): Component[] {
  const clear = Math.max(2, Math.round(CLEAR_OF_SIDE * textHeightPx));
  const [x0, y0, x1, y1] = [cell[0] + clear, cell[1] + clear, cell[2] - clear, cell[3] - clear];
  const [widthPx, heightPx] = [x1 - x0, y1 - y0];
  if (widthPx < 1 || heightPx < 1) return [];
  const data = new Uint8Array(widthPx * heightPx);
  let inked = 0;
  for (let y = 0; y < heightPx; y++) {
    const from = (y0 + y) * grey.widthPx + x0;
    for (let x = 0; x < widthPx; x++) {
      if (grey.data[from + x] >= FAINT_LEVEL) continue;
      data[y * widthPx + x] = 1;
      inked++;
    }
  }
  if (inked === 0 || inked > MOST_INKED * data.length) return [];
  return findComponents({ widthPx, heightPx, data })
    .filter(({ box }) => isInside(box, widthPx, heightPx) && isLikePrint(box, textHeightPx))
    .map(({ box, area }) => ({ box: [box[0] + x0, box[1] + y0, box[2] + x0, box[3] + y0], area }));
}

const isInside = ([x0, y0, x1, y1]: Box, widthPx: number, heightPx: number): boolean =>
  x0 > 0 && y0 > 0 && x1 < widthPx && y1 < heightPx;

function isLikePrint(box: Box, textHeightPx: number): boolean {
  const [width, height] = [boxWidth(box) / textHeightPx, boxHeight(box) / textHeightPx];
  const isDash = width >= LEAST_DASH && height <= MOST_DASH_HEIGHT;
  return isDash || (height >= LEAST_HEIGHT && height <= MOST_HEIGHT && width >= LEAST_WIDTH);
}
