import type { Box } from "../../model/place.ts";
import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";

const PAIRS = ["〔〕", "【】", "[]"];
const OPENING = /[〔【[［]/;
const CLOSING = /[〕】\]］]/;
/** A year or a number in brackets that are not round, as codes of papers have it. */
const BRACKETED = /[〔【[［](\d{1,6})[〕】\]］]/g;
/** Of full width, as the network sees whatever is no thick one. */
const FULL_WIDTH = /[［］]/;

/**
 * Brackets around a number are of one kind. Readers that know few papers take 〔 for 【 or [, but nothing for 〔:
 * where one of them saw it on either side, or the ink of both is bent at its ends, it stands there.
 */
export function settleBrackets(line: RecognizedLine, grey: GreyPicture): RecognizedLine {
  let { text } = line;
  for (const match of text.matchAll(BRACKETED)) {
    const [open, close] = [match.index, match.index + match[0].length - 1];
    const seen = [open, close].map((at) => text[at] + seenAt(line, at)).join("");
    const pair = areBent(line, [open, close], grey)
      ? PAIRS[0]
      : PAIRS.find(([opening, closing]) => seen.includes(opening) || seen.includes(closing));
    if (pair && (pair === PAIRS[0] || !FULL_WIDTH.test(match[0])))
      text = text.slice(0, open) + pair[0] + text.slice(open + 1, close) + pair[1] + text.slice(close + 1);
  }
  return text === line.text ? line : { ...line, text };
}

function seenAt({ rivals }: RecognizedLine, at: number): string {
  return rivals
    .filter(({ start, length }) => start <= at && start + Math.max(1, length) > at)
    .flatMap(({ saw }) => [...saw].filter((char) => OPENING.test(char) || CLOSING.test(char)))
    .join("");
}

const INK_LEVEL = 150;
/** Shares of a bracket's width: how far from its stem the tips of 〔 begin, and how far the stem itself strays. */
const [TIP, STEM] = [0.3, 0.2];
/** Of its height, how much is stem: of a round bracket far less stands so near its outermost. */
const LEAST_STEM = 0.6;
const LEAST_ROWS = 12;

/** Whether both brackets are straight but for their ends, which slant inwards as those of 〔〕 do. */
function areBent(
  { edgesPx, box }: RecognizedLine,
  [open, close]: [number, number],
  grey: GreyPicture,
): boolean {
  const boxOf = (at: number): Box => [edgesPx[at], box[1], edgesPx[at + 1], box[3]];
  return isBent(insetsOf(boxOf(open), grey, false)) && isBent(insetsOf(boxOf(close), grey, true));
}

function isBent(insets: readonly number[]): boolean {
  const stem = insets.filter((inset) => inset <= STEM).length;
  const tips = [insets[0], insets[insets.length - 1]];
  return (
    insets.length >= LEAST_ROWS && stem >= insets.length * LEAST_STEM && tips.every((inset) => inset >= TIP)
  );
}

/** Of every row of a bracket's ink, top to bottom, how far from the outermost it begins, as a share of the ink's width. */
function insetsOf([x0, y0, x1, y1]: Box, { data, widthPx }: GreyPicture, isClosing: boolean): number[] {
  const rows: { left: number; right: number }[] = [];
  for (let y = y0; y < y1; y++) {
    let [left, right] = [x1, x0];
    for (let x = x0; x < x1; x++) {
      if (data[y * widthPx + x] >= INK_LEVEL) continue;
      left = Math.min(left, x);
      right = x + 1;
    }
    if (right > left) rows.push({ left, right });
  }
  const [left, right] = [Math.min(...rows.map((row) => row.left)), Math.max(...rows.map((row) => row.right))];
  return rows.map((row) => (isClosing ? right - row.right : row.left - left) / (right - left));
}
