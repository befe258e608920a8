import type { Term } from "../model/agreement.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { type FoundDay, findDays } from "./dates/read-day.ts";
import { findMonthCounts } from "./dates/read-months.ts";
import { dayAt } from "./find-dates.ts";
import { passagesOf } from "./passages.ts";

const BETWEEN =
  /^(?:[（(]含[^（）()]{0,4}[）)])?\s*(?:起|开始|始|之日起)?\s*[，,]?\s*(?:至|到|—{1,2}|一|-|~|止于|截至|终止(?:日期|时间)?(?:为|[：:])|结束(?:日期|时间)?(?:为|[：:])|截止(?:日期|时间)?(?:为|[：:])|(?:计划|约定|预计)?(?:竣工|完工)(?:日期|时间)?(?:为)?)\s*(?:[：:])?\s*$/;
/** …起，…止 */
const STARTED = /^\s*(?:起|开始|始)\s*[，,、]?\s*$/;
const TERM_WORD =
  /期限|服务期|合同期|协议期|有效期|履行期|履约期|项目期|周期|服务时间|合作期|委托期|租赁期|实施期|运营期|起止|执行期|期间|工期|[聘任]期|[供交]货期|[保养托]管?期|养护期|保养期|年限/;
const OTHER_TERM = /付款|支付|拨付|报名|公示|投标|质保|保修|考核|评估|试运行|结算|缴费|发票|试用/;
const STARTS = /(?:自|从|起始(?:日期|时间)?(?:为|[：:])|开始(?:日期|时间)?(?:为|[：:]))\s*$/;

/** How far before or behind its days a term's count of months may be told, in characters. */
const NEARBY = 40;

interface Candidate {
  passage: NormalText;
  from: FoundDay;
  to: FoundDay;
  score: number;
}

/**
 * The time the agreement runs, its months as stated beside it; null unless both days are printed.
 * Of several spans the one called a term counts, not one for paying, checking or bidding.
 */
export function findTerm(flow: Flow): Term | null {
  const passages = passagesOf(flow);
  const candidates = passages.flatMap(findSpans).filter(({ score }) => score > 0);
  const best = candidates.reduce<Candidate | null>(
    (so, candidate) => (so && so.score >= candidate.score ? so : candidate),
    null,
  );
  if (!best) return null;
  const { passage, from, to } = best;
  const months = monthsBeside(best) ?? monthsElsewhere(passages);
  return { from: dayAt(passage, from), to: dayAt(passage, to, from.value.slice(0, 4)), months };
}

function findSpans(passage: NormalText): Candidate[] {
  const days = findDays(passage.text);
  return days.flatMap((from): Candidate[] => {
    const year = from.value.slice(0, 4);
    const to = findDays(passage.text.slice(from.end), year)[0];
    if (!to) return [];
    const between = passage.text.slice(from.end, from.end + to.start);
    const isStopped = STARTED.test(between) && /^\s*止/.test(passage.text.slice(from.end + to.end));
    if (!isStopped && !BETWEEN.test(between)) return [];
    const moved = { ...to, start: to.start + from.end, end: to.end + from.end };
    if (moved.value < from.value) return [];
    return [{ passage, from, to: moved, score: scoreOf(passage.text, from, moved) }];
  });
}

function scoreOf(text: string, from: FoundDay, to: FoundDay): number {
  const before = text.slice(0, from.start);
  const sentence = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("；")) + 1);
  const near = sentence.slice(-24);
  const after = text.slice(to.end, to.end + 16);
  let score = 0;
  if (STARTS.test(before)) score += 2;
  if (/^\s*(?:止|，?共|，?为期|（?共?\d+个月)/.test(after)) score += 1;
  if (TERM_WORD.test(near)) score += 4;
  else if (TERM_WORD.test(sentence)) score += 2;
  if (OTHER_TERM.test(near)) score -= 3;
  return score;
}

/** The count told nearest to the days, behind them first. */
function monthsBeside({ passage, from, to }: Candidate): number | null {
  const counts = findMonthCounts(passage.text);
  const behind = counts.find(({ start }) => start >= to.end && start - to.end < NEARBY);
  const before = counts.filter(({ end }) => end <= from.start && from.start - end < NEARBY).at(-1);
  return (behind ?? before)?.months ?? null;
}

/** The count told of the term in another sentence: 服务期限为12个月. */
function monthsElsewhere(passages: readonly NormalText[]): number | null {
  for (const { text } of passages) {
    for (const { start, months } of findMonthCounts(text)) {
      const before = text.slice(Math.max(0, start - 14), start);
      if (TERM_WORD.test(before) && !OTHER_TERM.test(before)) return months;
    }
  }
  return null;
}
