import type { Contents } from "../model/record.ts";
import type { Money, Percent, Quantity } from "../model/value.ts";

/** Readers of one engine that agree are believed without any arithmetic only when they were this sure of every glyph. */
export const SURE_ALONE = 0.9;

/** What a text layer states no reader can have misread. */
const CERTAIN = 1;

/** Shares are printed with two decimals or fewer. */
const USUAL_DECIMALS = 2;
const FEWEST_SHARES = 2;

/** A share above this is a figure that lost its point. */
const WHOLE_PERCENT = 100;

/**
 * The agreed figures that nothing but their readers speaks for, and that speaks too weakly:
 * no equation confirms them, and a glyph was read with less than a wide margin, or the share is more than the whole.
 */
export function findUnsupported(contents: Contents, confirmed: ReadonlySet<object>): Set<object> {
  const odd = oddShares(contents);
  const unsupported = figuresOf(contents).filter(
    (figure) =>
      figure.trust === "agreed" &&
      figure.confidence < CERTAIN &&
      !confirmed.has(figure) &&
      (isWeak(figure) || odd.includes(figure)),
  );
  return new Set(unsupported);
}

/** The one share of a budget that has more decimals than all others: most likely a digit seen twice (32.433 for 32.43). */
function oddShares({ budgets }: Contents): object[] {
  return budgets.flatMap(({ lines }) => {
    const shares = lines.flatMap(({ percent }) => percent ?? []);
    const decimals = shares.map(({ percent }) => percent.split(".")[1]?.length ?? 0);
    const most = Math.max(...decimals);
    const long = shares.filter((_, at) => decimals[at] === most);
    return long.length === 1 && most > USUAL_DECIMALS && shares.length >= FEWEST_SHARES ? long : [];
  });
}

function isWeak(figure: Money | Percent | Quantity): boolean {
  if (figure.confidence < SURE_ALONE) return true;
  return "percent" in figure && Number(figure.percent) > WHOLE_PERCENT;
}

function figuresOf({ budgets, schedules }: Contents): (Money | Percent | Quantity)[] {
  const ofBudgets = budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
    total,
    totalInCapitals,
    ...restatements,
    ...lines.flatMap((line) => [line.quantity, line.unitPrice, line.amount, line.percent]),
  ]);
  const ofSchedules = schedules.flatMap(({ total, instalments }) => [
    total,
    ...instalments.flatMap(({ amount, percent }) => [amount, percent]),
  ]);
  return [...ofBudgets, ...ofSchedules].filter((figure) => figure !== null);
}
