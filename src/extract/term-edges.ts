import type { NormalText } from "../model/normal-text.ts";
import { type FoundDay, findDays } from "./dates/read-day.ts";
import { OTHER_TERM } from "./term-words.ts";

/** A term told on two lines: its first day behind a label, its last day behind another one. */
export interface TermEdges {
  first: { passage: NormalText; day: FoundDay };
  last: { passage: NormalText; day: FoundDay };
}

/** The second line stands right behind the first one, or nearly so. */
const REACH = 3;
const DAY_LABEL = String.raw`(?:日期|时间|日|之日|期)?\s*(?:[（(][^（）()]{0,8}[）)])?\s*(?:为|是)?\s*[：:为是]?\s*$`;
const FIRST = new RegExp(String.raw`(?:开工|开始|起始|起租|起算|起保|进场|入场|启动)${DAY_LABEL}`);
const LAST = new RegExp(String.raw`(?:竣工|完工|终止|结束|截止|届满|到期|期满|终期|终租)${DAY_LABEL}`);
const ELSE = /投标|报名|开标|公告|签订|交货|发票/;

/** 计划开工日期：… and, on a line of its own below, 计划竣工日期：…; what is told of bids, payments and the like is none. */
export function findTermEdges(passages: readonly NormalText[]): TermEdges[] {
  return passages.flatMap((passage, index) => {
    const both = edgesWithin(passage);
    if (both) return [both];
    const first = dayBehind(passage, FIRST);
    if (!first) return [];
    for (const next of passages.slice(index + 1, index + 1 + REACH)) {
      const last = dayBehind(next, LAST);
      if (last && last.value >= first.value)
        return [{ first: { passage, day: first }, last: { passage: next, day: last } }];
    }
    return [];
  });
}

/** 36个月，起租日2025年10月20日，到期日2028年10月19日: both days of a line, each behind its label; null for any other line. */
function edgesWithin(passage: NormalText): TermEdges | null {
  const { text } = passage;
  const [first, last, more] = findDays(text);
  if (!first || !last || more || last.value <= first.value) return null;
  const [before, between] = [text.slice(0, first.start), text.slice(first.end, last.start)];
  const isElse = [OTHER_TERM, ELSE].some((words) => words.test(before) || words.test(between));
  const isLabelled = FIRST.test(before) && /^[，,；;、\s]/.test(between) && LAST.test(between);
  return isLabelled && !isElse ? { first: { passage, day: first }, last: { passage, day: last } } : null;
}

/** The only day of a line, right behind a label. */
function dayBehind({ text }: NormalText, label: RegExp): FoundDay | null {
  const [day, more] = findDays(text);
  if (!day || more) return null;
  const before = text.slice(0, day.start);
  return label.test(before) && !OTHER_TERM.test(before) && !ELSE.test(before) ? day : null;
}
