import type { Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { percentAt, type Span, textAt } from "./budget-figures.ts";
import { INSTALMENT, OTHER } from "./budget-words.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";
import { bareEvent, bareShareIn } from "./schedule-bare-shares.ts";
import { conditionIn } from "./schedule-condition.ts";
import { withDue } from "./schedule-due.ts";
import { isGraded } from "./schedule-graded.ts";
import { isOfEarnings, isOwedAsAmends, OF_EACH_PAYMENT, RETAINED } from "./schedule-no-payment.ts";
import { occasionOf, type ToldOccasion } from "./schedule-occasion.ts";
import { PAYS } from "./schedule-pays.ts";
import type { Context, Paid } from "./schedule-prose.ts";
import { withoutRefusal } from "./schedule-refusals.ts";
import { tellsRest, withRises } from "./schedule-rises.ts";
import { yearsListed } from "./schedule-times.ts";
import {
  bareNumbers,
  CUT_SHORT,
  isPayment,
  keepsRest,
  nameIn,
  shareIn,
  TOLD_REST,
  tellsUpTo,
  upToBefore,
  withoutEvents,
  yearIn,
} from "./schedule-words.ts";

/** 签订后支付60%，验收后支付40%: payments told by their shares alone, parted where each is told whole. */
export function sharesOf(text: string): Span[] {
  const parts: Span[] = [];
  let from = 0;
  for (const { index, 0: fragment } of text.matchAll(/[^，,]+[，,]?/g)) {
    const end = index + fragment.length;
    const said = text.slice(from, end);
    const isKept = keepsRest(said) && findPercents(said).length > 0;
    const isTold =
      findPercents(said).length > 0 ? PAYS.test(said) || isKept : tellsRest(fragment, text.slice(0, from));
    if (!isTold || (OTHER.test(withoutEvents(said)) && !isKept)) continue;
    const isAgain = IS_NOW.test(said) || (isPaidBack(said) && keepsRest(text.slice(0, from)));
    if (isAgain && parts.length > 0) parts[parts.length - 1].end = end;
    else parts.push({ start: from, end });
    from = end;
  }
  if (parts.length < 2) return [{ start: 0, end: text.length }];
  parts[parts.length - 1].end = text.length;
  return parts;
}

/** 付至合同价的70%，本次付50%: says of one payment what it comes to now. */
const IS_NOW = /^\s*(?:即|其中)?(?:[本此该当]次|本期|当期)/;

/** 剩余5%作为质保金，一年后支付质保金: when what was kept back is paid. */
const isPaidBack = (said: string): boolean => RETAINED.test(said) && findPercents(said).length === 0;

/** A payment told without a sum: by its share, or as what is left. */
export function readShare(clause: Clause<FlowParagraph>, whole: Span, context: Context): Paid[] {
  const { content } = clause.part;
  const item = withoutRefusal(content.text.slice(whole.start, whole.end), whole);
  if (!item) return [];
  const before = content.text.slice(0, item.start);
  const text = withRises(content.text.slice(item.start, item.end), before, context);
  const version = versionAt(clause, item.start);
  if (!isPayment({ clause, item: text, ...context }, text, "")) return [];
  const share = shareOf(text, context);
  if (share && isNoShare(content.text, text, share)) return [];
  const isLeft = tellsRest(text, (context.lead ?? "") + before);
  const isWhole = !isLeft && tellsAll(text, share);
  const isRest = isLeft || isWhole;
  const isCut = isCutShort(clause, text, before);
  const isTold = isRest || isCut || tellsUpTo(text);
  if (!share && !(isTold && isAmongPayments(clause, context, { text, before }))) return [];
  return instalmentOf({ clause, item, text, version, share, isCut, isRest, isWhole }, context);
}

/** What is told of a payment without a sum. */
interface SharePaid {
  clause: Clause<FlowParagraph>;
  item: Span;
  text: string;
  version: Version;
  share: Span | null;
  isCut: boolean;
  isRest: boolean;
  isWhole: boolean;
}

function instalmentOf(
  { clause, item, text, version, share, isCut, isRest, isWhole }: SharePaid,
  context: Context,
): Paid[] {
  const { content } = clause.part;
  const { start: figure, end } = share ?? { start: text.length, end: text.length };
  const own = shift(share ?? { start: 0, end: text.length }, item.start);
  const lead = (context.lead ?? "") + sentenceBefore(content.text, item.start);
  const when = occasionOfShare(text, share, { ...context, lead });
  if (!when) return [{ version, instalment: null, total: null, unread: [own] }];
  const due = withDue(when, text, { from: 0, figure, end, to: text.length });
  const cut = isCut && !share ? [{ start: 0, end: text.trimEnd().length }] : [];
  const unread = [...bareNumbers(text), ...cut].map((span) => shift(span, item.start));
  const words = when.occasion.from ? null : conditionIn(content, item, { from: 0, figure, to: text.length });
  const ofTime = yearOf(text, share, when) ?? due.words ?? bareEvent(text, figure, context.isBare);
  const condition = words ?? (ofTime && textAt(content, shift(ofTime, item.start)));
  const percent = share && percentAt(content, shift(share, item.start));
  const left = leftOver(isRest, text, unread);
  return [
    {
      version,
      instalment: { ...due.when.occasion, amount: null, percent, condition, ...left },
      total: null,
      unread,
      told: due.when.told.map((span) => shift(span, item.start)),
      upTo: {
        share: share && wordsUpTo(clause, item, upToBefore(text, 0, share.start), share.end),
        amount: null,
      },
      item: own,
      shares: share ? [shift(share, item.start)] : [],
      name: nameIn(text),
      isWhole,
    },
  ];
}

/** 提交报告后一次性支付: all that is agreed at once, be it told in a clause of its own. */
const tellsAll = (text: string, share: Span | null): boolean =>
  !share && PAYS_ALL.test(text) && !NOT_FOR_PRICE.test(text) && findPercents(text).length === 0;
const PAYS_ALL = /一次性(?:全额|足额)?(?:支付|付清|结清|拨付|给付|缴清|付款)|(?:全额|全部)(?:支付|付清|结清)/;
/** 合同终止的，应一次性付清全部欠款, 足额支付工人工资: what is owed for something else. */
const NOT_FOR_PRICE = /终止|解除|未按|欠|工资|赔|违约|有权|退还|返还|乙方应|逾期|保证金|押金/;
const leftOver = (isRest: boolean, text: string, unread: readonly Span[]): { remainder?: true } =>
  isRest && unread.length === 0 && findPercents(text).length === 0 ? { remainder: true } : {};

const shareOf = (text: string, { isBare, isWholeItem }: Context): Span | null =>
  shareIn(text, 0, text.length) ?? (isBare ? bareShareIn(text, true, isWholeItem) : null);

/** Whether a share of a clause is none of a payment: amends, what a grade leaves of it, or a share of what is earned. */
const isNoShare = (clause: string, text: string, { start, end }: Span): boolean =>
  isOwedAsAmends(text.slice(end)) ||
  isGraded(clause, text.slice(0, start)) ||
  OF_EACH_PAYMENT.test(text.slice(0, start)) ||
  isOfEarnings(text.slice(0, start));

/** Whether words without a share stand among payments, and are no heading. */
const isAmongPayments = (
  clause: Clause,
  { goesOn, isListed }: Context,
  { text, before }: { text: string; before: string },
): boolean => (clause.heading !== "" || goesOn === true || isListed) && !isHeadingAlone(clause, text, before);

/** The years or the year by which a share goes that names no months; null for none. */
function yearOf(text: string, share: Span | null, { occasion }: ToldOccasion): Span | null {
  const ahead = text.slice(0, share?.start ?? 0);
  return occasion.from ? null : (yearsListed(ahead) ?? yearIn(ahead));
}

/** 第5条 余款支付: a heading tells of no payment. */
const isHeadingAlone = ({ heading }: Clause, text: string, before: string): boolean =>
  heading !== "" && before.trim() === "" && text.trim().endsWith(heading);

/** Whether words tell of a payment whose figure is missing; a heading (第三条变更后支付) tells of none. */
function isCutShort(clause: Clause, text: string, before: string): boolean {
  const isOfAll =
    OF_ALL_PAYMENTS.test(text) || ALL_PAID.test(text) || IS_BOUND.test(text) || EACH_BY_BILL.test(text);
  return (
    !isHeadingAlone(clause, text, before) &&
    !isOfAll &&
    CUT_SHORT.test(text) &&
    INSTALMENT.test(text) &&
    !isToldBefore(before, text)
  );
}

/** 每笔款项在收到发票后15个工作日内支付: when any of the payments told is made. */
const OF_ALL_PAYMENTS =
  /^[；;。\s]*(?:(?:以上|上述|前述|上列)?[每各](?:一)?[笔期次批]|(?:以上|上述|前述|上列)[^，。；;\d]{0,4}(?:款项?|费用))[^；;。\d]{0,20}[^；;。]*(?:\d|[一二三五十]{1,3})\s*个?(?:工作日|日历日|自然日|日|天)(?:之|以)?[内前后]\s*(?:甲方)?(?:支付|拨付|付款|付清)\s*$/;

/** 累计付款不得超过预算: what all payments may come to. */
const IS_BOUND =
  /(?:付款|支付|拨付)[^，。；;\d]{0,6}不(?:得|应|能)?(?:超过|超出|突破|高于)[^，。；;\d]{0,14}\s*$/;
/** 以上四笔付清即为全部价款: what all payments told are. */
const ALL_PAID =
  /^[；;。\s]*(?:以上|上述|前述)[^，。；;\d]{0,8}(?:付清|付讫|支付完毕|结清)[^，。；;\d]{0,14}\s*$/;
/** 每笔款项凭乙方等额发票支付: upon what any of the payments told is made. */
const EACH_BY_BILL =
  /^[；;。\s]*(?:以上|上述|前述)?[每各](?:一)?[笔期次批](?:款项?|费用|付款|金额)?[^，。；;\d]{0,4}(?:凭|依据|根据|按照?|以|开具|收到)[^。；;\d]*(?:支付|拨付|付款|付清|结算)\s*$/;
/** 每季度支付当季结算款的90%: of each bill, and so of all of them together, once. */
function occasionOfShare(text: string, share: Span | null, context: Context): ToldOccasion | null {
  const when = occasionOf(text, { from: 0, at: text.length, to: text.length }, context);
  const listed = share && yearsListed(text.slice(0, share.start));
  if (listed) return { occasion: { from: null, to: null, occurrences: listed.count }, told: [] };
  const isOfEach = share !== null && OF_EACH.test(text.slice(0, share.start));
  return when && isOfEach ? { ...when, occasion: { ...when.occasion, occurrences: 1 } } : when;
}

/** What its sentence says before a place. */
export const sentenceBefore = (text: string, at: number): string =>
  /[^。；;]*$/.exec(text.slice(0, at))?.[0] ?? "";

const OF_EACH =
  /(?:当|该|本|各|每|上)(?:个)?(?:季|月|期|批|年|半年|次)(?:度|份|次)?(?:的)?(?:应付|应支付|实际|结算|核定|订单|已完成?|服务|[^，。；%\d总]{0,4}(?:费|款|额|价|金|酬|量))[^，。；%\d总]{0,8}$/;

/** Whether a sentence goes on about payments whose sums stand before it: 每月支付3万元。甲方于次月10日前支付。 */
function isToldBefore(before: string, text: string): boolean {
  if (!/[。；]\s*$/.test(before) || !/\d/.test(before)) return false;
  const named = text.match(ORDINALS) ?? [];
  return named.length > 0 ? named.every((name) => before.includes(name)) : EACH.test(before);
}

const ORDINALS = /第[一二三四五六七八九十\d]+[期笔次批]/g;
const EACH = /每个?(?:月|季度?|半?年度?|期|次)(?:[^。；]{0,12})\d/;

/** 预付6万元，完成后结清余款: what is left is paid too, though no sum of it is told. */
export function readRest(
  clause: Clause<FlowParagraph>,
  item: Span,
  { sums, context, paid }: { sums: readonly MoneySum[]; context: Context; paid: readonly Paid[] },
): Paid[] {
  const text = clause.part.content.text.slice(item.start, item.end);
  const from = sums[sums.length - 1].end;
  const rest = /[，,][^，,]*$/.exec(text.slice(from))?.[0] ?? "";
  const isRest = TOLD_REST.test(rest) && PAYS.test(rest) && findPercents(rest).length === 0;
  if (!isRest || !paid.some(({ instalment }) => instalment)) return [];
  const start = item.start + from + text.slice(from).lastIndexOf(rest) + 1;
  return readShare(clause, { start, end: item.end }, { ...context, goesOn: true });
}

/** The words from where they tell of all that is paid by then up to a figure's end; null where the figure is of what is paid now. */
export function wordsUpTo(
  { part }: Clause<FlowParagraph>,
  item: Span,
  from: number | null,
  end: number,
): string | null {
  return from === null ? null : textAt(part.content, shift({ start: from, end }, item.start)).raw;
}

export const shift = <Each extends Span>(span: Each, by: number): Each => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});
