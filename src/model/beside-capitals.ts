import type { Money } from "./value.ts";

/** Who saw the other amount of an instalment that is printed twice, in digits and in 大写: the page itself. */
const BESIDE = "大写";

/**
 * An amount in digits beside its 大写; where they differ by more than the digits' own precision, in doubt, with the 大写 as
 * a reading, also where single readers saw them agree. No arithmetic may choose between the two, for both are printed: as of no confidence it is never taken for the amount.
 */
export function besideCapitals(digits: Money, capitals: Money): Money {
  const allowed = digits.precisionFen > FEN_OF_YUAN ? digits.precisionFen / 2 : 0;
  if (Math.abs(digits.fen - capitals.fen) <= allowed) return digits;
  const { confidence, evidence } = digits;
  const own = digits.readings ?? [{ reader: "vote", raw: digits.raw, value: digits.fen, confidence }];
  const other = { reader: BESIDE, raw: capitals.raw, value: capitals.fen, confidence: 0 };
  return {
    ...digits,
    trust: "doubtful",
    evidence: [...evidence, ...capitals.evidence],
    readings: [...own, other],
  };
}

const FEN_OF_YUAN = 100;

/** Whether an amount is printed in 大写 as well, and otherwise. */
export const contradictsCapitals = ({ readings = [] }: Money): boolean =>
  readings.some(({ reader }) => reader === BESIDE);
