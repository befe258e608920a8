import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import { isPercentShape, misfitOf } from "./place-chars.ts";
import type { FigureReaders, LineReader, ReadChar } from "./reader.ts";

/** Reads the figures of a line once more, each from a crop of its own; what fits the ink and most readers saw wins. */
export async function readFigures(
  line: RecognizedLine,
  ink: InkLine,
  grey: GreyPicture,
  readers: FigureReaders,
): Promise<RecognizedLine> {
  let result = line;
  // Back to front, so that a change of length leaves the spans before it in place.
  for (const span of findSpans(line.text).reverse()) {
    const box = spanBox(line, span);
    if (span.kind === "digits") {
      const third = await readSpan(box, ink, grey, readers.digits);
      const fits = (text: string): number => misfitOf(text, box, grey, ink.textHeightPx);
      const endsInPercent = isPercentShape(box, grey, ink.textHeightPx);
      result = settleSpan(result, span, readers.digits.name, third, fits, endsInPercent);
    } else {
      result = await settleCapitals(result, span, ink, grey, readers.capitals);
    }
  }
  return result;
}

async function readSpan(box: Box, ink: InkLine, grey: GreyPicture, reader: LineReader): Promise<ReadChar[]> {
  const { chars } = await reader.readLine(cropLine(grey, { box, textHeightPx: ink.textHeightPx }));
  return chars.filter((char) => char.text.trim() !== "");
}

/** Each character that no reader saw as a capital numeral is read alone, against their small alphabet. */
async function settleCapitals(
  line: RecognizedLine,
  span: Span,
  ink: InkLine,
  grey: GreyPicture,
  reader: LineReader,
): Promise<RecognizedLine> {
  let result = line;
  for (let i = span.start; i < span.end; i++) {
    if (CAPITAL.test(result.text[i])) continue;
    const one: Span = { start: i, end: i + 1, kind: "capitals" };
    const chars = await readSpan(spanBox(line, one), ink, grey, reader);
    if (chars.length === 1) result = settleSpan(result, one, reader.name, chars, () => 0, false);
  }
  return result;
}

interface Span {
  start: number;
  end: number;
  kind: "digits" | "capitals";
}

const DIGIT_RUN = /\d[\d.,，]*[%％][\d%％]*|\d[\d.,，]*\d/g;
const LEAST_DIGITS = 3;
const CAPITAL_RUN =
  /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正](?:.?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正])+/g;
const LEAST_CAPITALS = 3;
const CAPITAL = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]/;

function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(DIGIT_RUN)) {
    if (/[%％.,，]/.test(match[0]) || match[0].length >= LEAST_DIGITS) {
      spans.push({ start: match.index, end: match.index + match[0].length, kind: "digits" });
    }
  }
  for (const match of text.matchAll(CAPITAL_RUN)) {
    const capitals = match[0].match(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g)?.length ?? 0;
    if (capitals >= LEAST_CAPITALS) {
      spans.push({ start: match.index, end: match.index + match[0].length, kind: "capitals" });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
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
    return votes - MISFIT_WEIGHT * misfit(text) - (isFigure(text, span) ? 0 : 10) - (isOdd ? ODD_GROUPS : 0);
  };
  let winner = current;
  for (const { text } of seen) if (text !== "" && score(text) > score(winner)) winner = text;
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

function isFigure(text: string, span: Span): boolean {
  return span.kind === "digits"
    ? /^\d[\d.,，]*[%％]?$/.test(text)
    : /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+$/.test(text);
}

/** One model sees a per cent sign as itself with half of it again behind; a full stop may cling to a figure's end. */
function tidy(text: string): string {
  return text
    .replace(/\s/g, "")
    .replace(/([%％])[\d%％.]+$/, "$1")
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

function lowest(line: RecognizedLine, span: Span): number {
  return Math.min(99, ...line.confidences.slice(span.start, span.end));
}

function replaceSpan(line: RecognizedLine, span: Span, text: string): RecognizedLine {
  const [x0, x1] = [line.edgesPx[span.start], line.edgesPx[span.end]];
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
