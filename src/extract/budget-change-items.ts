import type { FlowParagraph } from "../model/flow.ts";
import {
  ANY_SUM,
  BECOMES,
  BECOMES_AFTER,
  BEFORE_NAME,
  BY_HOW_MUCH,
  FROM,
  IS_DROPPED,
  IS_NEW,
  LESS,
  ONLY_TURN,
  STAY,
  STAYS_BEFORE,
  STAYS_BEHIND,
} from "./budget-change-words.ts";
import type { Span } from "./budget-figures.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

/** What a sum of an amendment's list of changes is: what a cost was, what it is now, by how much it changed, or a cost told plainly. */
export type ChangeKind = "was" | "now" | "by" | "stays" | "new" | "dropped" | "plain" | "price";

/** One sum of a list of changes, or one name without a sum that stays (`sum` is null). */
export interface ToldChange {
  clause: Clause<FlowParagraph>;
  kind: ChangeKind;
  sum: MoneySum | null;
  /** What the cost is called; null where nothing before it names one. */
  name: Span | null;
  /** In fen, below zero for less; only of what it changed by. */
  byFen: number;
}

/** A text with its sums as one sign each and without its brackets, and where each sign stands. */
interface Skeleton {
  said: string;
  at: number[];
  sums: MoneySum[];
}

/** Every sum of a clause outside of brackets, with what its words say of a change. */
export function changesIn(clause: Clause<FlowParagraph>): ToldChange[] {
  const { text } = clause.part.content;
  const skeleton = skeletonOf(text, behindNumber(text, clause.isCounted));
  const reading: ReadSoFar = { clause, skeleton, found: [], subject: null };
  for (const sentence of sentencesOf(skeleton.said)) {
    for (const [index, segment] of segmentsOf(skeleton.said, sentence).entries()) {
      if (/[￥＄]/.test(skeleton.said.slice(segment.start, segment.end)))
        readSegment(reading, segment, sentence.end);
      else readWords(reading, segment, index === 0);
    }
  }
  return withFullSums(reading.found);
}

interface ReadSoFar {
  clause: Clause<FlowParagraph>;
  skeleton: Skeleton;
  found: ToldChange[];
  /** What was named last. */
  subject: Span | null;
}

/** Words without a sum: what stays, or what is told of next. */
function readWords(reading: ReadSoFar, segment: Span, isFirst: boolean): void {
  const { clause, skeleton, found } = reading;
  const stay = STAY.exec(skeleton.said.slice(segment.start, segment.end));
  if (stay?.groups) found.push(stayingIn(clause, skeleton, segment, stay.groups["names"]));
  else if (isFirst || /[：:]/.test(skeleton.said[segment.end] ?? ""))
    reading.subject = nameOf(skeleton, segment) ?? reading.subject;
}

/** The sums between two commas, up to the end of whose sentence the words behind them go on. */
function readSegment(reading: ReadSoFar, segment: Span, end: number): void {
  const { clause, skeleton, found } = reading;
  const signs = [...skeleton.said.slice(segment.start, segment.end).matchAll(/[￥＄]/g)];
  const before = (skeleton.said.slice(0, segment.start).match(/[￥＄]/g) ?? []).length;
  for (const [nth, { index }] of signs.entries()) {
    const place = segment.start + index;
    const from = nth === 0 ? segment.start : segment.start + signs[nth - 1].index + 1;
    const sum = skeleton.sums[before + nth];
    const read = readSum(skeleton, { from, place, end });
    const own = read.name && nameOf(skeleton, read.name);
    const isTurned = read.kind === "now" && nth > 0;
    const name = own ?? (isTurned ? (found.at(-1)?.name ?? null) : reading.subject);
    reading.subject = own ?? reading.subject;
    const fen = fenOf(sum) ?? 0;
    const byFen = read.kind === "by" ? (read.isLess ? -fen : fen) : 0;
    found.push({ clause, kind: read.kind, sum, name, byFen });
  }
}

/** 电费，每月增至＄，全年￥: what a changed price comes to is what the cost is now. */
function withFullSums(found: readonly ToldChange[]): ToldChange[] {
  return found.map((each, index) => {
    const before = found[index - 1];
    const isOf = before?.kind === "price" && before.clause === each.clause && each.kind === "plain";
    const isSame = isOf && each.name !== null && each.name.start === before.name?.start;
    return isSame ? { ...each, kind: "now" } : each;
  });
}

interface Read {
  kind: ChangeKind;
  /** Where, among the words before the sum, its own name may stand. */
  name: Span | null;
  isLess: boolean;
}

