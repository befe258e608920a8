import type { RecognizedLine } from "../model/recognized.ts";
import { without } from "./settle/settle-marks.ts";

const FIGURE_AND_POINT = /^\d[\d,.]*\d\.$/;
const FIGURE_AND_SPECK = /^\d[\d,.]*\d['’‘`´]$/;

/**
 * Lines of one cell or passage without the point behind a figure that stands alone: no figure of several digits ends in
 * one, unless the line below goes on with its decimals (183,090. | 17). Nor in a quotation mark where another reader saw nothing.
 */
export function dropStrayPoints(lines: readonly RecognizedLine[]): RecognizedLine[] {
  return lines.map((line, index) => {
    if (isSpeckBehind(line)) return without(line, line.text.length - 1);
    if (!FIGURE_AND_POINT.test(line.text)) return line;
    const next = lines[index + 1];
    return next && holdsDecimals(next, line) ? line : unsure(without(line, line.text.length - 1));
  });
}

const isSpeckBehind = ({ text, rivals }: RecognizedLine): boolean =>
  FIGURE_AND_SPECK.test(text) &&
  rivals.some(({ start, length, saw }) => start === text.length - 1 && length === 1 && saw === "");

/** Whether nothing but digits stands right below, so that the point before them is a decimal one. */
function holdsDecimals({ text, box }: RecognizedLine, above: RecognizedLine): boolean {
  const heightPx = above.box[3] - above.box[1];
  if (above.text.indexOf(".") < above.text.length - 1) return false;
  const isBelow = box[1] > above.box[1] && box[1] - above.box[3] < heightPx;
  return isBelow && box[0] < above.box[2] && box[2] > above.box[0] && /^\d{1,4}[%％元]?$/.test(text);
}

/** What stood behind a point may have been lost with it: only arithmetic can make such a figure sure. */
const UNSURE = 60;

function unsure(line: RecognizedLine): RecognizedLine {
  return { ...line, confidences: line.confidences.map((one) => Math.min(one, UNSURE)) };
}
