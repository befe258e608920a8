import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { placeChars } from "./place-chars.ts";
import { readFigures } from "./read-figures.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, LineReading, PageReaders, ReadChar } from "./reader.ts";
import { settleByInk } from "./settle-by-ink.ts";
import { settleYuanSigns } from "./settle-yuan-sign.ts";
import { voteLine } from "./vote.ts";

/** Reads lines of a page, each from its own crop; the second reader is asked where it counts. */
export async function readLines(
  grey: GreyPicture,
  lines: readonly InkLine[],
  readers: PageReaders,
): Promise<RecognizedLine[]> {
  return Promise.all(lines.map((line) => readOne(grey, line, readers)));
}

async function readOne(grey: GreyPicture, line: InkLine, readers: PageReaders): Promise<RecognizedLine> {
  const crop = cropLine(grey, line);
  // A layer's reader sees no picture.
  const isAlone = readers.second !== null && isShort(line);
  const read = (reader: LineReader): Promise<LineReading> =>
    isAlone ? readShortLine(reader, crop) : reader.readLine(crop);
  const first = await read(readers.first);
  const second = readers.second && (isAlone || needsSecond(first)) ? await read(readers.second) : null;
  const voted = voteLine(line.box, first, second);
  if (!readers.figures) return voted;
  const settled = settleByInk(voted, grey, line.textHeightPx);
  const placed = settleYuanSigns(placeChars(settled, grey, line.textHeightPx), grey);
  return readFigures(placed, line, grey, readers.figures);
}

const SHORT = 1.25;

/** Room for one character, or two narrow ones. */
function isShort({ box, textHeightPx }: InkLine): boolean {
  return box[2] - box[0] < textHeightPx * SHORT;
}

const UNSURE = 90;
const FIGURE = /[\d%零壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;

/** Brackets that the first reader takes round ones for. */
const ODD_BRACKET = /[〈〔《<[{]/;

/** Figures are always read twice; other text where the first reader is unsure of any character. */
function needsSecond({ chars }: LineReading): boolean {
  const isUnsure = ({ text, confidence }: ReadChar): boolean =>
    FIGURE.test(text) || ODD_BRACKET.test(text) || confidence < UNSURE;
  return chars.length === 0 || chars.some(isUnsure);
}
