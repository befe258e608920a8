import type { Term } from "../model/agreement.ts";
import { dayBefore, monthIndex } from "../model/calendar.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { behindNumber } from "./clauses.ts";
import { findDays } from "./dates/read-day.ts";
import { dayAt, findSigningDay } from "./find-dates.ts";
import { passagesOf } from "./passages.ts";
import { findTermEdges, type TermEdges } from "./term-edges.ts";
import { findExtension, findMovedEnd, tellsOfAdding } from "./term-extension.ts";
import { CHANGED, findTermMonths, monthsBeside, monthsChangedTo, type ToldMonths } from "./term-months.ts";
import { type Candidate, findSpan, monthSpans, reckonSpan, startsIn } from "./term-spans.ts";
import { sessionOf, sessionsToSpan, toldSpans } from "./term-told.ts";
import { FORMER_LABEL, ORIGINAL_TERM, OTHER_TERM } from "./term-words.ts";

const LONGEST_HEADING = 16;

/** The time the agreement runs now, and what it ran before; `before` is undefined where it wasn't changed, null where that isn't told. */
export interface Terms {
  term: Term | null;
  before?: Term | null;
  /** What was added to it, where that is told more surely than what it goes on from: what is paid is paid in that time. */
  paid?: Term;
  /** The counts of months that they state. */
  told: { months: ToldMonths; term: Term | null }[];
}

/**
 * The time the agreement runs, its months as stated beside it; null where no beginning or no end can be told.
 * Of several spans the one called a term counts, not one for paying, checking or bidding. An end that is not
 * printed is reckoned from the first day and the months: it is doubtful, and stands where the first day does.
 */
export function findTerms(flow: Flow): Terms {
  const passages = passagesOf(flow);
  const all = candidatesIn(flow, passages);
  const called = all.filter(({ score }) => score > 0);
  const told = called.length > 0 ? called : onlySpan(all, passages, flow);
  const sure = renewedBehind(surest(told), told, passages);
  // 服务期延长5个月，即自…至…: what is added may be told more surely than what it goes on from.
  const best = told.find((each) => sure !== null && isAdded(sure, each, passages)) ?? sure;
  const moved = best && !best.isReckoned ? null : passages.map(findMovedEnd).find((each) => each !== null);
  if (moved) {
    const { from, old, to } = moved;
    return { term: { from, to, months: null }, before: { from, to: old, months: null }, told: [] };
  }
  if (!best) {
    const months = findTermMonths(flow);
    return { term: null, told: months ? [{ months, term: null }] : [] };
  }
  const extended = passages.flatMap(findExtension).find(({ value }) => value > best.to.value);
  const own = monthsBeside(best.passage, best.from, best.end);
  const stated = toTerm(best, own);
  if (extended) {
    const months = monthsChangedTo(passages);
    const term = { ...stated, to: extended, months: months?.months ?? null };
    return { term, before: stated, told: [...toldOf(own, stated), ...toldOf(months, term)] };
  }
  const added = isChangedTo(best) ? undefined : all.find((each) => isAdded(each, best, passages));
  if (added) {
    const term = { ...stated, to: added.to, months: null };
    const months = monthsChangedTo(passages);
    const whole = months && { ...term, months: months.months };
    const paid = sure && sure !== best ? { paid: toTerm(sure, null) } : {};
    return {
      ...{ term: whole ?? term, before: stated, ...paid },
      told: [...toldOf(own, stated), ...toldOf(months, whole)],
    };
  }
  if (!isChangedTo(best)) {
    const months = own ?? findTermMonths(flow, best.from.day.value);
    const term = toTerm(best, months);
    return { term, told: toldOf(months, term) };
  }
  const olds = told.filter((each) => isBefore(each, best) && !isTailOf(each, best));
  const was = surest(olds.filter(isOriginal)) ?? surest(olds);
  const first = was && monthsBeside(was.passage, was.from, was.end);
  const before = was && toTerm(was, first);
  return { term: stated, before, told: [...toldOf(own, stated), ...toldOf(first, before)] };
}

