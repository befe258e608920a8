import { countMonths, findPeriods } from "./figures/index.ts";
import type { ToldOccasion } from "./schedule-occasion.ts";
import { stepOf } from "./schedule-step.ts";

const PAYMENT = "(?:的?(?:付款|支付|拨付))?(?:时间|月份|日期)?(?:为|是|在|于)?\\s*$";
const FIRST = new RegExp(`(?:首[次期笔]|第[一1][次期笔])${PAYMENT}`);
const LAST = new RegExp(`(?:最后一[次期笔]|末[次期笔])${PAYMENT}`);
/** 支付上月服务费: the months of payment aren't those paid for. */
const ARREARS = /[上前]一?个?(?:月|季度?)/;

/**
 * Payments that are counted, with the months of the first and the last of them told behind: 共8次，首次付款为2024年9月，最后一次付款为2026年6月.
 * As told before where these lie no even steps apart, or where none are told; `isOdd` where they and the words (每季度) make another count.
 */
export function betweenEdges(
  when: ToldOccasion,
  said: string,
  year: string | null,
): { when: ToldOccasion; isOdd: boolean } {
  const { from, occurrences } = when.occasion;
  const asTold = { when, isOdd: false };
  if (from !== null || occurrences < 2 || ARREARS.test(said)) return asTold;
  const periods = findPeriods(said, year);
  const [first, last] = [FIRST, LAST].map((edge) =>
    periods.find((period) => period.from === period.to && edge.test(said.slice(0, period.start))),
  );
  if (!first || !last || last.to <= first.from) return asTold;
  const gap = (countMonths(first.from, last.to) - 1) / (occurrences - 1);
  // Quarterly from 2024-09 to 2026-09 is nine times, not eight.
  if ((stepOf(said) ?? gap) !== gap) return { when, isOdd: true };
  if (!Number.isInteger(gap)) return asTold;
  return { when: { ...when, occasion: { from: first.from, to: last.to, occurrences } }, isOdd: false };
}
