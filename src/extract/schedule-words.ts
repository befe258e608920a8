import type { Span } from "./budget-figures.ts";
import { shareBehind as shareOfSum } from "./budget-phrases-behind.ts";
import { BOUND_BEFORE, BOUND_BEHIND, INSTALMENT, OTHER, PER_HEAD } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { findPercents, findPeriods } from "./figures/index.ts";
import { isNoPayment, isOfGuarantee, OF_SCORE, RETAINED } from "./schedule-no-payment.ts";
import { EACH_PAYS, PAYS } from "./schedule-pays.ts";
import { reckonedAmong } from "./schedule-reckoned-share.ts";
import { partsEach } from "./schedule-times.ts";

export const SUM_OF_ALL = /(?:合计|共计|总计|累计|全年)[^，。；\d]{0,10}$/;
/** 剩余5%作为质量保证金: kept back at the end and so paid last, though no word tells of paying. */
const KEPT =
  /(?:剩余|剩下|其余|余下|余款|余额|尾款|余(?=\s*(?:人民币|[¥￥])?\s*[\d百]))[^。；]{0,40}?(?:作为?|当做?|[留转充]作|转为|用作|[列即视]?为|留存|[预暂保扣]留)[^，。；\d]{0,10}(?:质量?保证?金|(?:质量?)?保修金|保留金|保证金|尾款)/;
/** （3）预留合同总价的5%作为质保金: the same as an item of its own. */
const KEPT_ITEM =
  /^\s*(?:[（(]?\d{1,2}[）).、．]|[①-⑳])\s*(?:甲方|采购人|发包人|委托方)?(?:[预暂扣]?留|留存)[^。；]{0,40}?(?:质量?保证?金|(?:质量?)?保修金|保留金)/;
/** Whether words tell that what is left is kept back, to be paid last. */
export const keepsRest = (text: string): boolean => KEPT.test(text) || KEPT_ITEM.test(text);
export const REMAINDER = /余款|尾款|剩余|剩下|其余|余下|余额|质保金|质量保证金|保修金/;
/** What is left, told as money. */
export const TOLD_REST = /余款|尾款|余额|(?:剩余|剩下的?|其余|余下)(?:部分|款|费用|金额)/;
/** 顾问费8万元，分两次支付: what is paid in parts is told as a whole first. */
export const IN_PARTS =
  /^[^，。；\d]{0,6}(?:变更|调整|修改|改)?为?按(?:以下|下列|如下)(?:方式|约定|进度|办法|比例|各[期次笔批])?(?:分期)?(?:支付|拨付|付款|付清)|^[）)]?[，,]?\s*(?:由)?(?:甲方|委托方|采购人)?(?:共)?分\s*(?:(?:以下|下列)?几|以下|下列|\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:次|期|笔|批)/;
/** 支付合同总价款的, and nothing: the figure was not read. Behind the way of paying (转账支付) none is missing. */
export const CUT_SHORT =
  /(?:价款?|金额|总额|经费|费用|款项?)的\s*$|(?:(?<!(?:不|不再|无需|无须|不予|转账|电汇|汇款|汇兑|票据|支票|汇票|现金|网银|银行|方式|形式|[全足]额|[再另先]行|[据按]实|如期|及时|[按逾]时|按期|一并|方可|表|如下|予以|统一|同步|一次性)\s*)(?:支付|拨付)|[，,](?:即|计|为))(?:人民币)?\s*$/;
/** …至合同总价的60% says so also where the word for paying was misread. */
const UP_TO =
  /(?<![%％‰成]\s*)[至到](?=(?:本|该)?(?:合同|协议|项目|工程|服务|采购)*(?:暂定|签约|中标|结算|审定|最终)*总?(?:价款?|金额|额|经费|费用?|款项?)的?\s*$)|(?<=[后内])[^\d\s，。；：、%％降升提增减缩扩调涨跌达]至(?=\s*(?:\d[\d.]*\s*[%％]|$))|(?:累计)?(?:支付|付款|拨付|拨款|结算|给付|付|拨)(?:款|金额|比例|总额)?(?:[至到]|达到?)|累计(?:支付|付款|拨付|拨款|给付|付|拨)(?:款|金额|比例)?/g;
/** 支付至乙方账户, 付款到2026年: where or how long, not how much. */
const ELSEWHERE = /[账户方人行卡]|\d|[年月日]/;

/**
 * 付至合同价的60%: where the words begin by which the figure at `at` is all that has been paid by then; null where it is
 * what is paid now (付至60%，本次支付30%).
 */
