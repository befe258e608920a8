/** A number as lists bear it: `（3）` is [3], `（4.2）` is [4, 2]; `style` tells （1） from 1、 from 一、. */
export interface ListNumber {
  readonly style: "bracket" | "point" | "chinese";
  readonly parts: readonly number[];
}

const CHINESE = "零一二三四五六七八九";
/** Readers often lose one bracket of a pair, so either of them tells. */
const PATTERNS: readonly [ListNumber["style"], RegExp][] = [
  ["bracket", /^[（(]?\s*(\d{1,3}(?:\s*[.．]\s*\d{1,3})*)\s*[）)]/],
  ["bracket", /^[（(]\s*(\d{1,3}(?:\s*[.．]\s*\d{1,3})*)\s*(?=\p{Script=Han})/u],
  ["point", /^(\d{1,3}(?:[.．]\d{1,3})*)\s*(?:、|[.．](?!\d))/],
  ["chinese", /^[（(]?([一二三四五六七八九十]{1,3})[、）)]/],
];

/** The number a text begins with; null when it begins with none. */
export function readListNumber(text: string): ListNumber | null {
  const trimmed = text.trimStart();
  for (const [style, pattern] of PATTERNS) {
    const digits = pattern.exec(trimmed)?.[1];
    if (digits === undefined) continue;
    const parts = style === "chinese" ? [readChinese(digits)] : digits.split(/[.．]/).map(Number);
    return parts.some((part) => !Number.isSafeInteger(part)) ? null : { style, parts };
  }
  return null;
}

/** `（4.2）` as its style writes it. */
export function listNumberToText({ style, parts }: ListNumber): string {
  const number = parts.join(".");
  return style === "bracket" ? `（${number}）` : style === "point" ? `${number}、` : `第${number}项`;
}

/**
 * The numbers that may follow another: the next beside it, the first below it, or the next above it.
 * With `restarts` a new list may begin at 1 as well. The likeliest comes first.
 */
export function successorsOf(previous: ListNumber | null, restarts: boolean): number[][] {
  if (!previous) return [[1], [1, 1]];
  const { parts } = previous;
  const beside = parts.map((_, depth) => [...parts.slice(0, depth), parts[depth] + 1]).reverse();
  const below = [...parts, 1];
  const belowNext = [...parts.slice(0, -1), parts[parts.length - 1] + 1, 1];
  // （1.4） → （2.1）: the list above goes on, and begins a list of its own.
  const aboveNext = parts.length > 1 ? [[...parts.slice(0, -2), parts[parts.length - 2] + 1, 1]] : [];
  return [...beside, below, belowNext, ...aboveNext, ...(restarts ? [[1], [1, 1]] : [])];
}

/** 一 … 九十九 as a number; NaN for anything else. */
function readChinese(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["0", text];
  const ten = tens === "" ? 1 : tens === "0" ? 0 : CHINESE.indexOf(tens);
  const one = ones === "" ? 0 : CHINESE.indexOf(ones);
  return ten < 0 || one < 0 || ones.length > 1 ? Number.NaN : ten * 10 + one;
}
