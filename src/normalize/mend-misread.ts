import type { NormalText } from "../model/normal-text.ts";
import { type Edit, editText } from "./edit-text.ts";
import { type Frame, WORD_FRAMES } from "./misread-frames.ts";
import { MARK_FRAMES } from "./misread-mark-frames.ts";

/**
 * A text in which each character that its surroundings rule out is the one that alone fits there (2024午5月, 变史为：, 合汁).
 * As read it stays in the glyph's `raw`; where it belongs to a figure its glyph is disturbed, so that nothing but
 * arithmetic makes that figure sure.
 */
export function mendMisread(whole: NormalText): NormalText {
  return [...WORD_FRAMES, ...MARK_FRAMES].reduce(mendFrame, whole);
}

function mendFrame(whole: NormalText, { pattern, fits, isFigure }: Frame): NormalText {
  const edits = [...whole.text.matchAll(pattern)]
    .filter(({ 0: saw }) => saw !== fits)
    .map(({ index, 0: saw }): Edit => ({ start: index, end: index + saw.length, text: fits }));
  if (edits.length === 0) return whole;
  const mended = editText(isFigure ? disturb(whole, edits) : whole, edits);
  const rivals = mended.rivals.filter(
    ({ start, length, saw }) => saw !== mended.text.slice(start, start + length),
  );
  return { ...mended, rivals };
}

function disturb(whole: NormalText, edits: readonly Edit[]): NormalText {
  const glyphs = [...whole.glyphs];
  for (const { start, end } of edits) {
    for (
      let at = Math.min(start, glyphs.length - 1);
      at < Math.max(end, start + 1) && at < glyphs.length;
      at++
    )
      glyphs[at] = { ...glyphs[at], disturbed: true };
  }
  return { ...whole, glyphs };
}
