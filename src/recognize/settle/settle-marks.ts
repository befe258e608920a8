import type { Box } from "../../model/place.ts";
import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { findComponents } from "../components.ts";
import { onceFor } from "../once-for.ts";
import { lineMisfit, misfitOf } from "../place-chars.ts";
import { settleDashes } from "./settle-dashes.ts";

const INK_LEVEL = 150;
const BETWEEN_CHINESE = /^\p{Script=Han}\p{Script=Han}$/u;
/** 承接主体.（乙方）: nor one before a bracket. */
const BEFORE_BRACKET = /^\p{Script=Han}[（(]$/u;
/** What stands before a point that parts a heading from its number: 一.履约期限. */
const LIST_NUMBER = /^[一二三四五六七八九十]{1,3}$/;

/** Settles marks by their shape: the bar of ≥ and ≤, the two points of a colon, quotation marks of no ink, (%). */
export function settleMarks(read: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  const line = withLookAlikes(settleDashes(read, grey, textHeightPx));
  let result = line;
  for (let at = line.text.length - 1; at >= 0; at--)
    result = settleMarkAt(result, line, at, grey, textHeightPx);
  return result;
}

/** One mark of a line as it was read, settled in what has become of the line; what lies behind it is settled already. */
function settleMarkAt(
  settled: RecognizedLine,
  line: RecognizedLine,
  at: number,
  grey: GreyPicture,
  textHeightPx: number,
): RecognizedLine {
  const char = line.text[at];
  if (!MARK.test(char)) return settled;
  const box: Box = [line.edgesPx[at], line.box[1], line.edgesPx[at + 1], line.box[3]];
  let result = byNeighbours(settled, line, at);
  if (result.text.length < settled.text.length) return result;
  if (/[<>＜＞〈〉]/.test(char) && COUNT.test(line.text[at + 1] ?? "") && hasBarBelow(box, grey))
    result = withMark(result, at, /[>＞〉]/.test(char) ? "≥" : "≤");
  const isPoint = char === "." && IN_SUM.test(line.text.slice(0, at + 3));
  if (!isPoint && /[，,、.。]/.test(char) && isColon(box, grey, textHeightPx))
    return withMark(result, at, "：");
  if (/[，,.。、：:；;·'’‘-]/.test(char) && isInkless(result, at, grey, textHeightPx))
    return without(result, at);
  return isHalfPercent(line, at, grey, textHeightPx) ? without(result, at) : result;
}

/** What a count begins with, in digits or in words. */
const COUNT = /[\d一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]/;

const MARK = /[<>＜＞〈〉，,、.。：:；;·'’‘“”"\-069]/;

/** A point between ideographs, and a quotation mark that one reader alone saw where there is no room for it. */
function byNeighbours(settled: RecognizedLine, line: RecognizedLine, at: number): RecognizedLine {
  const { text, edgesPx, rivals } = line;
  const beside = (text[at - 1] ?? "") + (text[at + 1] ?? "");
  // No Chinese sentence has a point in it.
  const isNumber = LIST_NUMBER.test(text.slice(0, at));
  if (text[at] === "." && BETWEEN_CHINESE.test(beside) && !isNumber) return withMark(settled, at, "，");
  if (text[at] === "." && BEFORE_BRACKET.test(beside) && !isNumber) return without(settled, at);
  const isDisputed = rivals.some(({ start, length }) => start <= at && start + length > at);
  const isEmpty = edgesPx[at + 1] <= edgesPx[at];
  const isOneReaders = rivals.some(({ start, length, saw }) => start === at && length === 1 && saw === "");
  if (isOneReaders && BETWEEN_CHINESE.test(beside) && hasNoRoom(line, at)) return without(settled, at);
  return /[“”"‘’]/.test(text[at]) && isEmpty && isDisputed ? without(settled, at) : settled;
}

/** In steps from one ideograph to the next: a mark between two takes half of one at least, and usually a whole one. */
const ROOM = 1.3;
const FEWEST_STEPS = 4;

/** 保证:金: whether two ideographs stand no farther apart than others of their line that have no mark between them. */
function hasNoRoom({ text, edgesPx }: RecognizedLine, at: number): boolean {
  const steps = Array.from({ length: text.length - 1 }, (_, index) => index).flatMap((index) =>
    BETWEEN_CHINESE.test(text.slice(index, index + 2)) ? [edgesPx[index + 1] - edgesPx[index]] : [],
  );
  const usual = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  return steps.length >= FEWEST_STEPS && edgesPx[at + 1] - edgesPx[at - 1] < ROOM * usual;
}

/** Whether a digit in brackets before a per cent sign is the sign's own first ring. */
function isHalfPercent(
  { text, edgesPx, box }: RecognizedLine,
  at: number,
  grey: GreyPicture,
  textHeightPx: number,
): boolean {
  if (!/[069]/.test(text[at]) || !isBracketed(text, at)) return false;
  const both: Box = [edgesPx[at], box[1], edgesPx[at + 2], box[3]];
  const misfit = (seen: string): number => misfitOf(seen, both, grey, textHeightPx);
  return misfit("%") < misfit(`${text[at]}%`);
}

/** 5483024.32: no time and no ratio has so many digits before its colon. */
const IN_SUM = /\d{3}\.\d{2}$/;
/** 5.288.011.738.39 and 981.477,845.00: of the points of a figure only the last can be its decimal point. */
const POINTED_THOUSANDS = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+\.\d{2}(?![\d.,])/g;

/** 费用一一340: dashes are as wide as 一, but no digit stands behind 一一, nor one between two dates. */
const DASHES = /一一(?=\s?[\d¥￥])|(?<=[\d年月日])一(?=\d{4}\s?[年./-]|\d{1,2}\s?[月日])/g;
/** A full stop is a ring, as a degree is, which only a number has before it, and none of thousands. */
const STOP = /(?<=[\p{Script=Han}%％）)”]|\d{4})°(?![CcFf])/gu;

/** 〔2024]8号: one bracket of a pair tells the other. */
const HALF_YEAR_BRACKETS = /〔(\d{4})[\]】}）)]|[[【{（(](\d{4})〕/g;
/** 三\双方责任: what parts a heading from its number. */
const NUMBER_MARK = /(?<=^[一二三四五六七八九十]{1,3})\\(?=\p{Script=Han})/u;

const commaThousands = (text: string): string =>
  text.replace(POINTED_THOUSANDS, (figure) => {
    const last = figure.lastIndexOf(".");
    return figure.slice(0, last).replaceAll(".", ",") + figure.slice(last);
  });

/** A line whose figures, read once more, have their thousands parted by commas. */
export const withCommas = (line: RecognizedLine): RecognizedLine => ({
  ...line,
  text: commaThousands(line.text),
});

/** With the marks that alone may stand where others like them in a pixel or two were seen. */
function withLookAlikes(line: RecognizedLine): RecognizedLine {
  const text = commaThousands(line.text)
    .replace(DASHES, (seen) => "—".repeat(seen.length))
    .replace(STOP, "。")
    .replace(HALF_YEAR_BRACKETS, "〔$1$2〕")
    .replace(NUMBER_MARK, "、");
  return text === line.text ? line : { ...line, text };
}

/** By how much a line must fit its ink better without a comma for it to go, by how sure the readers are of it. */
const BETTER_WITHOUT = [
  { upTo: 96, by: 0.03 },
  { upTo: 100, by: 0.15 },
];

/** How badly lines fit their ink as they stand: asked for at each of their marks. */
const misfitsOn = onceFor((_: GreyPicture) => new WeakMap<RecognizedLine, number>());

/** A mark that readers put between characters of Chinese though no ink is left for it there. */
function isInkless(line: RecognizedLine, at: number, grey: GreyPicture, textHeightPx: number): boolean {
  // Latin letters and figures are of many widths, and a number of a paper may have its marks anywhere (XQ-GC-2025).
  if (/[\dA-Za-z]/.test((line.text[at - 1] ?? "") + (line.text[at + 1] ?? ""))) return false;
  const misfit = (text: string): number => lineMisfit(text, line.box, grey, textHeightPx);
  const known = misfitsOn(grey);
  const asRead = known.get(line) ?? misfit(line.text);
  known.set(line, asRead);
  const saved = asRead - misfit(line.text.slice(0, at) + line.text.slice(at + 1));
  const step = BETTER_WITHOUT.find(({ upTo }) => line.confidences[at] <= upTo);
  return step !== undefined && saved > step.by;
}

/** (9%) as the unit of a column is (%) with the sign's first ring seen twice. */
function isBracketed(text: string, at: number): boolean {
  return /^[（(][069][%％][)）]/.test(text.slice(Math.max(0, at - 1), at + 3)) && at > 0;
}

/** Shares of a text height: how big a point may be, and how far apart the two of a colon stand. */
const MOST_POINT = 0.3;
const POINTS_APART = [0.25, 0.8];

/** Nothing but two points alike, one above the other. */
function isColon([left, y0, right, y1]: Box, { data, widthPx }: GreyPicture, textHeightPx: number): boolean {
  // A column more on either side shows whether a piece ends there.
  const [x0, x1] = [Math.max(0, left - 1), Math.min(widthPx, right + 1)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (right - left < 2) return false;
  const ink = { widthPx: width, heightPx: height, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      ink.data[y * width + x] = data[(y0 + y) * widthPx + x0 + x] < INK_LEVEL ? 1 : 0;
    }
  }
  // A piece cut by the box's side belongs to the character beside.
  const pieces = findComponents(ink).filter(({ box }) => box[0] > 0 && box[2] < width);
  if (pieces.length !== 2) return false;
  const [upper, lower] = pieces.sort((a, b) => a.box[1] - b.box[1]);
  const sizes = pieces.flatMap(({ box }) => [box[2] - box[0], box[3] - box[1]]);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const middle = (from: number, to: number): number => (from + to) / 2;
  const across = middle(lower.box[0], lower.box[2]) - middle(upper.box[0], upper.box[2]);
  const down = middle(lower.box[1], lower.box[3]) - middle(upper.box[1], upper.box[3]);
  return (
    most <= textHeightPx * MOST_POINT &&
    most <= Math.max(least * 1.5, least + 2) &&
    Math.abs(across) <= most * 0.4 &&
    down >= textHeightPx * POINTS_APART[0] &&
    down <= textHeightPx * POINTS_APART[1]
  );
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
export function without(line: RecognizedLine, at: number): RecognizedLine {
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
