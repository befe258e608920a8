import { changedGlyph, type NormalText } from "../model/normal-text.ts";
import { CERTAIN } from "../model/stated.ts";
import { type Edit, editText } from "./edit-text.ts";
import type { Frame } from "./misread-frame.ts";
import { WORD_FRAMES } from "./misread-frames.ts";
import { MARK_FRAMES } from "./misread-mark-frames.ts";

/**
 * A text in which each character that its surroundings rule out is the one that alone fits there (2024午5月, 变史为：, 合汁).
 * As read it stays in the glyph's `raw`; where it belongs to a figure its glyph is disturbed, so that nothing but
 * arithmetic makes that figure sure. What a text layer states was not misread.
 */
export function mendMisread(whole: NormalText): NormalText {
  return [...WORD_FRAMES, ...MARK_FRAMES].reduce(mendFrame, whole);
}

function mendFrame(whole: NormalText, { pattern, fits, isFigure }: Frame): NormalText {
  // Hardly any text has it, and to look for the first place costs less than to list all.
  if (whole.text.search(pattern) < 0) return whole;
  const edits = [...whole.text.matchAll(pattern)]
    .filter(({ index, 0: saw }) => saw !== fits && !isCertain(whole, index, saw.length))
    .map(({ index, 0: saw }): Edit => ({ start: index, end: index + saw.length, text: fits }));
  if (edits.length === 0) return whole;
  const mended = editText(isFigure ? disturb(whole, edits) : whole, edits);
  const rivals = mended.rivals.filter(
    ({ start, length, saw }) => saw !== mended.text.slice(start, start + length),
  );
  return { ...mended, rivals };
}

const isCertain = ({ glyphs }: NormalText, start: number, length: number): boolean =>
  glyphs
    .slice(Math.max(0, start - (length === 0 ? 1 : 0)), start + Math.max(1, length))
    .every(({ confidence }) => confidence === CERTAIN);

/** What was put in where nothing was read makes the glyph behind it doubtful. */
function disturb(whole: NormalText, edits: readonly Edit[]): NormalText {
  const isMeant = (at: number): boolean =>
    edits.some(({ start, end }) => at >= start && at < Math.max(end, start + 1));
  const glyphs = whole.glyphs.map((glyph, at) =>
    isMeant(at) ? changedGlyph(glyph, { disturbed: true }) : glyph,
  );
  return { ...whole, glyphs };
}