/** As long as a term is at least, in months, where no word calls it so. */
const SHORTEST = 1;
/** 授课时段, 体检时间: what calls a span the time of what is agreed, as its label or in the heading above. */
const CALLS_TIME =
  /(?:活动|举办|演出|会议|展览|比赛|赛事)日期|会期|时段|时间|日程|期间|学期|采暖|供[热暖]|体检|授课|培训|演出|展期/;
/** 现场阶段, 审计所属期, 数据采集范围: a part of the time, or another one. */
const OF_ELSE =
  /阶段|现场|[一二三四五六首末]期|批次?|轮|所属|范围|统计|审计|汛|数据|采集|评估|报名|投标|付款|支付/;

/** 活动日期与地点：, how short it ever is. */
const OF_EVENT =
  /^(?:活动|举办|举行|演出|会议|展览|比赛|赛事|展出|开展)(?:的)?(?:时间|日期|期间)(?:[与和及、]地点)?\s*[：:]\s*$|^会期\s*[：:]\s*$/;

/** 授课时段 above 2025年9月8日至2026年6月26日: the only span from day to day that an agreement tells, where it goes on behind the day of signing. */
function onlySpan(all: readonly Candidate[], passages: readonly NormalText[], flow: Flow): Candidate[] {
  const printed = all.filter(({ isReckoned, isReversed }) => !isReckoned && !isReversed);
  const spans = new Set(printed.map(({ from, to }) => `${from.value} ${to.value}`));
  const [only] = printed;
  if (spans.size !== 1 || only.score < 0) return [];
  const { passage, from, to } = only;
  const label = passage.text.slice(behindNumber(passage.text), from.start);
  const said = headingAbove(passages, passage) + label;
  const isCalled = /^[^，。；\d]{0,12}$/.test(label) && CALLS_TIME.test(said) && !OF_ELSE.test(said);
  const signed = findSigningDay(flow)?.value ?? "";
  const isLong = monthIndex(to.value) - monthIndex(from.value) >= SHORTEST;
  return isCalled && (isLong || OF_EVENT.test(label)) && to.value > signed ? [only] : [];
}

const toTerm = ({ from, to }: Candidate, told: ToldMonths | null): Term => ({
  from: from.day,
  to,
  months: told?.months ?? null,
});

const toldOf = (months: ToldMonths | null, term: Term | null): Terms["told"] =>
  months ? [{ months, term }] : [];

function candidatesIn(flow: Flow, passages: readonly NormalText[]): Candidate[] {
  const signed = findSigningDay(flow);
  const candidates = passages.flatMap((passage, index) => {
    const starts = startsIn(passage, signed);
    const heading = headingWithin(passage) || headingAbove(passages, passages[index]);
    const printed = starts.flatMap((from) => {
      const spans = findSpan(passage, from, heading);
      return spans.some(({ score }) => score > 0) ? spans : [...spans, ...toldSpans(passage, from, heading)];
    });
    const reckoned = starts.flatMap((from) => reckonSpan(passage, from, heading));
    return [...printed, ...reckoned, ...monthSpans(passage, heading)];
  });
  const sessions = candidates.filter((each) => !each.isReckoned && sessionOf(each) !== null);
  const whole = sessionsToSpan(sessions);
  const others = whole.length > 0 ? candidates.filter((each) => !sessions.includes(each)) : candidates;
  return [...others, ...whole, ...findTermEdges(passages).map(edgesToSpan)];
}

/** 二、租期。三年，即…: what a numbered line begins with, up to its full stop; "" for nothing like it. */
function headingWithin({ text }: NormalText): string {
  const from = behindNumber(text);
  return from === 0 ? "" : (/^\p{Script=Han}{2,8}(?=。.)/u.exec(text.slice(from))?.[0] ?? "");
}

