import type { InkLine } from "./find-lines.ts";
import type { LineReading } from "./readers/reader.ts";

/** How much sense readings make, 0–100. */
export type Sense = number;

const LEAST_CONFIDENCE = 60;
/** Fewer characters than this an em of line are a bad reading, too. */
const CHARS_AN_EM = 0.6;

/** How much sense the readings of these lines make: sure characters, of the kinds that agreements are made of, filling their lines. */
export function senseOf(readings: readonly LineReading[], lines: readonly InkLine[]): Sense {
  const chars = readings.flatMap((reading) => reading.chars);
  const room = lines.reduce((sum, { box, textHeightPx }) => sum + (box[2] - box[0]) / textHeightPx, 0);
  if (chars.length === 0) return 0;
  const sum = chars.reduce(
    (total, { text, confidence }) => total + weightOf(text) * surenessOf(confidence),
    0,
  );
  return (100 * sum) / Math.max(chars.length, room * CHARS_AN_EM);
}

/** Squared: print on its head is read with confidences around 85, upright print with 97. */
function surenessOf(confidence: number): number {
  return (Math.max(0, confidence - LEAST_CONFIDENCE) / (100 - LEAST_CONFIDENCE)) ** 2;
}

const USUAL = /[\u4e00-\u9fff\d.,，。、；：:;（）()%\-《》]/;
const LATIN = /[A-Za-z ]/;

function weightOf(char: string): number {
  if (USUAL.test(char)) return 1;
  return LATIN.test(char) ? 0.8 : 0.3;
}
