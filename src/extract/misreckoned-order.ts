import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { findDays } from "./dates/read-day.ts";
import { standsAt } from "./evidence.ts";
import { toldPlaces } from "./told-places.ts";

const NO_ORDER = {
  zh: "各期付款日期依次递增，唯此日期不合次序，请核对原件",
  en: "the days of the payments follow on each other but for this one; check the page",
};

/** 第二期：2025年9月30日前: which instalment, and the day that its words begin with. */
const INSTALMENT =
  /第\s*([一二三四五六七八九十]|\d{1,2})\s*(?:期|笔|次|阶段|批)(?:款项?)?\s*[：:，,（(]?\s*(?:于|应于|在)?\s*(?=(?:19|20)\d{2}\s*年|[二贰][〇零○])/g;
const FEWEST = 3;
const COUNTED = "一二三四五六七八九十";

interface Due {
  content: NormalText;
  count: number;
  day: Span & { value: string };
}

/** Problems for one instalment of several whose day is before that of the one before it or behind that of the next, where all others are in order. */
export function findMisordered(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const dues = findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content } }) => duesIn(content));
  const odd = oddOf(dues);
  return odd && !standsAt(odd.content, known, odd.day) ? [notUnderstood(odd.content, odd.day, NO_ORDER)] : [];
}

function duesIn(content: NormalText): Due[] {
  const days = findDays(content.text);
  return [...content.text.matchAll(INSTALMENT)].flatMap((told) => {
    const end = told.index + told[0].length;
    const day = days.find(({ start }) => start === end);
    const count = /\d/.test(told[1]) ? Number(told[1]) : COUNTED.indexOf(told[1]) + 1;
    return day ? [{ content, count, day }] : [];
  });
}

/** The one that is out of order; null where all are in order, more than one isn't, or they are no list from the first on. */
function oddOf(dues: readonly Due[]): Due | null {
  const isList = dues.length >= FEWEST && dues.every(({ count }, at) => count === at + 1);
  if (!isList || isInOrder(dues)) return null;
  const odd = dues.filter((due) => isInOrder(dues.filter((other) => other !== due)));
  // Of two beside each other that changed places either may be the one: the one farther from its neighbours is.
  return odd.length === 0 ? null : (odd.find((due) => isFarFrom(due, dues)) ?? odd[0]);
}

const isInOrder = (dues: readonly Due[]): boolean =>
  dues.every(({ day }, at) => at === 0 || dues[at - 1].day.value <= day.value);

/** Whether a day is before the first or behind the last of all others. */
function isFarFrom(due: Due, dues: readonly Due[]): boolean {
  const others = dues.filter((other) => other !== due).map(({ day }) => day.value);
  return due.day.value < others[0] || due.day.value > others[others.length - 1];
}
