import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, PageReaders } from "./readers/reader.ts";

/** A column's line is no wider than this many text heights. */
const MOST_WIDE = 1.6;
/** Two readers must see this share of a turned line alike, and less of it standing upright. */
const AGREED = 0.75;
const PAPER = 255;

/**
 * A cell's lines; where its text lies on its side in one narrow column, the one line it is. Characters one below the
 * other stay as they are: the network reads those that lie on their left side as well, so a reader of another kind
 * tells which way they stand.
 */
export async function readTurnedCell(
  grey: GreyPicture,
  lines: readonly InkLine[],
  upright: RecognizedLine[],
  { first, network }: PageReaders,
): Promise<RecognizedLine[]> {
  if (!network || !isNarrowColumn(lines) || upright.length !== lines.length) return upright;
  const alone = await Promise.all(lines.map((line) => readShortLine(first, cropLine(grey, line))));
  const standing = alone.filter(({ chars }, at) => textOf(chars) === upright[at].text).length;
  if (standing >= AGREED * lines.length) return upright;
  const box = unionOfBoxes(lines.map((line) => line.box));
  const turned = await Promise.all([
    readSideways(grey, box, "from its foot", network, first),
    readSideways(grey, box, "from its head", network, first),
  ]);
  const best = turned.sort((a, b) => b.alike - a.alike)[0];
  const isPlain = best.alike >= AGREED && best.alike > standing / lines.length;
  return isPlain ? [best.line] : upright;
}

/** Whether lines of about one character each stand one below the other. */
function isNarrowColumn(lines: readonly InkLine[]): boolean {
  if (lines.length < 2) return false;
  return lines.every(({ box, textHeightPx }, at) => {
    const before = lines[at - 1]?.box;
    const isBelow = !before || (box[1] >= before[1] && box[1] - before[3] <= textHeightPx);
    return isBelow && boxWidth(box) <= MOST_WIDE * textHeightPx && boxHeight(box) <= 2 * textHeightPx;
  });
}

/** A column read as a line that begins at its foot or at its head, and the share of it that both readers see alike. */
async function readSideways(
  grey: GreyPicture,
  box: Box,
  begins: "from its foot" | "from its head",
  network: LineReader,
  first: LineReader,
): Promise<{ line: RecognizedLine; alike: number }> {
  const picture = laidDown(grey, box, begins);
  const ink = { box: [0, 0, picture.widthPx, picture.heightPx] as Box, textHeightPx: picture.heightPx };
  const crop = cropLine(picture, ink);
  const [seen, other] = await Promise.all([network.readLine(crop), first.readLine(crop)]);
  const chars = seen.chars.filter(({ text }) => text.trim() !== "");
  const text = textOf(chars);
  const rival = [...textOf(other.chars)];
  const isSame = (at: number): boolean => rival[at] === chars[at].text;
  const alike = chars.filter((_, at) => rival.length === chars.length && isSame(at)).length;
  const edge = (at: number): number => Math.round(box[0] + (boxWidth(box) * at) / Math.max(1, text.length));
  const differing = rival.length === chars.length ? [...chars.keys()].filter((at) => !isSame(at)) : [];
  const line: RecognizedLine = {
    box,
    text,
    confidences: chars.map((char, at) => (isSame(at) ? char.confidence : Math.min(char.confidence, DOUBTED))),
    edgesPx: Array.from({ length: text.length + 1 }, (_, at) => edge(at)),
    readers: [network.name, first.name],
    rivals: differing.map((at) => ({
      reader: first.name,
      start: at,
      length: 1,
      saw: rival[at],
      confidence: DOUBTED,
    })),
    disturbed: [],
  };
  return { line, alike: chars.length < 2 ? 0 : alike / chars.length };
}

/** What one of two readers saw otherwise. */
const DOUBTED = 60;

const textOf = (chars: readonly { text: string }[]): string =>
  chars
    .map(({ text }) => text)
    .join("")
    .replace(/\s/g, "");

/** A box of a page turned so that what begins at its foot (or head) begins on the left. */
function laidDown(
  { widthPx, data }: GreyPicture,
  [x0, y0, x1, y1]: Box,
  begins: "from its foot" | "from its head",
): GreyPicture {
  const [width, height] = [y1 - y0, x1 - x0];
  const laid = new Uint8Array(width * height).fill(PAPER);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = begins === "from its foot" ? [x0 + y, y1 - 1 - x] : [x1 - 1 - y, y0 + x];
      laid[y * width + x] = data[fromY * widthPx + fromX];
    }
  }
  return { widthPx: width, heightPx: height, data: laid };
}
