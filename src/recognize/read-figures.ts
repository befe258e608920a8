import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { Span } from "./doubted-spans.ts";
import { isFigure, tidy } from "./figure-text.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { isPercentShape, misfitOf } from "./place-chars.ts";
import { readCapitals } from "./read-capitals.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, ReadChar, SpanReaders } from "./readers/reader.ts";
import { settleSpan } from "./settle/settle-span.ts";

/** Reads the figures of a line once more, each from a crop of its own; what fits the ink and most readers saw wins. */
export async function readFigures(
  line: RecognizedLine,
  ink: InkLine,
  grey: GreyPicture,
  readers: SpanReaders,
): Promise<RecognizedLine> {
  const isNumber = isDoubtedNumber(line) || isLoneStroke(line, ink);
  let result = line;
  // Back to front, so that a change of length leaves the spans before it in place.
  const tail = isNumber ? tailOf(line) : "";
  const spans = isNumber ? [{ start: 0, end: line.text.length - tail.length }] : findSpans(line.text);
  for (const span of spans.reverse()) {
    const settle = async (whole: Span): Promise<RecognizedLine | null> => {
      const isWider = whole.end - whole.start > span.end - span.start;
      const box = isNumber ? line.box : spanBox(line, whole);
      const fits = (text: string): number => misfitOf(text + tail, box, grey, ink.textHeightPx);
      const known = readers.isSettledByTwoKinds ? tidy(line.text.slice(whole.start, whole.end)) : null;
      const third = await readSpan(box, ink, grey, readers, fits, known);
      const text = tidy(textOf(third));
      const inner = tidy(line.text.slice(span.start, span.end));
      const isBetter = fits(text) <= Math.max(ILL_FITTING, fits(inner) - ILL_FITTING);
      if (isWider && !(isFigure(text) && isBetter)) return null;
      const endsInPercent = isPercentShape(box, grey, ink.textHeightPx) && mayEndInPercent(line, readers);
      return settleSpan(result, whole, readers.digits.name, third, fits, endsInPercent);
    };
    const whole = isNumber ? span : widened(line, span, ink.textHeightPx);
    const isIllFitting = isNumber && misfitOf(line.text, line.box, grey, ink.textHeightPx) > ILL_FITTING;
    if (!isWorthReading(line.text, whole) && !isIllFitting) continue;
    if (readers.isSettledByTwoKinds && !isIllFitting && isUndisputed(line, whole)) continue;
    const isWider = whole.end - whole.start > span.end - span.start;
    const settled = isWider ? await settle(whole) : null;
    result = settled ?? (await settle(span)) ?? result;
    if (isWider) result = withDoubt(result, whole.start);
  }
  return readCapitals(result, ink, grey, readers.capitals, readers.isSettledByTwoKinds);
}

/** Readers of two kinds that both missed a per cent sign did not miss it: the shape alone may be that of 38 or 93. */
function mayEndInPercent({ text, rivals }: RecognizedLine, { isSettledByTwoKinds }: SpanReaders): boolean {
  return !isSettledByTwoKinds || [text, ...rivals.map(({ saw }) => saw)].some((seen) => /[%％]/.test(seen));
}

/** Whether two readers of unlike kinds saw a span alike and surely. */
function isUndisputed(line: RecognizedLine, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (isDoubted(line, at)) return false;
  return !line.rivals.some((rival) => rival.length === 0 && rival.start >= start && rival.start <= end);
}

const FIGURE_SIGN = /[\d.,，%％\s]/;

/** A line of nothing but a figure, as cells of a table are; readers of Chinese may see little of it or nothing. */
function isDoubtedNumber(line: RecognizedLine): boolean {
  const others = [...line.text].flatMap((char, at) => (FIGURE_SIGN.test(char) ? [] : [at]));
  return (
    others.length * 2 <= line.text.length &&
    others.every((at) => /[A-Za-z|一人丨]/.test(line.text[at]) && isDoubted(line, at))
  );
}

function isDoubted({ confidences, rivals }: RecognizedLine, at: number): boolean {
  return confidences[at] < DOUBTED || rivals.some(({ start, length }) => start <= at && start + length > at);
}

/** What fits the ink no better than this was not read right. */
const ILL_FITTING = 0.3;
/** Other text heights to read at: what a reader fails at in one size it often sees in another. */
const OTHER_SIZES_PX = [22, 40];

/**
 * The figures reader's own reading; where the ink gives it the lie, the best fitting one at other sizes. What it saw
 * as the network did stands, however wide the font's signs are.
 */
