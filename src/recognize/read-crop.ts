import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, LineReading } from "./readers/reader.ts";
import { meanConfidence } from "./vote.ts";

/** One reader's reading of a line, or of a span of one; at its best text height unless another is asked for, so many times as wide. */
export function readCrop(
  reader: LineReader,
  grey: GreyPicture,
  line: InkLine,
  { textPx, stretch }: { textPx?: number; stretch?: number } = {},
): Promise<LineReading> {
  const crop = cropLine(grey, line, textPx, stretch);
  return isShort(line) ? readShortLine(reader, crop) : reader.readLine(crop);
}

/** The network's best text height; with the crop's margins it is the height it was trained at. */
const NETWORK_TEXT_PX = 32;
/** Print lower than this is blurred once it is brought to that height: like digits side by side run into one. */
const SMALL_TEXT_PX = 24;
const SMALL_STRETCH = 1.35;
/** Readings less sure than this are tried again wider: of narrow letters the network loses some. */
const SURE = 95;
const NARROW_STRETCH = 1.6;

/** The network's reading of a line of a page; asked for again, it is the one that was asked for before. */
export function readByNetwork(network: LineReader, grey: GreyPicture, line: InkLine): Promise<LineReading> {
  const known = asked.get(line);
  if (known?.network === network && known.grey === grey) return known.reading;
  const reading = readOnce(network, grey, line);
  // What was asked for ahead may never be wanted: then nobody is told that it failed.
  reading.catch(() => undefined);
  asked.set(line, { network, grey, reading });
  return reading;
}

const asked = new WeakMap<
  InkLine,
  { network: LineReader; grey: GreyPicture; reading: Promise<LineReading> }
>();

/** Time grows with the width, so that only what needs it is read wide. */
async function readOnce(network: LineReader, grey: GreyPicture, line: InkLine): Promise<LineReading> {
  const stretch = line.textHeightPx < SMALL_TEXT_PX ? SMALL_STRETCH : 1;
  const seen = await readCrop(network, grey, line, { textPx: NETWORK_TEXT_PX, stretch });
  const sureness = meanConfidence(seen.chars);
  if (seen.chars.length === 0 || sureness >= SURE) return seen;
  const wide = { textPx: NETWORK_TEXT_PX, stretch: stretch * NARROW_STRETCH };
  const other = await readCrop(network, grey, line, wide);
  return holds(other, seen) && meanConfidence(other.chars) > sureness ? other : seen;
}

/** Whether a reading has another one's characters among its own, most of them: strokes drawn wide pass for 111. */
function holds(wide: LineReading, narrow: LineReading): boolean {
  let at = 0;
  let kept = 0;
  for (const { text } of narrow.chars) {
    const found = wide.chars.findIndex((char, i) => i >= at && char.text === text);
    if (found < 0) continue;
    kept++;
    at = found + 1;
  }
  return kept > 0 && kept * 2 >= narrow.chars.length && wide.chars.length >= narrow.chars.length;
}

const SHORT = 1.25;

/** Room for one character, or two narrow ones. */
export function isShort({ box, textHeightPx }: InkLine): boolean {
  return box[2] - box[0] < textHeightPx * SHORT;
}
