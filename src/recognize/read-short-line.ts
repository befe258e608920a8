import { type LineCrop, repeatCrop } from "./line-crop.ts";
import type { LineReader, LineReading } from "./readers/reader.ts";

const TIMES = 3;

/**
 * Reads a line of a character or two from a picture that shows it three times over:
 * readers are unsure of a character without company, and agree on three like ones.
 * A reading that isn't three times the same is dropped for one of the line as it stands.
 */
export async function readShortLine(reader: LineReader, crop: LineCrop): Promise<LineReading> {
  const { chars } = await reader.readLine(repeatCrop(crop, TIMES));
  const solid = chars.filter((char) => char.text.trim() !== "");
  const length = solid.length / TIMES;
  const isRepeated = solid.every((char, i) => char.text === solid[i % Math.max(1, length)]?.text);
  if (!Number.isInteger(length) || length === 0 || !isRepeated) return reader.readLine(crop);
  const [x0, , x1] = crop.box;
  const edge = (i: number): number => Math.round(x0 + ((x1 - x0) * i) / length);
  return {
    reader: reader.name,
    chars: solid.slice(0, length).map((char, i) => ({
      ...char,
      confidence: Math.min(...[0, 1, 2].map((time) => solid[i + time * length].confidence)),
      x0: edge(i),
      x1: edge(i + 1),
    })),
  };
}
