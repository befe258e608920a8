import type { Instalment } from "../model/agreement.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { PAYS } from "./schedule-pays.ts";
import type { Paid } from "./schedule-prose.ts";
import { readCount } from "./schedule-term-parts.ts";
import { CUT_SHORT, IN_PARTS } from "./schedule-words.ts";

/** 每月租金为23,954元，剩余租金407,218元按下列各期支付: what a month costs, beside the rest that is paid in parts. */
export const isRateBesideRest = (text: string, sums: readonly MoneySum[], index: number): boolean => {
  const next = sums[index + 1];
  return (
    next !== undefined &&
    /每个?[月年季][^，。；\d付]*$/.test(text.slice(0, sums[index].start)) &&
    /^[，,]\s*(?:剩余|其余|余下|尚余)[^，。；\d]*$/.test(text.slice(sums[index].end, next.start)) &&
    IN_PARTS.test(text.slice(next.end))
  );
};

/** 第一季度、第二季度服务费合计564,000元，按原合同执行: what some of the payments come to, that aren't told one by one. */
const OF_SOME = /季度|月|半年|[前后][两二三四五六\d]+期/;
const PAID_AS_BEFORE =
  /^[）)]?[，,]\s*(?:均|已|仍)*(?:按照?|依照?|已(?:经)?)(?:[原主母](?:合同|协议)|支付|付|结清|拨付)/;

/** 剩余396,000元，于9月支付200,000元，12月支付196,000元: what is left, told before its parts. */
export const isRestInParts = (piece: string, [whole, ...parts]: readonly MoneySum[]): boolean =>
  /(?:剩余|剩下|余款|其余|余下|余额|尾款)[^，。；\d]{0,8}$/.test(piece) &&
  parts.length > 1 &&
  isSumBefore([...parts, whole], parts.length);

/** 剩余86,160元分三个月支付，…每月支付28,720元: what is left, told before what is paid of it each time. */
export const isRestEach = (piece: string, behind: string, [whole, each]: readonly MoneySum[]): boolean => {
  const times = readCount(
    /^[，,]?\s*分\s*([一二两三四五六七八九十\d]{1,2})\s*(?:个月|[期次笔批]|个?季度)/.exec(behind)?.[1] ?? "",
  );
  const [all, one] = [whole, each].map((sum) => sum?.digits?.fen ?? Number.NaN);
  return (
    /(?:剩余|余款|其余|余下|余额|尾款|尚余)[^，。；\d]{0,8}$/.test(piece) &&
    times !== null &&
    one * times === all
  );
};

/** A year of teaching has nine to twelve months, its halves four to six. */
const MONTHS_OF_STEP: Record<string, number[] | undefined> = {
  季: [3],
  半年: [6],
  年: [12],
  学年: [9, 10, 11, 12],
  学期: [4, 5, 6],
};
const EVERY_NEXT =
  /^[，,](?:按(?:季度?|半年|年|学年|学期)(?:支付|付款|付|缴纳|结算)[，,])?每(?:个)?(季|半年|年|学年|学期)度?(?:共计?|合计|计|为|支付|应?付|人民币|[¥￥\s])*$/;

/** 每月8,500元，按季度支付，每季度25,500元: what a month costs, beside what is due each time for several. */
export function isRateOfNext(text: string, sums: readonly MoneySum[], index: number): boolean {
  const [own, next] = [sums[index], sums[index + 1]];
  if (!next || !/每个?月[^，。；\d付]*$/.test(text.slice(0, own.start))) return false;
  const step = EVERY_NEXT.exec(text.slice(own.end, next.start))?.[1] ?? "";
  const months = (next.digits?.fen ?? Number.NaN) / (own.digits?.fen ?? Number.NaN);
  return MONTHS_OF_STEP[step]?.includes(months) ?? false;
}

/** 广告发布费96,000元，签订之日支付50%，余款…付清: where the words begin that pay one sum by shares; null where they don't. */
export function wholeBeforeShares(text: string, [whole, more]: readonly MoneySum[]): number | null {
  if (!whole || more || PAYS.test(text.slice(0, whole.start))) return null;
  const behind = text.slice(whole.end);
  const shares = findPercents(behind);
  const isPaid = shares.length > 0 && shares.every(({ start }) => PAYS.test(behind.slice(0, start)));
  const isNamed = /(?:费用?|价款?|款项?|租金|酬金|报酬|金额|总额|造价|经费)[^，。；%\d]{0,8}$/.test(
    text.slice(0, whole.start),
  );
  return isPaid && isNamed && /^[^，。；\d%]{0,6}[，,]/.test(behind) ? whole.end : null;
}

/** 验收后付清余款，其中10,000元留作质保金，一年后支付: where the words end that pay all that is left, of which the one sum is kept back; null where they don't. */
export function keptOfRest(text: string, [kept, more]: readonly MoneySum[]): number | null {
  if (!kept || more) return null;
  const rest = /^([^。；;]*)[，,]\s*其中[^，。；\d]{0,6}$/.exec(text.slice(0, kept.start))?.[1] ?? "";
  const isRest = PAYS.test(rest) && /余款|尾款|余额|(?:剩余|剩下|其余|余下)/.test(rest);
  return isRest && KEPT_BACK.test(text.slice(kept.end)) ? rest.length : null;
}

const KEPT_BACK = /^[^，。；\d]{0,4}(?:[留转充]?作为?|转为|用作|留存)[^，。；\d]{0,4}(?:质保|质量|保修|保证)/;

/** Whether a sum is what all before it come to. */
export function isSumBefore(sums: readonly MoneySum[], index: number): boolean {
  const fenOf = ({ digits, capitals }: MoneySum): number => digits?.fen ?? capitals?.fen ?? Number.NaN;
  return sums.slice(0, index).reduce((fen, sum) => fen + fenOf(sum), 0) === fenOf(sums[index]);
}

/** Whether a sum is what some payments come to that are made as before, and aren't told one by one. */
export const isOfSome = (piece: string, behind: string): boolean =>
  OF_SOME.test(piece) && PAID_AS_BEFORE.test(behind);

/** 其中第一笔160,000元甲方已于2025年4月付出: what was told before, and has been paid since. */
export function isToldAgain(text: string, { instalment, item }: Paid, before: readonly Paid[]): boolean {
  const fen = instalment?.amount?.fen;
  if (!item || fen === undefined || !/其中[^，。；\d]{0,8}$/.test(text.slice(0, item.start))) return false;
  const isDone = /^[^，。；]{0,8}已(?:经|于|在)?[^，。；]{0,16}[付支拨缴]/.test(text.slice(item.end));
  return isDone && before.some((each) => each.instalment?.amount?.fen === fen);
}

/** 每次265200元，共2次。核验后20日内支付: when the sum is paid that was told before, not another one. */
export function tellsWhen(said: string, last: { said: string; instalment: Instalment }): boolean {
  const isOpen =
    last.instalment.amount !== null && (last.instalment.occurrences > 1 || !PAYS.test(last.said));
  return isOpen && CUT_SHORT.test(said) && findSums(said).length === 0 && findPercents(said).length === 0;
}

/** 12万元（￥120000元）: one sum told twice. */
export const isRestated = (before: MoneySum, sum: MoneySum, between: string): boolean =>
  /^\s*[（(]\s*(?:即|小写)?[：:]?\s*$/.test(between) && before.digits?.fen === sum.digits?.fen;
