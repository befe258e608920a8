import type { Instalment, Schedule } from "../model/agreement.ts";
import type { Money } from "../model/value.ts";
import { type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";

const WHOLE = 100;

/**
 * 每学期各支付总费用的50%：第一学期59,920元…；第二学期59,920元…: drops a share without a sum that only announces what each of the
 * payments right behind it is, where as many alike follow as make the whole and no other is told by a share.
 */
export function dropAnnouncedShares(schedules: readonly Schedule[], clauses: readonly Clause[]): void {
  for (const schedule of schedules) {
    const [first, ...behind] = schedule.instalments;
    const isOnly = behind.every(({ percent }) => !percent);
    if (!first || !isShareAlone(first) || !isOnly || behind.length < 2) continue;
    const times = behind.reduce((sum, { occurrences }) => sum + occurrences, 0);
    const isWhole = Number(first.percent?.percent) * times === WHOLE;
    if (isWhole && areAlike(behind) && isOfEach(first, clauses)) schedule.instalments = behind;
  }
}

/** 各支付总费用的50%: whether the words before a share tell that it is each time's. */
const isOfEach = ({ percent }: Instalment, clauses: readonly Clause[]): boolean =>
  clauses
    .filter(isProse)
    .filter(({ part: { content } }) => percent !== null && standsAt(content, percent.evidence))
    .some(({ part: { content } }) =>
      findPercents(content.text).some(
        (share) =>
          standsAt(content, percent?.evidence ?? [], share) && EACH.test(content.text.slice(0, share.start)),
      ),
    );
const EACH = /(?:各|每(?:次|期|笔|批|个?学期|半年|季度?|年))[^，。；\d]{0,14}$/;

const isShareAlone = ({ amount, percent, from }: Instalment): boolean =>
  amount === null && percent !== null && from === null;

/** Whether instalments are of one sum each, but for a fen that doesn't part. */
function areAlike(instalments: readonly Instalment[]): boolean {
  const amounts = instalments.flatMap(({ amount }): Money[] => (amount ? [amount] : []));
  const fens = amounts.map(({ fen }) => fen);
  return amounts.length === instalments.length && Math.max(...fens) - Math.min(...fens) <= 1;
}
