import { daysInMonth, lastDaysAfter, monthIndex } from "../model/calendar.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Day } from "../model/value.ts";
import { behindNumber } from "./clauses.ts";
import { type FoundDay, findDays, readDay } from "./dates/read-day.ts";
import { evidenceOf, sliceText, textValue } from "./evidence.ts";
import { findPeriods } from "./figures/index.ts";
import { dayAt } from "./find-dates.ts";
import { CHANGED, countsOf, NEARBY } from "./term-months.ts";
import { callsTerm, STARTS, scoreOf, TERM_WORD } from "./term-words.ts";

const BETWEEN =
  /^(?:[（(]含[^（）()]{0,4}[）)])?\s*(?:零时|[零〇\d十二]{1,3}[时点](?:整)?)?(?:之日)?(?:起算|起计算?|起|开始|始|[干做送租包用住种管扫跑开养守护看办])?\s*(?:[，,；;]|。(?=(?:计划|约定|预计)?(?:竣工|完工|结束|终止|截止)))?\s*(?:至|到|—{1,2}|一|-|~|止于|截至|终止(?:日期|时间)?(?:为|[：:])|结束(?:日期|时间)?(?:为|[：:])|截止(?:日期|时间)?(?:为|[：:])|(?:计划|约定|预计)?(?:竣工|完工)(?:日期|时间)?(?:为)?)\s*(?:[：:])?\s*$/;
/** …起，…止 */
const STARTED =
  /^\s*(?:起|开始|始|(?:启动|开工|动工|动土|破土|进场|入场)(?:实施|施工|准备)?(?=\s*[，,]))\s*[，,、]?\s*(?:于|在|至|到)?\s*$/;
/** …止, …前全部完工, …提交全部成果 */
const STOPPED =
  /^\s*(?:为?止|(?:前\s*)?(?:全部|整体)?(?:结束|终止|结业|结课|完工|竣工|完成)|(?:前\s*)?(?:提交|交付|交齐)(?:全部|最终)|前\s*\p{Script=Han}{0,4}验收)/u;
/** …进场，…装好; …开始装运，…前全部入库: what begins on the first day, and what is done on the last one, in whatever words. */
const BEGINS =
  /^\s*(?:首[台车])?\p{Script=Han}{0,4}(?:开工|进场|入场|起运|装运|发运|开始|启动|动工|施工|开课|开班|搭建|布展)\p{Script=Han}{0,4}\s*[，,]\s*$/u;
const DONE =
  /^\s*(?:之?前|以前)?(?!进行|支付|付款|付清|开票|申请|报名|\p{Script=Han}{0,4}(?:初稿|基础|首批|[第一二]批|图纸|样[品机]|阶段))[\p{Script=Han}、]{2,14}\s*(?:[。；;]|$)/u;

/** …起分批供货，至…止: what begins stands between. */
const BEGUN = /^\s*(?:之日)?(?:(?:起|开始)[\p{Script=Han}、]{1,12}|开[班课工业学])[，,]\s*(?:至|到)\s*$/u;
/** 自…日起延至…日止: what stands between, where the words around both days leave no doubt. */
const FEW_WORDS = /^\s*(?:起计?)?(?:延续?|有效|执行|持续|履行|计)\s*(?:至|到)?\s*$/u;
/** 自…日进场起150个日历天，至…日: how long that is stands between. */
const SO_LONG =
  /^\s*[^，。；\d]{0,6}起?\s*(?:，|,)?\s*(?:共计?|计|为期|(?:服务|合同|租赁|计费|托管|合作)?期限?为?)?\s*(?:\d{1,4}|[一二两三四五六七八九十]{1,3})\s*个?(?:日历[天日]|工作日|[天日月]|季度?|年)\s*[，,]\s*(?:即)?(?:至|到)\s*$/u;
/** 自本合同签订之日: the day of signing, told by its name. */
const SIGNING =
  /(?<=(?:自|从|由)|[，。：:（(]\s*)(?:(?!验收|竣工|交付|交货|到货|中标|安装|调试)[^，。；：:自从\d]){0,16}?(?:签订|签署|签字|盖章|签章|签约|订立|生效)(?:并?(?:签字|盖章|生效))*(?:之)?(?:日|时)(?=\s*(?:起|开始|至|到|算))/g;

/** Where a term begins: a printed day, or the day of signing by its name. */
export interface Start extends FoundDay {
  day: Day;
  isNamed: boolean;
}

/** A span of days or months that may be the term. */
export interface Candidate {
  passage: NormalText;
  from: Start;
  /** Up to where the span is told. */
  end: number;
  to: Day;
  isReckoned: boolean;
  /** Whether it ends before it begins: a slip of the paper's or of the readers', told where no other term is. */
  isReversed?: boolean;
  score: number;
}

/** Said to be a term by its own word, or by its heading and by where it ends. */
const SURELY_A_TERM = 3;

/** Every day of a passage that a term may begin on, the day of signing by its name among them. */
export function startsIn(passage: NormalText, signed: Day | null): Start[] {
  const printed = findDays(passage.text).map((found) => ({
    ...found,
    day: dayAt(passage, found),
    isNamed: false,
  }));
  const named = [...passage.text.matchAll(SIGNING)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return signed ? [{ ...span, value: signed.value, day: signed, isNamed: true }] : [];
  });
  return [...printed, ...named];
}

