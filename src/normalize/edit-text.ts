import type { Glyph, NormalText, Rival } from "../model/normal-text.ts";

/** Puts `text` in place of the characters from `start` up to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** One step of normalization: what to change in a text, in ascending order, without overlaps. */
export type Pass = (text: string) => Edit[];

/**
 * A text after its edits, evidence and rivals moved along.
 * An expansion repeats the glyph it comes from; a glyph whose character is dropped is dropped with it.
 */
export function editText(whole: NormalText, edits: readonly Edit[]): NormalText {
  if (edits.length === 0) return whole;
  let text = "";
  const glyphs: Glyph[] = [];
  const moved: number[] = [];
  let from = 0;
  const keepUpTo = (end: number): void => {
    for (; from < end; from++) {
      moved[from] = text.length;
      text += whole.text[from];
      glyphs.push(whole.glyphs[from]);
    }
  };
  for (const edit of edits) {
    keepUpTo(edit.start);
    const length = edit.end - edit.start;
    for (; from < edit.end; from++) {
      moved[from] = text.length + Math.min(from - edit.start, edit.text.length);
    }
    for (let index = 0; index < edit.text.length; index++) {
      glyphs.push(whole.glyphs[Math.max(0, edit.start + Math.min(index, length - 1))]);
    }
    text += edit.text;
  }
  keepUpTo(whole.text.length);
  moved.push(text.length);
  return { text, glyphs, rivals: whole.rivals.map((rival) => moveRival(rival, moved)) };
}

/** A plain string after its edits. */
export function editString(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

function moveRival(rival: Rival, moved: readonly number[]): Rival {
  const last = moved.length - 1;
  const start = moved[Math.min(rival.start, last)];
  const end = moved[Math.min(rival.start + rival.length, last)];
  return { ...rival, start, length: end - start };
}
