import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine, cropWithCompany, type LineCrop } from "./line-crop.ts";
import { placeChars } from "./place-chars.ts";
import { readFigures } from "./read-figures.ts";
import type { LineReader, LineReading, PageReaders, ReadChar } from "./reader.ts";
import { voteLine } from "./vote.ts";

/** Reads lines of a page, each from its own crop; the second reader is asked where it counts. */
export async function readLines(
  grey: GreyPicture,
  lines: readonly InkLine[],
  readers: PageReaders,
): Promise<RecognizedLine[]> {
  return Promise.all(
    lines.map(async (line, i) => {
      const crop = cropLine(grey, line);
      const above = lines[i - 1];
      const isAlone = above !== undefined && isShort(line) && !isShort(above) && isBelow(line, above);
      const read = (reader: LineReader): Promise<LineReading> =>
        isAlone && readers.second
          ? readLast(reader, line, cropWithCompany(grey, above, line))
          : reader.readLine(crop);
      const first = await read(readers.first);
      const second = readers.second && (isAlone || needsSecond(first)) ? await read(readers.second) : null;
      const voted = voteLine(line.box, first, second);
      if (!readers.figures) return voted;
      const placed = placeChars(voted, grey, line.textHeightPx);
      return readFigures(placed, line, grey, readers.figures);
    }),
  );
}

const SHORT = 1.25;
const LINE_STEP = 2.5;

/** Room for one character only. */
function isShort({ box, textHeightPx }: InkLine): boolean {
  return box[2] - box[0] < textHeightPx * SHORT;
}

function isBelow(line: InkLine, above: InkLine): boolean {
  const step = line.box[3] - above.box[3];
  return step > line.textHeightPx * 0.5 && step < line.textHeightPx * LINE_STEP && line.box[0] < above.box[2];
}

/** Reads a lone character behind the end of the line above it; only the last character is its own. */
async function readLast(reader: LineReader, { box }: InkLine, crop: LineCrop): Promise<LineReading> {
  const { chars } = await reader.readLine(crop);
  const last = chars.filter((char) => char.text.trim() !== "").at(-1);
  return { reader: reader.name, chars: last ? [{ ...last, x0: box[0], x1: box[2] }] : [] };
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
