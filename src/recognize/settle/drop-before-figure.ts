import type { Box } from "../../model/place.ts";
import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { findComponents } from "../components.ts";
import { without } from "./settle-marks.ts";

/** A figure alone in its line with a mark before it that no figure has there. */
const MARKED_FIGURE = /^[:：;；·'’‘“”"、，,。\]］】〕)）]\d(?:[\d,.]*\d)?[%％]?$/;
const INK_LEVEL = 150;
/** As a share of the figure's height: dirt is lower than a colon's two points together, and far lower than a digit. */
const MOST_DIRT = 0.3;
/** What stands there may have been a digit: only arithmetic can make such a figure sure. */
const UNSURE = 60;

/**
 * A figure that stands alone, without the mark before it where the mark's ink is dirt, or where a reader saw none
 * and its ink is the first digit's: a 1 with a foot passes for ]1.
 */
export function dropBeforeFigure(line: RecognizedLine, grey: GreyPicture): RecognizedLine {
  if (!MARKED_FIGURE.test(line.text)) return line;
  const pieces = piecesOf(line, grey);
  const own = pieces.filter(([x0]) => x0 < line.edgesPx[1]);
  const others = pieces.filter((piece) => !own.includes(piece));
  const isUnseen = line.rivals.some(({ start, length, saw }) => start === 0 && length === 1 && saw === "");
  const isOfDigit = isUnseen && own.length === 1 && isDigitBy(own[0], others);
  if (!isOfDigit && !isDirt(own, others)) return line;
  const bare = without(line, 0);
  const left = isOfDigit ? line.box[0] : line.edgesPx[1];
  return {
    ...bare,
    box: [left, line.box[1], line.box[2], line.box[3]],
    edgesPx: [left, ...bare.edgesPx.slice(1)],
    confidences: bare.confidences.map((one) => Math.min(one, UNSURE)),
  };
}

const heightOf = ([, y0, , y1]: Box): number => y1 - y0;
const widthOf = ([x0, , x1]: Box): number => x1 - x0;

/** Whether a piece of ink is as high as a figure's others and no wider than one of them, so that it is no two characters. */
function isDigitBy(piece: Box, others: readonly Box[]): boolean {
  const high = others.filter((other) => heightOf(other) >= Math.max(...others.map(heightOf)) * FULL_HEIGHT);
  const isHigh = high.some((other) => heightOf(piece) >= heightOf(other) * FULL_HEIGHT);
  return isHigh && high.some((other) => widthOf(other) * WIDER >= widthOf(piece));
}

const FULL_HEIGHT = 0.8;
/** By how much a digit's ink may be wider than another's. */
const WIDER = 1.1;

function isDirt(own: readonly Box[], others: readonly Box[]): boolean {
  if (own.length === 0 || others.length === 0) return false;
  const [top, bottom] = [Math.min(...own.map(([, y0]) => y0)), Math.max(...own.map(([, , , y1]) => y1))];
  return bottom - top < Math.max(...others.map(heightOf)) * MOST_DIRT;
}

/** The pieces of ink in a line's box, on the page. */
function piecesOf({ box: [x0, y0, x1, y1] }: RecognizedLine, { data, widthPx }: GreyPicture): Box[] {
  const [width, height] = [x1 - x0, y1 - y0];
  const ink = { widthPx: width, heightPx: height, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      ink.data[y * width + x] = data[(y0 + y) * widthPx + x0 + x] < INK_LEVEL ? 1 : 0;
  }
  return findComponents(ink).map(({ box }) => [box[0] + x0, box[1] + y0, box[2] + x0, box[3] + y0]);
}