/** What the words around a sum say of it; `from` is where those before it begin. */
function readSum(
  { said }: Skeleton,
  { from, place, end }: { from: number; place: number; end: number },
): Read {
  const before = said.slice(from, place).replace(/人民币$/, "");
  const behind = said.slice(place + 1, end);
  const next = behind.search(/[￥＄]/);
  const to = next < 0 ? behind : behind.slice(0, next);
  const read = (kind: ChangeKind, words: number, isLess = false, lead = 0): Read => ({
    ...{ kind, isLess },
    name: { start: from + lead, end: from + words },
  });
  if (said[place] === "＄") return read("price", priceFrom(before));
  const was = FROM.exec(before);
  if (was) return read("was", was.index);
  const becomes = BECOMES.exec(before);
  if (becomes) return read("now", becomes.index);
  const after = BECOMES_AFTER.exec(before);
  if (after) {
    const name = after.groups?.["name"] ?? "";
    const start = before.lastIndexOf(name);
    return name === "" ? read("now", 0) : read("now", start + name.length, false, start);
  }
  const by = BY_HOW_MUCH.exec(before);
  if (by) return read("by", by.index, LESS.test(by.groups?.["verb"] ?? ""));
  const stays = STAYS_BEFORE.exec(before);
  if (stays) return read("stays", stays.index);
  if (next >= 0 && ONLY_TURN.test(to)) return read("was", before.length);
  if (STAYS_BEHIND.test(to)) return read("stays", before.length);
  const dropped = IS_DROPPED.exec(before);
  if (dropped?.groups)
    return read("dropped", before.length, false, before.length - dropped.groups["name"].length);
  const added = IS_NEW.exec(before);
  if (added?.groups) return read("new", before.length, false, before.length - added.groups["name"].length);
  return read("plain", before.length);
}

const priceFrom = (before: string): number => {
  const at = before.search(/(?:的?(?:收费)?(?:标准|单价)|每|按|仍|由|从|以)/);
  return at < 0 ? (BECOMES.exec(before)?.index ?? before.length) : at;
};

/** A name among words; null where they name nothing. */
function nameOf({ said, at }: Skeleton, { start, end }: Span): Span | null {
  const words = said.slice(start, end);
  const lead = BEFORE_NAME.exec(words)?.[0].length ?? 0;
  const name = words.slice(lead).replace(/(?:共计|合计|为|是|计|[：:\s])*$/, "");
  if (ANY_SUM.test(name) || !/\p{Script=Han}{2}/u.test(name)) return null;
  return { start: at[start + lead], end: at[start + lead + name.length - 1] + 1 };
}

/** Costs that stay as they were, be they several: their names stand in one span. */
function stayingIn(
  clause: Clause<FlowParagraph>,
  { said, at }: Skeleton,
  segment: Span,
  names: string,
): ToldChange {
  const start = said.indexOf(names, segment.start);
  const name = { start: at[start], end: at[start + names.length - 1] + 1 };
  return { clause, kind: "stays", sum: null, name, byFen: 0 };
}

const OPENING = /[（(【[]/;
const CLOSING = /[）)】\]]/;
/** 11,000元/人月, 每台800元: a price of one. */
const PRICE_BEHIND = /^\s*[/／]/;
const PRICE_UNIT = /^\s*[/／]\s*[人月年季台套次天日平方米㎡株亩度吨本份辆小时学期·]{1,6}/;
const PRICE_BEFORE = /(?:每[^，。；：:￥＄]{0,8}|单价[^，。；：:￥＄]{0,4})$/;

function skeletonOf(text: string, floor: number): Skeleton {
  const skeleton: Skeleton = { said: "", at: [], sums: [] };
  const sums = findSums(text);
  let depth = 0;
  for (let index = floor; index < text.length; index++) {
    const sum = sums.find(({ start }) => start === index);
    if (sum) {
      if (depth === 0) {
        const isTurn = /＄[，,]?[^，。；：:￥＄]{0,6}(?:至|到|为|成)$/.test(skeleton.said);
        const isPrice = PRICE_BEHIND.test(text.slice(sum.end)) || isTurn || PRICE_BEFORE.test(skeleton.said);
        skeleton.said += isPrice ? "＄" : "￥";
        skeleton.at.push(index);
        skeleton.sums.push(sum);
      }
      // A bracket that the sum's own 大写 opens is closed behind it.
      const own = text.slice(sum.start, sum.end);
      depth = Math.max(0, depth + [...own].reduce((open, sign) => open + bracketOf(sign), 0));
      const unit = PRICE_UNIT.exec(text.slice(sum.end))?.[0].length ?? 0;
      index = sum.end + unit - 1;
      continue;
    }
    const sign = text[index];
    const step = bracketOf(sign);
    if (step !== 0) {
      depth = Math.max(0, depth + step);
      continue;
    }
    if (depth > 0 || /\s/.test(sign)) continue;
    skeleton.said += sign;
    skeleton.at.push(index);
  }
  return skeleton;
}

const bracketOf = (sign: string): number => (OPENING.test(sign) ? 1 : CLOSING.test(sign) ? -1 : 0);

const sentencesOf = (said: string): Span[] => split(said, { start: 0, end: said.length }, /[。；;]/);
const segmentsOf = (said: string, sentence: Span): Span[] => split(said, sentence, /[，,：:]/);

function split(said: string, { start, end }: Span, stop: RegExp): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !stop.test(said[at])) continue;
    if (at > from) parts.push({ start: from, end: at });
    from = at + 1;
  }
  return parts;
}
