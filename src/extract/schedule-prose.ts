import type { Instalment, Version } from "../model/agreement.ts";
import { besideCapitals, contradictsCapitals } from "../model/beside-capitals.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money } from "../model/value.ts";
import { moneyAt, percentAt, type Span, textAt } from "./budget-figures.ts";
import { PAYS } from "./budget-words.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { conditionIn } from "./schedule-condition.ts";
import { itemsOf } from "./schedule-items.ts";
import { occasionOf, type Running } from "./schedule-occasion.ts";
import { REFUSES, readRest, readShare, sharesOf, shift, wordsUpTo } from "./schedule-shares.ts";
import type { UpTo } from "./schedule-steps.ts";
import { monthsNamed } from "./schedule-term-parts.ts";
import { isEveryYear } from "./schedule-times.ts";
import {
  BEGINS_INSTALMENT,
  CUT_SHORT,
  IN_PARTS,
  isElsewhere,
  isPayment,
  isToldFirst,
  isWholeSum,
  nameIn,
  PARTS,
  SUM_OF_ALL,
  shareBehind,
  shareIn,
  upToBefore,
  yearIn,
} from "./schedule-words.ts";

/** What one item of a payment clause says: an instalment, or what all of them add up to. */
export interface Paid {
  version: Version;
  instalment: Instalment | null;
  total: Money | null;
  /** What looks like money here but isn't understood, or is given no part in the schedule. */
  unread: Span[];
  /** A sum whose digits and 大写 differ. */
  contradicted?: Span | null;
  /** The words that say when an instalment is paid and how often. */
  told?: Span[];
  upTo?: UpTo;
  /** All of the words about it. */
  item?: Span;
  /** The shares that are its own. */
  shares?: Span[];
  /** The sum that is paid in the instalments to come (8万元，分两次支付). */
  announced?: Money;
  /** That sum as an instalment of its own, where it bears the name of one and may be paid at once. */
  whole?: Paid | null;
  /** What it is called: 首付款, 第二期. */
  name?: string | null;
}

/** Every payment a clause speaks of, item by item; `isListed` where a clause before announced them. */
export function readSchedule(clause: Clause<FlowParagraph>, running: Running, isListed: boolean): Paid[] {
  const { text } = clause.part.content;
  const paid: Paid[] = [];
  let last: { said: string; instalment: Instalment } | null = null;
  for (const item of itemsOf(clause)) {
    const before = text.slice(0, item.start);
    const said = text.slice(item.start, item.end);
    const begins = BEGINS_INSTALMENT.test(said);
    if (last && !begins && tellsWhen(said, last)) continue;
    const isNext = before !== "" && PAYS.test(before) && begins;
    const isAmong = isListed || isNext || paid.some(({ instalment }) => instalment);
    const isFirst = running.before && versionAt(clause, item.start) === "original";
    const read = readItem(clause, item, { ...((isFirst && running.before) || running), isListed: isAmong });
    paid.push(...read);
    const instalment = read.findLast((each) => each.instalment)?.instalment;
    last = instalment ? { said, instalment } : null;
  }
  return paid;
}

/** 每次265200元，共2次。核验后20日内支付: when the sum is paid that was told before, not another one. */
function tellsWhen(said: string, last: { said: string; instalment: Instalment }): boolean {
  const isOpen =
    last.instalment.amount !== null && (last.instalment.occurrences > 1 || !PAYS.test(last.said));
  return isOpen && CUT_SHORT.test(said) && findSums(said).length === 0 && findPercents(said).length === 0;
}

export interface Context extends Running {
  isListed: boolean;
  /** Told behind a payment that is known as one. */
  goesOn?: boolean;
}

function readItem(clause: Clause<FlowParagraph>, item: Span, context: Context): Paid[] {
  const text = clause.part.content.text.slice(item.start, item.end);
  const sums = findSums(text);
  if (sums.length === 0) {
    const told: Paid[] = [];
    for (const part of sharesOf(text)) {
      const isListed = context.isListed || told.some(({ instalment }) => instalment);
      told.push(...readShare(clause, shift(part, item.start), { ...context, isListed }));
    }
    return told;
  }
  const paid: Paid[] = [];
  let first: MoneySum | null = null;
  for (const [index, sum] of sums.entries()) {
    const read = readSum(clause, item, { sums, index, first }, context);
    paid.push(...read);
    if (read.some(({ instalment }) => instalment)) first ??= sum;
  }
  return [...paid, ...readRest(clause, item, { sums, context, paid })];
}

/** A sum of an item with the words around it. */
interface Spot {
  clause: Clause<FlowParagraph>;
  item: Span;
  /** The item's words, and where among them the sum before ends and the next one begins. */
  text: string;
  from: number;
  to: number;
  sum: MoneySum;
  piece: string;
  behind: string;
  version: Version;
  amount: Money | null;
  /** What of it isn't understood. */
  unread: Span[];
}

