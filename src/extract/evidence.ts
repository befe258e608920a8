import type { Glyph, NormalText, Rival } from "../model/normal-text.ts";
import { type Place, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { Reading, Text, Trust } from "../model/value.ts";

/** Below this a reading alone is not believed. */
const SURE = 0.8;

/** What nothing but its reading speaks for must be as clear as this. */
const SURE_ALONE = 0.9;

/** A reading is called refuted only where two others agree. */
const SUPPORT_OF_REFUTED = 2;

/** The part of a text from `start` to `end`, with the rivals that touch it. */
export function sliceText(whole: NormalText, start: number, end: number): NormalText {
  const rivals = whole.rivals
    .filter((rival) => touches(rival, start, end))
    .map((rival) => ({ ...rival, start: rival.start - start }));
  return { text: whole.text.slice(start, end), glyphs: whole.glyphs.slice(start, end), rivals };
}

/** Texts one after another, as one. */
export function concatTexts(parts: readonly NormalText[]): NormalText {
  const whole: NormalText = { text: "", glyphs: [], rivals: [] };
  for (const part of parts) {
    const offset = whole.text.length;
    whole.text += part.text;
    whole.glyphs.push(...part.glyphs);
    whole.rivals.push(...part.rivals.map((rival) => ({ ...rival, start: rival.start + offset })));
  }
  return whole;
}

/** A text without blank characters at its ends. */
export function trimText(whole: NormalText): NormalText {
  const start = whole.text.length - whole.text.trimStart().length;
  return sliceText(whole, start, Math.max(start, whole.text.trimEnd().length));
}

/** The evidence every value carries: as printed, where, how sure, and what each reader saw. */
export interface Evidence {
  raw: string;
  trust: Trust;
  confidence: number;
  evidence: Place[];
  readings?: Reading[];
}

/**
 * Evidence for the value that stands in a text.
 * `read` turns what a reader saw into the value's plain form, or null when it is no such value.
 */
export function evidenceOf(part: NormalText, read: (saw: string) => string | number | null): Evidence {
  const confidence = lowestConfidence(part.glyphs);
  const base = { raw: rawOf(part.glyphs), confidence, evidence: placesOf(part.glyphs) };
  const readings = readingsOf(part, confidence, read);
  const disturbed = part.glyphs.some((glyph) => glyph.disturbed);
  // A reading of no confidence has a character that the ink has no room for: it is told, but speaks for nothing.
  const refuted = readings.slice(1).filter((reading) => reading.confidence === 0).length;
  const supporters = refuted > 0 ? SUPPORT_OF_REFUTED : leastSupport(part);
  const isIndependent = supporters > 1;
  // What is no such value at all (10.19%6) speaks against a lone reader, not against two that agree.
  const rivals = readings
    .slice(1)
    .filter((reading) => reading.value !== readings[0].value && reading.confidence > 0);
  const isContradicted = rivals.some((reading) => reading.value !== null || !isIndependent);
  const isSure = !disturbed && confidence >= (isIndependent ? SURE / 2 : SURE);
  const trust: Trust = !isContradicted && isSure ? "agreed" : "doubtful";
  return readings.length > 1 ? { ...base, trust, readings } : { ...base, trust };
}

/** By how many readers each character was seen as it stands, at the least; lines of one value may have had unlike readers. */
function leastSupport({ glyphs, rivals }: NormalText): number {
  return glyphs.reduce((least, { readerCount }, at) => {
    const against = rivals.filter(
      ({ start, length }) => at >= start - (length === 0 ? 1 : 0) && at < start + Math.max(1, length),
    );
    return Math.min(least, readerCount - new Set(against.map(({ reader }) => reader)).size);
  }, Number.POSITIVE_INFINITY);
}

/** Whether readers saw one value in a stretch of a text, and saw it as well as what must be believed by itself. */
export function isReadWell(
  whole: NormalText,
  { start, end }: { start: number; end: number },
  read: (saw: string) => string | number | null,
): boolean {
  const { trust, confidence } = evidenceOf(sliceText(whole, start, end), read);
  return trust !== "doubtful" && confidence >= SURE_ALONE;
}

/** A plain text value with its evidence. */
export function textValue(part: NormalText): Text {
  const trimmed = trimText(part);
  return { value: trimmed.text, ...evidenceOf(trimmed, (saw) => saw) };
}

/** What each reader saw: the winner first, then every reader that saw otherwise. */
function readingsOf(
  part: NormalText,
  confidence: number,
  read: (saw: string) => string | number | null,
): Reading[] {
  const readings: Reading[] = [{ reader: "vote", raw: part.text, value: read(part.text), confidence }];
  for (const reader of new Set(part.rivals.map((rival) => rival.reader))) {
    const rivals = part.rivals.filter((rival) => rival.reader === reader);
    const saw = substitute(part.text, rivals);
    if (saw === part.text) continue;
    const sureness = Math.min(...rivals.map((rival) => rival.confidence));
    readings.push({ reader, raw: saw, value: read(saw), confidence: sureness });
  }
  return readings;
}

/** The text with a reader's rivals put in place of what won. */
function substitute(text: string, rivals: readonly Rival[]): string {
  let result = "";
  let from = 0;
  for (const rival of [...rivals].sort((a, b) => a.start - b.start)) {
    const start = Math.max(from, rival.start);
    const end = Math.min(text.length, rival.start + rival.length);
    const outsideBefore = Math.max(0, -rival.start);
    const outsideAfter = Math.max(0, rival.start + rival.length - text.length);
    const isAligned = rival.saw.length === rival.length;
    const saw = isAligned ? rival.saw.slice(outsideBefore, rival.saw.length - outsideAfter) : rival.saw;
    result += text.slice(from, start) + saw;
    from = Math.max(from, end);
  }
  return result + text.slice(from);
}

function touches(rival: Rival, start: number, end: number): boolean {
  // A digit that a reader saw more at a figure's very end is of that figure, too.
  const reach = /^\d+$/.test(rival.saw) ? 1 : 0;
  if (rival.length === 0) return rival.start > start - reach && rival.start < end + reach;
  return rival.start < end && rival.start + rival.length > start;
}

function lowestConfidence(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((lowest, glyph) => Math.min(lowest, glyph.confidence), 1);
}

function rawOf(glyphs: readonly Glyph[]): string {
  let raw = "";
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph !== previous) raw += glyph.raw;
    previous = glyph;
  }
  return raw;
}

/** One place a printed line. */
function placesOf(glyphs: readonly Glyph[]): Place[] {
  const lines = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const line = lines.get(glyph.lineNumber);
    if (line) line.push(glyph);
    else lines.set(glyph.lineNumber, [glyph]);
  }
  return [...lines.values()].map((line) => ({
    pageNumber: line[0].pageNumber,
    box: unionOfBoxes(line.map((glyph) => glyph.box)),
  }));
}

/** Whether a text, or a stretch of it, stands at one of some places: where figures were read, or problems told. */
export function standsAt(
  { glyphs }: NormalText,
  places: readonly Place[],
  span: { start: number; end: number } | null = null,
): boolean {
  const own = span === null ? glyphs : glyphs.slice(span.start, span.end);
  const pages = new Set(own.map(({ pageNumber }) => pageNumber));
  const near = places.filter(({ pageNumber }) => pages.has(pageNumber));
  return (
    near.length > 0 &&
    own.some((glyph) =>
      near.some(({ pageNumber, box }) => pageNumber === glyph.pageNumber && sharedArea(box, glyph.box) > 0),
    )
  );
}
