import type { RecognizedLine } from "../model/recognized.ts";
import { isWorthTwoReaders, type Span } from "./doubted-spans.ts";
import type { ReadChar } from "./readers/reader.ts";
import { alignReadings, lineOf, meanConfidence, type Part, splitEven, textOf } from "./vote.ts";

/** What the first reader saw in a span of a line. */
export interface SpanReading extends Span {
  chars: ReadChar[];
}

/** What the second reader saw in the part of a line that the first was asked about: whoever is named as a line's reader has seen all its figures. */
export interface Witness extends SpanReading {
  reader: string;
}

/** How sure the network must be to be believed against both models of the other kind. */
const SURE_ALONE = 60;
/** So sure must the first reader be of what the network saw nothing of. */
const SURE_OF_MORE = 90;
const SURE_OF_MARK = 75;

/**
 * A line as the network saw it, with what the first reader saw in its spans: on drawn pages the network was right in
 * 19 of 20 cases in which the two differ. What lost is kept as a rival. `witness` is the second reader, asked
 * where they differ: it outweighs a network that is not sure itself, and is kept as a reading of its own.
 */
export function weave(
  line: RecognizedLine,
  first: string,
  spans: readonly SpanReading[],
  witness: Witness | null,
): RecognizedLine {
  const [network] = line.readers;
  const own = charsOf(line);
  const chars: ReadChar[] = [];
  const rivals: RecognizedLine["rivals"] = [];
  let at = 0;
  const shifts: { from: number; by: number }[] = [{ from: 0, by: 0 }];
  const seenByWitness = witness ? textOf(witness.chars) : "";
  for (const span of spans) {
    chars.push(...own.slice(at, span.start));
    at = span.end;
    for (const part of partsOf(own.slice(span.start, span.end), span.chars)) {
      if (part.equal) {
        chars.push(...part.a.map((char, i) => surer(char, part.b[i])));
        continue;
      }
      const before = chars.at(-1)?.text ?? "";
      const takesFirst = prefersFirst(part, before, own, span, seenByWitness);
      const [winner, loser] = takesFirst ? [part.b, part.a] : [asDash(part), part.b];
      const confidence = Math.round(meanConfidence(loser));
      const reader = takesFirst ? network : first;
      rivals.push({ reader, start: chars.length, length: winner.length, saw: textOf(loser), confidence });
      chars.push(...winner);
    }
    shifts.push({ from: span.end, by: chars.length - span.end });
  }
  chars.push(...own.slice(at));
  const toWoven = (at: number): number => at + (shifts.findLast(({ from }) => from <= at)?.by ?? 0);
  // What was disputed before stays so, but where it has just been read again.
  const isReadAgain = ({ start }: { start: number }): boolean =>
    spans.some((span) => start >= span.start && start < span.end);
  for (const rival of line.rivals)
    if (!isReadAgain(rival)) rivals.push({ ...rival, start: toWoven(rival.start) });
  rivals.sort((one, next) => one.start - next.start);
  const woven = lineOf(line.box, chars, spans.length > 0 ? [network, first] : [network], rivals);
  if (!witness) return woven;
  return withWitness(woven, witness, { start: toWoven(witness.start), end: toWoven(witness.end) });
}

/** Where two readings of a span differ in a way that a third reader should look at. */
export function isDisputed(line: RecognizedLine, spans: readonly SpanReading[]): boolean {
  const own = charsOf(line);
  return spans.some((span) =>
    partsOf(own.slice(span.start, span.end), span.chars).some((part) => {
      const { equal, a, b } = part;
      if (equal || isStrayMark(part, own, span)) return false;
      return a.length === 0 || meanConfidence(a) < SURE_ALONE || FIGURE.test(textOf([...a, ...b]));
    }),
  );
}

/**
 * A sign that only the first reader saw, and that is none whoever else sees it: a mark beside another one, or what a
 * character cut off beside the span looks like.
 */
function isStrayMark(part: Part, own: readonly ReadChar[], span: Span): boolean {
  const { a, b, startA } = part;
  const saw = textOf(b);
  if (a.length > 0 || HAN.test(saw)) return false;
  const beside = [own[span.start + startA - 1], own[span.start + startA]];
  return (
    isOfTheCut(part, own, span) || (MARK.test(saw) && beside.some((char) => char && MARK.test(char.text)))
  );
}