/** The span that a day begins, to the next day. */
export function findSpan(passage: NormalText, from: Start, heading: string): Candidate[] {
  const year = from.value.slice(0, 4);
  const sameMonth = from.isNamed ? null : lastOfSameMonth(passage, from, heading);
  if (sameMonth) return [sameMonth];
  const to = findDays(passage.text.slice(from.end), from.isNamed ? null : year)[0];
  if (!to) return [];
  const between = passage.text.slice(from.end, from.end + to.start);
  const isStopped = STOPPED.test(passage.text.slice(from.end + to.end));
  const isToStop = isStopped && (STARTED.test(between) || BEGUN.test(between));
  const isFromTo =
    STARTS.test(passage.text.slice(0, from.start)) &&
    /^\s*止/.test(passage.text.slice(from.end + to.end)) &&
    FEW_WORDS.test(between);
  const isSoLong = STARTS.test(passage.text.slice(0, from.start)) && SO_LONG.test(between);
  const isOfWork =
    BEGINS.test(between) &&
    DONE.test(passage.text.slice(from.end + to.end)) &&
    findDays(passage.text.slice(from.end + to.end)).length === 0 &&
    isLabel(passage.text.slice(0, from.start), heading);
  if (!isToStop && !isFromTo && !isSoLong && !isOfWork && !BETWEEN.test(between)) return [];
  const moved = { ...to, start: to.start + from.end, end: to.end + from.end };
  // What a span was changed to goes before what it was.
  const changed = CHANGED.test(passage.text.slice(0, from.start)) ? 4 : 0;
  const named = (from.isNamed ? 1 : 0) + (isOfWork ? 1 : 0);
  const score = scoreOf(heading, passage.text, from.start, moved.end) + named + changed;
  const isReversed = moved.value < from.value;
  if (isReversed && score < SURELY_A_TERM) return [];
  const day = dayAt(passage, moved, year);
  return [{ passage, from, end: moved.end, to: day, isReckoned: false, isReversed, score }];
}

/** 2025年9月8日至12日: the last day by its number alone, in the first one's month. */
function lastOfSameMonth(passage: NormalText, from: Start, heading: string): Candidate | null {
  const last = /^\s*(?:至|到|—{1,2}|-|~)\s*(?=(\d{1,2})\s*日)/.exec(passage.text.slice(from.end));
  if (!last) return null;
  const start = from.end + last[0].length;
  const end = passage.text.indexOf("日", start) + 1;
  const month = `${from.value.slice(0, 4)}年${from.value.slice(5, 7)}月`;
  const read = (said: string): string | null => readDay(month + said);
  const value = read(passage.text.slice(start, end));
  if (value === null || value <= from.value) return null;
  const to = { value, ...evidenceOf(sliceText(passage, start, end), read) };
  // Of days of one month each may be one of several events: a term only where it is the only one.
  const score = Math.min(0, scoreOf(heading, passage.text, from.start, end));
  return { passage, from, end, to, isReckoned: false, score };
}

/** 三、工期; 运输时间：; right above, 什么时候装: whether nothing but a name of the term stands before a span. */
const isLabel = (before: string, heading: string): boolean =>
  (callsTerm(before) && /(?:[：:]|工期|期限|时间|起止|日期)\s*$/.test(before)) ||
  (behindNumber(before) === before.length && TIME_HEADING.test(heading));
const TIME_HEADING = /时间|什么时候|何时|工期|期限|日期/;

/** 自2025年8月1日起12个月; 合同期限壹年，自签订之日起计算: the last day follows from the first. */
export function reckonSpan(passage: NormalText, from: Start, heading: string): Candidate[] {
  const { text } = passage;
  if (!/^\s*(?:起|开始|始|算)/.test(text.slice(from.end)) && !STARTS.test(text.slice(0, from.start)))
    return [];
  const [stop, next] = [text.lastIndexOf("。", from.start) + 1, text.indexOf("。", from.end)];
  const end = next < 0 ? text.length : next;
  const count =
    countsOf(text).find(({ start }) => start >= from.end && start < end && start - from.end < NEARBY) ??
    countsOf(text).findLast((each) => each.start >= stop && each.end <= from.start);
  if (!count || !TERM_WORD.test(heading + text.slice(stop, end))) return [];
  const [value] = lastDaysAfter(from.value, count.months);
  const raw = textValue(sliceText(passage, count.start, count.end)).raw;
  const to: Day = {
    value,
    raw,
    trust: "doubtful",
    confidence: from.day.confidence,
    evidence: from.day.evidence,
  };
  const until = Math.max(from.end, count.end);
  return [
    { passage, from, end: until, to, isReckoned: true, score: scoreOf(heading, text, from.start, from.end) },
  ];
}

/** 2025年8月至2026年7月: months without days, from the first's first day to the last's last one; doubtful, for no day is printed. */
export function monthSpans(passage: NormalText, heading: string): Candidate[] {
  const { text } = passage;
  return findPeriods(text).flatMap(({ start, end, from, to }): Candidate[] => {
    const said = text.slice(start, end);
    const middle = /[至到—–~～-]/.exec(said)?.index ?? -1;
    if (from === to || middle < 0 || /[日号]/.test(said) || !/月/.test(said)) return [];
    const dayOf = (span: { start: number; end: number }, value: string): Day => {
      const { raw, confidence, evidence } = textValue(sliceText(passage, span.start, span.end));
      return { value, raw, trust: "doubtful", confidence, evidence };
    };
    const first = { start, end: start + middle };
    const value = `${from}-01`;
    const day = dayOf(first, value);
    const index = monthIndex(to);
    const last = dayOf(
      { start: start + middle + 1, end },
      `${to}-${String(daysInMonth(index)).padStart(2, "0")}`,
    );
    const score = callsTerm(heading + text.slice(0, start).slice(-24))
      ? scoreOf(heading, text, start, end)
      : 0;
    return [
      { passage, from: { ...first, value, day, isNamed: false }, end, to: last, isReckoned: true, score },
    ];
  });
}
