import type { FlowParagraph } from "../model/flow.ts";
import { factoredIn, factorsIn, pieceStart } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { underHead } from "./budget-headed-clauses.ts";
import { nameInPiece } from "./budget-item-name.ts";
import { numberOf, numberStyle } from "./budget-lists.ts";
import { mayBeTakenOff } from "./budget-net.ts";
import { type Phrase, phraseIn } from "./budget-phrases.ts";
import { labelBehind, shareBehind } from "./budget-phrases-behind.ts";
import { findProducts, type Product } from "./budget-products.ts";
import { GRANT, isNeverListed, OF_ANOTHER, PAYMENT_NAME } from "./budget-role-words.ts";
import { shareBefore } from "./budget-turns.ts";
import {
  BOUND_BEFORE,
  BOUND_BEHIND,
  DIFFERENCE,
  LIST_PRICE,
  OTHER,
  PAYS,
  STRONG_TOTAL,
  WEAK_TOTAL,
} from "./budget-words.ts";
import { isOfFormerYear } from "./clause-words.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { findPercents, readQuantity } from "./figures/index.ts";
import { lacksMeasure } from "./measured-rates.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import type { Summand } from "./sum-trees.ts";

/** A sum that may be one of a budget, with what its words say. */
export interface Candidate extends Summand {
  clause: Clause<FlowParagraph>;
  sum: MoneySum;
  phrase: Phrase;
  share: Span | null;
  product: Product | null;
  isTotal: boolean;
  /** Whether its paragraph tells no other sum but prices. */
  isAlone: boolean;
  /** Whether a price stands before it in its piece that it doesn't come of. */
  isOff: boolean;
  /** Whether it is the sum of a paragraph whose head names it. */
  isOfHead?: boolean;
}

/** The sums of a clause that may be of a budget. */
export function candidatesOf(clause: Clause<FlowParagraph>): Candidate[] {
  if (clause.isPayment || clause.isOther) return [];
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  for (const { price, result, start, quantity, counts } of factoredIn(text, sums)) {
    prices.add(price);
    const from = products.get(result)?.start ?? start;
    const unitPrice = quantity || counts.length > 0 ? price.digits : null;
    products.set(result, { start: from, unitPrice, quantity, counts });
  }
  const numbered = behindNumber(text, clause.isCounted);
  for (const sum of sums) if (isYearOfMore(text, sums, sum)) prices.add(sum);
  const isElsewhere = (sum: MoneySum): boolean =>
    isRate(text, sum) || isBase(text, sum) || isAside(text, sum);
  const count = sums.filter((other) => !prices.has(other) && !isElsewhere(other)).length;
  const list = listOf(clause, count);
  let floor = 0;
  const found = sums.flatMap((sum, index): Candidate[] => {
    if (prices.has(sum) || isElsewhere(sum)) return [];
    const product = products.get(sum) ?? null;
    const phrase = phraseIn(clause, text, sum.start, floor);
    const piece = { start: Math.max(floor, pieceStart(text, sum.start)), end: sum.start };
    const before = phrase.hasShare ? shareTold(text, { start: floor, end: sum.start }) : null;
    floor = sum.end;
    const fen = sum.digits?.fen ?? sum.capitals?.fen ?? null;
    if (fen === null || fen <= 0 || isElse(text, sum, phrase)) return [];
    const said = text.slice(Math.max(piece.start, numbered), sum.start).replace(clause.columnWord, "");
    // 6台，单价…，小计264,960元: what one thing costs by its count.
    const isOfOne = product !== null && product.unitPrice !== null;
    const isSum = !isOfOne && SUMS_UP.test(said) && !AT_A_RATE.test(said);
    phrase.label = nameOfSum(text, sum, phrase, { piece, reckoning: product?.start ?? null });
    // 12万元的保洁费、8万元的…: what is named behind a sum names no other.
    floor = Math.max(floor, phrase.label.end);
    const words = nameIn(text, phrase.label);
    // Among the items of a list 奖金 is a cost like any other: left out, it would make the others come out.
    const isNoCost = (list === "" && IS_ELSE.test(words)) || OF_ANOTHER.test(words);
    if (isNoCost || isOfFormerYear(clause, words)) return [];
    const isTotal = isWhole(sum, words, phrase);
    return [
      {
        ...{ clause, sum, phrase, product, isTotal, isSum, name: words, section: clause.section },
        list,
        isOff: product === null && isMisreckoned(text, sums, index, { prices, from: piece.start }),
        share:
          shareBehind(text, sum.end, sums[index + 1]?.start ?? text.length) ??
          before ??
          shareInPiece(text, piece),
        fen: mayBeTakenOff(words) ? -fen : fen,
        isAlone: count === 1,
      },
    ];
  });
  return underHead(found);
}

