import type { Span } from "./budget-figures.ts";
import { findPercents } from "./figures/index.ts";
import { PAYS } from "./schedule-pays.ts";
import { REMAINDER } from "./schedule-words.ts";

/** 评估不合格的，末期款不予拨付: what is not paid. */
const REFUSES = /(?:不予|不再|不得|暂停|暂缓|停止|有权拒绝?|可以?拒绝?)(?:支付|拨付|付款|拨款|给付|发放)/;

/** Without the fragments that say what is not paid, and on what condition: what is left of the item that tells of a payment; null for none. */
export function withoutRefusal(text: string, item: Span): Span | null {
  const refused = REFUSES.exec(text);
  if (!refused) return item;
  const end = refused.index + (/^[^，,]*[，,]?/.exec(text.slice(refused.index))?.[0].length ?? 0);
  let start = Math.max(text.lastIndexOf("，", refused.index), text.lastIndexOf(",", refused.index)) + 1;
  // 抽查不达标的，不予支付: the fragment before says when.
  const when = /[^，,]*(?:的|时|前|后|者)[，,]$/.exec(text.slice(0, start))?.[0] ?? "";
  if (when && findPercents(when).length === 0) start -= when.length;
  const parts = [
    { start: item.start, end: item.start + start },
    { start: item.start + end, end: item.end },
  ];
  const tells = (part: string): boolean =>
    findPercents(part).length > 0 || (REMAINDER.test(part) && PAYS.test(part));
  return parts.find((part) => tells(text.slice(part.start - item.start, part.end - item.start))) ?? null;
}

/** 前一轮承包每年6,000元，已全部交清，与本合同无关: what the words around a sum say is none of this agreement's money. */
export const isOfOther = (before: string, behind: string): boolean => {
  const rest = /^[^。；;]*/.exec(behind)?.[0] ?? "";
  const isKept = FROM_A_PAYMENT.test(rest) && /(?:每|罚|扣)[^，。；;]*$/.test(before);
  const isDone = /已经?(?:全部)?按\s*$/.test(before) && /^\s*(?:全部|足额)?[交付结缴]清/.test(behind);
  const isThen =
    (OF_TIME_BEFORE.test(before) && PAID_THEN.test(behind)) ||
    (OF_LAST_YEAR.test(before) && !/[欠补]|一并|并入/.test(before + rest));
  return (
    isNoneOfIt(behind) || isKept || isDone || isThen || (OF_ROUND_BEFORE.test(before) && IS_PAID.test(rest))
  );
};
/** 2024年度协议月费为8,200元，年费98,400元，款已付清: whether a sum is of an agreement of a year before this one begins, and paid. */
export function isOfYearBefore(before: string, behind: string, startYear: number | null): boolean {
  const year = Number(OF_YEAR_BEFORE.exec(before)?.[1] ?? Number.NaN);
  return startYear !== null && year < startYear && IS_PAID.test(/^[^。；;]*/.exec(behind)?.[0] ?? "");
}
const OF_YEAR_BEFORE =
  /(20\d{2})\s*年度?的?\p{Script=Han}{0,6}(?:协议|合同)(?![^。；;]*20\d{2})[^。；;]{0,30}$/u;

/** 另案结算，与本协议无关: whether what stands behind a sum says so of it. */
export const isNoneOfIt = (behind: string): boolean => NONE_OF_IT.test(/^[^。；;]*/.exec(behind)?.[0] ?? "");
/** In a fragment of its own: 差旅费不在合同价内 says it of another sum. */
const NONE_OF_IT =
  /(?:^|[，,])\s*(?:也|均|都|且)?(?:与本(?:合同|协议|约)(?:没有关系|没关系|无关|无涉)|不在本(?:合同|协议)(?:之?内|里|范围)?(?=[，,]|$)|不(?:在|计入|含在|包括在)[^，。；]{0,6}(?:经费|费用|价款|总[价额]|合同价|租金|服务费)(?:之?[内中里]|范围))/;
/** 每少一人1,200元从末次拨款中扣减: what is kept of a payment. */
const FROM_A_PAYMENT = /^(?:的标准)?\s*从[^，。；\d]{2,12}中(?:扣减|扣除|扣回|核减|抵扣)/;
const OF_ROUND_BEFORE =
  /(?:前一|上一?)(?:轮|期|届|任)(?:承包|租赁|服务|合同|合作)[^。；;后时]{0,24}$|(?:老|旧)(?:合同|协议|约)(?![^。；;]*(?:[后时续外]|到期|本期|承接))[^。；;]{0,30}$|以前年度[^。；;后时]{0,20}$/u;
const IS_PAID = /已(?:经|全部)?(?:在[^，。；]{1,8})?(?:另行)?[交付结缴]清/;
/** …合同于6月30日到期，原三年费用|1,296,000元已全部付清; 上一供暖期欠费|12,750元，用热单位已于6月付清: of a time before this one, and paid. */
const OF_TIME_BEFORE =
  /(?:到期|期满|届满)[^。；;]{0,4}[，,](?:原|那一?年|当年|该年度?|上一?年)[^。；;\d]{0,12}$|上一个?\p{Script=Han}{0,4}(?:期|轮|届|年度|季)的?(?:欠费|费用|租金|服务费|款项?)$/u;
/** 前一年是一个人扫，一个月|1,500元，今年改成两个人: told of a year before, and nothing of what is owed of it. */
const OF_LAST_YEAR =
  /(?:^|[。；;，,）)、.．\s])(?:前一年|去年|前年|往年)(?![^。；;]*(?:今年|本年|现|本次|本合同|本协议|[付交给结拨缴余剩]))[^。；;]*$/;
const PAID_THEN =
  /^\s*[，,]?\s*(?:[甲乙]方|\p{Script=Han}{2,4}(?:方|人|单位))?已(?:经|全部)?(?:[在于]\s*(?:20\d{2}\s*年)?[^，。；]{0,8})?(?:全部)?[交付结缴]清\s*(?:$|[，,。；;])/u;

/** 验收不合格的，尾款40万元不予支付. */
export const isRefused = (behind: string): boolean => REFUSES_IT.test(behind);
const REFUSES_IT = new RegExp(`^[^，。；\\d]{0,6}${REFUSES.source}`);
