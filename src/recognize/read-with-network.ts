import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findDoubtedSpans, type Span } from "./doubted-spans.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { placeChars } from "./place-chars.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, LineReading, PageReaders, ReadChar } from "./reader.ts";
import { voteLine } from "./vote.ts";
import { isDisputed, type SpanReading, weave } from "./weave.ts";

/** Reads a line with the network, what counts of it with the first reader, and asks the second where these differ. */
export async function readWithNetwork(
  grey: GreyPicture,
  line: InkLine,
  { first, second, network }: PageReaders & { network: LineReader },
): Promise<RecognizedLine> {
  const seen = await readCrop(network, grey, line, NETWORK_TEXT_PX);
  const reading = { ...seen, chars: seen.chars.filter((char) => !isSeenInWhite(char, line, grey)) };
  const alone = placeChars(voteLine(line.box, reading, null), grey, line.textHeightPx);
  const spans = await readSpans(alone, line, grey, first);
  const witness = second && isDisputed(alone, spans) ? await readCrop(second, grey, line) : null;
  return weave(alone, first.name, spans, witness);
}

/** One reader's reading of a line, or of a span of one. */
export function readCrop(
  reader: LineReader,
  grey: GreyPicture,
  line: InkLine,
  textPx?: number,
): Promise<LineReading> {
  const crop = cropLine(grey, line, textPx);
  return isShort(line) ? readShortLine(reader, crop) : reader.readLine(crop);
}

/** In a wide gap between characters the network is apt to see one that is not there. */
function isSeenInWhite(
  { confidence, x0, x1 }: ReadChar,
  { box, textHeightPx }: InkLine,
  grey: GreyPicture,
): boolean {
  if (confidence >= UNSURE) return false;
  const [middle, reach] = [(x0 + x1) / 2, textHeightPx * CORE];
  const [from, to] = [
    Math.max(0, Math.floor(middle - reach)),
    Math.min(grey.widthPx, Math.ceil(middle + reach)),
  ];
  for (let y = box[1]; y < box[3]; y++) {
    for (let x = from; x < to; x++) if (grey.data[y * grey.widthPx + x] < FAINT_LEVEL) return false;
  }
  return true;
}

const UNSURE = 60;
/** How far to either side of its middle a character surely has ink, in text heights. */
const CORE = 0.4;
/** Paper is lighter than this, also where it is grained. */
const FAINT_LEVEL = 215;

const SHORT = 1.25;

/** Room for one character, or two narrow ones. */
export function isShort({ box, textHeightPx }: InkLine): boolean {
  return box[2] - box[0] < textHeightPx * SHORT;
}

/** The network's best text height; with the crop's margins it is the height it was trained at. */
const NETWORK_TEXT_PX = 32;
/** A span in which a reader saw fewer characters than this share was cut wrongly. */
const LEAST_SEEN = 0.5;

async function readSpans(
  line: RecognizedLine,
  ink: InkLine,
  grey: GreyPicture,
  reader: LineReader,
): Promise<SpanReading[]> {
  const read = async (span: Span): Promise<SpanReading> => {
    const box = boxOf(line, span);
    const { chars } = await readCrop(reader, grey, { box, textHeightPx: ink.textHeightPx });
    return { ...span, chars };
  };
  const spans = await Promise.all(findDoubtedSpans(line).map(read));
  const isLost = spans.some(({ start, end, chars }) => chars.length < (end - start) * LEAST_SEEN);
  return isLost ? [await read({ start: 0, end: line.text.length })] : spans;
}

/** A span's own ink: from its first character's left to just before the next one's. */
function boxOf({ box, edgesPx, text }: RecognizedLine, { start, end }: Span): Box {
  const x0 = start === 0 ? box[0] : Math.max(box[0], edgesPx[start] - 1);
  const x1 = end >= text.length ? box[2] : edgesPx[end] - 1;
  return [x0, box[1], Math.max(x1, x0 + 1), box[3]];
}