/** A short line without a day right above a passage; "" for none. */
function headingAbove(passages: readonly NormalText[], passage: NormalText): string {
  const at = passages.indexOf(passage);
  const isSecond = IS_NOW.test(passage.text) && WAS.test(passages[at - 1]?.text ?? "");
  const above = passages[isSecond ? at - 2 : at - 1]?.text ?? "";
  return above.length <= LONGEST_HEADING && findDays(above).length === 0 ? above : "";
}

/** 变更前：… over 变更后：…, in a form: both below one heading. */
const WAS = /^\s*(?:变更|调整|修改|修订|延长)(?:之)?前\s*[：:]/;
const IS_NOW = /^\s*(?:变更|调整|修改|修订|延长)(?:之)?后\s*[：:]/;

const surest = (told: readonly Candidate[]): Candidate | null =>
  told.reduce<Candidate | null>((so, each) => (so && rank(so) >= rank(each) ? so : each), null);

/** 原服务合同：有效期…至2025年8月31日, and 续约期限…自2025年9月1日: what follows a former agreement's time, and isn't added to it, is this one's. */
function renewedBehind(
  best: Candidate | null,
  told: readonly Candidate[],
  passages: readonly NormalText[],
): Candidate | null {
  if (!best || !FORMER_LABEL.test(best.passage.text)) return best;
  const later = told.filter(
    (each) =>
      !each.isReversed &&
      each.from.value > best.to.value &&
      !isAdded(each, best, passages) &&
      /续|本(?:合同|协议)|服务|租|合作|期限|有效/.test(saidOf(each, passages)) &&
      !OTHER_TERM.test(saidOf(each, passages)),
  );
  return surest(later) ?? best;
}

const saidOf = ({ passage, from }: Candidate, passages: readonly NormalText[]): string =>
  headingAbove(passages, passage) + passage.text.slice(0, from.start);

const isChangedTo = ({ passage, from }: Candidate): boolean =>
  CHANGED.test(passage.text.slice(0, from.start));

/** Whether a span is what another one was before it was changed: told before it in the same sentence, or as the original one. */
function isBefore(span: Candidate, changed: Candidate): boolean {
  const isSame = span.from.value === changed.from.value && span.to.value === changed.to.value;
  if (isSame || isChangedTo(span)) return false;
  return isOriginal(span) || (span.passage === changed.passage && span.end <= changed.from.start);
}

const isOriginal = ({ passage, from }: Candidate): boolean =>
  ORIGINAL_TERM.test(passage.text.slice(0, from.start));

/** What was added: 延长6个月，即自…起至…止. */
const isTailOf = (span: Candidate, { from, to }: Candidate): boolean =>
  span.from.value > from.value && span.to.value === to.value;

/** 服务期延长6个月，即自…起至…止; 过渡期自…至…: a span that goes on from the day after a term, told as what is added to it. */
function isAdded(
  { passage, from, to, isReckoned }: Candidate,
  { to: last }: Candidate,
  passages: readonly NormalText[],
): boolean {
  const goesOn = !isReckoned && dayBefore(from.value) === last.value && to.value > from.value;
  return goesOn && tellsOfAdding(headingAbove(passages, passage) + passage.text.slice(0, from.start));
}

/** Two labelled lines are surer than a word amid a sentence, and less so than a span under its own name. */
const SCORE_OF_EDGES = 3;

const edgesToSpan = ({ first, last }: TermEdges): Candidate => ({
  passage: first.passage,
  from: { ...first.day, day: dayAt(first.passage, first.day), isNamed: false },
  end: first.day.end,
  to: dayAt(last.passage, last.day),
  isReckoned: false,
  score: SCORE_OF_EDGES,
});

/** Whether a term's end is printed itself, not reckoned from its beginning. */
export const isPrinted = ({ from, to }: Term): boolean =>
  JSON.stringify(from.evidence) !== JSON.stringify(to.evidence);

/** What is printed whole goes before what was reckoned. */
const rank = ({ score, isReckoned, isReversed }: Candidate): number =>
  score - (isReckoned ? 10 : 0) - (isReversed ? 20 : 0);
