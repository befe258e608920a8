import type { Instalment, Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { moneyAt } from "./budget-figures.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import type { Unread } from "./schedule-retained.ts";

const ALL = 100;
/** In fen: what a share of one payment may be off by rounding. */
const SLACK_FEN = 1;
const PARTS = 2;

/**
 * 每季度服务费498,264元。先拨付当季服务费的80%，即398,611.20元；其余20%即99,652.80元考核后支付: a payment that comes again, and behind it two
 * that make it up to the fen, one at least by its share, also where the words of one or both were not understood. It is paid in them,
 * each as often as it. In place, for the first such payment of a schedule; answers the problems that are solved so.
 */
export function partEach(schedules: readonly Schedule[], unread: readonly Unread[]): Problem[] {
  return schedules.flatMap((schedule) => {
    const { instalments } = schedule;
    const lost = unread.flatMap((each) => (each.schedule === schedule ? instalmentOf(each) : []));
    for (const [at, whole] of instalments.entries()) {
      const read = instalments.slice(at + 1, at + 1 + PARTS);
      const [first] = read;
      const ways = [
        read,
        ...(first ? lost.map((each) => [first, each.instalment]) : []),
        lost.map((each) => each.instalment),
      ];
      const isShare = (each: Instalment): boolean =>
        each.percent !== null ||
        lost.some(({ instalment, isToldByShare }) => instalment === each && isToldByShare);
      const parts = ways.find((way) => arePartsOf(whole, way) && way.some(isShare));
      if (!parts) continue;
      const { from, to, occurrences } = whole;
      for (const part of parts) Object.assign(part, { from, to, occurrences });
      const rest = instalments.slice(at + 1).filter((each) => !parts.includes(each));
      schedule.instalments = [...instalments.slice(0, at), ...parts, ...rest];
      return lost.flatMap((each) => (parts.includes(each.instalment) ? each.problem : []));
    }
    return [];
  });
}

/** A sum that was not understood as an instalment. */
interface Lost {
  instalment: Instalment;
  problem: Problem;
  isToldByShare: boolean;
}

function instalmentOf({ content, span, problem }: Unread): Lost[] {
  const [sum, more] = findSums(content.text.slice(span.start, span.end));
  if (!sum?.digits || more) return [];
  const amount = moneyAt(content, {
    start: span.start + sum.digits.start,
    end: span.start + sum.digits.end,
  });
  const none = { from: null, to: null, percent: null, condition: null };
  const isToldByShare = findPercents(content.text).length > 0;
  return amount ? [{ instalment: { ...none, occurrences: 1, amount }, problem, isToldByShare }] : [];
}

/** Whether two payments, by their sums and by the shares that are told, make up one that comes again. */
function arePartsOf(whole: Instalment, parts: readonly Instalment[]): boolean {
  const { amount } = whole;
  if (!amount || whole.occurrences < 2 || parts.length !== PARTS) return false;
  const fits = ({ percent, ...part }: Instalment): boolean =>
    percent === null ||
    Math.abs((amount.fen * Number(percent.percent)) / ALL - (part.amount?.fen ?? 0)) <= SLACK_FEN;
  const fen = parts.reduce((sum, part) => sum + (part.amount?.fen ?? Number.NaN), 0);
  // 前10个月每月30,000元，第11个月20,000元: what has months of its own is no part of each.
  const isAlike = parts.every(
    ({ from, to, occurrences }) =>
      (from === null && occurrences === 1) ||
      (from === whole.from && to === whole.to && occurrences === whole.occurrences),
  );
  return isAlike && fen === amount.fen && parts.every(fits);
}
