import type { RecognizedLine } from "../model/recognized.ts";

/** A run of characters, `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Above this the first reader is right in all but one of a thousand characters (measured on drawn pages). */
const SURE = 93;
const FIGURE = /[\d%％,.¥￥零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;
/** Signs that other signs, and digits, are taken for. */
const ODD_SIGN = /[〈〉〔〕《》<>＜＞≤≥=＝[\]{}【】“”"‘’|!；;A-Za-z/]/;
/** Characters that differ from another by the length of one stroke. */
const TWIN = /[末未己已巳入人八土士干于千日曰大太天夭]/;
/** Doubted characters this near to each other are read in one. */
const NEAR = 2;
/** Of a line doubted in more than this share the rest is read with it. */
const WHOLE_SHARE = 0.7;

/** What of a line is worth another reader: figures, odd signs and what was not seen surely, with a character around. */
export function findDoubtedSpans({ text, confidences }: RecognizedLine): Span[] {
  const spans: Span[] = [];
  for (const at of text.split("").keys()) {
    if (!isWorthTwoReaders(text[at], confidences[at])) continue;
    const last = spans.at(-1);
    const [start, end] = [Math.max(0, at - 1), Math.min(text.length, at + 2)];
    if (last && start - last.end <= NEAR) last.end = end;
    else spans.push({ start, end });
  }
  const covered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered > text.length * WHOLE_SHARE || text === "" ? [{ start: 0, end: text.length }] : spans;
}

export function isWorthTwoReaders(char: string, confidence: number): boolean {
  return confidence < SURE || FIGURE.test(char) || ODD_SIGN.test(char) || TWIN.test(char);
}