const isRate = (text: string, { start, end }: MoneySum): boolean =>
  RATE_BEHIND.test(text.slice(end)) || RATE_BEFORE.test(text.slice(0, start));

const isBase = (text: string, { end }: MoneySum): boolean => BASE_BEHIND.test(text.slice(end));

/** 154,260元的6%: what a share is taken of. */
const BASE_BEHIND = /^\s*[）)]?\s*的\s*(?:\d+(?:\.\d+)?\s*[%％‰]|[百千万]分之)/;

/** Whether a sum is what so many of the one before it come to. */
const isOfYears = (text: string, sums: readonly MoneySum[], index: number): boolean =>
  index > 0 && isYearOfMore(text, sums, sums[index - 1]);

/** 一年254,670元，三年764,010元: what a year comes to, right before what so many years do. */
function isYearOfMore(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const next = sums[sums.indexOf(sum) + 1];
  const [one, all] = [sum.digits?.fen ?? 0, next?.digits?.fen ?? 0];
  if (!next || one <= 0 || !/(?:一年|每年|年)(?:共|计|合计)?[¥￥\s]*$/.test(text.slice(0, sum.start)))
    return false;
  const times = /^[，,]\s*([两二三四五六七八九十\d]{1,3})\s*年(?:共|计|合计)*[¥￥\s]*$/.exec(
    text.slice(sum.end, next.start),
  );
  return times !== null && Number(readQuantity(`${times[1]}个`)?.value ?? Number.NaN) * one === all;
}

/** …占总价的45%，为75.816万元; but 上浮3%，为…. */
function shareTold(text: string, said: Span): Span | null {
  const share = shareBefore(text, said);
  return share && /占[^，。；\d]{0,12}$/.test(text.slice(said.start, share.start)) ? share : null;
}

/** Sums of one paragraph are one list, and so are paragraphs that are numbered alike. */
function listOf(clause: Clause<FlowParagraph>, count: number): string {
  const style = numberStyle(numberOf(clause));
  const { text } = clause.part.content;
  if (count > 1) return `${clause.section} ${text.slice(0, LONGEST_KEY)}`;
  return style === "" ? "" : `${clause.section} ${style}`;
}
const LONGEST_KEY = 30;

/** 每次1,200元，全年12次，14,500元: whether a price of one and counts stand before a sum in its piece, and don't lead to it. */
const isMisreckoned = (
  text: string,
  sums: readonly MoneySum[],
  index: number,
  { prices, from }: { prices: ReadonlySet<MoneySum>; from: number },
): boolean =>
  factorsIn(text, from, sums[index].start, sums).length > 0 &&
  !isOfYears(text, sums, index) &&
  sums
    .slice(0, index)
    .some(
      (price) =>
        price.start >= from &&
        !prices.has(price) &&
        isRate(text, price) &&
        !lacksMeasure(text, price, { from, to: sums[index].start }),
    );

const isWhole = ({ digits, capitals }: MoneySum, words: string, { near }: Phrase): boolean =>
  STRONG_TOTAL.test(words + near) || WEAK_TOTAL.test(words) || (digits !== null && capitals !== null);

