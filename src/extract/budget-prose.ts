import type { Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { isCutOff, type Span } from "./budget-figures.ts";
import { depthAt, labelBehind, phraseBefore, shareBehind } from "./budget-phrases.ts";
import { findProducts, type Product } from "./budget-products.ts";
import { type BudgetRole, isAmongLines, isClearTotal, nameOf, roleOf } from "./budget-role.ts";
import { AMENDED, OPENS, PAYS } from "./budget-words.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum of a paragraph that belongs to a budget: its total, or a line of it. */
export interface Told {
  clause: Clause<FlowParagraph>;
  version: Version;
  sum: MoneySum;
  role: BudgetRole;
  label: Span;
  share: Span | null;
  product: Product | null;
  /** The year or lot that a total is of. */
  name: Span | null;
  /** 0 for a top-level line, 1 for a part of the line before it, and so on. */
  depth: number;
  /** Whether the words announce parts to come. */
  opens: boolean;
  /** Told in passing where money is paid; a total only where no better one is. */
  isPassing: boolean;
  /** A total whose words leave no doubt that it is one. */
  isClear: boolean;
}

/** A list of parts that goes on over paragraphs. */
export interface OpenList {
  isOpen: boolean;
  /** Whether it lists the parts of a year or lot. */
  isNamed: boolean;
  /** Whether a total was told before it. */
  isBelowTotal: boolean;
}

/** A semicolon before a comma is a misread sign, not an end. */
const NEXT_PART = /[；;](?!\s*[，,])|。/;
/** 双方补充约定如下：, what follows are the agreement's clauses, no parts of a sum. */
const OPENS_CLAUSES =
  /(?:约定|协议|条款|议定|商定|协商|订立|修改|变更|补充)(?:条款|内容|事项)?(?:如下|以下|下列)[^，。；]{0,6}[：:]\s*$/;
const NEXT_ITEM = /[；;。]\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/;

/**
 * Every sum of a clause that a budget may be made of, in order; `open` is the list that was announced before.
 * `runs` are where lists begin that nothing but their sum announces.
 * `unplaced` are sums amid such a list that could be given no part in it. Years and lots are told where `isNamed`.
 */
export function readBudgetProse(
  clause: Clause<FlowParagraph>,
  open: OpenList,
  isNamed: boolean,
  runs: ReadonlySet<number>,
): { told: Told[]; unplaced: Span[]; open: OpenList } {
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  const told: Told[] = [];
  const unplaced: Span[] = [];
  let opened = open.isOpen;
  let ofNamed = open.isNamed;
  let base = 0;
  let floor = 0;
  const isItem = open.isOpen && behindNumber(text) > 0;
  sums.forEach((sum, index) => {
    if (prices.has(sum)) return;
    const product = products.get(sum) ?? null;
    const ceiling = sums[index + 1]?.start ?? text.length;
    const phrase = phraseBefore(text, product?.start ?? sum.start, floor);
    const from = index === 0 ? 0 : sums[index - 1].end;
    const between = text.slice(product ? floor : from, product?.start ?? sum.start);
    // In an item of a list, parts of parts go on to the item's end.
    const isParted = isItem ? NEXT_ITEM.test(between) : NEXT_PART.test(between);
    if (isParted) base = 0;
    const last = told.at(-1);
    const opens = OPENS.test(between) || isMadeOf(text, between, sum.start);
    // What is added up (甲＋乙) stands side by side; any other list that opens behind a line is of its parts.
    if (opens && last?.role === "line" && !isParted && depthAt(text, 0, sum.start) === 0) base += 1;
    const isHeaded = last?.role === "total" && /^[）)\s]*[：:]/.test(between);
    opened ||= opens || isHeaded || runs.has(sum.start) || isAddedUp(text, sum.start);
    const behind = opened ? labelBehind(text, sum.end, ceiling, phrase) : null;
    if (behind) phrase.label = behind;
    const share =
      shareBehind(text, sum.end, ceiling) ??
      (behind || (phrase.hasShare && opened) ? shareBefore(text, { start: from, end: sum.start }) : null);
    const name = isNamed && (!opened || ofNamed) ? nameOf(text, phrase, floor) : null;
    floor = behind?.end ?? share?.end ?? sum.end;
    const isChanged = isTurn(clause, sum.end, ceiling) && versionAt(clause, sum.start) === "original";
    const becomes = isChanged && isOnlyTurn(text.slice(sum.end, ceiling)) ? (sums[index + 1] ?? null) : null;
    const turned = isTurn(clause, from, sum.start) && !/[；;。]/.test(between) ? (last ?? null) : null;
    const words = text.slice(phrase.label.start, phrase.label.end);
    const isAgain =
      turned !== null && words !== "" && words === text.slice(turned.label.start, turned.label.end);
    const takesUp = turned && (isAgain || (turned.role === "total" ? !share : words.length < 2));
    // 60%即7.2万元为人工成本: what stands before is the share.
    if (share && share.end <= sum.start) phrase.piece = phrase.hasShare ? phrase.near : "";
    const role = takesUp
      ? turned.role
      : roleOf(clause, text, sum, phrase, {
          opened,
          share,
          hasTotal: told.some((t) => t.role === "total"),
          isBelowTotal: open.isBelowTotal || told.some((t) => t.role === "total"),
          isNamed: name !== null,
          isChanged,
          isWrittenOut: isInBoth(sum) || (becomes !== null && isInBoth(becomes)),
        });
    if (!role) {
      const isTorn = isCutOff(text, sum) && !clause.isPayment;
      if (isTorn || (opened && isAmongLines(clause, phrase)))
        unplaced.push({ start: phrase.label.start, end: sum.end });
      return;
    }
    const rest = text.slice(sum.end, ceiling);
    if (role === "total") {
      ofNamed = (takesUp ? turned.name : name) !== null;
      base = 0;
    }
    told.push({
      clause,
      version: versionAt(clause, sum.start),
      sum,
      role,
      label: takesUp && turned.role === "line" ? turned.label : phrase.label,
      share,
      product,
      name: takesUp ? turned.name : name,
      depth: takesUp ? turned.depth : depthAt(text, 0, sum.start) + base,
      opens: OPENS.test(rest) || isMadeOf(text, rest, ceiling) || isAddedUp(text, ceiling),
      isPassing: clause.isPayment || clause.isOther || PAYS.test(phrase.piece),
      isClear: takesUp ? turned.isClear : isClearTotal(text, phrase),
    });
  });
  const tail = text.slice(sums.at(-1)?.end ?? 0);
  const isHead = told.at(-1)?.role === "total" && /^[）)\s]*[：:]\s*$/.test(tail);
  const goesOn = isHead || (OPENS.test(tail) && /[：:]\s*$/.test(tail) && !OPENS_CLAUSES.test(tail));
  const unclear = doubtfulTotals(told);
  unplaced.push(...unclear.map(({ label, sum }) => ({ start: label.start, end: sum.end })));
  return {
    told: told.filter((each) => !unclear.includes(each)),
    unplaced,
    open: {
      isOpen: goesOn || (opened && sums.length > 0),
      isNamed: ofNamed,
      isBelowTotal: open.isBelowTotal || told.some(({ role }) => role === "total"),
    },
  };
}

