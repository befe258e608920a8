import type { RecognizedLine } from "../../model/recognized.ts";
import type { Span } from "../doubted-spans.ts";
import { isFigure, tidy } from "../figure-text.ts";
import type { ReadChar } from "../readers/reader.ts";

/** The string that most readers saw and that fits the ink wins the span; the others stay as rivals. */
export function settleSpan(
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

/** How many kinds of engine saw a text; the first word of a reader's name tells its kind. */
function kindsThatSaw(seen: readonly { reader: string; text: string }[], text: string): number {
  const same = seen.filter((one) => one.reader !== SHAPE_READER && canonical(one.text) === canonical(text));
  return new Set(same.map((one) => one.reader.split(" ")[0])).size;
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
