import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { isPercentShape, misfitOf } from "./place-chars.ts";
import { readCapitals } from "./read-capitals.ts";
import { readShortLine } from "./read-short-line.ts";
import type { LineReader, ReadChar, SpanReaders } from "./reader.ts";

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
  const spans = isNumber ? [{ start: 0, end: line.text.length }] : findSpans(line.text);
  for (const span of spans.reverse()) {
    const settle = async (whole: Span): Promise<RecognizedLine | null> => {
      const isWider = whole.end - whole.start > span.end - span.start;
      const box = isNumber ? line.box : spanBox(line, whole);
      const fits = (text: string): number => misfitOf(text, box, grey, ink.textHeightPx);
      const third = await readSpan(box, ink, grey, readers, fits);
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

/** The figures reader's own reading; where the ink gives it the lie, the best fitting one at other sizes. */
async function readSpan(
  box: Box,
  ink: InkLine,
  grey: GreyPicture,
  { digits, texts }: SpanReaders,
  misfit: (text: string) => number,
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
  if (misfitOfChars(best) <= ILL_FITTING) return best;
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

interface Span {
  start: number;
  end: number;
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
    if (char === undefined || !LIKE_DIGITS.test(char)) return false;
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

/** A reader that knows nothing but figures is right about them more often than the others. */
const ALPHABET_VOTE = 1.5;
const CLEARLY_BETTER = 0.05;
/** A character that has no ink of its own misfits by half; what misfits by less may yet be so. */
const PLAINLY_BETTER = 0.3;
/** The confidence of a reading with a character too many for the ink there is. */
const REFUTED = 0;
const SHAPE_READER = "hesuan shape";

/** What readers saw, its last characters taken as one per cent sign: as many of them as the ink fits best. */
function bestPercent(texts: readonly string[], misfit: (text: string) => number): string {
  const candidates = texts.flatMap((text) => [1, 2, 3].map((cut) => `${text.slice(0, -cut)}%`));
  const figures = candidates.filter((text) => /^\d[\d.,]*%$/.test(text) && !/\.%$/.test(text));
  const best = figures.sort((a, b) => misfit(a) - misfit(b))[0];
  return best ?? "";
}

/** Digits set in groups have three in each but the first; a reading that breaks this took a sign for one of them. */
const GROUPED = /^\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?[%％]?[,，]?$/;
const ODD_GROUPS = 2;

/** How many votes a misfit of one weighs: a character too many outweighs two readers. */
const MISFIT_WEIGHT = 6;

/** The string that most readers saw and that fits the ink wins the span; the others stay as rivals. */
function settleSpan(
  line: RecognizedLine,
  span: Span,
  reader: string,
  chars: readonly ReadChar[],
  misfit: (text: string) => number,
  endsInPercent: boolean,
): RecognizedLine {
  if (chars.length === 0) return line;
  // A figures reader that read another span of this line says nothing of this one.
  const seen = line.readers
    .filter((name) => !name.endsWith("]"))
    .map((name) => ({ reader: name, text: tidy(seenBy(line, span, name)), confidence: 0 }));
  const sureness = Math.round(chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length);
  seen.push({ reader, text: tidy(chars.map((char) => char.text).join("")), confidence: sureness });
  // The shape of a per cent sign is plain enough to be a reading of its own: readers take its rings for digits.
  const current = line.text.slice(span.start, span.end);
  if (endsInPercent) {
    const text = bestPercent(
      seen.map((one) => one.text),
      misfit,
    );
    const isSeen = seen.some((one) => one.text.endsWith("%"));
    if (isSeen || misfit(text) < misfit(tidy(current)) - CLEARLY_BETTER) {
      seen.push({ reader: SHAPE_READER, text, confidence: 90 });
    }
  }
  const score = (text: string): number => {
    const votes = seen
      .filter((one) => canonical(one.text) === canonical(text))
      .reduce((sum, one) => sum + (one.reader === reader ? ALPHABET_VOTE : 1), 0);
    const isOdd = /[,，]/.test(text) && !GROUPED.test(text);
    return votes - MISFIT_WEIGHT * misfit(text) - (isFigure(text) ? 0 : 10) - (isOdd ? ODD_GROUPS : 0);
  };
  // What readers of unlike kinds saw alike stands, however wide the font's signs are.
  const shared = seen.filter(({ text }) => isFigure(text) && kindsThatSaw(seen, text) > 1);
  const candidates = shared.length > 0 ? shared : seen;
  let winner = shared.length > 0 ? shared[0].text : current;
  for (const { text } of candidates) if (text !== "" && score(text) > score(winner)) winner = text;
  const inSpan = (start: number, length: number): boolean =>
    start >= span.start && start + length <= span.end && !(length === 0 && start === span.start);
  const shift = winner.length - current.length;
  const rivals = line.rivals
    .filter((rival) => !inSpan(rival.start, rival.length))
    .map((rival) => (rival.start >= span.end ? { ...rival, start: rival.start + shift } : rival));
  const supporters = seen.filter((one) => canonical(one.text) === canonical(winner)).length;
  for (const one of seen) {
    if (canonical(one.text) === canonical(winner)) continue;
    const needed = supporters > 2 ? CLEARLY_BETTER : PLAINLY_BETTER;
    const isRefuted = supporters > 1 && misfit(one.text) > misfit(winner) + needed;
    const confidence = isRefuted ? REFUTED : one.confidence || lowest(line, span);
    rivals.push({ reader: one.reader, start: span.start, length: winner.length, saw: one.text, confidence });
  }
  return {
    ...replaceSpan(line, span, winner),
    readers: line.readers.includes(reader) ? line.readers : [...line.readers, reader],
    rivals: rivals.sort((a, b) => a.start - b.start),
  };
}

/** How many kinds of engine saw a text; the first word of a reader's name tells its kind. */
function kindsThatSaw(seen: readonly { reader: string; text: string }[], text: string): number {
  const same = seen.filter((one) => one.reader !== SHAPE_READER && canonical(one.text) === canonical(text));
  return new Set(same.map((one) => one.reader.split(" ")[0])).size;
}

function isFigure(text: string): boolean {
  return /^\d[\d.,，]*[%％]?$/.test(text);
}

/** One model sees a per cent sign as itself with half of it again behind; a full stop may cling to a figure's end. */
function tidy(text: string): string {
  return text
    .replace(/\s/g, "")
    .replace(/([%％])[\d%％.,，。]+$/, "$1")
    .replace(/(\d)[.,，]$/, "$1");
}

function canonical(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

/** What one of the line's readers saw in the span. */
function seenBy(line: RecognizedLine, span: Span, reader: string): string {
  let text = "";
  let at = span.start;
  for (const rival of line.rivals) {
    if (rival.reader !== reader || rival.start < at || rival.start > span.end) continue;
    if (rival.length === 0 && rival.start === span.start) continue;
    if (rival.length > 0 && rival.start >= span.end) continue;
    if (rival.length === 0 && rival.start === span.end && !/^[\d%％.,]+$/.test(rival.saw)) continue;
    text += line.text.slice(at, rival.start) + rival.saw;
    at = Math.min(span.end, rival.start + rival.length);
  }
  return text + line.text.slice(at, span.end);
}

/** Where nothing was seen, nobody vouches for what one reader saw alone. */
const UNVOUCHED = 40;

function lowest(line: RecognizedLine, span: Span): number {
  if (span.start === span.end) return UNVOUCHED;
  return Math.min(99, ...line.confidences.slice(span.start, span.end));
}

function replaceSpan(line: RecognizedLine, span: Span, text: string): RecognizedLine {
  const x0 = span.start === 0 ? line.box[0] : line.edgesPx[span.start];
  const x1 = line.edgesPx[span.end];
  if (text === line.text.slice(span.start, span.end)) return line;
  const edges = Array.from({ length: text.length }, (_, i) => Math.round(x0 + ((x1 - x0) * i) / text.length));
  const sureness = Array.from({ length: text.length }, () => lowest(line, span));
  return {
    ...line,
    text: line.text.slice(0, span.start) + text + line.text.slice(span.end),
    edgesPx: [...line.edgesPx.slice(0, span.start), ...edges, ...line.edgesPx.slice(span.end)],
    confidences: [...line.confidences.slice(0, span.start), ...sureness, ...line.confidences.slice(span.end)],
  };
}
