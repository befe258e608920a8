import type { Money } from "../model/value.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";
import type { Paid } from "./schedule-prose.ts";

/** What falls due, what is taken off it, and what is left to pay. */
export interface NetPaid {
  gross: MoneySum;
  off: MoneySum;
  left: MoneySum;
}

/** 每月应付37,500元，从中抵扣预付款11,500元，实付26,000元: what is paid of what falls due, where it comes out; else null. */
export function netPaid(text: string, sums: readonly MoneySum[]): NetPaid | null {
  for (const [index, gross] of sums.entries()) {
    const [off, left] = sums.slice(index + 1);
    if (!off || !left) return null;
    const isOff = /(?:抵扣|抵减|冲抵|扣回|扣除|扣减)[^，。；\d]{0,10}$/.test(
      text.slice(gross.end, off.start),
    );
    const isLeft = /(?:实付|实际(?:支付|付款|付)|净付|应付|支付)[^，。；\d]{0,6}$/.test(
      text.slice(off.end, left.start),
    );
    const comesOut = (fenOf(gross) ?? 0) - (fenOf(off) ?? 0) === fenOf(left);
    if (isOff && isLeft && comesOut) return { gross, off, left };
  }
  return null;
}

/** The same of another amount. */
export const withAmount = (paid: Paid, amount: Money): Paid =>
  paid.instalment ? { ...paid, instalment: { ...paid.instalment, amount } } : paid;
