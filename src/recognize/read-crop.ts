import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, LineReading } from "./readers/reader.ts";

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

/** The network's best text height; with the crop's margins it is the height it was trained at. */
const NETWORK_TEXT_PX = 32;

/** The network's reading of a line. */
export function readByNetwork(network: LineReader, grey: GreyPicture, line: InkLine): Promise<LineReading> {
  return readCrop(network, grey, line, NETWORK_TEXT_PX);
}

const SHORT = 1.25;

/** Room for one character, or two narrow ones. */
export function isShort({ box, textHeightPx }: InkLine): boolean {
  return box[2] - box[0] < textHeightPx * SHORT;
}
