import { daysApart } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findDays } from "./dates/read-day.ts";
import { standsAt } from "./evidence.ts";
import { toldPlaces } from "./told-places.ts";

const NO_SEAM = {
  zh: "此期间与上一行的期间不相接（中断或重叠），而其余各行前后相接，请核对原件",
  en: "this period doesn't follow on the one of the row above, as all others do: days are left out or told twice; check the page",
};

/** A cell's period, from its first to its last day. */
interface Period {
  cell: FlowCell;
  from: string;
  to: string;
}

const FEWEST = 3;
/** One day that is wrong puts one seam wrong; a whole period that is, two. */
const MOST_ODD = 2;
const BETWEEN = /^\s*(?:起|开始)?\s*(?:至|到|—{1,2}|–|-|~|～|－)\s*$/;

/** Problems for rows of a column of periods (2025年11月11日至2025年11月30日) that leave out days, or tell them twice, where the others follow on each other day by day: the record holds but their months. */
export function findMisseamed(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  return flow
    .filter((part) => part.kind === "table")
    .flatMap((table) => Array.from({ length: table.columnCount }, (_, column) => oddIn(table, column)).flat())
    .filter(({ content }) => !standsAt(content, known, { start: 0, end: content.text.length }))
    .map(({ content }) => notUnderstood(content, { start: 0, end: content.text.length }, NO_SEAM));
}

function oddIn(table: FlowTable, column: number): FlowCell[] {
  const periods = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows)
    .sort((a, b) => a.row - b.row)
    .flatMap((cell) => periodOf(cell) ?? []);
  const odd = periods
    .slice(1)
    .filter(({ from }, at) => periods[at].to >= from || daysApart(periods[at].to, from) !== 1);
  const isSeries = periods.length >= FEWEST && odd.length <= MOST_ODD && 2 * odd.length < periods.length - 1;
  return isSeries ? odd.map(({ cell }) => cell) : [];
}

function periodOf(cell: FlowCell): Period | null {
  const { text } = cell.content;
  const [from, to, more] = findDays(text);
  const isPeriod =
    from && to && !more && BETWEEN.test(text.slice(from.end, to.start)) && from.value < to.value;
  return isPeriod ? { cell, from: from.value, to: to.value } : null;
}
