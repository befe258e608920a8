import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { type FoundQuantity, findQuantities } from "./figures/index.ts";

const NOT_SO_MANY = {
  zh: "所写各数之和与其合计不符，请核对原件",
  en: "the counts told don't come to what they are said to be in all; check the page",
};

/** 、共|21台: what says that a count is of those before it. */
const IN_ALL = /[，,、]\s*(?:合计|共计|总计|总共|一共|共)(?:为|有)?\s*$/;
/** Things that are counted one by one; times, lengths and areas may be told of one another. */
const THINGS = /^(?:人|名|位|台|套|个|件|辆|张|把|只|块|间|户|份|册|本|棵|株|盏|樘|条|部|幅|项|家)$/;
/** More counts than so many come to anything by chance. */
const MOST = 8;

/** Problems for what counts of one kind are said to come to in their sentence (电脑12台、打印机8台，共21台) where none of them do. */
export function findMiscounted(flow: Flow, _: Contents): Problem[] {
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) => {
      const { text } = content;
      const counts = findQuantities(text).filter(({ unit }) => THINGS.test(unit));
      return counts
        .filter((count) => IN_ALL.test(text.slice(0, count.start)) && isOff(text, counts, count))
        .map((count) => notUnderstood(content, count, NOT_SO_MANY));
    });
}

/** Whether no two or more of the counts before a sum of them, in its sentence and of its kind, come to it. */
function isOff(text: string, counts: readonly FoundQuantity[], sum: FoundQuantity): boolean {
  const from = Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, sum.start))) + 1;
  const before = counts.filter(
    ({ start, end, unit }) => start >= from && end <= sum.start && unit === sum.unit,
  );
  const all = Number(sum.value);
  const numbers = before.map(({ value }) => Number(value));
  const isPer = /[每各]|新增|增加|增设|原有/.test(text.slice(from, sum.start));
  if (isPer || numbers.length < 2 || numbers.length > MOST || numbers.some((number) => number >= all))
    return false;
  let sums = [0];
  for (const number of numbers) sums = sums.concat(sums.map((each) => each + number));
  return !sums.includes(all);
}