export function upToBefore(text: string, from: number, at: number): number | null {
  const said = text.slice(from, at);
  const upTo = [...said.matchAll(UP_TO)].at(-1);
  if (!upTo) return null;
  const behind = said.slice(upTo.index + upTo[0].length);
  const own = behind.replace(/^[^，,；。]*?\d[\d.]*\s*[%％]/, "");
  const isNow = PAYS.test(own) || /[本此该当]次|本期|当期|[再另续][付支拨]|[应实补尚]付/.test(own);
  return isNow || ELSEWHERE.test(own) ? null : from + upTo.index;
}

/** Whether any words of a text tell what is paid up to some day. */
export const tellsUpTo = (text: string): boolean => text.search(UP_TO) >= 0;

/** 支付96万元，其中固定费用80万元: what follows are parts of the payment, not payments. */
export const PARTS = /其中|包括|包含/;
const NO_SHARE =
  /(?:最[高多]|上限|至多|不超过)[^，；。%]{0,4}$|(?:占|达到?|完成|超过|税率为?|不低于|不少于|低于|每日|每天|增值税|上浮|下浮|上调|下调|浮动|加价|加收)[^，。；%]{0,12}$/;
const OF_TOTAL =
  /(?:合同|总|价|款|金额|经费|费用|额|余下|剩余|剩下|其余)[^，；。]{0,8}$|(?:酬金|报酬|租金|造价|(?<=[，,：:；;][付交给拨结])[\u4e00-\u9fff]{2}费)的?$|(?:支付|拨付|付款?|预付|给|留(?![学置用]))[^，；。]{0,6}$|[后内][^\d\s，。；：、%降升提增减缩扩调涨跌达]至$|[：:（(]\s*$|比例[^，；。]{0,4}$|余$|^$|(?:质保|保修|保留|质量保证|[定订])金$/;

/** What an item of a clause is told among. */
export interface Told {
  clause: Clause;
  item: string;
  /** The year of months that are told without one. */
  year: string | null;
  /** Whether payments were announced before it (分三期支付：). */
  isListed: boolean;
  /** Whether it is one of a list of shares without words for paying (货到后60%). */
  isBare?: boolean;
}

/** Whether the sum behind `piece` is paid once or more often, and no penalty, deposit or the like. */
export function isPayment(told: Told, piece: string, behind: string): boolean {
  const { clause, item, year, isListed, isBare } = told;
  if (isBound(piece, behind) || isNoPayment(piece, behind, item)) return false;
  if (OTHER.test(withoutEvents(piece)) && !RETAINED.test(piece)) return false;
  if (clause.isOther && !clause.isPayment) return false;
  const isShare = (clause.isPayment || isListed) && PAYS.test(item) && findPercents(item).length > 0;
  const isTimed = /\d\s*月|季度/.test(item) || findPeriods(item, year).length > 0 || isOfYear(piece, told);
  // 完工付至70%: what is paid by then is an instalment, whenever that is.
  const isStep = PAYS.test(item) && tellsUpTo(item) && findPercents(item).length > 0;
  const isMoment = (clause.isPayment || isListed) && (MOMENT.test(piece) || DONE.test(piece));
  const isInstalment =
    isBare ||
    isShare ||
    isStep ||
    isMoment ||
    isTimed ||
    INSTALMENT.test(item) ||
    BEGINS_INSTALMENT.test(item) ||
    (clause.isPayment && TOGETHER.test(behind)) ||
    partsEach(piece) !== null ||
    isPortion(piece);
  return isInstalment && (PAYS.test(item) || clause.isPayment || isListed || keepsRest(item));
}

/** 进退场费6,000元|与首月租金一并支付. */
const TOGETHER =
  /^[，,]?\s*(?:与|和|随|同|连同)[^，。；\d]{1,12}(?:一并|一起|一同|同时)(?:支付|付清|付|结清|交清?|拨付)/;
/** 甲方已支付|144,000元: what was paid before. */
const DONE =
  /(?:^|[^应未须])已(?:经)?(?:[按依]\p{Script=Han}{1,6})?(?:支付|付|拨付|收到?)的?(?:工程|合同|服务|货)?(?:款项?)?(?:人民币|[¥￥\s])*$/u;

/** In a list of payments: 三校付印时60,000元, 立约当日付叁万元; 下单付2万元, 完工验过付叁万元. */
const MOMENT =
  /(?:时|之日|当日|当天|当时)(?:[，,]|[^，。；\d后前]{0,8})$|(?:届满|期满|合格|通过|完毕|无(?:遗留|质量)?(?:问题|缺陷|异议|故障))(?:[^，。；\d]{0,10}的)?[，,]\s*(?:[甲乙]方)?(?:应|即|再|则)?(?:支付|付清|付给|付|拨付)(?:人民币|[¥￥\s])*$|[\u4e00-\u9fff）)\d][\u4e00-\u9fff](?:[，,]?(?<![应实已未代垫另自须再])付|[，,]\s*[拨给交])(?:人民币|[¥￥\s])*$|[，,：:；;）)\s日天前后时内](?:再|先|就)?(?:[付给交拨结]|打款|[结付给]清)(?:(?:[\u4e00-\u9fff]{0,3}(?:款|[定订]金|费)|余下|其余)的?)?(?:人民币|[¥￥\s])*$/;

