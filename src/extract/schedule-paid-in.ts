import { type FoundPeriod, findPeriods } from "./figures/index.ts";
import { DEADLINE } from "./schedule-period.ts";

/** 第二次付款42万元，于2025年3月支付; （已于2025年3月拨付）: the month that the words behind a sum say it is paid in. */
export function paidIn(behind: string, year: string | null, isLast: boolean): FoundPeriod | null {
  const [period] = findPeriods(behind, year);
  if (!period) return null;
  const [said, rest] = [behind.slice(0, period.start), behind.slice(period.end)];
  const isAside = /[元整）)]\s*[（(]\s*(?:已|应|将|拟)?(?:于|在)?\s*$/.test(said);
  const isLater =
    /^[^，。；]*[，,]\s*(?:由[^，。；]{1,8}|[^，。；\d]{1,12}后)?(?:应|将|均|业?已)?(?:于|在)\s*$/.test(said);
  // 243,000元甲方已于2024年10月支付.
  const isDone = /[元整）)]\s*(?:[（(][^（）()]*[）)])?[^，。；\d]{0,12}已(?:经)?(?:于|在)\s*$/.test(said);
  const isPlain = /^[^，。；]*[，,]\s*$/.test(said);
  if ((isAside || isLater || isDone) && PAID_THEN.test(rest)) return period;
  const isBehind = !DEADLINE.test(rest) && PAID_BEHIND.test(rest);
  // 29.2万元，2026年7月支付: nothing else is paid then.
  const isAll = isPlain && isLast && PAID_ALONE.test(rest);
  return ((isLater || isPlain) && isBehind) || isAll ? period : null;
}

const PAID = "(?:一次性?)?(?:支付|拨付|付清|结清|付款|缴付|缴纳)";
const PAID_THEN = new RegExp(`^\\s*(?:内|间|期间)?\\s*(?:\\d{1,2}\\s*日\\s*)?${PAID}`);
const PAID_BEHIND = new RegExp(`^[^，。；\\d]{1,12}[后前时]\\s*${PAID}`);
const PAID_ALONE = new RegExp(`^\\s*${PAID}\\s*(?:$|[，,。；;])`);
