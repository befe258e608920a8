import type { FlowParagraph } from "../model/flow.ts";
import { isToldBeside } from "./budget-beside.ts";
import { pieceStart } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { isFirstItem } from "./budget-first-item.ts";
import { type Formulas, isResultOf, isSumInWords } from "./budget-formulas.ts";
import { headOverCount } from "./budget-item-name.ts";
import { isLost, isOfElse, isOfLine } from "./budget-lost.ts";
import { nameOf, unreadHead } from "./budget-names.ts";
import { type Phrase, phraseBefore, phraseIn } from "./budget-phrases.ts";
import { labelBehind, shareBehind } from "./budget-phrases-behind.ts";
import type { Product } from "./budget-products.ts";
import type { OpenList, Told } from "./budget-prose.ts";
import { type BudgetRole, roleOf } from "./budget-role.ts";
import { isAgreedUpon, isCalledLeft, isOfBefore } from "./budget-role-elsewhere.ts";
import { WHOLE_PRICE } from "./budget-role-words.ts";
import { sharedNames } from "./budget-shared-names.ts";
import { takenUp } from "./budget-taken-up.ts";
import { type Taxed, wordsOfTaxed } from "./budget-taxed.ts";
import { isClearTotal, TAKEN_OFF } from "./budget-totals.ts";
import {
  ADDS,
  isAddedItem,
  isAddedUp,
  isInBoth,
  isMadeOf,
  isOnlyTurn,
  isPartOfPrice,
  isTurn,
  shareBefore,
  tellsNoParts,
} from "./budget-turns.ts";
import { isWholeOfProduct } from "./budget-whole-of-product.ts";
import { OPENS, PAYS, STRONG_TOTAL } from "./budget-words.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { depthAt } from "./list-brackets.ts";
import type { MoneySum } from "./money-sums.ts";

/** A semicolon before a comma is a misread sign, not an end. */
const NEXT_PART = /[；;](?!\s*[，,])|。/;
const NEXT_ITEM = /[；;。]\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/;

/** 第一包38万元。其中…: a stop after which its parts are told all the same. */
const PARTS_BEHIND = /^[）)]?\s*。\s*(?=其中)/;

/** A paragraph while its sums are read, one after the other. */
export interface Reading {
  clause: Clause<FlowParagraph>;
  text: string;
  sums: readonly MoneySum[];
  runs: ReadonlySet<number>;
  isNamed: boolean;
  /** The list that was open before the paragraph. */
  before: OpenList;
  /** Prices that are told without their tax, the tax, and with it. */
  taxed: readonly Taxed[];
  /** What is reckoned by adding and taking off: 983,000＋209,600－30,000＝. */
  formulas: Formulas;
  told: Told[];
  unplaced: Span[];
  /** Whether a list of parts is open. */
  opened: boolean;
  /** Whether it lists the parts of a year or lot. */
  ofNamed: boolean;
  /** How deep parts of parts stand that no bracket holds. */
  base: number;
  /** Where the last figure, with its share or its name behind it, ends. */
  floor: number;
}

/** Where a sum stands among the others. */
export interface Spot {
  sum: MoneySum;
  product: Product | null;
  /** Where the sum before ends, and where the next one begins. */
  from: number;
  ceiling: number;
  /** The words since the sum before. */
  between: string;
}

