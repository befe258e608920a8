import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { placeChars } from "./place-chars.ts";
import { readFigures } from "./read-figures.ts";
import type { LineReading, PageReaders } from "./reader.ts";
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
      const first = await readers.first.readLine(crop);
      const second = readers.second && needsSecond(first) ? await readers.second.readLine(crop) : null;
      const voted = voteLine(line.box, first, second);
      if (!readers.figures) return voted;
      const placed = placeChars(voted, grey, line.textHeightPx);
      return readFigures(placed, line, grey, readers.figures);
    }),
  );
}

const UNSURE = 90;
const FIGURE = /[\d%零壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;

/** Figures are always read twice; other text where the first reader is unsure of any character. */
function needsSecond({ chars }: LineReading): boolean {
  return chars.length === 0 || chars.some((char) => FIGURE.test(char.text) || char.confidence < UNSURE);
}
