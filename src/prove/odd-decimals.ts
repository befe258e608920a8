import type { Budget, BudgetLine } from "../model/agreement.ts";
import { type Decimal, decimalToText, divide, readDecimal, wholeToDecimal } from "../model/decimal.ts";
import type { Contents } from "../model/record.ts";

/** Shares are printed with two decimals or fewer. */
const USUAL_DECIMALS = 2;
const FEWEST_SHARES = 2;

/** Shares and sums whose decimals aren't those of their fellows, as where a digit was seen twice or lost. */
export const oddDecimals = ({ budgets }: Contents): object[] =>
  budgets.flatMap((budget) => [...longShare(budget), ...cutShares(budget), ...longSum(budget)]);

/** The one sum of a budget in 万元 that has more decimals than all others, and one digit twice (23.779 for 23.79): the others' rounding would hide it. */
function longSum({ lines }: Budget): object[] {
  const sums = lines.map(({ amount }) => amount);
  const finest = Math.min(...sums.map(({ precisionFen }) => precisionFen));
  const long = sums.filter(({ precisionFen }) => precisionFen === finest);
  const isTwice = /\.\d*(\d)\1\d*\D*$/.test(long[0]?.raw ?? "");
  return long.length === 1 && sums.length > FEWEST_SHARES && finest > FEN_OF_YUAN && isTwice ? long : [];
}

const FEN_OF_YUAN = 100;

/** The one share of a budget that has more decimals than all others: most likely a digit seen twice (32.433 for 32.43). */
function longShare({ lines }: Budget): object[] {
  const shares = lines.flatMap(({ percent }) => percent ?? []);
  const decimals = shares.map(({ percent }) => decimalsOf(percent));
  const most = Math.max(...decimals);
  const long = shares.filter((_, at) => decimals[at] === most);
  return long.length === 1 && most > USUAL_DECIMALS && shares.length >= FEWEST_SHARES ? long : [];
}

/** Shares with fewer decimals than all others, where what is left out is no zero: most likely a digit lost (5.4 for 5.44). */
function cutShares(budget: Budget): object[] {
  const told = budget.lines.flatMap((line) => (line.percent ? [{ line, percent: line.percent }] : []));
  const decimals = told.map(({ percent }) => decimalsOf(percent.percent));
  return told.flatMap(({ line, percent }, at) => {
    const others = decimals.filter((_, index) => index !== at);
    const usual = Math.min(...others);
    if (others.length < FEWEST_SHARES || decimals[at] >= usual) return [];
    const isRound = wholesOf(budget, line).some((whole) =>
      hasRoundShare(line, percent.percent, whole, usual),
    );
    return isRound ? [] : [percent];
  });
}

/** Whether a line's share of a whole, with so many decimals, is what is printed and zeros. */
function hasRoundShare({ amount }: BudgetLine, printed: string, whole: Decimal, decimals: number): boolean {
  const part = wholeToDecimal(amount.fen * 100);
  const share = divide(part, whole, decimals);
  const zeros =
    decimalsOf(printed) === 0 ? `.${"0".repeat(decimals)}` : "0".repeat(decimals - decimalsOf(printed));
  return share !== null && decimalToText(share) === decimalToText(readDecimal(printed + zeros));
}

function wholesOf({ total, totalInCapitals, lines }: Budget, { parent }: BudgetLine): Decimal[] {
  const whole = total ?? totalInCapitals;
  const above = lines.find(({ label }) => label.value === parent)?.amount;
  return [whole, above].flatMap((money) => (money && money.fen > 0 ? [wholeToDecimal(money.fen)] : []));
}

const decimalsOf = (printed: string): number => printed.split(".")[1]?.length ?? 0;
