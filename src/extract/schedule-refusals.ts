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

/** 验收不合格的，尾款40万元不予支付. */
export const isRefused = (behind: string): boolean => REFUSES_IT.test(behind);
const REFUSES_IT = new RegExp(`^[^，。；\\d]{0,6}${REFUSES.source}`);
