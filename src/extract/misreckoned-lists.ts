import { monthIndex } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPeriods } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { monthsListed } from "./schedule-term-parts.ts";
import { toldPlaces } from "./told-places.ts";

const ODD_LIST = {
  zh: "此处所列月份与上一项不相接（中断或重叠），而其余各项前后相接，请核对原件",
  en: "these months don't follow on those of the item above, as all others do: some are left out or told twice; check the page",
};

/** The months that an item of a list tells its sum for. */
interface Listed extends Span {
  content: NormalText;
  section: number;
  months: number[];
}

const FEWEST = 3;
/** One month that is wrong puts two seams wrong at most. */
const MOST_ODD = 2;

/**
 * Problems for items that tell their sums for months by name (2027年1月、3月两个月的，77,200元) and leave out months, or tell them twice,
 * where the others follow on each other; of months of instalments a rule judges.
 */
export function findMislisted(flow: Flow, { schedules, problems }: Contents): Problem[] {
  const judged = [
    ...schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ from, to, amount }) => (from !== to && amount ? amount.evidence : [])),
    ),
    ...toldPlaces(problems),
  ];
  const all = listsIn(flow);
  const sections = [...new Set(all.map(({ section }) => section))];
  return sections.flatMap((section) => {
    const own = all.filter((each) => each.section === section);
    const odd = own.filter((each, at) => !isInOrder(own[at - 1]?.months.at(-1) ?? null, each.months));
    const isSeries = own.length >= FEWEST && odd.length <= MOST_ODD && odd.length * 2 <= own.length;
    return isSeries
      ? odd.filter(({ content, start, end }) => !standsAt(content, judged, { start, end })).map(toProblem)
      : [];
  });
}

const toProblem = ({ content, start, end }: Listed): Problem =>
  notUnderstood(content, { start, end }, ODD_LIST);

/** Whether months follow on each other, and the first on the one before them. */
const isInOrder = (before: number | null, months: readonly number[]): boolean =>
  (before === null || months[0] === before + 1) &&
  months.slice(1).every((month, at) => month === months[at] + 1);

/** The items, in their order, whose one sum is told behind a list of two months or more. */
function listsIn(flow: Flow): Listed[] {
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content }, section }): Listed[] => {
      const [sum, more] = findSums(content.text);
      if (!sum || more) return [];
      const piece = content.text.slice(0, sum.start);
      const from = findPeriods(piece, null)[0]?.start;
      const year = /(20\d{2})\s*年/.exec(piece)?.[1] ?? null;
      if (from === undefined || year === null) return [];
      const stop = /[个的，,。；]/.exec(piece.slice(from))?.index ?? piece.length - from;
      const listed = monthsListed(piece.slice(from, from + stop), year);
      const months = listed.map((each) => monthIndex(each.from));
      return months.length > 1 ? [{ content, section, months, start: from, end: sum.end }] : [];
    });
}
