import { rememberedByText } from "../model/remembered.ts";
import type { Span } from "./budget-figures.ts";
import { numberStyle, ordinalOf } from "./budget-lists.ts";
import { OPENS } from "./budget-words.ts";

/** Readers take one kind of bracket for another; any opens and any closes. */
export const OPENING = /[（(〈《<＜【[{｛「『]/;
export const CLOSING = /[）)〉》>＞】\]}｝」』]/;
/** The bracket of 1） closes none. */
export const LIST_NUMBER = /(?:^|[\s：:；;，,、。])\d{1,2}\s*$/;

/** The brackets of a text, matched as well as they can be where some are lost. */
export interface Brackets {
  /** Each from its opening to where it is closed. */
  pairs: readonly Span[];
  /** Where one is missing or one too many, so that what stands there may be of another line than it seems. */
  unsure: readonly Span[];
  /** Where the numbers of items end that count on in their list: （一）甲…；（二）|乙. */
  anchors: readonly number[];
}

/**
 * Matches the brackets of a text. Where they come out, as they do but for misreadings, nothing else is looked at; else an item that
 * counts on in its list closes what was left open before it, a semicolon or a list closes a note (（占3%）, and one bracket seen
 * twice is one.
 */
export const bracketsIn: (text: string) => Brackets = rememberedByText(
  (text) => strictly(text) ?? loosely(text),
);

/** How many brackets that hold a list of parts are open at a place. */
export const depthAt = (text: string, at: number): number =>
  bracketsIn(text).pairs.filter(({ start, end }) => start < at && end >= at && isList(text, start, at))
    .length;

/** Whether a stretch of a text meets one whose brackets don't come out. */
export const isUnsure = ({ unsure }: Brackets, { start, end }: Span): boolean =>
  unsure.some((span) => span.start <= Math.max(start, end) && Math.min(start, end) < span.end);

/** A bracket that still stands open where a sum is told holds that sum's words, unless it holds the sum itself: （大写：…, （¥…. */
const isList = (text: string, open: number, at: number): boolean =>
  OPENS.test(text.slice(open, at).slice(0, 12)) ||
  !/^.\s*(?:人民币|大\s*写|小\s*写|[¥￥\d])/u.test(text.slice(open));

/** Null where a bracket is left over. */
function strictly(text: string): Brackets | null {
  const pairs: Span[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (OPENING.test(text[index])) open.push(index);
    else if (closes(text, index)) {
      const start = open.pop();
      if (start === undefined) return null;
      pairs.push({ start, end: index });
    }
  }
  return open.length > 0 ? null : { pairs, unsure: [], anchors: [] };
}

const closes = (text: string, at: number): boolean =>
  CLOSING.test(text[at]) && !LIST_NUMBER.test(text.slice(Math.max(0, at - 4), at));

interface Counted {
  style: string;
  count: number;
  depth: number;
}

/** What is known while a text is gone through whose brackets don't come out. */
interface Loose extends Brackets {
  text: string;
  pairs: Span[];
  unsure: Span[];
  anchors: number[];
  open: { start: number; isNote: boolean }[];
  counted: Counted[];
  /** Where the item at hand begins. */
  item: number;
}

function loosely(text: string): Brackets {
  const state: Loose = { text, pairs: [], unsure: [], anchors: [], open: [], counted: [], item: 0 };
  for (let index = 0; index < text.length; index++) {
    const number = numberAt(text, index);
    if (number !== "") {
      count(state, number, index);
      index += number.length - 1;
    } else if (OPENING.test(text[index])) {
      if (index > 0 && OPENING.test(text[index - 1])) continue;
      const isNote = !holdsParts(text, index);
      if (!isNote) closeNotes(state, index);
      state.open.push({ start: index, isNote });
    } else if (/[；;。]/.test(text[index])) closeNotes(state, index);
    else if (closes(text, index)) close(state, index);
  }
  const rest = state.open.splice(0);
  for (const { start, isNote } of rest) {
    if (!isNote) state.pairs.push({ start, end: text.length });
    state.unsure.push({ start, end: text.length });
  }
  const { pairs, unsure, anchors } = state;
  return { pairs, unsure, anchors };
}

function close(state: Loose, index: number): void {
  const own = state.open.pop();
  if (own) state.pairs.push({ start: own.start, end: index });
  else state.unsure.push({ start: state.item, end: index });
  state.counted = state.counted.filter(({ depth }) => depth <= state.open.length);
}

/** （占3%；基本工资: no note goes on behind a semicolon. */
function closeNotes(state: Loose, index: number): void {
  for (let last = state.open.at(-1); last?.isNote; last = state.open.at(-1)) leaveOpen(state, index);
}

function leaveOpen(state: Loose, index: number): void {
  const own = state.open.pop();
  if (!own) return;
  state.pairs.push({ start: own.start, end: index });
  state.unsure.push({ start: own.start, end: index });
}

/** One number between two may be misread. */
const MOST_STEPS = 2;

/** An item's number: one that counts on in a list closes what was opened in the item before. */
function count(state: Loose, number: string, index: number): void {
  // （二） may have lost a bracket of its own.
  const style = numberStyle(number.trim()).replace(/[（）]/g, "");
  const own = ordinalOf(number.trim());
  if (style === "" || own === null) return;
  const before = state.counted.findLast(
    (each) => each.style === style && each.count < own && own - each.count <= MOST_STEPS,
  );
  if (!before && own !== 1) return;
  const depth = before?.depth ?? state.open.length;
  while (state.open.length > depth) leaveOpen(state, index);
  state.counted = state.counted.filter(
    (each) => each.depth < depth || (each.depth === depth && each.style !== style),
  );
  state.counted.push({ style, count: own, depth });
  state.anchors.push(index + number.length);
  if (depth === 0) state.item = index;
}

const NUMBER =
  /^(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)、，.．](?!\d)|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:[）)]|[、.．](?!\d))|[①-⑳])\s*/;
const BEFORE_NUMBER = /(?:^|[\s：:；;。，,、（(）)]|其中|包括|包含|如下)$/;

function numberAt(text: string, at: number): string {
  if (!BEFORE_NUMBER.test(text.slice(Math.max(0, at - 2), at))) return "";
  return NUMBER.exec(text.slice(at, at + 10))?.[0] ?? "";
}

/** The first part of a list begins well before. */
const MOST_HELD = 120;

/** Whether a bracket holds parts and no note (（占3%）, （大写：…）, （每月100元）): words that open a list, or a name and its sum. */
function holdsParts(text: string, open: number): boolean {
  const held = text.slice(open + 1, open + 1 + MOST_HELD);
  if (/^\s*(?:其[中申]|包括|包含|含(?!税)|由)/.test(held) || OPENS.test(held.slice(0, 8))) return true;
  if (/^\s*(?:所?占|人民币|大写|小写|[¥￥\d]|每|单价|按|即|不?含税|约)/.test(held)) return false;
  const first = /^[^（(）)；;。]*/.exec(held)?.[0] ?? "";
  return /\p{Script=Han}{2}\D{0,4}[¥￥]?\d[\d,.]*\s*(?:万?元|$)/u.test(first);
}
