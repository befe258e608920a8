import type { Instalment, Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { moneyAt } from "./budget-figures.ts";
import { findSums } from "./money-sums.ts";
import type { Unread } from "./schedule-retained.ts";

const ALL = 100;
/** In fen: what a share of one payment may be off by rounding. */
const SLACK_FEN = 1;
const PARTS = 2;

/**
 * 每季度服务费498,264元。先拨付当季服务费的80%，即398,611.20元；其余20%即99,652.80元考核后支付: a payment that comes again, and behind it two
 * that make it up to the fen, also where the words of one or both were not understood. It is paid in them, each as often as it. In
 * place; answers the problems that are solved so.
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
      const parts = ways.find((way) => arePartsOf(whole, way));
      if (!parts) continue;
      const { from, to, occurrences } = whole;
      // A part told with months of its own is paid in these.
      for (const part of parts) if (part.from === null) Object.assign(part, { from, to, occurrences });
      const rest = instalments.slice(at + 1).filter((each) => !parts.includes(each));
      schedule.instalments = [...instalments.slice(0, at), ...parts, ...rest];
      return lost.flatMap((each) => (parts.includes(each.instalment) ? each.problem : []));
    }
    return [];
  });
}

function instalmentOf({ content, span, problem }: Unread): { instalment: Instalment; problem: Problem }[] {
  const [sum, more] = findSums(content.text.slice(span.start, span.end));
  if (!sum?.digits || more) return [];
  const amount = moneyAt(content, {
    start: span.start + sum.digits.start,
    end: span.start + sum.digits.end,
  });
  const none = { from: null, to: null, percent: null, condition: null };
  return amount ? [{ instalment: { ...none, occurrences: 1, amount }, problem }] : [];
}

/** Whether two payments, by their sums and by the shares that are told, make up one that comes again. */
function arePartsOf(whole: Instalment, parts: readonly Instalment[]): boolean {
  const { amount } = whole;
  if (!amount || whole.occurrences < 2 || parts.length !== PARTS) return false;
  const fits = ({ percent, ...part }: Instalment): boolean =>
    percent === null ||
    Math.abs((amount.fen * Number(percent.percent)) / ALL - (part.amount?.fen ?? 0)) <= SLACK_FEN;
  const fen = parts.reduce((sum, part) => sum + (part.amount?.fen ?? Number.NaN), 0);
  const isAlike = parts.every(({ occurrences }) => occurrences === 1 || occurrences === whole.occurrences);
  return isAlike && fen === amount.fen && parts.every(fits);
}
