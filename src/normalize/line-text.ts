import { changedGlyph, type NormalText } from "../model/normal-text.ts";
import { type Box, boxWidth } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import { LineGlyph, type LinePlace } from "./line-glyph.ts";

/** One printed line as evidenced text, not normalized yet. */
export function lineToText(line: RecognizedLine, place: LinePlace): NormalText {
  const placed = { line, ...place };
  const glyphs = Array.from({ length: line.text.length }, (_, index) => new LineGlyph(placed, index));
  const rivals = line.rivals.map((rival) => ({ ...rival, confidence: rival.confidence / 100 }));
  return { text: line.text, glyphs, rivals };
}

/**
 * Lines as one text: a figure or word that a full line breaks goes on without a blank,
 * otherwise a blank stands between, which normalization drops beside Chinese.
 */
export function joinLines(lines: readonly NormalText[], room: Box): NormalText {
  const whole: NormalText = { text: "", glyphs: [], rivals: [] };
  for (const line of lines) {
    if (line.text === "") continue;
    if (whole.text !== "" && !runsOn(whole, line, room)) appendBlank(whole);
    const offset = whole.text.length;
    whole.text += line.text;
    whole.glyphs.push(...line.glyphs);
    whole.rivals.push(...line.rivals.map((rival) => ({ ...rival, start: rival.start + offset })));
  }
  return whole;
}

const LIST_NUMBER = /^\s*[(（]?\d{1,2}(?:\.\d{1,2})*[.、．)）](?!\d)/;

/** Whether a line break splits a figure: digits on both sides, the line full, and no list number after it. */
function runsOn(before: NormalText, after: NormalText, room: Box): boolean {
  if (!/[\d.,]$/.test(before.text) || !/^[\d.,%]/.test(after.text)) return false;
  if (LIST_NUMBER.test(after.text)) return false;
  const last = before.glyphs[before.glyphs.length - 1];
  const height = last.box[3] - last.box[1];
  return room[2] - last.box[2] < Math.max(1.5 * height, 0.1 * boxWidth(room));
}

/** A blank that nobody printed; it stands at the end of the line before. */
function appendBlank(whole: NormalText): void {
  const last = whole.glyphs[whole.glyphs.length - 1];
  const [, y0, x1, y1] = last.box;
  whole.text += " ";
  whole.glyphs.push(changedGlyph(last, { raw: "", box: [x1, y0, x1, y1], confidence: 1, disturbed: false }));
}