/** Reads one sum of a paragraph: adds it to what is told, or to what has no place. */
export function readSum(reading: Reading, index: number, product: Product | null): void {
  const { clause, text, sums, told } = reading;
  const sum = sums[index];
  const isTerm = reading.formulas.terms.has(sum) || isOfBefore(clause, text, sum);
  if (isTerm || isToldBeside(text, sums, index, told.length === 0)) return;
  const { spot, next } = spotOf(reading, index, product);
  const { phrase, share, name } = wordsOf(reading, spot);
  const changed = becomes(reading, spot) ? next : null;
  const taxed = reading.taxed.find(({ gross, parts }) => gross === sum || parts.includes(sum));
  if (taxed && taxed.gross !== sum) {
    addTold(reading, spot, { role: "tax", phrase, share: null, name: null, taken: null });
    return;
  }
  const taken = takenUp(reading, spot, phrase, share);
  // 60%即7.2万元为人工成本: what stands before is the share.
  if (share && share.end <= sum.start) phrase.piece = phrase.hasShare ? phrase.near : "";
  const role = taken
    ? taken.role
    : roleOf(clause, text, sum, phrase, {
        opened: reading.opened,
        isListing: reading.before.isOpen || told.some(({ role }) => role === "line"),
        share,
        hasTotal: hasTotal(told),
        isBelowTotal: reading.before.isBelowTotal || hasTotal(told),
        isNamed: name !== null,
        isChanged: isChanged(reading, spot),
        isResult: isResult(reading, spot) || isResultOf(reading.formulas, clause, spot, phrase.piece),
        isWrittenOut: isInBoth(sum) || (changed !== null && isInBoth(changed)),
      });
  // 首付款53万元，其中不含税价50万元: of a sum that is no part of a budget neither is its tax.
  if (role === "tax" && isOfElse(reading, index)) return;
  if (role) addTold(reading, spot, { role, phrase, share, name, taken });
  else if (isWholeOfProduct(reading, spot))
    addTold(reading, spot, { role: "total", phrase, share: null, name, taken: null });
  else if (isLost(reading, sum, phrase)) reading.unplaced.push({ start: phrase.label.start, end: sum.end });
}

/** Where the sum of an index stands, and the next one. */
function spotOf(
  { text, sums, floor, formulas }: Reading,
  index: number,
  product: Product | null,
): { spot: Spot; next: MoneySum | null } {
  const sum = sums[index];
  const formula = product ? undefined : formulas.startOf.get(sum);
  const from = formula === undefined ? (sums[index - 1]?.end ?? 0) : Math.min(floor, formula);
  const between = text.slice(product ? floor : from, product?.start ?? formula ?? sum.start);
  // 168,000元（24天，每天7,000元），占…: a price in brackets behind a sum is no end of what is said of it.
  const isPriced = product !== null && product.start === sum.start;
  const next = sums[index + (isPriced ? 2 : 1)] ?? null;
  return { spot: { sum, product, from, ceiling: next?.start ?? text.length, between }, next };
}

/** What a sum is called, its share, and the year or lot it is the total of; lists that open before it are opened. */
function wordsOf(reading: Reading, spot: Spot): { phrase: Phrase; share: Span | null; name: Span | null } {
  const { text, floor } = reading;
  const { sum, from, ceiling } = spot;
  const phrase = phraseOf(reading, spot);
  if (isAddedItem(reading.clause, text, sum, phrase.label)) phrase.label.start += ADDS.length;
  openLists(reading, spot);
  const behind = reading.opened ? labelBehind(text, sum.end, ceiling, phrase) : null;
  if (behind) phrase.label = behind;
  const isBefore = behind !== null || (phrase.hasShare && reading.opened);
  const share =
    shareBehind(text, sum.end, ceiling) ??
    (isBefore ? shareBefore(text, { start: from, end: sum.start }) : null);
  const price = reading.taxed.find(({ gross }) => gross === sum);
  if (price) Object.assign(phrase, wordsOfTaxed(text, price));
  // （四）一标段合同价…, behind the items that it is the total of.
  const endsList = STRONG_TOTAL.test(text.slice(phrase.label.start, phrase.label.end));
  const mayBeNamed = reading.isNamed && (!reading.opened || reading.ofNamed || endsList);
  const name = mayBeNamed ? nameOf(text, phrase, floor) : null;
  reading.floor = behind?.end ?? share?.end ?? sum.end;
  return { phrase, share, name };
}

/** The words before a sum's reckoning; 每年租金…，三年租金总计…: its own, where none stand before that. */
function phraseOf({ clause, text, floor, formulas }: Reading, { sum, product, from }: Spot): Phrase {
  const start = product?.start ?? formulas.startOf.get(sum) ?? sum.start;
  const phrase = phraseIn(clause, text, start, floor);
  if (product && product.start < sum.start) {
    // 作业面积18,600亩，单价12.80元，合同金额…: the whole by its own name, and no cost of what is counted.
    const own = phraseBefore(text, sum.start, from);
    if (WHOLE_PRICE.test(text.slice(own.label.start, own.label.end))) return own;
    const piece = { start: Math.max(floor, pieceStart(text, product.start)), end: sum.start };
    phrase.label = headOverCount(text, phrase.label, piece, product.start);
  }
  const isBare = product !== null && phrase.label.end <= phrase.label.start;
  return isBare ? phraseBefore(text, sum.start, from) : phrase;
}

