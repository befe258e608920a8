import type { Instalment } from "../model/agreement.ts";
import {
  add,
  type Decimal,
  decimalToText,
  multiply,
  readDecimal,
  subtract,
  wholeToDecimal,
  ZERO,
} from "../model/decimal.ts";
import type { Money, Percent, Trust } from "../model/value.ts";

/** For each figure of an instalment that is of all that is paid by then, the words that say so (付至60%); null for what is paid now. */
export interface UpTo {
  share: string | null;
  amount: string | null;
}

/** An instalment as told. */
export interface Step {
  instalment: Instalment;
  upTo: UpTo;
  /** Something is paid before it of which neither share nor sum is known. */
  isBehindUnknown: boolean;
}

/** What has been paid before a step; null where it isn't known. */
interface Paid {
  share: Decimal | null;
  fen: number | null;
  parts: (Money | Percent)[];
  /** Whether the share is of what was settled in the end, not of the price agreed. */
  isSettled: boolean;
}

/**
 * Gives each instalment that is told as a sum up to it (付至合同价的60%) its own share or amount, in place: what it is more than
 * the steps before, where all of these are known. Answers those for which it doesn't follow; they are left without the figure.
 */
export function resolveSteps(steps: readonly Step[]): Instalment[] {
  let before: Paid = { share: ZERO, fen: 0, parts: [], isSettled: false };
  return steps.flatMap(({ instalment, upTo, isBehindUnknown }) => {
    if (isBehindUnknown || isOfOther(upTo.share, before.isSettled))
      before = { ...before, share: null, fen: null };
    const { percent, amount, occurrences } = instalment;
    const told = { percent, amount };
    const isOwn = upTo.share && upTo.amount && isOwnAmount(told, before);
    const upToAmount = isOwn ? null : upTo.amount;
    if (percent && upTo.share) instalment.percent = ownShare({ ...percent, raw: upTo.share }, before);
    if (amount && upToAmount) instalment.amount = ownAmount({ ...amount, raw: upToAmount }, before);
    before = {
      isSettled: upTo.share ? isOfSettled(upTo.share) : before.isSettled,
      share: upTo.share ? shareOf(percent) : sumOf(before.share, shareOf(percent), occurrences),
      fen: upToAmount !== null ? (amount?.fen ?? null) : plus(before.fen, amount?.fen ?? null, occurrences),
      parts: [...before.parts, ...[percent, amount].filter((figure) => figure !== null)],
    };
    const isLost = (percent && !instalment.percent) || (amount && !instalment.amount);
    return isLost ? [instalment] : [];
  });
}

const isOfSettled = (words: string): boolean => /[结决]算|审[定计核]|实际/.test(words);

/** 付至合同价的85%, then 付至结算价的97%: shares of two wholes. */
const isOfOther = (words: string | null, isSettled: boolean): boolean =>
  words !== null && isOfSettled(words) !== isSettled;

/** 付至70%，计40万元 behind 30% that are 30万元: by the rate of the steps before the sum is this step's own. */
function isOwnAmount(
  { percent, amount }: Pick<Instalment, "percent" | "amount">,
  { share, fen }: Paid,
): boolean {
  if (!percent || !amount || !share || !fen) return false;
  const own = subtract(readDecimal(percent.percent), share);
  const [left, right] = [multiply(own, wholeToDecimal(fen)), multiply(share, wholeToDecimal(amount.fen))];
  return subtract(left, right).units === 0n;
}

function ownShare(told: Percent, before: Paid): Percent | null {
  const own = before.share && subtract(readDecimal(told.percent), before.share);
  if (!own || own.units <= 0n) return null;
  return withoutReadings({ ...told, percent: decimalToText(own) }, before);
}

function ownAmount(told: Money, before: Paid): Money | null {
  const fen = before.fen === null ? 0 : told.fen - before.fen;
  return fen > 0 ? withoutReadings({ ...told, fen }, before) : null;
}

/** What follows from several figures is as sure as the least sure of them, and no reader saw it. */
function withoutReadings<Figure extends Money | Percent>(
  { readings, ...figure }: Figure,
  { parts }: Paid,
): Figure {
  const isSure = !readings && [figure, ...parts].every(({ trust }) => trust === "agreed");
  const trust: Trust = isSure ? "agreed" : "doubtful";
  const confidence = Math.min(figure.confidence, ...parts.map((part) => part.confidence));
  return { ...figure, trust, confidence } as Figure;
}

const shareOf = (percent: Percent | null): Decimal | null => percent && readDecimal(percent.percent);

const sumOf = (before: Decimal | null, share: Decimal | null, times: number): Decimal | null =>
  before && share && add(before, multiply(share, wholeToDecimal(times)));

const plus = (before: number | null, fen: number | null, times: number): number | null =>
  before === null || fen === null ? null : before + fen * times;
