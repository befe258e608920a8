import type { RecognizedLine } from "../model/recognized.ts";

/** A run of characters, `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Above this the network is right against what other readers see (measured on drawn pages). */
const SURE = 75;
const FIGURE = /[\d%％,.¥￥零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;
/** Signs that digits and other signs are taken for, or that are taken for them. */
const ODD_SIGN = /[〈〉〔〕《》<>＜＞≤≥=＝[\]{}【】|!lI/–—-]/;
/** Doubted characters this near to each other are read in one. */
const NEAR = 2;
/** Of a line doubted in more than this share the rest is read with it. */
const WHOLE_SHARE = 0.7;

/** What of a line is worth a reader of another kind: figures, odd signs and what was not seen surely, with a character around. */
export function findDoubtedSpans({ text, confidences }: RecognizedLine): Span[] {
  const spans: Span[] = [];
  for (let at = listNumberLength(text, confidences); at < text.length; at++) {
    if (!isWorthTwoReaders(text[at], confidences[at])) continue;
    const last = spans.at(-1);
    const [start, end] = [Math.max(0, at - 1), Math.min(text.length, at + 2)];
    if (last && start - last.end <= NEAR) last.end = end;
    else spans.push({ start, end });
  }
  const covered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered > text.length * WHOLE_SHARE || text === "" ? [{ start: 0, end: text.length }] : spans;
}

/** The number of an item with its marks, before the item's first words: （1）, （4.1）, 2、 */
const LIST_NUMBER =
  /^(?:[（(]\d{1,2}(?:\.\d{1,2})?[)）]|\d{1,2}[、.])(?![元万亿年月日个]|天|人次)(?=\p{Script=Han}{2})/u;
const SURE_OF_NUMBER = 95;

/**
 * How far a line begins with an item's number of whose digits the network is sure: no sum, and one reader's word is
 * enough. Of its brackets it is never sure, for there are wide and narrow ones.
 */
function listNumberLength(text: string, confidences: readonly number[]): number {
  const number = LIST_NUMBER.exec(text)?.[0] ?? "";
  const isSure = [...number].every((char, at) => !/\d/.test(char) || confidences[at] >= SURE_OF_NUMBER);
  return isSure ? number.length : 0;
}

export function isWorthTwoReaders(char: string, confidence: number): boolean {
  return confidence < SURE || FIGURE.test(char) || ODD_SIGN.test(char);
}
