import { SET_APART } from "../model/relation-lines.ts";
import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { tellsShare } from "./budget-rate-words.ts";
import {
  isAgreedUpon,
  isBelowPrice,
  isCondition,
  isLeftInAll,
  isOfBefore,
  isOfOthers,
  isPremium,
  isRough,
  isSaidAgain,
  isSecured,
  isSumOfAbove,
  isTotalInBrackets,
  isUnderPriceHeading,
  OF_FORMER,
} from "./budget-role-elsewhere.ts";
import {
  BORNE,
  behindOpener,
  DUE_BY_MONTH,
  GRANT,
  IS_APART,
  isBeside,
  isCeilingOfPart,
  isLabel,
  isLimit,
  isNeverListed,
  isOfOthersFunds,
  LONGEST_LABEL,
  OF_ANOTHER,
  OF_FORMER_YEAR,
  PAYMENT_NAME,
  PRICE_CHANGED,
  UNIT_PRICE,
  WHOLE_PRICE,
} from "./budget-role-words.ts";
import { isTaxPart } from "./budget-tax-words.ts";
import {
  BOUND_BEFORE,
  BOUND_BEHIND,
  DIFFERENCE,
  INSTALMENT,
  NO_PRICE,
  OF_BOTH,
  OTHER,
  PAYS,
  STRONG_TOTAL,
  WEAK_TOTAL,
} from "./budget-words.ts";
import { isOfOneYear, isSumOfYears } from "./budget-years.ts";
import { isOfFormerYear } from "./clause-words.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { ITEM_SIGN } from "./item-number.ts";
import type { MoneySum } from "./money-sums.ts";
import { isDayOfPayment } from "./schedule-announces.ts";

/** A budget's total, a line of it, or what its price is by the tax law. */
export type BudgetRole = "total" | "line" | "tax";

/** What stands around a sum besides its own words. */
export interface Surroundings {
  /** Whether a list of parts was announced. */
  opened: boolean;
  /** Whether lines were told before it in the list that is open. */
  isListing: boolean;
  share: Span | null;
  hasTotal: boolean;
  /** Whether a total stands above the list: in this paragraph or in the one that opened it. */
  isBelowTotal: boolean;
  /** Whether the sum is the total of a budget named like this one (第一包). */
  isNamed: boolean;
  /** Whether the sum is told as what another one becomes (由甲调整为乙). */
  isChanged: boolean;
  /** Whether it is what the sums before it are added up to: 甲＋乙＝. */
  isResult: boolean;
  /** Whether it, or what it becomes, is written in 大写 too, as the whole of an agreement's money is. */
  isWrittenOut: boolean;
}

/** What is due by the month or the quarter is no total. */
const PER_TIME =
  /^(?:其中)?(?:(?:原|[主母])(?:合同|协议)|(?:续[约签租]|[变调]更?整?|涨价)后)?的?(?:每个?(?:月|季度?|日|周|学期|人|次)|月(?:度)?(?:租金?|服务费|费用?|管理费|物业费|承包费|应付|支付)|季度?(?:租金|服务费|费用))/;
const SUM_WORD =
  /(?:合计|共计|总计|总共|加起来|合起来|加在一起|全部造价|总(?:价|额|金额|经费|费用|预算|价款))/;
/** …的报酬: a sentence that ends in what it is about. */
const ENDS_AS_TOTAL = /的(?:全部|总)?(?:服务|咨询|技术|委托)?(?:报酬|酬金|费用|价款|经费)$/;

/** What a sum is of a budget; null where it is nothing of one. */
export function roleOf(
  clause: Clause,
  text: string,
  sum: MoneySum,
  { label, piece, near }: Phrase,
  state: Surroundings,
): BudgetRole | null {
  const words = text.slice(label.start, label.end).replace(ITEM_SIGN, "");
  const [own, said, behind] = [behindOpener(piece), words + near, text.slice(sum.end)];
  const saying: Saying = { clause, text, sum, state, label, piece, near, words, own, said, behind };
  if (isTaxPart(text, label, state.isListing))
    return clause.isPayment || clause.isOther || PAYS.test(own) ? null : "tax";
  if (state.isResult || (isAgreedUpon(text, sum) && !clause.isPayment && !clause.isOther)) return "total";
  if (isSaidAgain(saying) || isSumOfAbove(saying) || isUnderPriceHeading(saying) || isLeftInAll(saying))
    return "total";
  if (isNothing(saying)) return null;
  if (isSumOfYears(text, sum) && !clause.isPayment && !clause.isOther) return "total";
  const isItem = isListed(saying) || isKept(saying) || isShared(text, words, said, state.share);
  if (isItem && isLabel(words) && !PAYS.test(own.replace(GRANT, ""))) return "line";
  return isNoPrice(saying) ? null : roleAlone(saying);
}

