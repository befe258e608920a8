import type { FlowParagraph } from "../model/flow.ts";
import { remembered } from "../model/remembered.ts";
import type { Span } from "./budget-figures.ts";
import { areAllOf } from "./budget-first-item.ts";
import { nameOf } from "./budget-names.ts";
import { mayBeTakenOff } from "./budget-net.ts";
import { phraseIn } from "./budget-phrases.ts";
import { findProducts } from "./budget-products.ts";
import { findTaxed, wordsOfTaxed } from "./budget-taxed.ts";
import { INSTALMENT, OTHER, PAYS, STRONG_TOTAL, SUBTOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { behindNumber, type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

interface Listed {
  clause: number;
  start: number;
  section: number;
  version: string;
  /** Counts the full stops before it. */
  sentence: number;
  /** Below zero for what is taken off. */
  fen: number;
  /** Whether it may be a total by its words. */
  isTotal: boolean;
  /** Whether it can be no part of a total. */
  isBreak: boolean;
  /** Whether its words sum up what stands before it. */
  isSummingUp: boolean;
  /** Whether its words sum up some of what stands before it. */
  isSubtotal: boolean;
  /** Whether it is of another time. */
  isFormer: boolean;
  /** Whether it is what one of many costs. */
  isRate: boolean;
  /** Whether it is the one sum of a numbered paragraph. */
  isItem: boolean;
  /** Whether it stands in brackets: a part of a part, if any. */
  isInner: boolean;
}

/** Places of sums by the clause's index. */
type Places = ReadonlyMap<number, ReadonlySet<number>>;

/** Fewer sums that come out are no list. */
const FEWEST = 2;

/**
 * Where lists of parts begin that no words announce: sums one after another, right behind a total or right before it,
 * that add up to it to the fen; or that come near it in one paragraph before a word of summing up or as a numbered list
 * right below it, of which one may be wrong. Answers the places by the clause's index; `subtotals` are
 * places of sums that count for nothing.
 */
export function findRuns(clauses: readonly Clause[], subtotals: Places): Map<number, Set<number>> {
  const sums = sumsOf(clauses).filter(({ clause, start }) => !subtotals.get(clause)?.has(start));
  const starts = new Map<number, Set<number>>();
  sums.forEach((total, at) => {
    if (!total.isTotal) return;
    const isBeside = (other: Listed): boolean =>
      Math.abs(other.section - total.section) <= 1 && other.version === total.version && !other.isBreak;
    const behind = runOf(sums.slice(at + 1), isBeside, total.fen);
    const before = runOf(sums.slice(0, at).reverse(), isBeside, total.fen);
    const isExact = behind.length + before.length > 0;
    const near = isExact
      ? []
      : [...summedUp(sums.slice(0, at), total), ...summedBelow(sums.slice(at + 1), total)];
    for (const first of isExact ? [behind[0], before.at(-1)] : [near[0]]) {
      if (first) starts.set(first.clause, (starts.get(first.clause) ?? new Set()).add(first.start));
    }
  });
  return starts;
}

const sumsOf = remembered((clauses: readonly Clause[]): readonly Listed[] => clauses.flatMap(sumsIn));

/** The first sums of a list that add up to the whole, but for those in brackets; none where they don't. */
function runOf(all: readonly Listed[], isBeside: (sum: Listed) => boolean, wholeFen: number): Listed[] {
  const sums = all.filter(({ isInner }) => !isInner);
  let fen = 0;
  // What is taken off may stand behind parts that come to more.
  const offFen = sums.reduce((off, sum) => off - Math.min(0, sum.fen), 0);
  for (let index = 0; index < sums.length; index++) {
    const parts = partsBelow(sums, index);
    fen += sums[index].fen;
    if (parts === 0 && !isBeside(sums[index])) return [];
    index += parts;
    if (fen > wholeFen + offFen) return [];
    const run = sums.slice(0, index + 1);
    if (fen === wholeFen) return run.filter((sum) => sum.fen > 0).length < FEWEST ? [] : run;
  }
  return [];
}

/** 以上人员费用合计206万元: how many sums right behind one in the run it sums up, so that they count once; 0 for none. */
function partsBelow(sums: readonly Listed[], at: number): number {
  if (!sums[at].isSummingUp && !sums[at].isSubtotal) return 0;
  let fen = 0;
  for (const [count, part] of sums.slice(at + 1).entries()) {
    fen += part.fen;
    if (part.isBreak || fen > sums[at].fen) return 0;
    if (fen === sums[at].fen) return count + 1 < FEWEST ? 0 : count + 1;
  }
  return 0;
}

/** 甲计4.5万元；乙计2.2万元。货款总计7万元: the sums of a paragraph that its last one says to be their sum, and nearly is. */
function summedUp(
  before: readonly Listed[],
  { clause, sentence, version, fen, isSummingUp }: Listed,
): Listed[] {
  const parts = before.slice(before.findLastIndex((sum) => sum.clause !== clause) + 1);
  const listed = parts.filter(({ isInner }) => !isInner);
  const mostOff = isSummingUp
    ? MOST_OFF
    : listed.every((each) => each.sentence === sentence)
      ? LITTLE_OFF
      : 0;
  const isPlain = parts.every(
    (sum) => !sum.isFormer && sum.version === version && !sum.isBreak && !sum.isRate,
  );
  const sum = listed.reduce((all, each) => all + each.fen, 0);
  // What should have been taken off may have been added.
  const isAdded = sum < fen && listed.reduce((all, each) => all + Math.abs(each.fen), 0) === fen;
  const isNear = (Math.abs(sum - fen) <= mostOff * fen || isAdded) && listed.every((each) => each.fen < fen);
  return isPlain && listed.length >= FEWEST && isNear ? listed : [];
}

/** Items of a numbered list right below a total, one sum each, that nearly come to it. */
function summedBelow(behind: readonly Listed[], { clause, section, version, fen }: Listed): Listed[] {
  const end = behind.findIndex(
    (sum, at) =>
      !sum.isItem ||
      sum.isBreak ||
      sum.isFormer ||
      sum.isRate ||
      sum.section !== section ||
      sum.version !== version ||
      sum.clause !== clause + at + 1,
  );
  const items = behind.slice(0, end < 0 ? behind.length : end);
  const sum = items.reduce((all, each) => all + each.fen, 0);
  const isNear = Math.abs(sum - fen) <= MOST_OFF * fen && items.every((each) => each.fen < fen);
  return items.length > FEWEST && isNear ? items : [];
}

/** How far from its parts a sum may be that one wrong figure put wrong. */
const MOST_OFF = 0.35;
/** The same where no word says that it is of them. */
const LITTLE_OFF = 0.05;
/** 合计, 货款总计, 三项共计; but no 合同总价 or 人工费合计, which need not be of what stands before them. */
const SUMMING_UP =
  /^(?:以上|上述|前述|[两二三四五六七八九十\d]+项|各项|全部|本?(?:合同|协议|项目)|服务|货物|工程|采购|费用?|货款|价款|款项|经费|预算|金额|总|年度|全年|需|应付|支付)*(?:合计|总计|共计|总共|累计|共)(?:金额|费用|价款|货款|人民币|为|[：:\s¥￥（(])*$/;
const FORMER =
  /上一?(?:年|期|季|月)|去年|往年|此前|前期|原值|净值|已[发支产完]|自筹|自备|自[行付](?:承担|采购|购置)?|[甲乙丙]方提供|移交|捐赠/;
/** 货款134,280元，加上运费…: what something is added to is no whole. */
const ADDED_TO = /^\s*[，,]?\s*(?:再|另|外)?加(?!收|班)(?:上|计)?\p{Script=Han}{2}/u;
/** …，共142,080元: nothing but a word of summing up behind the sum before it. */
const TOGETHER = /^[）)]?[，,；;]\s*[一总]?共(?:计|为|是|人民币|[¥￥\s])*$/;
/** 3000元/天, 每天3000元: of one of many. */
const RATE_BEHIND = /^\s*[/／]|^\s*[（(]?每/;
const RATE_BEFORE = /(?:每\S{0,6}|单价\S{0,2})$/;

/** 不含税人工费, 增值税: a cost by its name, and the tax on all of them; but 不含税价, a price of all. */
const TAX_LINE =
  /不含(?:增值)?税(?=的?\p{Script=Han}{2})(?!的?(?:总|合|价|金额|小计))|^[，,、；;]?\s*增值税(?:[：:为\s¥￥]|人民币)*$/gu;

function sumsIn(clause: Clause, index: number): Listed[] {
  if (!isProse(clause) || clause.isPayment || clause.isOther) return [];
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  const taxed = findTaxed(text, sums);
  let floor = 0;
  return sums.flatMap((sum): Listed[] => {
    // Of a price told without its tax, the tax, and with it, the last is the one that counts.
    if (prices.has(sum) || taxed.some(({ parts }) => parts.includes(sum))) return [];
    const price = taxed.find(({ gross }) => gross === sum);
    const phrase = phraseIn(clause, text, products.get(sum)?.start ?? sum.start, floor);
    if (price) Object.assign(phrase, wordsOfTaxed(text, price));
    const { label, piece, near } = phrase;
    const isNamed = nameOf(text, phrase, floor) !== null;
    floor = sum.end;
    const fen = sum.digits?.fen ?? sum.capitals?.fen ?? null;
    if (fen === null || fen === 0) return [];
    const words = text.slice(label.start, label.end);
    const { isSum, isSubtotal, isTogether, isTotal } = totalBy(clause, sum, { words, near, piece, label });
    const isOff = mayBeTakenOff(words);
    const isPaid = PAYS.test(piece) || (INSTALMENT.test(near) && !isOff);
    const isPart = !isPaid && !isNamed && !OTHER.test(near.replace(TAX_LINE, "")) && words.length > 1;
    return [
      {
        clause: index,
        start: sum.start,
        section: clause.section,
        version: versionAt(clause, sum.start),
        sentence: text.slice(0, sum.start).split(/[。；;]/).length,
        fen: isOff ? -Math.abs(fen) : fen,
        isTotal,
        isSummingUp: isTogether || SUMMING_UP.test(text.slice(label.start, sum.start)),
        isSubtotal,
        isItem: behindNumber(text, clause.isCounted) > 0 && sums.length === 1,
        isFormer: FORMER.test(piece),
        isRate: RATE_BEHIND.test(text.slice(sum.end)) || RATE_BEFORE.test(words),
        isBreak: isSum || isTogether || !isPart,
        isInner: bracketsAt(text, sum.start) > 0 || isPartOfPart(text, sums, sum),
      },
    ];
  });
}

/** What kind of a total a sum may be by its words. */
function totalBy(
  { part: { content }, turns }: Clause<FlowParagraph>,
  { start, end, digits, capitals }: MoneySum,
  { words, near, piece, label }: { words: string; near: string; piece: string; label: Span },
): { isSum: boolean; isSubtotal: boolean; isTogether: boolean; isTotal: boolean } {
  const { text } = content;
  // 主合同价款…，加延长期费用…，合计…: of an amendment the first is what was agreed.
  const isFirst = !turns.some(({ version }) => version === "amended");
  const isTogether = isFirst && TOGETHER.test(piece);
  const isAddedTo = isFirst && ADDED_TO.test(text.slice(end));
  const isSum = STRONG_TOTAL.test(words + near) && !isAddedTo;
  // Where the whole is told, subtotals have been left out.
  const isSubtotal = SUBTOTAL.test(text.slice(label.start, start));
  const isInBoth = digits !== null && capitals !== null;
  const isWeak = WEAK_TOTAL.test(words) && !isAddedTo;
  return { isSum, isSubtotal, isTogether, isTotal: isSum || isSubtotal || isWeak || isInBoth || isTogether };
}

/** 师资费55,000元，其中：教授24,000元；讲师31,000元: what an item says of its own sum's parts; 总价…，其中… begins the list itself. */
function isPartOfPart(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const opener = text.lastIndexOf("其中", sum.start);
  const whole = sums.findLast(({ end }) => end <= opener);
  const isBeside =
    whole &&
    !text
      .slice(whole.end, sum.start)
      .replace(/^[）)]?\s*。/, "")
      .includes("。");
  if (!whole || behindNumber(text) === 0 || !isBeside) return false;
  const between = sums.slice(sums.indexOf(whole) + 1, sums.indexOf(sum));
  return !areAllOf(whole, between) && !STRONG_TOTAL.test(text.slice(0, whole.start));
}

/** How many brackets are open at a place of a text. */
const bracketsAt = (text: string, at: number): number =>
  [...text.slice(0, at)].reduce(
    (open, sign) => (/[（(]/.test(sign) ? open + 1 : Math.max(0, open - (/[）)]/.test(sign) ? 1 : 0))),
    0,
  );
