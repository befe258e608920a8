import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { findComponents } from "../components.ts";

const INK_LEVEL = 150;
/** What readers make of a row of dashes. */
const DASHES = /^[-—–－一~_.=!！]+$/;
/** In text heights: how high a dash is at most, and how long a hyphen is. */
const MOST_HEIGHT = 0.25;
const LONGEST_HYPHEN = 0.6;

/** Several dashes in a row are told by their ink: readers take some of them for 一. One alone stays as it was read. */
export function settleDashes(line: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  if (line.text.length < 2 || !DASHES.test(line.text)) return line;
  if (line.rivals.some(({ saw }) => /\d/.test(saw))) return line;
  const dashes = dashesOf(line, grey).filter(([from, , to]) => to - from >= 0.1 * textHeightPx);
  const isRow = dashes.every(
    ([x0, y0, x1, y1]) => y1 - y0 <= MOST_HEIGHT * textHeightPx && x1 - x0 > y1 - y0,
  );
  const lengths = dashes.map(([x0, , x1]) => x1 - x0);
  const areAlike = Math.max(...lengths) <= 1.5 * Math.min(...lengths);
  const areHyphens = Math.max(...lengths) <= LONGEST_HYPHEN * textHeightPx;
  if (dashes.length < 2 || !isRow || !areAlike || !areHyphens) return line;
  const confidence = Math.min(...line.confidences);
  return {
    ...line,
    text: "-".repeat(dashes.length),
    confidences: dashes.map(() => confidence),
    edgesPx: [...dashes.map(([x0]) => x0), dashes[dashes.length - 1][2]],
    rivals: [],
    disturbed: line.disturbed.length > 0 ? [[0, dashes.length]] : [],
  };
}

/** The pieces of ink in a line's box, left to right. */
function dashesOf({ box: [x0, y0, x1, y1] }: RecognizedLine, { data, widthPx }: GreyPicture): number[][] {
  const [width, height] = [x1 - x0, y1 - y0];
  const ink = { widthPx: width, heightPx: height, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      ink.data[y * width + x] = data[(y0 + y) * widthPx + x0 + x] < INK_LEVEL ? 1 : 0;
  }
  return findComponents(ink)
    .map(({ box }) => [box[0] + x0, box[1] + y0, box[2] + x0, box[3] + y0])
    .sort((a, b) => a[0] - b[0]);
}
