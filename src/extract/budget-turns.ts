import type { Span } from "./budget-figures.ts";
import { AMENDED } from "./budget-words.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";

/** Between two sums nothing but the word that turns one into the other. */
export const isOnlyTurn = (between: string): boolean =>
  between.replace(AMENDED, "").replace(/[，、：:（(）)\s]|人民币|[现为即至到元]/g, "").length <= 2;

/** 其中60%即…元为人工成本: the share told before its sum. */
export function shareBefore(text: string, { start, end }: Span): Span | null {
  const share = findPercents(text.slice(start, end)).at(-1);
  const isBeside =
    share && /^\s*[，,]?\s*(?:即|计|约|共|为|（|\()*\s*(?:人民币)?$/.test(text.slice(start + share.end, end));
  return share && isBeside ? { start: start + share.start, end: start + share.end } : null;
}

export const isInBoth = ({ digits, capitals }: MoneySum): boolean => digits !== null && capitals !== null;

/** 原…为甲，现调整为乙: the second sum is what the first one was called. */
export function isTurn({ turns }: Clause, from: number, to: number): boolean {
  return turns.some(({ start, version }) => version === "amended" && start >= from && start < to);
}

/** 总额…，由…元、…元组成: what opens the list stands before it and behind it. */
export const isMadeOf = (text: string, between: string, from: number): boolean =>
  /由[^，。；]{2,}$/.test(between) && /^[^。；]*(?:组成|构成)/.test(text.slice(from));

/** …元＋…元，合计…元; also where that word is not made out. */
export const isAddedUp = (text: string, from: number): boolean =>
  /^[\d,.\s元万亿]+[＋+](?:[^。；]*(?:合计|共计|总计|[=＝])|[^，。；＋+]*\d[\d,.\s]*[万亿]?元)/.test(
    text.slice(from),
  );

export const ADDS = "新增";

/** （5）新增测评费45,000元: in an amendment's list of changes the word is what is done, and no part of the name. */
export function isAddedItem(clause: Clause, text: string, sum: MoneySum, label: Span): boolean {
  const isAmended = versionAt(clause, sum.start) === "amended";
  return (
    isAmended &&
    label.start === behindNumber(text, clause.isCounted) &&
    /^新增\p{Script=Han}{2}/u.test(text.slice(label.start, label.end))
  );
}

/** 每份定价12元，其中老人自付7元: whether a sum stands right behind what one costs, as a part of that and of no budget. */
export function isPartOfPrice(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const price = sums[sums.indexOf(sum) - 1];
  return price !== undefined && /每[^，。；\d]{1,8}$/.test(text.slice(0, price.start));
}

/** …为757,600元。总价款包括人工、税费等全部费用。: what is within it, without a sum or a list to come. */
export const tellsNoParts = (text: string, ceiling: number, rest: string): boolean =>
  ceiling === text.length && /。\s*$/.test(rest) && !/其中|如下|下列|以下/.test(rest);
