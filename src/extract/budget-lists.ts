import type { FlowParagraph } from "../model/flow.ts";
import { behindNumber, type Clause } from "./clauses.ts";

/** A list that is open: how its numbers are written, and the last of them. */
export interface NumberedList {
  style: string;
  count: number | null;
  /** The list of the item before, whose count that of this item may go on with: 一, 1, 2, 二, 3, 4. */
  below?: NumberedList;
}

const DIGITS = "零一二三四五六七八九";

/** The number that a paragraph begins with; "" without one. */
export function numberOf({ part, isCounted }: Clause<FlowParagraph>): string {
  const { text } = part.content;
  return text.slice(0, behindNumber(text, isCounted)).trim();
}

/** How a list number is written, as the first number of a list so written; numbers of one list are written alike. */
export function numberStyle(number: string): string {
  if (/^[（(]\s*[一二三四五六七八九十]/.test(number)) return "（一）";
  if (/^[一二三四五六七八九十]{1,3}\s*[）)]/.test(number)) return "一）";
  if (/^[（(]\s*[a-zA-Z]/.test(number)) return "（a）";
  if (/^第?\s*[一二三四五六七八九十]/.test(number)) return "一";
  if (/^[（(]\s*\d/.test(number)) return "（1）";
  if (/^\d+\s*[）)]/.test(number)) return "1）";
  if (/^[①-⑳]/.test(number)) return "①";
  if (/^[a-z]/.test(number)) return "a";
  // S alone is what readers make of 二.
  if (/^[A-Z]\d*\s*[.．、)）]/.test(number)) return /\d/.test(number) ? "A1" : "A";
  if (/^[甲乙丙丁戊己庚辛]\s*[、.．]/.test(number)) return "甲";
  const levels = /^\d+(?:[.．]\d+)*/.exec(number)?.[0].split(/[.．]/).length ?? 0;
  return levels === 0 ? "" : "1".concat(".1".repeat(levels - 1));
}

/**
 * How deep an item of nested lists stands; `lists` are those open above it, outermost first, and are kept up.
 * Only an item that begins to count opens a list within the one before, and only where what follows
 * doesn't count it among the items of an open list (3, 一, 5): a misread number opens none.
 */
export function depthInLists(lists: NumberedList[], number: string, following: readonly string[]): number {
  const style = numberStyle(number);
  const count = ordinalOf(number);
  const known = lists.findIndex((list) => list.style === style);
  const below = lists.at(-1)?.below;
  if (known >= 0) {
    lists[known].below = lists[known + 1] ?? lists[known].below;
    lists.length = known + 1;
    lists[known].count = count;
  } else if (below?.style === style && count !== null && count - 1 === below.count) {
    lists.push({ style, count });
  } else if (lists.length === 0 || (count === 1 && !isCountedOn(lists, following))) {
    lists.push({ style, count });
  } else {
    const last = lists[lists.length - 1];
    last.count = last.count === null ? null : last.count + 1;
  }
  return lists.length - 1;
}

/** Whether the next number of an open list leaves room for one item in between. */
function isCountedOn(lists: readonly NumberedList[], following: readonly string[]): boolean {
  for (const number of following) {
    const list = lists.find(({ style }) => style === numberStyle(number));
    const count = ordinalOf(number);
    if (list && count !== null) return list.count !== null && count === list.count + 2;
  }
  return false;
}

/**
 * The numbers with those filled in that were not read, or as a sign that counts nothing (u for 三): an item without
 * one stands where its list goes on with the next but one (一, 1, 2, –, 三). Several are filled where as many are
 * lacking and a list of another kind begins below each (一, 1, 2, –, 1, –, 1, 四). `""` is no number.
 */
export function fillNumbers(numbers: readonly string[]): string[] {
  const filled = [...numbers];
  const read = numbers.map((number) => (isNoNumber(number, numbers) ? "" : number));
  read.forEach((number, at) => {
    if (number !== "") return;
    const behind = read.slice(at + 1).filter((each) => each !== "");
    const next = behind[0] ?? "";
    // Of the item's own list, or of one whose items hold lists.
    const outer = behind.find((each) => numberStyle(each) !== numberStyle(next)) ?? "";
    const filler = [next, outer]
      .map((each) => fillerFor(at, each, read, filled))
      .find((each) => each !== null);
    if (filler) filled[at] = filler;
  });
  return filled;
}

/** The number of the unread one at a place where the list that goes on with `behind` lacks it; or null. */
function fillerFor(
  at: number,
  behind: string,
  read: readonly string[],
  filled: readonly string[],
): string | null {
  const [style, count] = [numberStyle(behind), ordinalOf(behind)];
  if (style === "" || count === null) return null;
  const from = filled.slice(0, at).findLastIndex((each) => numberStyle(each) === style);
  const last = from < 0 ? null : ordinalOf(filled[from]);
  if (last === null) return null;
  const to = read.indexOf(behind, at + 1);
  // Nothing else between the two may lack its number, or it wouldn't be known which of them is the one.
  const unread = [...read.keys()].filter((each) => each > from && each < to && read[each] === "");
  const isSure = unread.length === 1 || unread.every((each) => opensList(each, style, read));
  return isSure && unread.length === count - last - 1 ? withOrdinal(filled[from], last + 1) : null;
}

/** Whether the item below is the first of a list of another kind. */
const opensList = (at: number, style: string, read: readonly string[]): boolean =>
  ordinalOf(read[at + 1] ?? "") === 1 && numberStyle(read[at + 1]) !== style;

/** A lone sign that no list is numbered by, or a letter of a list that has no first one. */
const isNoNumber = (number: string, numbers: readonly string[]): boolean =>
  number.length === 1 &&
  (numberStyle(number) === "" || (/^[b-z]$/.test(number) && !numbers.some((each) => each.startsWith("a"))));

function withOrdinal(like: string, count: number): string {
  const words = count <= 10 ? `${DIGITS}十`[count] : count < 20 ? `十${DIGITS[count - 10]}` : "";
  if (/\d/.test(like)) return like.replace(/\d+(?=\D*$)/, String(count));
  return words === "" ? "" : like.replace(/[一二三四五六七八九十]+/, words);
}

/** The count that a list number says; null where it says none. */
export function ordinalOf(number: string): number | null {
  const ring = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".indexOf(number.charAt(0)) + 1;
  if (number !== "" && ring > 0) return ring;
  const stem = "甲乙丙丁戊己庚辛".indexOf(number.charAt(0)) + 1;
  if (number !== "" && stem > 0) return stem;
  const letter = /^[（(]?\s*([a-z])(?!\d)/i.exec(number)?.[1]?.toLowerCase();
  if (letter) return letter.charCodeAt(0) - "a".charCodeAt(0) + 1;
  const digits = /(\d+)\D*$/.exec(number);
  if (digits) return Number(digits[1]);
  const words = /[一二三四五六七八九十]+/.exec(number)?.[0];
  if (!words) return null;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const ten = words.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones[0]));
}