/** Keeps up whether a list is open before a sum, and how deep it stands. */
function openLists(reading: Reading, { sum, between }: Spot): void {
  const { text, told, runs, before } = reading;
  // In an item of a list, parts of parts go on to the item's end.
  const number = behindNumber(text, reading.clause.isCounted);
  const isItem = number > 0 && (before.isOpen || isFirstItem(reading, number));
  const isParted = (isItem ? NEXT_ITEM : NEXT_PART).test(between.replace(PARTS_BEHIND, ""));
  if (isParted) reading.base = 0;
  const last = told.at(-1);
  const opens =
    (OPENS.test(between) && !(told.length === 0 && isPartOfPrice(text, reading.sums, sum))) ||
    isMadeOf(text, between, sum.start);
  // What is added up (甲＋乙) stands side by side; any other list that opens behind a line is of its parts.
  if (opens && last?.role === "line" && !isParted && depthAt(text, sum.start) === 0) reading.base += 1;
  const isHeaded = last?.role === "total" && /^[）)\s]*[：:]/.test(between);
  reading.opened ||= opens || isHeaded || runs.has(sum.start) || isAddedUp(text, sum.start);
}

/** Whether a sum is what was first agreed, and the words behind it turn to what it became. */
const isChanged = ({ clause, text }: Reading, { sum, ceiling }: Spot): boolean => {
  if (sharedNames(text).some(({ sum: start, isBefore }) => isBefore && start === sum.start)) return true;
  const rest = text.slice(sum.end, ceiling);
  const isTold = isTurn(clause, sum.end, ceiling) && versionAt(clause, sum.start) === "original";
  // 三个月计45万元。变更后合同总价…: another sentence tells of another sum.
  return isTold && (!rest.includes("。") || isOnlyTurn(rest));
};

/** 甲＋乙＝; 甲，加上乙，共: what the lines of its sentence are added up to. */
const isResult = ({ text, told }: Reading, { sum, product, between }: Spot): boolean =>
  product === null &&
  told.at(-1)?.role === "line" &&
  ((/^\s*[=＝]\s*(?:人民币)?[¥￥]?\s*$/.test(between) && /[+＋][^。；]*$/.test(text.slice(0, sum.start))) ||
    isSumInWords(text, sum));

const becomes = (reading: Reading, spot: Spot): boolean =>
  isChanged(reading, spot) && isOnlyTurn(reading.text.slice(spot.sum.end, spot.ceiling));

function addTold(
  reading: Reading,
  { sum, product, ceiling, between }: Spot,
  said: { role: BudgetRole; phrase: Phrase; share: Span | null; name: Span | null; taken: Told | null },
): void {
  const { clause, text } = reading;
  const { role, phrase, share, taken } = said;
  const name = taken ? taken.name : said.name;
  const isHeaded = role === "line" && reading.isNamed && reading.ofNamed && !taken;
  if (role === "total") {
    reading.ofNamed = name !== null;
    reading.base = 0;
  }
  const rest = text.slice(sum.end, ceiling);
  const isAgreed = isAgreedUpon(text, sum) || (role === "total" && isCalledLeft(text, sum));
  reading.told.push({
    clause,
    version: versionAt(clause, sum.start),
    sum,
    role,
    label: taken?.role === "line" ? taken.label : phrase.label,
    share,
    product,
    name,
    head: isHeaded ? unreadHead(text, { start: sum.start - between.length, end: sum.start }) : null,
    depth: taken ? taken.depth : depthAt(text, sum.start) + reading.base,
    opens:
      (OPENS.test(rest) && !tellsNoParts(text, ceiling, rest)) ||
      isMadeOf(text, rest, ceiling) ||
      isAddedUp(text, ceiling),
    isPassing: clause.isPayment || clause.isOther || PAYS.test(phrase.piece),
    isClear: taken ? taken.isClear : isAgreed || isClearTotal(text, phrase),
    isNet: role === "total" && (isAgreed || TAKEN_OFF.test(text.slice(0, sum.start))),
    isOfLine: role === "tax" && isOfLine(reading, sum),
  });
}

/** Whether a total is among what is told. */
export const hasTotal = (told: readonly Told[]): boolean => told.some(({ role }) => role === "total");
