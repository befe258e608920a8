import { changedGlyph, type Glyph, type NormalText } from "../model/normal-text.ts";
import { type Box, boxHeight, boxWidth } from "../model/place.ts";
import { concatTexts } from "./evidence.ts";

/** A printed line of a text: its glyphs, left to right. */
export function linesOf(text: NormalText): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const [index, glyph] of text.glyphs.entries()) {
    if (index === 0 || glyph.lineNumber !== text.glyphs[index - 1].lineNumber) lines.push([]);
    lines[lines.length - 1].push(glyph);
  }
  return lines;
}

/** The width of a Chinese character: the median of the glyphs' widths, bounded by their height. */
export function emOf(glyphs: readonly Glyph[]): number {
  const widths = glyphs.map(({ box }) => boxWidth(box)).filter((width) => width > 0);
  const heights = glyphs.map(({ box }) => boxHeight(box)).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length / 2)] ?? 1;
  const width = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? height;
  return Math.max(1, Math.min(height, Math.max(width, height / 2)));
}

/** In characters: letters set apart, as those of a label that is spread over its room, leave less between label and value. */
const LEAST_GAP = 0.6;

/** Where on its first line, among its first `most` characters, a text goes on behind its widest gap; 0 where there is none. */
export function afterWidestGap({ glyphs }: NormalText, most: number): number {
  const first = glyphs.filter(({ lineNumber }) => lineNumber === glyphs[0].lineNumber);
  const em = emOf(first.slice(1));
  // A character's room reaches to where the next begins.
  const gaps = first.slice(1, most + 1).map(({ box }, at) => box[0] - first[at].box[0] - em);
  const widest = Math.max(LEAST_GAP * em, ...gaps);
  return gaps.lastIndexOf(widest) + 1;
}

/**
 * Whether the last printed line reaches the right end of its room, so that the text may go on elsewhere; `next` is what
 * would stand behind it, where that is known: of several characters that no line's end may part more room stays free.
 */
export function endsFull(text: NormalText, room: Box, next?: NormalText): boolean {
  const lines = linesOf(text);
  const last = lines[lines.length - 1];
  if (!last) return false;
  const left = Math.min(...text.glyphs.map(({ box }) => box[0]));
  const padding = Math.max(0, Math.min(left - room[0], boxWidth(room) / 4));
  const endOf = (line: readonly Glyph[]): number => line[line.length - 1].box[2];
  const spareEm = (room[2] - padding - endOf(last)) / emOf(last);
  // A line above that was broken no farther right shows that no more had room.
  const isAsLong =
    lines.length > 1 && endOf(last) >= Math.max(...lines.slice(0, -1).map(endOf)) - emOf(last) / 2;
  const moreEm = next ? Math.min(MOST_MORE, Math.max(0, firstPieceEm(next) - 1)) : 0;
  return spareEm < moreEm + (isAsLong ? MOST_SPARE_BELOW : MOST_SPARE);
}

/** In characters: so much is left of a full line, where the next character, a hanging mark or a word had no room. */
const MOST_SPARE = 1.8;
const MOST_SPARE_BELOW = 2.6;
/** A longer number or word says little: hardly any line would have had room for it. */
const MOST_MORE = 2;

/** A mark that opens goes with what it opens, letters and digits stay together, and no line begins with a mark that closes. */
const FIRST_PIECE = /^[（(《“‘「『【]*(?:[\w.,]+|.)[，。、；：！？）)》”’」』】,.;:!?%％]*/su;

/** How wide, in characters, that is which no line's end may part at a text's beginning. */
function firstPieceEm({ text, glyphs }: NormalText): number {
  const piece = FIRST_PIECE.exec(text)?.[0].length ?? 0;
  const line = glyphs.slice(0, piece).filter(({ lineNumber }) => lineNumber === glyphs[0].lineNumber);
  return piece === 0 ? 0 : (line[line.length - 1].box[2] - line[0].box[0]) / emOf(glyphs);
}

const TERMINAL = /[。；;！!？?：:…][”’"》）)]*$/;
const LIST_NUMBER =
  /^(?:[（(]?\d{1,2}(?:\.\d{1,2})*[）)]|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d)|\d{1,2}\.\d{1,2}(?![\d%])|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十\d]+[条章节款项]|[①-⑳])/;

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => TERMINAL.test(text.trim());

/** Whether a text begins with a list's number: （1）, （4.1）, 1、, 一、, 第三条, ①. */
export const beginsNumbered = (text: string): boolean => LIST_NUMBER.test(text.trim());

/** The last number of a list's mark, or a cell's only number: 7, （3）, （4.1） is 1; null for any other text. */
export function listNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (!beginsNumbered(text)) return null;
  const number = /^[（(]?(?:\d{1,2}\.)*(\d{1,3})/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Two parts of one passage as one; Latin words keep a blank between them. */
export function joinPassages(before: NormalText, after: NormalText): NormalText {
  if (before.text === "") return after;
  if (after.text === "") return before;
  if (!/[A-Za-z]$/.test(before.text) || !/^[A-Za-z]/.test(after.text)) return concatTexts([before, after]);
  const last = before.glyphs[before.glyphs.length - 1];
  const [, y0, x1, y1] = last.box;
  const blank = changedGlyph(last, { raw: "", box: [x1, y0, x1, y1], confidence: 1, disturbed: false });
  return concatTexts([before, { text: " ", glyphs: [blank], rivals: [] }, after]);
}
