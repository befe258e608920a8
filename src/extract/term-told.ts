import { daysApart, spansMonths } from "../model/calendar.ts";
import type { NormalText } from "../model/normal-text.ts";
import { findDays } from "./dates/read-day.ts";
import { findMonthCounts } from "./dates/read-months.ts";
import { findMoneyLike } from "./figures/index.ts";
import { dayAt } from "./find-dates.ts";
import type { Candidate, Start } from "./term-spans.ts";
import { OTHER_TERM, STARTS, TERM_WORD } from "./term-words.ts";

/** A count that says the same as two days, where no word calls others a term. */
const SCORE_OF_COUNT = 1;
/** Words for beginning and for being done, below a heading of times or with no other day beside them. */
const SCORE_OF_WORDS = 1;

/** What may stand between two days that are told in one sentence. */
const WITHIN = /^[^。；;\d]{0,36}$/;
/** ，共3个月; ，6个月; （90个日历天）: a count of all of it, right behind the last day's words. */
const COUNT =
  /^[^。；;\d]{0,16}[，,（(]\s*(?:(?:共计?|总计|合计|计|为期|历时|前后|总?工期|期限)\s*(?:为|[：:])?\s*)?(?:(\d{1,4})\s*个?(?:日历)?[天日]|((?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:个月|个?半?年)))\s*(?=[。；;，,）)]|$)/;

const BEGUN =
  /^\s*(?:之?日)?起?\p{Script=Han}{0,4}(?:开工|进场|入场|起运|装运|发运|开始|启动|动工|施工|开课|开班|搭建|布展|起)\p{Script=Han}{0,4}\s*[，,]/u;
const DONE =
  /^\s*(?:之?前|以前)?(?:全部|整体)?(?!进行|支付|付款|付清|开票|申请|报名|\p{Script=Han}{0,4}(?:初稿|基础|首批|[第一二]批|图纸|样[品机板]|阶段|方案|调研|地基|主体))[\p{Script=Han}、]{2,14}\s*(?:[。；;，,]|$)/u;
const TIMES = /(?<!\p{Script=Han})[\p{Script=Han}]{0,4}(?:时间|工期|期限|日期|起止)[\p{Script=Han}]{0,4}$/u;
/** Of the time before a change, or of what is added to it. */
const OF_BEFORE =
  /装修|免租|提交|资料|审核|收集|筹备|准备|原|[主母上]一?份?合同|已|此前|增加|新增|增派|变更|调整|修改/;
/** 外勤自…开始，正式报告不迟于…交付: no later than the last day. */
const NO_LATER = /(?:不迟于|至迟|最迟|不晚于)\s*(?:在|于)?\s*$/;

/**
 * The span from one day to the next of its sentence, in whatever words: where a count behind it says as much, or where what
 * begins on the first day and is done on the last one is told below a heading of times, and no other day is.
 */
export function toldSpans(passage: NormalText, from: Start, heading: string): Candidate[] {
  const { text } = passage;
  if (from.isNamed) return [];
  const year = from.value.slice(0, 4);
  const to = findDays(text.slice(from.end), year)[0];
  if (!to) return [];
  const last = { ...to, start: to.start + from.end, end: to.end + from.end };
  const between = text.slice(from.end, last.start);
  if (!WITHIN.test(between) || last.value <= from.value) return [];
  const [before, behind] = [text.slice(0, from.start), text.slice(last.end)];
  const stop = Math.max(...["。", "；"].map((mark) => before.lastIndexOf(mark))) + 1;
  const sentence = before.slice(stop) + between + (/^[^，。；]*/.exec(behind)?.[0] ?? "");
  if ([sentence, heading].some((said) => OTHER_TERM.test(said) || OF_BEFORE.test(said))) return [];
  const of = (score: number): Candidate[] => [
    { passage, from, end: last.end, to: dayAt(passage, last, year), isReckoned: false, score },
  ];
  if (isCounted(from.value, last.value, behind)) return of(SCORE_OF_COUNT);
  const isOnly = findDays(text, year).length === 2;
  const isBegun = BEGUN.test(between) || (STARTS.test(before) && /^\s*(?:起|开始)/.test(between));
  const isDone = DONE.test(behind) || NO_LATER.test(between);
  const isOfTimes = TIMES.test(heading.trim()) || TERM_WORD.test(before);
  return isOnly && isBegun && isDone && isOfTimes ? of(SCORE_OF_WORDS) : [];
}

/** Whether a count right behind two days says how many months, years or days lie between them. */
function isCounted(first: string, last: string, behind: string): boolean {
  const [, days, months] = COUNT.exec(behind) ?? [];
  if (days) return [0, 1].some((more) => daysApart(first, last) + more === Number(days));
  const [count] = months ? findMonthCounts(`共计${months}`) : [];
  return count !== undefined && spansMonths(first, last, count.months);
}

/** 第一期2025年9月8日至12日: a session of several. */
const SESSION =
  /(?<=^|[\s。；;，,：:、（()])第\s*([一二三四五六七八九十]|\d{1,2})\s*(?:期|批|轮|场|班|阶段|次|届)\s*[：:]?\s*[自从]?\s*$/;
const NUMERALS = "一二三四五六七八九十";

/** Which session of several a span is called right before it; null for none. */
export function sessionOf({ passage, from }: Candidate): number | null {
  const number = SESSION.exec(passage.text.slice(0, from.start))?.[1];
  if (!number) return null;
  return /\d/.test(number) ? Number(number) : NUMERALS.indexOf(number) + 1;
}

/** From the first session's first day to the last one's last: of sessions numbered one by one, each behind the one before. */
export function sessionsToSpan(sessions: readonly Candidate[]): Candidate[] {
  const isInOrder = sessions.every(
    (each, at) => sessionOf(each) === at + 1 && (at === 0 || each.from.value > sessions[at - 1].to.value),
  );
  const isPaid = sessions.some(({ passage }) => findMoneyLike(passage.text).length > 0);
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (isPaid) return [];
  if (sessions.length < 2 || !isInOrder || !last) return [];
  return [{ ...first, to: last.to, score: SCORE_OF_WORDS }];
}