/** A sum with all that is said of it. */
export interface Saying {
  clause: Clause;
  text: string;
  sum: MoneySum;
  state: Surroundings;
  label: Span;
  piece: string;
  near: string;
  /** What it is called. */
  words: string;
  /** Its piece without what is said of all parts. */
  own: string;
  said: string;
  behind: string;
}

/** 由委托方承担: by the side that pays. */
const BY_PAYER = /由(?:甲方|委托|发包|采购|购买|买方|需方|订购|资助|出资|承租|用人)/;

/** What is of no budget at all: what one side bears, a year's sum before that of all years, a price of one, a bound. */
function isNothing(saying: Saying): boolean {
  const { clause, text, label, piece, near, words, said, behind } = saying;
  // 培训费总额为361,800元，由委托方承担: who pays the whole bears it.
  const isBorne =
    BORNE.test(behind) &&
    !STRONG_TOTAL.test(words) &&
    !(/总(?:价|额|金额)/.test(near) && BY_PAYER.test(behind));
  const isElse =
    PRICE_CHANGED.test(text.slice(0, saying.sum.start)) ||
    IS_OVER.test(behind) ||
    isBorne ||
    isOfOneYear(words, text, saying.sum) ||
    UNIT_PRICE.test(words) ||
    PAYMENT_NAME.test(words);
  if (IS_APART.test(said) || isOfBefore(clause, text, saying.sum)) return true;
  if (isElse || OF_FORMER_YEAR.test(words) || OF_FORMER.test(piece) || isNeither(saying)) return true;
  if (OF_ANOTHER.test(words) || (isBeside(words, behind) && !STRONG_TOTAL.test(words))) return true;
  if (isOfFormerYear(clause, words) || isCondition(saying) || isOfOthers(saying)) return true;
  const isBound = (BOUND_BEFORE.test(near) && !isCeilingOfPart(text, label)) || BOUND_BEHIND.test(behind);
  if (isOfOthersFunds(piece) || isLimit(near, behind)) return true;
  return isBound && !STRONG_TOTAL.test(said) && !WEAK_TOTAL.test(words);
}

/** 软件运维仍为42万元: a line that an amendment leaves as it was. */
const isKept = ({ clause, text, sum, words, said }: Saying): boolean =>
  versionAt(clause, sum.start) === "amended" &&
  /仍(?:为|是|按)\s*(?:人民币)?[¥￥]?\s*$/.test(text.slice(0, sum.start)) &&
  !clause.isPayment &&
  !clause.isOther &&
  !/月(?:服务费|租金|费用?|管理费|薪|工资|标准)/.test(words) &&
  !STRONG_TOTAL.test(said) &&
  !WEAK_TOTAL.test(words) &&
  !isNeverListed(said, words);

/** Whether a sum stands in a list of parts, or was changed as one of them was. */
function isListed(saying: Saying): boolean {
  const { clause, state, words, said } = saying;
  const isAmong = (state.opened || state.isChanged) && (!clause.isPayment || isCost(saying));
  if (!isAmong || (!state.opened && DUE_BY_MONTH.test(words))) return false;
  if (state.isNamed || isNeverListed(said, words) || isDayOfPayment(clause.heading, words)) return false;
  return !isTotalChanged(saying) && !SUM_WORD.test(said) && !WHOLE_PRICE.test(words);
}

/** Whether what was changed is the whole. */
function isTotalChanged({ state, words, said }: Saying): boolean {
  const isPlainly = /合同|协议|项目/.test(words) || state.isWrittenOut;
  const isWhole = STRONG_TOTAL.test(said) || (isPlainly && WEAK_TOTAL.test(words));
  if (!state.isChanged) return false;
  if (state.opened) return state.isWrittenOut && isWhole;
  return isWhole || (state.isWrittenOut && isLabel(words));
}

