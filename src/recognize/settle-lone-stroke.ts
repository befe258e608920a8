import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";

const INK_LEVEL = 150;
const STROKE = /^[1Il|/丨]$/;
const OTHER_DIGIT = /[02-9]/;
/** Share of its height by which a stroke's foot must stand left of its head to be a slash. */
const SLANT = 0.25;

/** A stroke alone in its line is a 1 where it stands upright and a slash where it leans. */
export function settleLoneStroke(line: RecognizedLine, grey: GreyPicture): RecognizedLine {
  const seen = [line.text, ...line.rivals.map(({ saw }) => saw)];
  if (line.text.length !== 1 || !seen.some((text) => STROKE.test(text))) return line;
  // A 7 leans, too; and a 1 that nobody disputes is one.
  if (seen.some((text) => OTHER_DIGIT.test(text)) || seen.every((text) => text === "1")) return line;
  const rows = inkMiddles(line, grey);
  if (rows.length < 8) return line;
  const fifth = Math.ceil(rows.length / 5);
  const mean = (some: readonly number[]): number => some.reduce((sum, x) => sum + x, 0) / some.length;
  const lean = mean(rows.slice(0, fifth)) - mean(rows.slice(-fifth));
  if (lean > rows.length * SLANT) return { ...line, text: "/" };
  return STROKE.test(line.text) && line.text !== "1" ? { ...line, text: "1" } : line;
}

/** The middle x of the ink in every row that has some. */
function inkMiddles({ box: [x0, y0, x1, y1] }: RecognizedLine, { data, widthPx }: GreyPicture): number[] {
  const middles: number[] = [];
  for (let y = y0; y < y1; y++) {
    let [sum, count] = [0, 0];
    for (let x = x0; x < x1; x++) {
      if (data[y * widthPx + x] >= INK_LEVEL) continue;
      sum += x;
      count++;
    }
    if (count > 0) middles.push(sum / count);
  }
  return middles;
}
