import type { RecognizedLine } from "../../src/model/recognized.ts";
import type { ReadChar } from "../../src/recognize/readers/reader.ts";

/** Room a character has in a line made up for a test. */
export const CHAR_PX = 20;

/** Characters as a reader saw them, all equally sure but for those said otherwise. */
export function charsOf(text: string, confidence = 99, others: Record<number, number> = {}): ReadChar[] {
  return [...text].map((char, at) => ({
    text: char,
    confidence: others[at] ?? confidence,
    x0: at * CHAR_PX,
    x1: (at + 1) * CHAR_PX,
  }));
}

/** A line that one reader alone has read. */
export function lineReadAs(
  text: string,
  confidence = 99,
  others: Record<number, number> = {},
): RecognizedLine {
  return {
    box: [0, 0, text.length * CHAR_PX, CHAR_PX],
    text,
    confidences: charsOf(text, confidence, others).map((char) => char.confidence),
    edgesPx: Array.from({ length: text.length + 1 }, (_, at) => at * CHAR_PX),
    readers: ["first"],
    rivals: [],
    disturbed: [],
  };
}
