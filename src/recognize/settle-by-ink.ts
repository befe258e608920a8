import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { lineMisfit } from "./place-chars.ts";

/** By how much the other reading must fit the ink better to overrule the vote. */
const CLEARLY_BETTER = 0.12;
const HAN = /[\u4e00-\u9fff]/g;

/**
 * Where two readers saw unlike amounts of text, the ink's own width tells who is right:
 * a Chinese character is as wide as it is high, a letter about half that, and what isn't there has no ink.
 */
export function settleByInk(line: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  let result = line;
  // Back to front, so that a change of length leaves the rivals before it in place.
  for (let i = line.rivals.length - 1; i >= 0; i--) {
    const rival = result.rivals[i];
    const seen = result.text.slice(rival.start, rival.start + rival.length);
    if (!differInWidth(seen, rival.saw)) continue;
    const other = swapRival(result, i);
    const misfit = (one: RecognizedLine): number => lineMisfit(one.text, line.box, grey, textHeightPx);
    if (misfit(other) < misfit(result) - CLEARLY_BETTER) result = other;
  }
  return result;
}

function differInWidth(a: string, b: string): boolean {
  const han = (text: string): number => text.match(HAN)?.length ?? 0;
  return a.length !== b.length || han(a) !== han(b);
}

/** The line with a rival in place of what it had there, and that as the rival. */
function swapRival(line: RecognizedLine, index: number): RecognizedLine {
  const rival = line.rivals[index];
  const [start, end] = [rival.start, rival.start + rival.length];
  const seen = line.text.slice(start, end);
  const own = line.confidences.slice(start, end);
  const mean = own.length === 0 ? 50 : Math.round(own.reduce((sum, value) => sum + value, 0) / own.length);
  const [x0, x1] = [line.edgesPx[start], line.edgesPx[end]];
  const { length } = rival.saw;
  const edges = Array.from({ length }, (_, i) => Math.round(x0 + ((x1 - x0) * i) / length));
  const other = line.readers.find((name) => name !== rival.reader) ?? rival.reader;
  return {
    ...line,
    text: line.text.slice(0, start) + rival.saw + line.text.slice(end),
    confidences: [
      ...line.confidences.slice(0, start),
      ...Array.from({ length }, () => rival.confidence),
      ...line.confidences.slice(end),
    ],
    edgesPx: [...line.edgesPx.slice(0, start), ...edges, ...line.edgesPx.slice(end)],
    rivals: line.rivals.map((one, i) => {
      if (i === index) return { reader: other, start, length, saw: seen, confidence: mean };
      return i > index ? { ...one, start: one.start + length - rival.length } : one;
    }),
  };
}