/** 第一年支付40万元, 分年支付：第一年40万元: an instalment by the name of its year; its cost (第一年服务费40万元) only in a list of payments. */
function isOfYear(piece: string, { item, isListed }: Told): boolean {
  const said = piece.slice(0, findPercents(piece)[0]?.start ?? piece.length);
  const year = yearIn(said);
  if (!year) return false;
  const isBare = /^(?:[应需须计付为共：:¥￥\s]|人民币)*$/.test(said.slice(year.end));
  const before = item.slice(0, Math.max(0, item.indexOf(piece)) + year.start);
  return PAYS.test(said.slice(said.search(/[^，。；]*$/))) || (isBare && (isListed || PAYS.test(before)));
}

/** 拨付30%，即…: a share paid, reckoned. */
const isPortion = (piece: string): boolean =>
  PAYS.test(piece) && /[%成][^，。；]{0,8}[，,（(]?\s*(?:即|计|共|为|合)[^，。；]{0,6}$/.test(piece);

const isBound = (piece: string, behind: string): boolean =>
  BOUND_BEFORE.test(piece) ||
  BOUND_BEHIND.test(behind) ||
  PER_HEAD.test(piece) ||
  OF_EACH.test(piece) ||
  EXTRA.test(piece);
/** 每次加收100元: what is paid on top, if at all. */
const EXTRA = /(?:加收|另收)[^，。；\d]{0,6}$/;
/** 加收运费每车400元: what one of many costs, not what is paid each time. */
const OF_EACH =
  /每(?!个?(?:月|季|半?年|[次期笔批日天周]|学期|阶段))\p{Script=Han}{1,2}\s*(?:人民币)?[¥￥]?\s*$/u;

/** 收到增值税发票后，支付…: what must come first is no word about the money itself. */
export function withoutEvents(piece: string): string {
  const bare = piece.replace(BY_PAPER, "");
  return bare.replace(/[^，。；：:]*(?:后|之?前|日起|日内|以内|之内|时)[，,、]/g, "").replace(EVENT, "");
}

/** 凭乙方开具的增值税发票支付, 提交预付款保函后14日内支付: by what paper, and no word about the money. */
const BY_PAPER =
  /[凭据][^，。；\d]{0,20}(?:发票|收据|凭证|票据)(?=[^，。；\d]{0,4}[付拨缴])|(?:提交|提供|出具|收到)[^，。；\d]{0,16}(?:保函|担保|发票)[^，。；\d]{0,4}后(?:\d{1,3}\s*个?(?:工作|日历)?[日天](?:之?内|以内))?(?=[^，。；]{0,4}[付拨缴])/g;

const EVENT =
  /[^，。；：:]*(?:(?:专用|普通)?发票|(?:提交|缴纳|提供|出具|收到)[^，。；：:]{0,12}(?:担保|保函|保证金))[^，。；：:]*[，,]/g;

/** Money in a payment clause that plainly is no instalment, or money in any other clause. */
export function isElsewhere(clause: Clause, piece: string, behind: string): boolean {
  return (
    isBound(piece, behind) ||
    isOfGuarantee(piece, behind) ||
    OF_SCORE.test(piece) ||
    !clause.isPayment ||
    clause.isBudget ||
    clause.isOther ||
    OTHER.test(withoutEvents(piece)) ||
    isWholeSum(piece)
  );
}

/** 其中首付款: a payment by its name. */
const PAID_PART = /(?:首付|首期|首笔|预付|进度|中期|第一期|第一笔)(?:款|工程款)?[^，。；]{0,6}$/;

/** 合同价款为…元，甲方于…支付…元: the whole is told before what is paid of it; `behind` is what stands before the next sum. */
export function isToldFirst(piece: string, behind: string | null): boolean {
  if (behind === null || !(PAYS.test(behind) || PAID_PART.test(behind) || /^\s*[（(]\s*[¥￥]?$/.test(behind)))
    return false;
  const isNamed = /(?:价款?|金额|总额|经费|费用?|报酬|酬金|租金|预算|资金|款项?|造价)[^，。；%\d]{0,8}$/.test(
    piece,
  );
  const says = (words: RegExp): boolean => words.test(piece.slice(piece.search(/[^，。；]*$/)));
  return isNamed && !says(PAYS) && !says(INSTALMENT) && findPercents(piece).length === 0;
}

/** 合同总价为…元: the whole, not a part of it. */
export function isWholeSum(piece: string): boolean {
  return (
    /(?:合同|协议|项目|服务|采购)?总(?:价款?|金额|额|经费|费用|预算)[^，。；%]{0,8}$/.test(piece) &&
    !findPercents(piece).length
  );
}

export function shareIn(text: string, from: number, to: number): Span | null {
  const shares = findPercents(text.slice(from, to)).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }));
  const fits = shares.filter(({ start, end }) => {
    // 评估达到80分的拨付30%: what stands before the payment says nothing of its share.
    const said = text.slice(from, start);
    const paid = [...text.slice(from, end).matchAll(EACH_PAYS)];
    if (isTaxRate(text.slice(start, end), text.slice(end), said)) return false;
    const before = said.slice(paid.findLast(({ index }) => index < said.length)?.index ?? 0);
    if (upToBefore(text, from, start) !== null) return true;
    return !NO_SHARE.test(before) || /(?:总|合同|全部)[^，。；%]{0,12}$/.test(before.replace(/占/, ""));
  });
  const reckoned = reckonedAmong(fits, text, from);
  if (reckoned) return reckoned;
  return fits.findLast(({ start }) => OF_TOTAL.test(text.slice(from, start))) ?? null;
}

