import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { misfitOf } from "./place-chars.ts";

const INK_LEVEL = 150;

/** Settles by their shape marks that readers leave out or add: the bar of ≥ and ≤, quotation marks of no ink, (%). */
export function settleMarks(line: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  let result = line;
  for (let at = line.text.length - 1; at >= 0; at--) {
    const char = line.text[at];
    const box: Box = [line.edgesPx[at], line.box[1], line.edgesPx[at + 1], line.box[3]];
    const isEmpty = box[2] <= box[0];
    const isDisputed = line.rivals.some(({ start, length }) => start <= at && start + length > at);
    if (/[“”"‘’]/.test(char) && isEmpty && isDisputed) result = without(result, at);
    if (/[<>＜＞〈〉]/.test(char) && /\d/.test(line.text[at + 1] ?? "") && hasBarBelow(box, grey))
      result = withMark(result, at, /[>＞〉]/.test(char) ? "≥" : "≤");
    if (/[069]/.test(char) && isBracketed(line.text, at)) {
      const both: Box = [box[0], box[1], line.edgesPx[at + 2], box[3]];
      const misfit = (text: string): number => misfitOf(text, both, grey, textHeightPx);
      if (misfit("%") < misfit(`${char}%`)) result = without(result, at);
    }
  }
  return result;
}

/** (9%) as the unit of a column is (%) with the sign's first ring seen twice. */
function isBracketed(text: string, at: number): boolean {
  return /^[（(][069][%％][)）]/.test(text.slice(Math.max(0, at - 1), at + 3)) && at > 0;
}

/** A stroke as wide as the sign in the last fifth of its height, and none so wide above it. */
function hasBarBelow([x0, y0, x1, y1]: Box, { data, widthPx }: GreyPicture): boolean {
  const rows: { count: number; left: number; right: number }[] = [];
  for (let y = y0; y < y1; y++) {
    let [count, left, right] = [0, x1, x0];
    for (let x = x0; x < x1; x++) {
      if (data[y * widthPx + x] >= INK_LEVEL) continue;
      count++;
      left = Math.min(left, x);
      right = x + 1;
    }
    if (count > 0 || rows.length > 0) rows.push({ count, left, right });
  }
  while (rows.length > 0 && rows.at(-1)?.count === 0) rows.pop();
  if (rows.length < 8) return false;
  const width = Math.max(...rows.map(({ right }) => right)) - Math.min(...rows.map(({ left }) => left));
  const isBar = ({ count }: { count: number }): boolean => count >= width * 0.75;
  const foot = Math.ceil(rows.length * 0.25);
  return rows.slice(-foot).some(isBar) && !rows.slice(0, Math.floor(rows.length * 0.6)).some(isBar);
}

function withMark(line: RecognizedLine, at: number, mark: string): RecognizedLine {
  return { ...line, text: line.text.slice(0, at) + mark + line.text.slice(at + 1) };
}

/** The line without a character; rivals in its own place go with it. */
function without(line: RecognizedLine, at: number): RecognizedLine {
  const rivals = line.rivals.flatMap((rival) => {
    if (rival.start > at) return [{ ...rival, start: rival.start - 1 }];
    if (rival.start + rival.length <= at) return [rival];
    return rival.length === 1 ? [] : [{ ...rival, length: rival.length - 1 }];
  });
  return {
    ...line,
    text: line.text.slice(0, at) + line.text.slice(at + 1),
    confidences: line.confidences.filter((_, i) => i !== at),
    edgesPx: line.edgesPx.filter((_, i) => i !== at),
    rivals,
  };
}
