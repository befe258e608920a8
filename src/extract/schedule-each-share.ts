import type { Instalment, Schedule } from "../model/agreement.ts";
import { percentAt } from "./budget-figures.ts";
import { findPercents } from "./figures/index.ts";
import type { ToldStep } from "./schedule-announced.ts";
import type { Unclaimed } from "./schedule-unclaimed.ts";

const ALL = 100;
/** In fen: what a share of a month's sum may be off by rounding. */
const SLACK_FEN = 1;

/**
 * 每月服务费的95%（56,382.50元）次月支付；5%（2,967.50元）按季度考核后发放: shares of what each month costs, of which only the first is told as
 * paid by the month. Where both are shares of one sum and make it up, the second is due as often as the first, and the first has its
 * share. In place; answers the shares that still belong to no instalment.
 */
export function takeSharesOfEach(
  schedules: readonly Schedule[],
  steps: readonly ToldStep[],
  unclaimed: readonly Unclaimed[],
): Unclaimed[] {
  return unclaimed.filter((share) => {
    const own = schedules.find((schedule) => schedule === share.schedule)?.instalments ?? [];
    const [said] = findPercents(share.content.text.slice(share.span.start, share.span.end));
    const percent = percentAt(share.content, share.span);
    const at = own.findIndex(
      (first, index) =>
        isToldAt(first, share, steps) && said && areParts(first, own[index + 1], Number(said.percent)),
    );
    if (at < 0 || !percent) return true;
    const [first, second] = own.slice(at, at + 2);
    first.percent = percent;
    Object.assign(second, { from: first.from, to: first.to, occurrences: first.occurrences });
    return false;
  });
}

/** Whether an instalment is told in the words that a share stands in. */
const isToldAt = (
  instalment: Instalment,
  { content, span }: Unclaimed,
  steps: readonly ToldStep[],
): boolean =>
  steps.some(
    ({ clause, paid }) =>
      paid.instalment === instalment &&
      clause.part.content === content &&
      paid.item !== undefined &&
      content.text.slice(span.end, paid.item.start).length < FARTHEST &&
      paid.item.end >= span.end,
  );

/** How far before its sum a share may stand, in characters. */
const FARTHEST = 12;

/** Whether a sum paid often and one paid once are the two parts of one sum, by their shares. */
function areParts(first: Instalment, second: Instalment | undefined, share: number): boolean {
  if (!second?.amount || !second.percent || !first.amount || first.percent) return false;
  const rest = Number(second.percent.percent);
  const isSame = Math.abs(first.amount.fen * rest - second.amount.fen * share) <= SLACK_FEN * ALL;
  return first.occurrences > 1 && second.occurrences === 1 && share + rest === ALL && isSame;
}