/** 开6%增值税专用发票: a rate of tax; 开具合同总价35%的增值税发票 tells a share. */
const isTaxRate = (share: string, behind: string, before: string): boolean =>
  /^(?:1|3|5|6|9|13)\s*[%％]/.test(share) &&
  /^的?(?:增值税|税率|税点|(?:专用|普通)发票)/.test(behind) &&
  !/(?:[价额款]|经费|费用)的?\s*$/.test(before);

/** 支付30万元，占合同总价的30%: the share behind a sum, before anything else is paid. */
export function shareBehind(text: string, { start, end }: Span): Span | null {
  const own = shareOfSum(text, start, end);
  if (own) return own;
  const share = shareIn(text, start, end);
  // 77,200元，年前给一半，开学给一半: of that sum, and not of the price.
  if (share && text.slice(share.start, share.end) === "一半") return null;
  const paysAgain = text.slice(start, end).search(PAYS);
  return share && (paysAgain < 0 || share.start < start + paysAgain) ? share : null;
}

/** 即345600 without its 元: most likely an amount, cut short by a misread sign. */
export function bareNumbers(text: string): Span[] {
  return [...text.matchAll(/(?:即|计|为|合)\s*(\d[\d,，.]{3,})(?![\d年月日%％])/g)].map((match) => ({
    start: match.index + match[0].length - match[1].length,
    end: match.index + match[0].length,
  }));
}

const NAMES =
  /(?:首付?|首[期笔]|预付|进度|中期|[尾余]|[尾末]期|结算|验收|到货|启动)(?:款|资金|经费)|质保金|质量保证金|第(?:[一二三四五六七八九十]|\d)+(?:期|笔|次|批)/g;

/** What an instalment is called by the words before its figure; null without a name. */
export const nameIn = (piece: string): string | null => piece.match(NAMES)?.at(-1) ?? null;

/** 第一年, 首个服务年度, 次年, 2026年: a year by which an instalment goes; none that only opens a date or says how often. */
const YEAR =
  /(?:第\s*(?:[一二三四五六七八九十]|\d{1,2})\s*个?|首个?|次)(?:服务|合同|协议|履约|租赁|承包|运营|合作|项目|自然|会计)?年(?:度)?(?!级|起)|(?<!\d)(?:20\d{2}|二[〇零○][〇零一二三四五六七八九]{2})\s*年(?:度)?(?!\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月|\s*第?\s*[一二三四1-4]\s*季|\s*[上下]半年|级)/g;

/** The last year that words name by itself, in the part of the sentence right before a figure; null for none. */
export function yearIn(piece: string): Span | null {
  const from = piece.search(/[^，。；]*$/);
  const year = [...piece.slice(from).matchAll(YEAR)].at(-1);
  return year ? { start: from + year.index, end: from + year.index + year[0].length } : null;
}

/** 第二期, 余款 at an item's beginning go on with what the item before says of payments. */
export const BEGINS_INSTALMENT =
  /^\s*(?:[（(]?\d{1,2}[）).、．]\s*)?(?:第[一二三四五六七八九十\d]+(?:期|笔|次|批)|[首二三四五末尾][期笔次批](?:款|付款)?(?=[：:，,\s])|(?:首付|到货|发货|提货|验收|进度|预付|中期|质保|结算|竣工|完工|交货|启动)款(?=\s*[：:])|余款|尾款|剩[余下])/;
