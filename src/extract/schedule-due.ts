import type { Span } from "./budget-figures.ts";
import { findPeriods } from "./figures/index.ts";
import type { ToldOccasion } from "./schedule-occasion.ts";
import { PAYS } from "./schedule-pays.ts";
import { DEADLINE } from "./schedule-period.ts";

/** What may stand between the day and the payment: who pays, how; of another deed only behind a comma (前，验收合格后支付). */
const RIGHT_BEFORE = /^\s*[，,]?[^，,。；：:后]*$/;
const BEHIND_COMMA = /^\s*[，,][^，,。；：:]*$/;
const NOTHING =
  /^(?:[\s，,：:应须需将均付交缴]|人民币|[¥￥]|由?(?:甲方|采购人|委托方|发包[方人]|[承租]租[方人]))*$/;
/** 120万元于2025年8月31日前支付; 余额4万元，2025年11月15日前付清. */
const BEFORE_DAY =
  /^[^，。；：:\d]{0,2}[，,、]?\s*[（(]?\s*(?:由[^，。；\d]{1,8})?(?:应|须|需|将|均)?(?:于|在)?\s*$/;
const PAID_BEHIND = new RegExp(`^[^，。；：:后]{0,10}?(?:${PAYS.source})`);
const EACH_TIME = /[每各逐均]/;

/**
 * What is paid once, with the month of the day by which it is due, where that is told with its year right before its figure or
 * right behind its sum: 2018年10月15日前支付178,560元; as told where it is not, or where it is the day of another deed
 * (2025年3月31日前提交报告，验收后支付). `figure` is where its first figure begins and `end` where its sum ends, among words `[from, to)`;
 * `words` are those of the day, with their 前.
 */
export function withDue(
  when: ToldOccasion,
  text: string,
  at: Spot,
): { when: ToldOccasion; words: Span | null } {
  const { from, occurrences } = when.occasion;
  const isOnce = from === null && occurrences === 1 && when.told.length === 0;
  const due = isOnce ? (dueBefore(text, at) ?? dueBehind(text, at)) : null;
  if (!due) return { when, words: null };
  const { month, start, end, until } = due;
  const occasion = { from: month, to: month, occurrences };
  return { when: { occasion, told: [{ start, end }] }, words: { start, end: until } };
}

interface Spot {
  from: number;
  figure: number;
  end: number;
  to: number;
}

function dueBefore(text: string, { from, figure }: Spot): Deadline | null {
  const due = deadlinesIn(text, from, figure).at(-1);
  if (!due || EACH_TIME.test(text.slice(from, figure))) return null;
  const between = text.slice(due.until, figure);
  const isPaid = PAYS.test(between) && (RIGHT_BEFORE.test(between) || BEHIND_COMMA.test(between));
  return isPaid || NOTHING.test(between) ? due : null;
}

function dueBehind(text: string, { from, end, to }: Spot): Deadline | null {
  const [due] = deadlinesIn(text, end, to);
  if (!due || EACH_TIME.test(text.slice(from, end))) return null;
  const paid = BEFORE_DAY.test(text.slice(end, due.start)) && PAID_BEHIND.exec(text.slice(due.until, to));
  if (!paid) return null;
  // 签约后支付4万元，2025年11月15日前支付|4万元: it is of the sum that follows.
  const rest = text.slice(due.until + paid[0].length, to);
  return to === text.length || /[，,。；]/.test(rest) ? due : null;
}

interface Deadline extends Span {
  month: string;
  /** Where its 前 ends. */
  until: number;
}

/** 2018年10月15日, 2025.9.10: a day, and no month (2026年3月底前), of which nobody knows whether it is paid in it. */
const IS_DAY = /[日号]\s*$|\d\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}\s*$/;

/** Single days that are told as a deadline. */
function deadlinesIn(text: string, from: number, to: number): Deadline[] {
  const words = text.slice(from, to);
  return findPeriods(words).flatMap(({ start, end, ...months }) => {
    const deadline = DEADLINE.exec(words.slice(end));
    const isDay = months.from === months.to && IS_DAY.test(words.slice(start, end));
    if (!deadline || !isDay) return [];
    return [
      { month: months.from, start: from + start, end: from + end, until: from + end + deadline[0].length },
    ];
  });
}
