import type { MoneySum } from "./money-sums.ts";
import type { Paid } from "./schedule-prose.ts";
import { readCount } from "./schedule-term-parts.ts";
import { IN_PARTS } from "./schedule-words.ts";

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
  /(?:剩余|余款|其余|余下|余额|尾款)[^，。；\d]{0,8}$/.test(piece) &&
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