/** 2023年签订的协议金额68万元已履行完毕: another agreement's, and over. */
const IS_OVER =
  /^[^，。；]{0,6}[，,]?\s*(?:现|均|业|早|该合同|该协议)?已经?(?:于[^，。；]{2,12})?(?:全部)?(?:履行完毕|执行完毕|终止|结清)(?![前后时的])/;

/** What a price was before, and what is due by the month. */
function isNoPrice({ clause, words }: Saying): boolean {
  if (NO_PRICE.test(words) && !clause.turns.some(({ version }) => version === "amended")) return true;
  return PER_TIME.test(words) && !/总[价额计金费]/.test(words);
}

/** What a sum is that stands in no list; a share that is paid (质保期满，付98,000元（5%）) is no line. */
function roleAlone(saying: Saying): BudgetRole | null {
  const { clause, state, piece, words, said } = saying;
  if ((OTHER.test(said) && !isPremium(saying)) || isRough(saying)) return null;
  if (SET_APART.test(words) && !PAYS.test(said)) return isBelowPrice(saying) ? "line" : null;
  if (STRONG_TOTAL.test(said)) return clause.isOther && !isTotalInBrackets(saying) ? null : "total";
  if (state.isNamed && !PAYS.test(piece) && !clause.isPayment && !isSecured(saying)) return "total";
  if (state.share && !(clause.isPayment && PAYS.test(piece)) && isLabel(words) && !words.endsWith("的"))
    return "line";
  if (isTotalChanged(saying)) return "total";
  const isElsewhere = PAYS.test(piece) || clause.isPayment || clause.isOther || state.hasTotal;
  return !isElsewhere && isWholeByItself(saying) ? "total" : null;
}

/** 服务费用为: what a sum is called with the noun that may belong to its copula (费用为). */
const withNoun = (said: string): string =>
  said.replace(/(?:仍?为|是|共?计|合计|即|约|暂[定估]|初定|人民币|[：:\s¥￥（(])+$/, "");

function isWholeByItself({ clause, text, sum, label, words }: Saying): boolean {
  // In digits and in 大写, be they equal or not: what an agreement is about is written twice.
  if (sum.digits?.fen && sum.capitals?.fen && isLabel(words)) return true;
  const isAbout = clause.isBudget && words.length <= LONGEST_LABEL && ENDS_AS_TOTAL.test(words);
  // 2026年度经费46万元: the one year that is told.
  return (
    WEAK_TOTAL.test(words.replace(/^20\d{2}年度/, "")) ||
    WEAK_TOTAL.test(withNoun(text.slice(label.start, sum.start))) ||
    isAbout
  );
}

/** 总额为…，其中：材料费…元 where payments are told: a part of that sum by its name, and no word of when it is paid. */
function isCost({ words, own, behind, state }: Saying): boolean {
  const next = /^[^；;。，,]*[，,]?[^；;。，,]*/.exec(behind)?.[0] ?? "";
  const isPaid = [own, next].some((said) => PAYS.test(said)) || INSTALMENT.test(own);
  return state.opened && state.isBelowTotal && COST.test(words) && !isPaid;
}

const COST = /(?:费用?|薪酬|工资|报酬|酬金|补贴|支出|成本|经费|税金?)$/;

/** A difference, a rate, an instalment, or what a share is of. */
function isNeither({ clause, text, sum, behind, piece, own, words }: Saying): boolean {
  const isInstalment = INSTALMENT.test(own) && (PAYS.test(own) || clause.isPayment);
  // 12台，每台每年4500元，合计54000元/年: what it is reckoned from stands before its own words.
  const last = /[^，。；\d]*$/.exec(text.slice(0, sum.start))?.[0] ?? "";
  const isSum = STRONG_TOTAL.test(own + last) || WEAK_TOTAL.test(words);
  const isRate = /^\s*[/／]/.test(behind) && !(isSum && /^\s*[/／]\s*年/.test(behind));
  return (DIFFERENCE.test(piece) && !OF_BOTH.test(piece)) || isRate || isInstalment || tellsShare(own);
}

/** A share of less than all, though a word of summing up stands there: 人员经费共计18.6万元，占62%. */
function isShared(text: string, words: string, said: string, share: Span | null): boolean {
  if (!share || STRONG_TOTAL.test(words) || OTHER.test(said)) return false;
  return !/^\D*100(?:\.0+)?\D*$/.test(text.slice(share.start, share.end));
}
