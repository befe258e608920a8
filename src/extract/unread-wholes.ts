import type { Span } from "./budget-figures.ts";
import { COST } from "./budget-odd-labels.ts";
import { OPENS } from "./budget-words.ts";
import { bracketsIn, CLOSING, depthAt, isUnsure, OPENING } from "./list-brackets.ts";

/** What is left of an item whose sum is lacking. */
export type Unread = "name" | "scrap" | null;

/**
 * Of lines, each from its name to behind its sum, those of a bracket that opens behind an item whose sum was not read
 * (甲100元；乙费（其中：丙60元，…), and what is left of that item.
 */
export function partsOfUnread(lines: readonly Span[], text: string): Map<Span, Unread> {
  const headless = new Map<Span, Unread>();
  const brackets = bracketsIn(text);
  const { pairs } = brackets;
  let behind: Unread = null;
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    const own = depthAt(text, line.end);
    const floor = lines[at - 1]?.end ?? line.start;
    const opens = pairs.some(({ start, end }) => floor <= start && start < line.start && line.end <= end);
    if (own < depth || (opens && own === depth)) behind = null;
    const unread: Unread = opens && behind === null ? unreadIn(text.slice(floor, line.start)) : null;
    if (unread) [behind, depth] = [unread, own];
    else if (isUnsure(brackets, line) && UNOPENED.test(text.slice(floor, line.start).replace(NOTE, "")))
      [behind, depth] = ["scrap", own];
    if (behind) headless.set(line, behind);
  }
  return headless;
}

/** What is left of a sum whose digits or unit were not made out. */
const SCRAP =
  /(?:(?:[¥￥]|\d{1,3}[,，.]\d{2,3})[^；;，,、。]{0,4}$|(?<![\dA-Za-z]|编号|图号)\d{4,}(?![\dA-Za-z])[^；;，,、。年版平米㎡号元人天]{0,4}$)/;
const NOTE = /[（(][^（）()]*[）)]|[，,]?\s*占[^；;，,、。（(]*[%％]/g;
/** 食宿安排：其中：市外: a name, and its parts without a sum or a bracket before them. */
const UNOPENED = /[；;，,、：:（(。]\s*\p{Script=Han}{2,12}[：:¥￥\d元，,\s]{0,2}其[中申][：:]?\s*$/u;
/** What stands between a name and its sum. */
const BEHIND_NAME = /(?:[：:为共计\s]|人民币)+$/;

/** Whether between a sum and the first part of a list another item begins, whose sum is lacking, and what that is left of. */
function unreadIn(between: string): Unread {
  const opening = [...between].findLastIndex(
    (sign, at) =>
      OPENING.test(sign) && (OPENS.test(between.slice(at, at + 8)) || !CLOSING.test(between.slice(at))),
  );
  if (opening < 0) return null;
  const items = between
    .slice(0, opening)
    .replace(NOTE, "")
    .split(/[；;，,、。]/);
  const last = items.at(-1)?.trim() ?? "";
  if (items.length < 2) return null;
  const isNamed = (words: string): boolean => COST.test(words.replace(BEHIND_NAME, ""));
  if (SCRAP.test(last) || (last.endsWith("元") && isNamed(last.slice(0, -1)))) return "scrap";
  return isNamed(last) ? "name" : null;
}
