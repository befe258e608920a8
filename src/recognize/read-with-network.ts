import { type Box, boxWidth } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { findDoubtedSpans, type Span } from "./doubted-spans.ts";
import { fillHoles } from "./fill-holes.ts";
import type { InkLine } from "./find-lines.ts";
import { withoutPercentEchoes } from "./percent-echoes.ts";
import { placeChars } from "./place-chars.ts";
import { readByNetwork, readCrop } from "./read-crop.ts";
import type { LineReader, PageReaders, ReadChar } from "./readers/reader.ts";
import { voteLine } from "./vote.ts";
import { isDisputed, type SpanReading, weave } from "./weave.ts";

/** Reads a line with the network, what counts of it with the first reader, and asks the second where these differ. */
export async function readWithNetwork(
  grey: GreyPicture,
  line: InkLine,
  { first, second, network }: PageReaders & { network: LineReader },
): Promise<RecognizedLine> {
  const seen = await readByNetwork(network, grey, line);
  const inked = { ...seen, chars: seen.chars.filter((char) => !isSeenInWhite(char, line, grey)) };
  const { rivals, ...reading } = await fillHoles(inked, line, grey, { first, second });
  const alone = { ...placeChars(voteLine(line.box, reading, null), grey, line.textHeightPx), rivals };
  const spans = await readSpans(alone, line, grey, first);
  const asked = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  const witness =
    second && isDisputed(alone, spans)
      ? { reader: second.name, ...(await readSpan(asked, alone, line, grey, second)) }
      : null;
  return weave(alone, first.name, spans, witness);
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

/** A span in which a reader saw fewer characters than this share was cut wrongly. */
const LEAST_SEEN = 0.5;

async function readSpans(
  line: RecognizedLine,
  ink: InkLine,
  grey: GreyPicture,
  reader: LineReader,
): Promise<SpanReading[]> {
  const read = (span: Span): Promise<SpanReading> => readSpan(span, line, ink, grey, reader);
  const spans = await Promise.all(findDoubtedSpans(line).map(read));
  const isLost = spans.some(({ start, end, chars }) => chars.length < (end - start) * LEAST_SEEN);
  return isLost ? [await read({ start: 0, end: line.text.length })] : spans;
}

async function readSpan(
  span: Span,
  line: RecognizedLine,
  { textHeightPx }: InkLine,
  grey: GreyPicture,
  reader: LineReader,
): Promise<SpanReading> {
  const box = boxOf(line, span);
  const stretch = boxWidth(box) > textHeightPx * LONG ? PRESSED : 1;
  const { chars } = await readCrop(reader, grey, { box, textHeightPx }, { stretch });
  return { ...span, chars: withoutPercentEchoes(line, span, chars) };
}

/**
 * Time grows with the width, and most of it is that of long spans, which these readers read pressed together to this as
 * well: of 82 of 12 drawn scans the first read 45 right but for marks, and 46 as they stand; the second 13 and 12 of 31.
 */
const PRESSED = 0.85;
/** In text heights. */
const LONG = 8;

/** A span's own ink: from its first character's left to just before the next one's. */
function boxOf({ box, edgesPx, text }: RecognizedLine, { start, end }: Span): Box {
  const x0 = start === 0 ? box[0] : Math.max(box[0], edgesPx[start] - 1);
  const x1 = end >= text.length ? box[2] : edgesPx[end] - 1;
  return [x0, box[1], Math.max(x1, x0 + 1), box[3]];
}
