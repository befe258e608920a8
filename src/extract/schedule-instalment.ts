import type { Version } from "../model/agreement.ts";
import { besideCapitals, contradictsCapitals } from "../model/beside-capitals.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money } from "../model/value.ts";
import { moneyAt, percentAt, type Span, textAt } from "./budget-figures.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { conditionIn } from "./schedule-condition.ts";
import { withDue } from "./schedule-due.ts";
import { betweenEdges } from "./schedule-edges.ts";
import { type Occasion, occasionOf, type ToldOccasion } from "./schedule-occasion.ts";
import type { Context, Paid } from "./schedule-prose.ts";
import { sentenceBefore, shift, wordsUpTo } from "./schedule-shares.ts";
import type { UpTo } from "./schedule-steps.ts";
import { monthsListed, monthsNamed } from "./schedule-term-parts.ts";
import { isEveryYear, yearsListed } from "./schedule-times.ts";
import { nameIn, shareBehind, shareIn, upToBefore, yearIn } from "./schedule-words.ts";

/** A sum of an item with the words around it. */
export interface Spot {
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

/** A sum of an item by its place among them. */
export function spotOf(
  clause: Clause<FlowParagraph>,
  item: Span,
  sums: readonly MoneySum[],
  index: number,
): Spot {
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

/** What turns the sum before into this one. */
const BECOMES =
  /^\s*[，,]?\s*(?:变更?|调整|修改|改|提高|增加?|上调|下调|降低|减少?)(?:为|至|到)\s*(?:人民币)?[¥￥]?\s*$/;

/** Where the words before the sum that ends at `at` begin: behind the sum before it, or with the sentence. */
function startOfTurn(text: string, at: number): number {
  const sentence = Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, at - 1))) + 1;
  const sums = findSums(text);
  const own = sums.findIndex(({ end }) => end === at);
  return Math.max(sentence, sums[own - 1]?.end ?? 0);
}

/** The instalment that a sum is of, or one a month where several are named; null where it stays open how often it is paid. */
export function instalmentsOf(spot: Spot, context: Context): Paid[] | null {
  const { clause, item, text, from, to, sum, piece, behind, version, amount, unread } = spot;
  const { content } = clause.part;
  const piecewise = monthsNamed(piece, context.year);
  const months = piecewise.length > 0 ? piecewise : monthsBehind(behind, context.year);
  // 2025年10月起，月服务费由83,600元|变为131,000元: when is told before what it was.
  const start = BECOMES.test(piece) ? startOfTurn(text, from) : from;
  const said = occasionOf(text, { from: start, at: sum.start, to }, context) ?? listed(months);
  if (!said) return null;
  const sentence = content.text.slice(item.start + from, sentenceEnd(content.text, item.start + sum.end));
  const { when, isOdd } = betweenEdges(said, sentence, context.year);
  const ofOneYear = monthsOfYear(piece, text);
  const named = ofOneYear.length > 0 ? ofOneYear : months;
  const { occasion } = when;
  const { share, upTo } = shareOf(spot);
  const isContradicted = amount !== null && contradictsCapitals(amount);
  const percent = share && percentAt(content, shift(share, item.start));
  const figure = share ? Math.min(share.start, sum.start) : sum.start;
  const ahead = piece.slice(0, figure - from);
  const ofYear = yearsListed(ahead) ?? yearIn(ahead);
  const condition = occasion.from
    ? null
    : (conditionIn(content, item, { from, figure, to }) ??
      (ofYear && textAt(content, shift(ofYear, item.start + from))));
  const due = withDue(when, text, { from, figure, end: sum.end, to });
  const dueBy = due.words && textAt(content, shift(due.words, item.start));
  const instalment = { ...due.when.occasion, amount, percent, condition: condition ?? dueBy };
  const isYearly =
    ofOneYear.length === 0 &&
    occasion.from === null &&
    occasion.occurrences > 1 &&
    isEveryYear(text, from, sum.start, context.lead);
  const each = named.map((month) => ({
    ...instalment,
    ...(isYearly ? occasion : month),
    amount: amount && { ...amount },
  }));
  const told = due.when.told.map((span) => shift(span, item.start));
  return (each.length > 1 ? each : [instalment]).map((one, nth) => ({
    version,
    instalment: one,
    total: null,
    unread: nth === 0 ? [...unread, ...(isOdd ? [shift(sum, item.start)] : [])] : [],
    contradicted: nth === 0 && isContradicted ? shift(sum, item.start) : null,
    told: nth === 0 ? told : [],
    upTo,
    isEachYear: isYearly,
    item: shift(sum, item.start),
    shares: share ? [shift(share, item.start)] : [],
    name: nameIn(piece) ?? yearNameIn(piece) ?? nameIn(sentenceBefore(content.text, item.start + sum.start)),
  }));
}

