import type { RecognizedLine } from "../../model/recognized.ts";

/** How sure a reading counts of which nothing is known. */
const UNKNOWN = 50;

/** The line with a rival in place of what it had there, and that as the rival. */
export function swapRival(line: RecognizedLine, index: number): RecognizedLine {
  const rival = line.rivals[index];
  const [start, end] = [rival.start, rival.start + rival.length];
  const seen = line.text.slice(start, end);
  const own = line.confidences.slice(start, end);
  const mean =
    own.length === 0 ? UNKNOWN : Math.round(own.reduce((sum, value) => sum + value, 0) / own.length);
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
