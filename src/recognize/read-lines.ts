import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { dropStrayPoints } from "./drop-stray-points.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { lineMisfit, placeChars } from "./place-chars.ts";
import { isShort } from "./read-crop.ts";
import { readFigures } from "./read-figures.ts";
import { readShortLine } from "./read-short-line.ts";
import { readWithNetwork } from "./read-with-network.ts";
import type { LineReader, LineReading, PageReaders, ReadChar } from "./readers/reader.ts";
import { dropBeforeFigure } from "./settle/drop-before-figure.ts";
import { settleBrackets } from "./settle/settle-brackets.ts";
import { settleByInk } from "./settle/settle-by-ink.ts";
import { settleLonePercents } from "./settle/settle-lone-percent.ts";
import { settleLoneStroke } from "./settle/settle-lone-stroke.ts";
import { settleMarks, withCommas } from "./settle/settle-marks.ts";
import { settleYuanSigns } from "./settle/settle-yuan-sign.ts";
import { voteLine } from "./vote.ts";

/** Reads lines of a page, each from its own crop; the second reader is asked where it counts. */
export async function readLines(
  grey: GreyPicture,
  lines: readonly InkLine[],
  readers: PageReaders,
): Promise<RecognizedLine[]> {
  const read = await Promise.all(lines.map((line) => readOne(grey, line, readers)));
  return readers.figures ? settleLonePercents(dropStrayPoints(read)) : read;
}

async function readOne(grey: GreyPicture, line: InkLine, readers: PageReaders): Promise<RecognizedLine> {
  const voted = await readTwice(grey, line, readers);
  if (!readers.figures) return voted;
  const fitting = await fitToInk(voted, grey, line, readers);
  const settled = settleByInk(fitting, grey, line.textHeightPx);
  const placed = settleYuanSigns(placeChars(settled, grey, line.textHeightPx), grey);
  const texts = [readers.second, readers.first].filter((reader) => reader !== null);
  const marked = settleBrackets(settleMarks(settleLoneStroke(placed, grey), grey, line.textHeightPx), grey);
  const figures = await readFigures(dropBeforeFigure(marked, grey), line, grey, {
    ...readers.figures,
    texts,
    isSettledByTwoKinds: readers.network !== null,
  });
  return withCommas(figures);
}

async function readTwice(
  grey: GreyPicture,
  line: InkLine,
  readers: PageReaders,
  textPx?: number,
): Promise<RecognizedLine> {
  if (readers.network && textPx === undefined)
    return readWithNetwork(grey, line, { ...readers, network: readers.network });
  const crop = cropLine(grey, line, textPx);
  // A layer's reader sees no picture.
  const isAlone = readers.second !== null && isShort(line);
  const read = (reader: LineReader): Promise<LineReading> =>
    isAlone ? readShortLine(reader, crop) : reader.readLine(crop);
  const first = await read(readers.first);
  const second = readers.second && (isAlone || needsSecond(first)) ? await read(readers.second) : null;
  return voteLine(line.box, first, second);
}

/** More than a character lost or too many. */
const ILL_FITTING = 0.8;
/** Longer lines misfit by what their many characters differ in width. */
const LONGEST = 14;
const OTHER_SIZES_PX = [24, 38];

/** A short line whose ink gives its reading the lie is read at other sizes; the best fitting reading stands. */
async function fitToInk(
  voted: RecognizedLine,
  grey: GreyPicture,
  line: InkLine,
  readers: PageReaders,
): Promise<RecognizedLine> {
  const misfit = ({ text }: RecognizedLine): number => lineMisfit(text, line.box, grey, line.textHeightPx);
  const isLong = line.box[2] - line.box[0] > line.textHeightPx * LONGEST;
  let best = voted;
  for (const sizePx of OTHER_SIZES_PX) {
    if (isLong || misfit(best) <= ILL_FITTING) return best;
    const other = await readTwice(grey, line, readers, sizePx);
    if (misfit(other) < misfit(best)) best = other;
  }
  return best;
}

const UNSURE = 90;
const FIGURE = /[\d%零壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;

/** Brackets that the first reader takes round ones for, and quotation marks it sees in blanks. */
const ODD_MARK = /[〈〔《<[{“”"‘’]/;

/** Figures are always read twice; other text where the first reader is unsure of any character. */
function needsSecond({ chars }: LineReading): boolean {
  const isUnsure = ({ text, confidence }: ReadChar): boolean =>
    FIGURE.test(text) || ODD_MARK.test(text) || confidence < UNSURE;
  return chars.length === 0 || chars.some(isUnsure);
}
