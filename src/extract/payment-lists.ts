import type { Clause } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { ITEM_SIGNS } from "./item-number.ts";
import { findSums } from "./money-sums.ts";

const SIGN = String.raw`(?:—{1,2}|-{1,2}|${ITEM_SIGNS})?\s*`;
/** 付费：, ★ 怎么给, 给钱的办法：, ◇ 付款（按变更后合同价，共四笔）: nothing but that payments follow. */
const ANNOUNCES = new RegExp(
  `^\\s*${SIGN}(?:[付给交结拨打]款|[付交]费|[付给交]钱|交租|结账|钱?怎么[给付交结])(?:的?(?:办法|方式|方法|法子|安排|计划|进度|时间|日期|节奏|约定))?(?:[（(][^（）()]{1,24}[）)])?\\s*[：:]?\\s*$`,
  "u",
);
/** A short line with a figure, and no full stop in its midst. */
const LINE = /^[^。]{4,60}[。；;]?\s*$/;
/** Below it, no payment any more. */
const FAR_FROM = /每(?:晚|迟|逾期|延误)|罚|赔|押金|保证金/;

/**
 * The clauses with those that a line announces as payments marked as such, one after another as long as each tells a sum or a share: what a
 * paper without numbers tells below 付费： are payments, and no parts of the price.
 */
export function withPaymentLists<Each extends Clause>(clauses: readonly Each[]): Each[] {
  let isOpen = false;
  return clauses.map((clause) => {
    if (clause.part.kind !== "paragraph") return clause;
    const { text } = clause.part.content;
    if (ANNOUNCES.test(text)) {
      isOpen = true;
      return { ...clause, isPayment: true, isBudget: false };
    }
    const isOne =
      LINE.test(text) && !FAR_FROM.test(text) && (findSums(text).length > 0 || findPercents(text).length > 0);
    isOpen &&= isOne && !clause.isOther;
    return isOpen ? { ...clause, isPayment: true, isBudget: false } : clause;
  });
}
