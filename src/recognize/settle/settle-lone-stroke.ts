import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";

const INK_LEVEL = 150;
const STROKE = /^[1Il|/\\丨]$/;
const OTHER_DIGIT = /[02-9]/;
/** Share of its height by which a stroke's foot must stand left of its head to be a slash. */
const SLANT = 0.15;

/** Share of the ink's width that no row of a slash takes, and the bar of a 7 does. */
const BAR = 0.7;

/** A stroke alone in its line is a 1 where it stands upright and a slash where it leans. */
export function settleLoneStroke(line: RecognizedLine, grey: GreyPicture): RecognizedLine {
  const seen = [line.text, ...line.rivals.map(({ saw }) => saw)];
  if (line.text.length !== 1 || !seen.some((text) => STROKE.test(text))) return line;
  // A 1 that nobody disputes is one.
  if (seen.every((text) => text === "1")) return line;
  const rows = inkRows(line, grey);
  if (rows.length < 8) return line;
  const widthPx = Math.max(...rows.map(({ right }) => right)) - Math.min(...rows.map(({ left }) => left));
  const hasBar = rows.some(({ left, right }) => right - left > widthPx * BAR);
  if (hasBar && seen.some((text) => OTHER_DIGIT.test(text))) return line;
  const fifth = Math.ceil(rows.length / 5);
  const mean = (some: readonly InkRow[]): number =>
    some.reduce((sum, { middle }) => sum + middle, 0) / some.length;
  const lean = mean(rows.slice(0, fifth)) - mean(rows.slice(-fifth));
  if (lean > rows.length * SLANT && !hasBar) return { ...line, text: "/" };
  return STROKE.test(line.text) && !/[1\\]/.test(line.text) ? { ...line, text: "1" } : line;
}

interface InkRow {
  left: number;
  right: number;
  middle: number;
}

/** Where the ink of every row that has some begins and ends, and its middle. */
function inkRows({ box: [x0, y0, x1, y1] }: RecognizedLine, { data, widthPx }: GreyPicture): InkRow[] {
  const rows: InkRow[] = [];
  for (let y = y0; y < y1; y++) {
    let [sum, count, left, right] = [0, 0, x1, x0];
    for (let x = x0; x < x1; x++) {
      if (data[y * widthPx + x] >= INK_LEVEL) continue;
      sum += x;
      count++;
      left = Math.min(left, x);
      right = x + 1;
    }
    if (count > 0) rows.push({ left, right, middle: sum / count });
  }
  return rows;
}