/** What a sum is called before it or, where its item begins with it, behind: 17,280元，用于理论授课，96课时. */
function nameOfSum(
  text: string,
  { end }: MoneySum,
  phrase: Phrase,
  { piece, reckoning }: { piece: Span; reckoning: number | null },
): Span {
  const label = nameInPiece(text, phrase, piece, reckoning);
  if (/[^和与及以由]/.test(nameIn(text, label))) return label;
  const from = end + (/^[，,]/.test(text.slice(end)) ? 1 : 0);
  return labelBehind(text, from, text.length, phrase) ?? label;
}

/** 专题研究，占百分之二十七点五，: the share of the whole told right before a sum in its piece. */
function shareInPiece(text: string, { start, end }: Span): Span | null {
  const said = text.slice(start, end);
  const share = findPercents(said).at(-1);
  if (!share || !/[，,（(](?:约|所)?占[^，。；\d]{0,8}$/.test(said.slice(0, share.start))) return null;
  if (!/^\s*[）)]?\s*[，,：:]?\s*(?:即|计|共|为|金额)?(?:人民币)?[¥￥\s]*$/.test(said.slice(share.end)))
    return null;
  return { start: start + share.start, end: start + share.end };
}

const nameIn = (text: string, { start, end }: Span): string => text.slice(start, end);

/** What is summed up, by a word of its own or by how many there are: 三项共, and not 常规九项. */
const SUMS_UP =
  /小计|合计|共计|总计|以上|上述|前述|相加|之和|总|各项|不含税|(?:^|[前这该此上列全，,、；;：:（(\s])[两二三四五六七八九十\d]{1,2}\s*个?(?:项|类|标段|包)/;
/** 按前两项之和的4.5%计取: a cost of its own, however it is reckoned. */
const AT_A_RATE =
  /(?:\d\s*[%％‰]|百分之[一二三四五六七八九十点]+)的?[^，。；：\d]{0,6}[，,]?\s*(?:为|[共合]?计|即)?[¥￥\s]*$/;

/** A price of one, a payment, a bound, a penalty and the like: never a part of a sum. */
function isElse(text: string, sum: MoneySum, { label, piece, near }: Phrase): boolean {
  const [words, behind] = [nameIn(text, label), text.slice(sum.end)];
  const isTax = /税/.test(words + near);
  return (
    (PAYS.test(near.replace(GRANT, "")) && !mayBeTakenOff(words)) ||
    PAYMENT_NAME.test(words) ||
    (DIFFERENCE.test(piece) && !mayBeTakenOff(words)) ||
    BOUND_BEFORE.test(near) ||
    BOUND_BEHIND.test(behind) ||
    isNeverListed(near, words) ||
    (OTHER.test(near) && !isTax)
  );
}

/** 乙方协助管理周转金, 价值: what someone has, manages or sells. */
const IS_ELSE = /价值|周转金|销售(?:收入|额)|营业|规模|结余|结转|配套资金|市值|原值|利润|注册|产值|奖[金励]/;

/** What another sum is reckoned from, what one of many or a year costs, or what a thing costs elsewhere: what is named goes on behind it. */
const isAside = (text: string, { start, end }: MoneySum): boolean =>
  IS_BASE.test(text.slice(end)) ||
  RATE_BEHIND.test(text.slice(end)) ||
  RATE_BEFORE.test(text.slice(0, start)) ||
  LIST_PRICE.test(text.slice(0, start));

/** 以三部分之和2,007,112.45元为基数: what another sum is reckoned from. */
const IS_BASE = /^\s*[）)]?\s*(?:为|作为?)(?:计算|计费|计取|取费)?(?:的)?(?:基数|基础|基准)/;

/** 3000元/天, 每天3000元: of one of many. */
const RATE_BEHIND = /^\s*[/／]|^\s*[（(]?每/;
const RATE_BEFORE = /(?:每[^，。；\d]{0,6}|单价[^，。；\d]{0,2})$/;
