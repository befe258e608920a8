import type { Budget, Instalment, Schedule } from "../model/agreement.ts";

/**
 * 合同金额的九成按月支付，一成按季支付：每月177,000元…: shares and times that only announce the payments told with their sums
 * behind them are none beside those, where these alone come to the total to the fen. Answers the schedules that do.
 */
export function dropAnnounced(schedules: readonly Schedule[], budgets: readonly Budget[]): Set<Schedule> {
  return new Set(
    schedules.filter((schedule) => {
      const valued = schedule.instalments.filter(({ amount }) => amount !== null);
      const totals = [schedule.total, ...budgets.filter(isOf(schedule)).map(wholeOf)];
      const sum = valued.reduce((fen, each) => fen + fenOf(each), 0);
      const comesOut = valued.length > 0 && totals.some((total) => total?.fen === sum);
      if (comesOut) schedule.instalments = schedule.instalments.filter(isTold);
      return comesOut;
    }),
  );
}

/** A share that is due once, at some time or under some condition, is a payment, whatever the others come to. */
const isTold = ({ amount, percent, occurrences, from, condition }: Instalment): boolean =>
  amount !== null ||
  (percent !== null && occurrences === 1) ||
  (occurrences === 1 && (from ?? condition) !== null);

const fenOf = ({ amount, occurrences }: Instalment): number => (amount?.fen ?? 0) * occurrences;

const wholeOf = ({ total, totalInCapitals }: Budget): Budget["total"] => total ?? totalInCapitals;

const isOf =
  ({ version }: Schedule) =>
  (budget: Budget): boolean =>
    budget.version === version;
