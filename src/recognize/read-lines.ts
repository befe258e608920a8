import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine, type LineCrop, repeatCrop } from "./line-crop.ts";
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
    lines.map(async (line) => {
      const crop = cropLine(grey, line);
      const isShort = line.box[2] - line.box[0] < line.textHeightPx * SHORT;
      const read = (reader: LineReader): Promise<LineReading> =>
        isShort && readers.second ? readRepeated(reader, crop) : reader.readLine(crop);
      const first = await read(readers.first);
      const second = readers.second && (isShort || needsSecond(first)) ? await read(readers.second) : null;
      const voted = voteLine(line.box, first, second);
      if (!readers.figures) return voted;
      const placed = placeChars(voted, grey, line.textHeightPx);
      return readFigures(placed, line, grey, readers.figures);
    }),
  );
}

const SHORT = 1.7;
const REPEATS = 3;

/** Reads a line of a character or two three times over in one picture; what two of the three say counts. */
async function readRepeated(reader: LineReader, crop: LineCrop): Promise<LineReading> {
  const { chars } = await reader.readLine(repeatCrop(crop, REPEATS));
  const solid = chars.filter((char) => char.text.trim() !== "");
  const length = solid.length / REPEATS;
  if (!Number.isInteger(length) || length === 0) return reader.readLine(crop);
  const voted = Array.from({ length }, (_, i): ReadChar => {
    const copies = Array.from({ length: REPEATS }, (_, k) => solid[k * length + i]);
    const votes = (text: string): number => copies.filter((copy) => copy.text === text).length;
    const best = copies.reduce((a, b) => (votes(b.text) > votes(a.text) ? b : a));
    const [x0, x1] = [crop.box[0], crop.box[2]];
    const at = (k: number): number => Math.round(x0 + ((x1 - x0) * k) / length);
    return { text: best.text, confidence: votes(best.text) > 1 ? best.confidence : 40, x0: at(i), x1: at(i + 1) };
  });
  return { reader: reader.name, chars: voted };
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
