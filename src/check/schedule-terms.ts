import type { Schedule, Term } from "../model/agreement.ts";
import { dayAfter } from "../model/calendar.ts";
import type { Contents } from "../model/record.ts";

/** The term that a schedule is of; null where that isn't told. */
export function termOf({ agreement: { term, originalTerm } }: Contents, { version }: Schedule): Term | null {
  return version === "original" && originalTerm !== undefined ? originalTerm : term;
}

/** 服务期延长3个月，即自…至…: what an amendment added behind the first term, in which alone its own payments may be made; null without it. */
export function addedTerm(
  { agreement: { term, originalTerm } }: Contents,
  { version }: Schedule,
): Term | null {
  const isLonger =
    version === "amended" &&
    term &&
    originalTerm &&
    originalTerm.from.value === term.from.value &&
    originalTerm.to.value < term.to.value;
  return isLonger ? { ...term, from: { ...originalTerm.to, value: dayAfter(originalTerm.to.value) } } : null;
}