async function readSpan(
  box: Box,
  ink: InkLine,
  grey: GreyPicture,
  { digits, texts }: SpanReaders,
  misfit: (text: string) => number,
  known: string | null,
): Promise<ReadChar[]> {
  const { textHeightPx } = ink;
  const isShort = box[2] - box[0] < textHeightPx;
  const read = async (reader: LineReader, textPx?: number): Promise<ReadChar[]> => {
    const crop = cropLine(grey, { box, textHeightPx }, textPx);
    const { chars } = await (isShort ? readShortLine(reader, crop) : reader.readLine(crop));
    return chars.filter((char) => char.text.trim() !== "");
  };
  const misfitOfChars = (chars: readonly ReadChar[]): number => {
    const text = tidy(textOf(chars));
    return isFigure(text) ? misfit(text) : Number.POSITIVE_INFINITY;
  };
  let best = await read(digits);
  if (misfitOfChars(best) <= ILL_FITTING || tidy(textOf(best)) === known) return best;
  for (const sizePx of OTHER_SIZES_PX) {
    for (const reader of [digits, ...texts]) {
      const other = await read(reader, sizePx);
      if (misfitOfChars(other) < misfitOfChars(best)) best = other;
      if (misfitOfChars(best) <= ILL_FITTING) return best;
    }
  }
  return best;
}

const textOf = (chars: readonly ReadChar[]): string => chars.map((char) => char.text).join("");

/** A character alone in its line, as narrow as a digit: a 1 is easily taken for one of Chinese. */
function isLoneStroke({ text, box }: RecognizedLine, { textHeightPx }: InkLine): boolean {
  return text.length === 1 && /\p{Script=Han}/u.test(text) && box[2] - box[0] < textHeightPx * 0.6;
}

/** The point or comma at a figure's end that every reader saw: the figure may go on in the next line of its cell. */
function tailOf({ text, rivals }: RecognizedLine): string {
  const at = text.length - 1;
  const isSeenByAll = rivals.every(({ start, length }) => start + Math.max(1, length) <= at);
  return isSeenByAll && /\d[.,，]$/.test(text) ? text[at] : "";
}

const DIGIT_RUN = /\d[\d.,，]*[%％][\d%％]*|\d[\d.,，]*\d/g;
const LEAST_DIGITS = 3;

function findSpans(text: string): Span[] {
  return [...text.matchAll(DIGIT_RUN)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
}

function isWorthReading(text: string, { start, end }: Span): boolean {
  return end - start >= LEAST_DIGITS || !/^\d*$/.test(text.slice(start, end));
}

const DOUBTED = 85;
const NARROW = 0.85;
/** Where one of the readers saw no character at all there. */
const WIDE = 1.1;
/** What digits are taken for; what stands beside them by right is none of it. */
const LIKE_DIGITS = /(?![年月日元圆万亿角分第号份至共])[\p{Script=Han}A-Za-z|!]/u;

/** A character beside a figure that is doubted, and too narrow for one of Chinese, may have been its digits. */
function widened(line: RecognizedLine, { start, end }: Span, textHeightPx: number): Span {
  const mayBeDigits = (at: number): boolean => {
    const char = line.text[at];
    if (char === undefined || !LIKE_DIGITS.test(char) || isOfCode(line, at)) return false;
    const widthPx = line.edgesPx[at + 1] - line.edgesPx[at];
    const isNothing = line.rivals.some(
      ({ start: from, length, saw }) => from <= at && from + length > at && saw === "",
    );
    const room = isNothing ? WIDE : NARROW;
    return isDoubted(line, at) && widthPx < textHeightPx * room;
  };
  const whole = { start, end };
  if (mayBeDigits(start - 1)) whole.start--;
  if (!/[%％]/.test(line.text[end - 1]) && mayBeDigits(end)) whole.end++;
  return whole;
}

/** XJ2023-7: a letter behind one that was seen surely is of a paper's number, and begins no figure. */
function isOfCode({ text, confidences }: RecognizedLine, at: number): boolean {
  return LETTERS.test(text.slice(at - 1, at + 1)) && confidences[at - 1] >= SURE_OF_LETTER;
}

const LETTERS = /^[A-Za-z]{2}$/;
const SURE_OF_LETTER = 90;

const DOUBT = 30;

/** The figure that begins at a place, or just behind it, believed no more than a guess. */
function withDoubt(line: RecognizedLine, at: number): RecognizedLine {
  const [run] = /^\D?[\d.,，%％]*/.exec(line.text.slice(at)) ?? [""];
  const confidences = line.confidences.map((confidence, i) =>
    i >= at && i < at + run.length ? Math.min(confidence, DOUBT) : confidence,
  );
  return { ...line, confidences };
}

/** The span's own ink: from its first character's left to just before the next one's. */
function spanBox(line: RecognizedLine, { start, end }: Span): Box {
  const [, top, , bottom] = line.box;
  const x0 = Math.max(line.box[0], line.edgesPx[start] - 1);
  const x1 = end >= line.text.length ? line.box[2] : line.edgesPx[end] - 1;
  return [x0, top, Math.max(x1, x0 + 1), bottom];
}
