import type { Instalment } from "./agreement.ts";
import { compare, ZERO } from "./decimal.ts";
import { type Equation, fitOf, type Operand, outcomeOf } from "./relation.ts";
import { instalmentName } from "./relation-instalments.ts";
import { moneyToOperand, percentToOperand } from "./relation-operand.ts";
import { isUpTo, sumUpTo } from "./relation-steps.ts";

export type Portion = Extract<Equation, { kind: "portion" }>;

/** A share of an instalment paid many times may be that of one payment or of all: the one that comes closer is meant. */
export function portionOf(
  instalments: readonly Instalment[],
  index: number,
  whole: Operand | null,
): Portion | null {
  const instalment = instalments[index];
  if (!instalment.percent || !instalment.amount || !whole) return null;
  const name = instalmentName(instalment, index);
  if (isUpTo(instalment.percent) || isUpTo(instalment.amount)) {
    const share = sumUpTo(instalments, index, "percent", `${name}比例`);
    const part = sumUpTo(instalments, index, "amount", name);
    return share && part && { kind: "portion", share, whole, part, times: 1, slack: null };
  }
  const share = percentToOperand(instalment.percent, `${name}比例`);
  const one: Portion = {
    kind: "portion",
    share,
    whole,
    part: moneyToOperand(instalment.amount, name),
    times: 1,
    slack: null,
  };
  const all: Portion = { ...one, times: instalment.occurrences };
  return compareDistance(all, one) < 0 ? all : one;
}

const compareDistance = (a: Portion, b: Portion): number =>
  compare(outcomeOf(a).difference, outcomeOf(b).difference);
export const isExactPortion = (portion: Portion): boolean => fitOf({ ...portion, slack: ZERO }) === "holds";
/** A share of whole tenths comes out exactly also where shares describe amounts: it says nothing of 45.76 % beside it. */
export const isPlainShare = ({ value: { units, scale } }: Operand): boolean =>
  (units * 10n) % 10n ** BigInt(scale) === 0n;

/** 每季价款758,760元，其中85%: what a share is of is told beside it, and was compared when it was read. */
export const isOfSumBeside = ({ percentOf }: Instalment): boolean =>
  percentOf !== undefined && /\d\s*[万亿]?元$/.test(percentOf.value);
