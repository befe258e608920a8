import type { Instalment, Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { SET_APART } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { moneyAt, type Span } from "./budget-figures.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { LISTS } from "./schedule-announces.ts";
import { type Cumulative, cumulativeOf } from "./schedule-cumulative.ts";
import { isOfElse } from "./schedule-else.ts";
import { instalmentsOf, type Spot, spotOf } from "./schedule-instalment.ts";
import { itemsOf } from "./schedule-items.ts";
import { timesOfProduct } from "./schedule-lots.ts";
import { netPaid, withAmount } from "./schedule-net.ts";
import { isOfDeposit } from "./schedule-no-payment.ts";
import type { Running } from "./schedule-occasion.ts";
import { PAYS } from "./schedule-pays.ts";
import {
  isOfSome,
  isRateBesideRest,
  isRateOfNext,
  isRestated,
  isSumBefore,
  isToldAgain,
  keptOfRest,
  tellsWhen,
  wholeBeforeShares,
} from "./schedule-rests.ts";
import { readBareList, readShares } from "./schedule-share-lists.ts";
import { readRest, sentenceBefore, shift } from "./schedule-shares.ts";
import type { UpTo } from "./schedule-steps.ts";
import { OF_MONTH, OF_REST } from "./schedule-sum-words.ts";
import { isYearInParts, saysEveryYear } from "./schedule-times.ts";
import {
  BEGINS_INSTALMENT,
  IN_PARTS,
  isElsewhere,
  isPayment,
  isToldFirst,
  isWholeSum,
  nameIn,
  PARTS,
  SUM_OF_ALL,
  upToBefore,
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
  /** What will have been paid with the next payment (付至60%（即396,000元），本次支付216,000元). */
  cumulative?: Cumulative;
  /** Whether it is paid in each year, and no month is told. */
  isEachYear?: boolean;
  /** Whether it is told as all there is to pay (验收后一次性付清), which it is only alone. */
  isWhole?: boolean;
}

/** Every payment a clause speaks of, item by item; `isListed` where a clause before announced them, `lead` its words. */
export function readSchedule(
  clause: Clause<FlowParagraph>,
  running: Running,
  { isListed, lead }: { isListed: boolean; lead: string },
): Paid[] {
  const { text } = clause.part.content;
  const paid: Paid[] = [];
  let last: { said: string; instalment: Instalment } | null = null;
  for (const item of itemsOf(clause)) {
    const before = text.slice(0, item.start);
    const said = text.slice(item.start, item.end);
    const begins = BEGINS_INSTALMENT.test(said);
    if (last && !begins && tellsWhen(said, last)) continue;
    const isNext = before !== "" && PAYS.test(before) && begins;
    const isAmong =
      isListed || isNext || LISTS.test(text.slice(0, item.end)) || paid.some(({ instalment }) => instalment);
    const sentence = text.slice(before.lastIndexOf("。") + 1, item.end);
    const isAnnounced = LISTS.test(sentence) || (isListed && !before.includes("。"));
    const isFirst = running.before && versionAt(clause, item.start) === "original";
    const read = readItem(clause, item, {
      ...((isFirst && running.before) || running),
      isListed: isAmong,
      isAnnounced,
      lead: lead + (/[^。]*$/.exec(before)?.[0] ?? ""),
    });
    for (const each of read) {
      if (!isToldAgain(text, each, paid)) paid.push(each);
      // 其中第一笔…已付出。变更后…: what was paid before the change is paid of the changed sum as well.
      else if (turnsBehind(clause, each)) paid.push({ ...each, version: "amended" });
    }
    const instalment = read.findLast((each) => each.instalment)?.instalment;
    last = instalment ? { said, instalment } : null;
  }
  return paid;
}

const turnsBehind = ({ turns }: Clause, { item }: Paid): boolean =>
  turns.some(({ start, version }) => version === "amended" && start >= (item?.end ?? 0));

export interface Context extends Running {
  isListed: boolean;
  /** Told behind a payment that is known as one. */
  goesOn?: boolean;
  /** Told in the sentence that announces payments, or in an item of such a list. */
  isAnnounced?: boolean;
  /** Told in a list of payments whose shares need no word for paying (货到后60%). */
  isBare?: boolean;
  /** Told as a numbered item that is a paragraph of its own. */
  isWholeItem?: boolean;
}

function readItem(clause: Clause<FlowParagraph>, item: Span, context: Context): Paid[] {
  const text = clause.part.content.text.slice(item.start, item.end);
  const sums = findSums(text);
  if (sums.length === 0) {
    return readBareList(clause, item, context) ?? readShares(clause, item, context);
  }
  const kept = keptOfRest(text, sums);
  if (kept !== null) {
    const [rest, own] = [
      { start: item.start, end: item.start + kept },
      { start: item.start + kept + 1, end: item.end },
    ];
    return [...readShares(clause, rest, context), ...readItem(clause, own, { ...context, goesOn: true })];
  }
  const whole = wholeBeforeShares(text, sums);
  if (whole !== null) return readShares(clause, { start: item.start + whole, end: item.end }, context);
  const paid: Paid[] = [];
  let first: MoneySum | null = null;
  const net = netPaid(text, sums);
  for (const [index, sum] of sums.entries()) {
    if (net && (sum === net.off || sum === net.left)) continue;
    const times = timesOfProduct(paid.at(-1), text, sums, index);
    if (times !== null) {
      Object.assign(paid.at(-1)?.instalment ?? {}, { occurrences: times });
      continue;
    }
    const all = readSum(clause, item, { sums, index, first }, context);
    const digits = sum === net?.gross ? net.left.digits : null;
    const left = digits && moneyAt(clause.part.content, shift(digits, item.start));
    const read = left ? all.map((each) => withAmount(each, left)) : all;
    paid.push(...read);
    if (read.some(({ instalment }) => instalment)) first ??= sum;
  }
  return [...paid, ...readRest(clause, item, { sums, context, paid })];
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
  const isParted = isYearInParts(text, sums, index);
  if (isParted || isOfDeposit(piece, text) || isRate(text, sums, index)) return [];
  if (IN_PARTS.test(behind) && !clause.isOther)
    return announcedUnless(isParted === false, spot, context) ?? lost;
  const told: Paid[] = [{ ...nothing, total: amount, unread }];
  if (sumsUp(clause, piece, context) || isSumAlone(clause, piece, context)) return told;
  if (isOfElse(clause, spot, sums.slice(index))) return [];
  if (!isPayment({ clause, item: sentence, ...context }, piece, behind))
    return isElsewhere(clause, piece, behind) ? [] : lost;
  const upTo = cumulativeOf(spot);
  if (upTo) return [{ ...nothing, ...upTo }];
  const isStep = /[后前时内].*累计/.test(piece) && upToBefore(text, from, sum.start) !== null;
  if (isPaidInShares(piece, behind)) return lost;
  if (isOfOneYear(spot, context)) return isSumBefore(sums, index) ? [] : lost;
  if (OF_REST.test(piece)) return lost;
  if (OF_MONTH.test(piece) && isSumBefore(sums, index)) return [];
  if (SUM_OF_ALL.test(piece) && !findPercents(piece).length && !isStep && !isOfSome(piece, behind))
    return told;
  const next = index + 1 < sums.length ? behind : null;
  const isAgain = index > 0 && isRestated(sums[index - 1], sum, piece);
  if (isAgain || isWholeSum(piece) || isToldFirst(piece, next)) return [];
  if (first && PARTS.test(text.slice(first.end, sum.start))) return lost;
  return instalmentsOf(spot, context) ?? lost;
}

const isRate = (text: string, sums: readonly MoneySum[], index: number): boolean =>
  isRateBesideRest(text, sums, index) || isRateOfNext(text, sums, index);

/** 2025年1月至5月，每月4,800元；…。合计57,000元: what all payments come to, in a sentence of its own. */
const BARE_SUM =
  /^[；;。\s]*(?:以上|上述|前述|各期|各次|全部|[两二三四五六七八九十\d]+[期次笔])*(?:合计|共计|总计)(?:支付|付款|拨付|为|人民币|[：:¥￥\s])*$/;

/** 安全文明施工费24600元，开工前支付50%: what is paid is a share of it. */
const isPaidInShares = (piece: string, behind: string): boolean =>
  SET_APART.test(piece) && !PAYS.test(piece) && PAYS.test(behind) && findPercents(behind).length > 0;

const isSumAlone = (clause: Clause, piece: string, { isListed }: Context): boolean =>
  clause.isPayment && isListed && BARE_SUM.test(piece);
const announcedUnless = (isLost: boolean, spot: Spot, context: Context): Paid[] | null =>
  isLost ? null : announcedBy(spot, context);

function announcedBy(spot: Spot, context: Context): Paid[] {
  const { piece, version, amount } = spot;
  // 首期款30万元按以下方式支付: one by its name, unless what follows parts it.
  const isNamed = nameIn(piece.slice(piece.search(/[^，。；]*$/))) !== null;
  const whole = isNamed ? (instalmentsOf(spot, context)?.[0] ?? null) : null;
  return amount ? [{ version, instalment: null, total: null, unread: [], announced: amount, whole }] : [];
}

/** 每年6月支付8万元，12月支付12万元，全年共支付20万元: what one year's payments come to, and not the term's. */
const isOfOneYear = ({ text, from, piece }: Spot, { months, lead }: Context): boolean =>
  (months === null || months > 12) &&
  /(?:[全每]年度?|当年)[^，。；\d]{0,12}$/.test(piece) &&
  SUM_OF_ALL.test(piece) &&
  saysEveryYear(`${lead ?? ""}${text.slice(0, from)}`);

/** Whether a sum of a payment clause is nothing but what all payments told before it come to. */
const sumsUp = ({ isPayment }: Clause, piece: string, { isListed, lead }: Context): boolean =>
  isPayment && SUMS_UP.test(piece) && (isListed || PAYS.test(lead ?? ""));

/** 全年共39.86万元, 五笔付清，共109万元 */
const SUMS_UP =
  /^\s*(?:以上|上述|前述|全年|全部|各|[两二三四五六七八九十\d]{1,2})*(?:[笔期次项年]|款项)?(?:付款|款项?)?(?:全部|均)?(?:付清|付讫|结清)?[，,]?\s*(?:共计?|合计|总计|累计)(?:应?支付|应?[付收交]|付款|为)?(?:人民币|[：:¥￥\s])*$/;
