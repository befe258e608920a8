import { wholeMonthsBetween } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { BY_MONTH } from "./budget-columns-words.ts";
import { notUnderstood } from "./budget-figures.ts";
import { headerOf } from "./column-types.ts";
import { standsAt } from "./evidence.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_SO_MANY = {
  zh: "每月或每年合计乘以期限不等于正文所写的总额，请核对原件",
  en: "this sum of a month or a year, times those of the term, isn't the total told in the text; check the page",
};

const SUM = /^(?:每?个?[月年].{0,8})?(?:小计|合计|总计|共计)$/;
const MONTHS_OF_YEAR = 12;
const YUAN_FEN = 100;
const TEN_THOUSAND = 10_000;

/**
 * Problems for what a month comes to by a table (月租金合计) where the total told is so many times as much, but not so often as the
 * term has months; of a term that isn't known, where it is no whole years of it.
 */
export function findOddMonths(flow: Flow, { agreement, budgets, problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const { term } = agreement;
  const months = term && (term.months ?? wholeMonthsBetween(term.from.value, term.to.value));
  const totals = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const isDue = (times: number, perMonths: number): boolean =>
    months === null ? perMonths === 1 && times % MONTHS_OF_YEAR === 0 : times * perMonths === months;
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .flatMap(sumsOfMonth)
    .filter(({ fen }) => totals.length > 0 && !totals.includes(fen))
    .filter(
      ({ fen, perMonths }) =>
        totals.some((total) => total % fen === 0) && !totals.some((total) => isDue(total / fen, perMonths)),
    )
    .filter(({ cell: { content } }) => !standsAt(content, known, whole(content.text)))
    .map(({ cell: { content } }) => notUnderstood(content, whole(content.text), NOT_SO_MANY));
}

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });

/** The numbers of a table's rows of sums in its columns of what a month or a year costs. */
function sumsOfMonth(table: FlowTable): { cell: FlowCell; fen: number; perMonths: number }[] {
  const rows = table.cells.filter(({ content }) => SUM.test(content.text.replace(/\s/g, "")));
  return table.cells.flatMap((cell) => {
    const number = readPlainNumber(cell.content.text);
    const isSum = rows.some(({ row, column }) => row === cell.row && column < cell.column);
    const header = headerOf(table, cell.column);
    if (!number || !isSum || !BY_MONTH.test(header)) return [];
    const times = /万元/.test(header) ? TEN_THOUSAND : 1;
    const fen = (Number(number.value.units) / 10 ** number.value.scale) * times * YUAN_FEN;
    const perMonths = /月/.test(header) ? 1 : MONTHS_OF_YEAR;
    return fen > 0 ? [{ cell, fen: Math.round(fen), perMonths }] : [];
  });
}