/** What is said of one sum of an item; `first` is the first of its sums that is paid. */
function readSum(
  clause: Clause<FlowParagraph>,
  item: Span,
  { sums, index, first }: { sums: readonly MoneySum[]; index: number; first: MoneySum | null },
  context: Context,
): Paid[] {
  const spot = spotOf(clause, item, sums, index);
  const { text, from, sum, piece, behind, version, amount, unread } = spot;
  const nothing: Paid = { version, instalment: null, total: null, unread: [] };
  const lost: Paid[] = [{ ...nothing, unread: [shift(sum, item.start)] }];
  // 第三期由30000元 | 调整为20000元: what a sentence turns to goes on with what it says before.
  const sentence = sentenceBefore(clause.part.content.text, item.start) + text;
  if (IN_PARTS.test(behind) && !clause.isOther) {
    // 首期款30万元按以下方式支付: one by its name, unless what follows parts it.
    const isNamed = nameIn(piece.slice(piece.search(/[^，。；]*$/))) !== null;
    const whole = isNamed ? (instalmentsOf(spot, context)?.[0] ?? null) : null;
    return amount ? [{ ...nothing, announced: amount, whole }] : [];
  }
  // 验收不合格的，尾款40万元不予支付.
  if (REFUSES_IT.test(behind)) return [];
  if (!isPayment({ clause, item: sentence, ...context }, piece, behind))
    return isElsewhere(clause, piece, behind) ? [] : lost;
  const isStep = /[后前时内].*累计/.test(piece) && upToBefore(text, from, sum.start) !== null;
  if (SUM_OF_ALL.test(piece) && !findPercents(piece).length && !isStep)
    return [{ ...nothing, total: amount, unread }];
  if (index > 0 && isRestated(sums[index - 1], sum, piece)) return [];
  const next = index + 1 < sums.length ? behind : null;
  if (isWholeSum(piece) || isToldFirst(piece, next)) return [];
  if (first && PARTS.test(text.slice(first.end, sum.start))) return lost;
  return instalmentsOf(spot, context) ?? lost;
}

const REFUSES_IT = new RegExp(`^[^，。；\\d]{0,6}${REFUSES.source}`);

function spotOf(clause: Clause<FlowParagraph>, item: Span, sums: readonly MoneySum[], index: number): Spot {
  const { content } = clause.part;
  const text = content.text.slice(item.start, item.end);
  const sum = sums[index];
  const from = index === 0 ? 0 : sums[index - 1].end;
  const to = sums[index + 1]?.start ?? text.length;
  return {
    ...{ clause, item, text, from, to, sum },
    piece: text.slice(from, sum.start),
    behind: text.slice(sum.end, to),
    version: versionAt(clause, item.start + sum.start),
    amount: moneyOf(content, sum, item.start),
    unread: [sum.digits, sum.capitals].flatMap((money) =>
      money && money.fen === null ? [shift({ start: money.start, end: money.end }, item.start)] : [],
    ),
  };
}

/** The instalment that a sum is of, or one a month where several are named; null where it stays open how often it is paid. */
function instalmentsOf(spot: Spot, context: Context): Paid[] | null {
  const { clause, item, text, from, to, sum, piece, version, amount, unread } = spot;
  const { content } = clause.part;
  const when = occasionOf(text, { from, at: sum.start, to }, context);
  if (!when) return null;
  const { occasion } = when;
  const { share, upTo } = shareOf(spot);
  const isContradicted = amount !== null && contradictsCapitals(amount);
  const percent = share && percentAt(content, shift(share, item.start));
  const figure = share ? Math.min(share.start, sum.start) : sum.start;
  const ofYear = yearIn(piece.slice(0, figure - from));
  const condition = occasion.from
    ? null
    : (conditionIn(content, item, { from, figure, to }) ??
      (ofYear && textAt(content, shift(ofYear, item.start + from))));
  const instalment = { ...occasion, amount, percent, condition };
  const isYearly = occasion.from === null && occasion.occurrences > 1 && isEveryYear(text, from, sum.start);
  const each = monthsNamed(piece, context.year).map((month) => ({
    ...instalment,
    ...(isYearly ? occasion : month),
    amount: amount && { ...amount },
  }));
  const told = when.told.map((span) => shift(span, item.start));
  return (each.length > 1 ? each : [instalment]).map((one, nth) => ({
    version,
    instalment: one,
    total: null,
    unread: nth === 0 ? unread : [],
    contradicted: nth === 0 && isContradicted ? shift(sum, item.start) : null,
    told: nth === 0 ? told : [],
    upTo,
    item: shift(sum, item.start),
    shares: share ? [shift(share, item.start)] : [],
    name: nameIn(piece) ?? yearNameIn(piece) ?? nameIn(sentenceBefore(content.text, item.start + sum.start)),
  }));
}

function yearNameIn(piece: string): string | null {
  const year = yearIn(piece);
  return year && piece.slice(year.start, year.end);
}

/** A sum's share before or behind it, and which of the two is of all that is paid by then. */
function shareOf({ clause, item, text, from, to, sum }: Spot): { share: Span | null; upTo: UpTo } {
  const share = shareIn(text, from, sum.start) ?? shareBehind(text, { start: sum.end, end: to });
  const amountFrom = upToBefore(text, from, sum.start);
  // 累计付至14万元（70%）: the share told behind is of the same.
  const isBehind = share !== null && share.start >= sum.end;
  const shareFrom = share && (isBehind ? amountFrom : upToBefore(text, from, share.start));
  const upTo = {
    share: share && wordsUpTo(clause, item, shareFrom, share.end),
    amount: wordsUpTo(clause, item, amountFrom, sum.end),
  };
  return { share, upTo };
}

const sentenceBefore = (text: string, at: number): string => /[^。；;]*$/.exec(text.slice(0, at))?.[0] ?? "";

/** 12万元（￥120000元）: one sum told twice. */
const isRestated = (before: MoneySum, sum: MoneySum, between: string): boolean =>
  /^\s*[（(]\s*(?:即|小写)?[：:]?\s*$/.test(between) && before.digits?.fen === sum.digits?.fen;

function moneyOf(content: NormalText, { digits, capitals }: MoneySum, offset: number): Money | null {
  const stated = digits ? moneyAt(content, shift(digits, offset)) : null;
  const written = capitals ? moneyAt(content, shift(capitals, offset)) : null;
  return stated && written ? besideCapitals(stated, written) : (stated ?? written);
}