const listed = ([occasion, more]: readonly Occasion[]): ToldOccasion | null =>
  occasion && more ? { occasion, told: [] } : null;

/** Where the sentences end that tell of a sum at `at`: its own, and those behind it up to the next one with a sum. */
function sentenceEnd(text: string, at: number): number {
  const ends = [...text.matchAll(/。|$/g)].map(({ index }) => index).filter((end) => end >= at);
  const next = ends.findIndex(
    (end, index) => index > 0 && findSums(text.slice(ends[index - 1], end)).length > 0,
  );
  return ends[next < 0 ? ends.length - 1 : next - 1];
}

/** 每年6月、12月各付一半：2026年每次432,000元，2027年每次…: the months of each year, told in its sentence, in the year of a sum. */
function monthsOfYear(piece: string, text: string): Occasion[] {
  const year = /(?<!\d)(20\d{2})\s*年度?[每各][次期笔]\s*(?:支付|付|拨付|为|人民币|[：:¥￥\s])*$/.exec(
    piece,
  )?.[1];
  const list =
    /每年((?:\s*[、和及与]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份|底|末)?){2,})[各均](?:支付|拨付|[付交])/.exec(
      text,
    )?.[1];
  return year && list ? monthsListed(list, year) : [];
}

/** 每季度支付…元，分别于6月、9月和12月的月末支付; 即3月、6月各付一次: the months told behind a sum that each of them pays. */
function monthsBehind(behind: string, year: string | null): Occasion[] {
  const list =
    (/^[^。；\d]{0,4}[，,]\s*分别[于在为是]([^。；]+)$/.exec(behind) ??
      /^[^。；\d]{0,4}[，,]\s*即(?:于|在)?([^。；]+)[各均](?:支付|拨付|付款?)[一1]次/.exec(behind))?.[1] ??
    "";
  const months = monthsListed(list, year);
  return months.length > 1 ? months : [];
}

function yearNameIn(piece: string): string | null {
  const year = yearIn(piece);
  return year && piece.slice(year.start, year.end);
}

const SHARE_IN_BRACKETS = /^\s*[（(][^（）()]*(?:[%％]|[百千]分之|成)[^（）()]*[）)]/;

/** A sum's share before or behind it, and which of the two is of all that is paid by then. */
function shareOf({ clause, item, text, from, to, sum }: Spot): { share: Span | null; upTo: UpTo } {
  // 24万元（60%），验收后拨付16万元（40%）: a share in brackets right behind a sum is that one's.
  const taken = from === 0 ? 0 : (SHARE_IN_BRACKETS.exec(text.slice(from, sum.start))?.[0].length ?? 0);
  const share =
    shareIn(text, from + taken, sum.start) ??
    shareRightBefore(text, from + taken, sum.start) ??
    shareBehind(text, { start: sum.end, end: to });
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

/** 质保满12个月释放60%即59,280元: the share right before a sum, whatever word stands before that; but no rate of a tax or discount. */
function shareRightBefore(text: string, from: number, at: number): Span | null {
  const share = findPercents(text.slice(from, at)).at(-1);
  if (
    !share ||
    !/^(?:[，,]?\s*(?:即|计|为|就是|合)|[：:]|[（(]\s*(?:即|计|为)?)\s*(?:人民币)?[¥￥]?\s*$/.test(
      text.slice(from + share.end, at),
    )
  )
    return null;
  const isRate = /(?:[税利费]率?|浮|优惠|折|[增降扣减]|完成|进度|工程量|产值).{0,4}$/.test(
    text.slice(from, from + share.start),
  );
  return isRate ? null : shift(share, from);
}

function moneyOf(content: NormalText, { digits, capitals }: MoneySum, offset: number): Money | null {
  const stated = digits ? moneyAt(content, shift(digits, offset)) : null;
  const written = capitals ? moneyAt(content, shift(capitals, offset)) : null;
  return stated && written ? besideCapitals(stated, written) : (stated ?? written);
}
