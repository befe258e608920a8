import type { LineCrop } from "../line-crop.ts";
import type { LineReader, LineReading } from "./reader.ts";

/** A reader that knows the first few lines it read by heart: those that show how a page lies are asked for again with all the others. */
export function recalling(reader: LineReader, most: number): LineReader {
  const known: { crop: LineCrop; reading: Promise<LineReading> }[] = [];
  return {
    name: reader.name,
    readLine(crop, turn) {
      const seen = known.find((other) => isSame(other.crop, crop));
      if (seen) return seen.reading;
      const reading = reader.readLine(crop, turn);
      if (known.length < most) known.push({ crop, reading });
      return reading;
    },
  };
}

function isSame(one: LineCrop, other: LineCrop): boolean {
  const isAtSamePlace = one.scale === other.scale && one.box.every((edge, i) => edge === other.box[i]);
  return isAtSamePlace && Buffer.compare(one.grey.data, other.grey.data) === 0;
}