const FIGURE = /[\d%％壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;

function charsOf({ text, confidences, edgesPx }: RecognizedLine): ReadChar[] {
  return [...text].map((char, i) => ({
    text: char,
    confidence: confidences[i],
    x0: edgesPx[i],
    x1: edgesPx[i + 1],
  }));
}

function partsOf(own: readonly ReadChar[], seen: readonly ReadChar[]): Part[] {
  return alignReadings(own, seen).flatMap(splitEven);
}

function surer(a: ReadChar, b: ReadChar): ReadChar {
  return { ...a, confidence: Math.max(a.confidence, b.confidence) };
}

function prefersFirst(
  part: Part,
  before: string,
  own: readonly ReadChar[],
  span: Span,
  witness: string,
): boolean {
  const { a, b } = part;
  if (isOfTheCut(part, own, span)) return false;
  const place: Place = {
    seen: textOf(a),
    other: textOf(b),
    before,
    behind: own[span.start + part.startA + a.length]?.text ?? "",
  };
  const bySign = firstBySign(place, meanConfidence(a));
  if (bySign !== null) return bySign;
  const { other, behind } = place;
  // The network takes a narrow 日 alone in its line for an 8.
  if (own.length === 1 && /^\d$/.test(place.seen) && HAN.test(other) && witness === other) return true;
  const isSeenSo = witness.includes(before + other + behind);
  if (place.seen === "") return takesMore(place, meanConfidence(b), witness, isSeenSo);
  // Of a character without company the network may make nothing at all (二 as =); then the surer one stands.
  const isLone = own.length === 1 && b.length === 1 && meanConfidence(b) >= SURE_OF_MORE;
  return meanConfidence(a) < SURE_ALONE && (isLone || isSeenSo);
}

/** What the network and the first reader saw at one place, and what stands on either side of it. */
interface Place {
  seen: string;
  other: string;
  before: string;
  behind: string;
}

/** Signs that the one or the other kind of reader is known to take for others; null where nothing is known. */
function firstBySign({ seen, other, before, behind }: Place, sureness: number): boolean | null {
  // ≥ and ≤ look like digits; their shape is settled later.
  if (INEQUALITY.test(other) && LIKE_INEQUALITY.test(seen)) return true;
  // Tesseract's models know neither ≥ nor ≤: that they see > is no word against the bar.
  if (BARRED.test(seen) && INEQUALITY.test(other)) return false;
  // Of a small per cent sign the network is apt to see the rings.
  if (DEGREE.test(seen) && PERCENT.test(other) && /\d/.test(before) && sureness < SURE_OF_MORE) return true;
  // No text has a Y before a sum.
  if (YUAN.test(seen)) return false;
  const isInFigure = /\d/.test(before) && /\d/.test(behind);
  // Between the digits of a figure stands no semicolon.
  if (isInFigure && SEMICOLON.test(seen) && GROUP_MARK.test(other)) return true;
  if (other === "一" && DASH.test(seen)) return !(/[\d年月日]/.test(before) && /\d/.test(behind));
  return null;
}

/** Whether what only the first reader saw is there. */
function takesMore(
  { other, before, behind }: Place,
  sureness: number,
  witness: string,
  isSeenSo: boolean,
): boolean {
  if (!MARK.test(other)) return !HAN.test(other) && isSeenSo && sureness >= SURE_OF_MORE;
  // Whether a mark has ink is settled later; of Chinese characters tesseract's models see parts as wholes.
  // No two marks stand side by side: the second is a part of the first, seen at a span's cut.
  if (behind === "" && witness !== "" && !MARK.test(witness.slice(-1))) return false;
  return sureness >= SURE_OF_MARK && !MARK.test(before) && !MARK.test(behind);
}

/** A dash as wide as a character, which the first reader took for 一. */
function asDash({ a, b }: Part): ReadChar[] {
  return textOf(b) === "一" && DASH.test(textOf(a)) ? [{ ...a[0], text: "—" }] : a;
}

const DEGREE = /^[℃°]$/;
const PERCENT = /^[%％]$/;
const SEMICOLON = /^[;；]$/;
const GROUP_MARK = /^[,，.]$/;
const DASH = /^[-–—]$/;
const YUAN = /^[¥￥]$/;
const INEQUALITY = /^[<>＜＞≤≥〈〉]$/;
const BARRED = /^[≤≥]$/;
const LIKE_INEQUALITY = /^[\d=＝]?$/;
const MARK = /^[，,.。、：:；;]$/;
const HAN = /\p{Script=Han}/u;

/**
 * A span ends with a character that was seen surely, there for company: what its cut side looks like says nothing.
 * A figure that only the first reader saw is never passed over so.
 */
function isOfTheCut({ a, b, startA }: Part, own: readonly ReadChar[], { start, end }: Span): boolean {
  if (FIGURE.test(textOf(b))) return false;
  const [from, to] = [start + startA, start + startA + a.length];
  const isCompany = a.every(({ text, confidence }) => !isWorthTwoReaders(text, confidence));
  const isAtLeft = start > 0 && from === start && to <= start + 1;
  const isAtRight = end < own.length && to === end && from >= end - 1;
  return isCompany && (isAtLeft || isAtRight);
}

/** The line with what another reader saw otherwise in a part of it as its rivals. */
function withWitness(line: RecognizedLine, witness: Witness, span: Span): RecognizedLine {
  const { start, end } = span;
  const own = charsOf(line);
  const rivals = [...line.rivals];
  for (const part of partsOf(own.slice(start, end), witness.chars)) {
    const { equal, a, b, startA } = part;
    if (equal || isOfTheCut(part, own, span)) continue;
    const confidence = Math.round(meanConfidence(b));
    rivals.push({
      reader: witness.reader,
      start: start + startA,
      length: a.length,
      saw: textOf(b),
      confidence,
    });
  }
  return {
    ...line,
    readers: [...line.readers, witness.reader],
    rivals: rivals.sort((one, other) => one.start - other.start),
  };
}