/** 甲合计…；乙合计…；两项共计…: of sums that differ, only the one that all others add up to is the total. */
function doubtfulTotals(told: readonly Told[]): Told[] {
  const bare = told.filter(
    ({ role, isClear, name, sum }) => role === "total" && !isClear && !name && fenOf(sum) !== null,
  );
  return (["original", "amended"] as const).flatMap((version) => {
    const same = bare.filter((each) => each.version === version);
    if (new Set(same.map(({ sum }) => fenOf(sum))).size < 2) return [];
    const others = same.slice(0, -1);
    const isSum =
      others.reduce((all, { sum }) => all + (fenOf(sum) ?? 0), 0) === fenOf(same[same.length - 1].sum);
    return isSum && others.length > 1 ? others : same;
  });
}

/** Between two sums nothing but the word that turns one into the other. */
const isOnlyTurn = (between: string): boolean =>
  between.replace(AMENDED, "").replace(/[，、：:（(）)\s]|人民币|[现为即至到元]/g, "").length <= 2;

/** 其中60%即…元为人工成本: the share told before its sum. */
function shareBefore(text: string, { start, end }: Span): Span | null {
  const share = findPercents(text.slice(start, end)).at(-1);
  const isBeside =
    share && /^\s*[，,]?\s*(?:即|计|约|共|为|（|\()*\s*(?:人民币)?$/.test(text.slice(start + share.end, end));
  return share && isBeside ? { start: start + share.start, end: start + share.end } : null;
}

const isInBoth = ({ digits, capitals }: MoneySum): boolean => digits !== null && capitals !== null;

const fenOf = ({ digits, capitals }: MoneySum): number | null => digits?.fen ?? capitals?.fen ?? null;

/** 原…为甲，现调整为乙: the second sum is what the first one was called. */
function isTurn({ turns }: Clause, from: number, to: number): boolean {
  return turns.some(({ start, version }) => version === "amended" && start >= from && start < to);
}

/** 总额…，由…元、…元组成: what opens the list stands before it and behind it. */
const isMadeOf = (text: string, between: string, from: number): boolean =>
  /由[^，。；]{2,}$/.test(between) && /^[^。；]*(?:组成|构成)/.test(text.slice(from));

/** …元＋…元，合计…元. */
const isAddedUp = (text: string, from: number): boolean =>
  /^[\d,.\s元万亿]+[＋+][^。；]*(?:合计|共计|总计|[=＝])/.test(text.slice(from));
