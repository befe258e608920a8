import { findMoneyLike, type MoneyLike } from "./figures/index.ts";

/** A sum a text states: in digits, in 大写, or in both beside each other; `[start, end)` spans both. */
export interface MoneySum {
  start: number;
  end: number;
  digits: MoneyLike | null;
  capitals: MoneyLike | null;
}

const BESIDE =
  /^(?:[\s（()），,:：]|[；;](?=\s*(?:大写|小写))|人民币|大写|小写|写作|写成|金额|即|为|是|[¥￥]|RMB)*$/;

/** 137.80万元（大5：…）: a label of which one character was misread. */
const LABELLED = /^\s*元?整?\s*[（(]\s*(?:大\S|\S写)[：:]\s*(?:人民币)?\s*$/u;
/** The same sum in 大写, whatever that is called. */
const NAMED = /^\s*元?整?\s*[（(]\s*\p{Script=Han}{1,4}[：:]\s*(?:人民币)?\s*$/u;

/** 10个月合计196,000元。大写：…: the same in a sentence of its own, which may be of any other sum where it isn't the same. */
const BEHIND_STOP = /^\s*元?整?\s*。\s*(?:合计)?大写(?:金额)?(?:为|人民币|[：:\s])*$/;

/** 按578,000元一次包死，人民币大写：…: what was agreed of the sum stands between. */
const BEHIND_AGREED =
  /^\s*元?整?\s*的?(?:固定)?(?:总价)?(?:一次性?)?(?:包死|包干|包定|承包|总包|成交|签约)\s*[，,]\s*(?:人民币)?大写(?:金额)?(?:人民币|为|[：:\s])*$/;

/** 137.80万元（￥1,378,000.00元，大写：…）: the same in another unit. */
const AGAIN = /^\s*[（(]\s*(?:小写|即|人民币)?[：:]?\s*$/;

/** Every sum of a text, left to right; digits and the 大写 beside them are one. */
export function findSums(text: string): MoneySum[] {
  const sums: MoneySum[] = [];
  for (const money of findMoneyLike(text)) {
    const last = sums.at(-1);
    const isSame = last?.digits?.fen === money.fen && money.fen !== null && money.kind === "digits";
    if (last && isSame && !last.capitals && AGAIN.test(text.slice(last.end, money.start))) {
      last.end = money.end;
    } else if (
      last &&
      last[money.kind] === null &&
      isBeside(text.slice(last.end, money.start), last, money) &&
      !isPartOfOther(text, sums, money.start)
    ) {
      last[money.kind] = money;
      last.end = money.end;
    } else {
      const { start, end, kind } = money;
      sums.push({ start, end, digits: null, capitals: null, [kind]: money });
    }
  }
  return sums;
}

function isBeside(between: string, { digits }: MoneySum, { kind, fen }: MoneyLike): boolean {
  if (BESIDE.test(between)) return true;
  if (kind !== "capitals") return false;
  if (BEHIND_STOP.test(between)) return digits?.fen === fen;
  if (BEHIND_AGREED.test(between)) return true;
  return LABELLED.test(between) || (NAMED.test(between) && digits?.fen === fen);
}

/** 276,000元（勘查161,920元、设计114,080元），|大写…: whether the last sum is of a bracket that tells the parts of the sum right before it. */
function isPartOfOther(text: string, sums: readonly MoneySum[], at: number): boolean {
  const last = sums[sums.length - 1];
  if (!/^[^（(]*[）)]/.test(text.slice(last.end, at))) return false;
  const open = Math.max(text.lastIndexOf("（", last.start), text.lastIndexOf("(", last.start));
  return sums.slice(0, -1).some(({ end }) => end <= open && /^元?整?\s*$/.test(text.slice(end, open)));
}

/** What a sum comes to, in fen; null where it was not understood. */
export const fenOf = ({ digits, capitals }: MoneySum): number | null => digits?.fen ?? capitals?.fen ?? null;
