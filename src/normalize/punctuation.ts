import { isChinese } from "./characters.ts";
import type { Edit } from "./edit-text.ts";

const CHINESE_MARKS: Record<string, string> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

const ASCII_MARK = /[,;:?!()]/;

/** ASCII marks after or between Chinese become Chinese ones; those inside a figure, a time or a code stay. */
export function punctuationEdits(text: string): Edit[] {
  if (!ASCII_MARK.test(text)) return [];
  const marks = text.split("");
  const edits: Edit[] = [];
  const change = (index: number): void => {
    marks[index] = CHINESE_MARKS[text[index]];
    edits.push({ start: index, end: index + 1, text: marks[index] });
  };
  for (const index of bracketsInChinese(text)) change(index);
  const hasChinese = [...text].some(isChinese);
  for (let index = 0; index < text.length; index++) {
    if (!/[,;:?!]/.test(text[index])) continue;
    const before = nearest(marks, index, -1);
    const after = nearest(marks, index, 1);
    // No figure or time has a semicolon in it.
    const isStop = text[index] === ";" && hasChinese && before !== "";
    if (isStop || isChinese(before) || (isChinese(after) && before !== "")) change(index);
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** ASCII brackets that stand in Chinese: their neighbours or what they hold is Chinese, or their partner is. */
function bracketsInChinese(text: string): number[] {
  const found: number[] = [];
  const open: number[] = [];
  const marks = text.split("");
  for (let index = 0; index < marks.length; index++) {
    if (/[(（]/.test(marks[index])) open.push(index);
    if (!/[)）]/.test(marks[index])) continue;
    const start = open.pop();
    if (start === undefined) found.push(...loneBracket(marks, index));
    else if (isPairInChinese(marks, start, index)) found.push(start, index);
  }
  for (const index of open) found.push(...loneBracket(marks, index));
  return found.filter((index) => /[()]/.test(text[index]));
}

function isPairInChinese(marks: readonly string[], start: number, end: number): boolean {
  if (marks[start] === "（" || marks[end] === "）") return true;
  // The number of an item, at the head of a Chinese text.
  if (start === 0 && /^[\d.]+$/.test(marks.slice(1, end).join("")) && marks.some(isChinese)) return true;
  // The same alone in a cell, before the item in the next one.
  if (start === 0 && end === marks.length - 1 && ITEM_NUMBER.test(marks.slice(1, end).join(""))) return true;
  if (isChinese(nearest(marks, start, -1)) || isChinese(nearest(marks, end, 1))) return true;
  return marks.slice(start + 1, end).some(isChinese);
}

const ITEM_NUMBER = /^\d{1,2}(?:\.\d{1,2})*$/;

function loneBracket(marks: readonly string[], index: number): number[] {
  return isChinese(nearest(marks, index, -1)) || isChinese(nearest(marks, index, 1)) ? [index] : [];
}

/** The nearest character that is not blank, "" at the text's end. */
function nearest(marks: readonly string[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (marks[at] === " ") at += step;
  return marks[at] ?? "";
}
