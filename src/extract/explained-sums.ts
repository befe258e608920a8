import { decimalToText } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { type Place, sharedArea } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import type { Table } from "../model/table.ts";
import { numberIn, tableToGrid } from "../model/table-grid.ts";
import { discountsIn, leaves } from "./budget-discounts.ts";
import { NO_PLACE } from "./budget-drafts.ts";
import { isTermOfFitting } from "./budget-formulas.ts";
import { SURPLUS } from "./budget-surplus.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { NOT_AN_AMOUNT } from "./find-schedules.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { paidInGroups } from "./paid-groups.ts";
import { isToldChange } from "./record-money.ts";
import { madeUpIn } from "./untold-makeup.ts";
import { UNTOLD } from "./untold-sums.ts";

/**
 * Problems without those of sums that a list had no place for, but that the record's figures bear out to the fen: what a price by the month
 * is made up of, what two totals differ by, a term of a reckoning that comes out, a sum of a table's column told again, one of the payments that come to the price.
 */
export function withoutExplained(
  problems: readonly Problem[],
  flow: Flow,
  contents: Contents,
  months: number | null,
): Problem[] {
  const isOpen = ({ message }: Problem): boolean =>
    [NO_PLACE, SURPLUS, UNTOLD, NOT_AN_AMOUNT].some(({ zh }) => message.zh.endsWith(zh));
  if (!problems.some(isOpen)) return [...problems];
  const clauses = findClauses(flow).filter(isProse);
  const ofBudget = contents.budgets.flatMap(({ lines }) => lines.flatMap(({ amount }) => amount.evidence));
  const inTables = contents.tables.filter((table) => tellsLines(table, ofBudget)).flatMap(moneyOf);
  const bySection = new Map<number, ReturnType<typeof madeUpIn>>();
  const paid = paidInFull(contents);
  const explained = clauses.flatMap(({ part, section }) => {
    const { content } = part;
    const sums = findSums(content.text);
    if (sums.length === 0) return [];
    const own = clauses.filter((other) => other.section === section);
    const isMadeUp = bySection.get(section) ?? madeUpIn(own, contents, months ?? 0);
    bySection.set(section, isMadeUp);
    const inGroups = paidInGroups(sums, contents);
    const isTold = (sum: MoneySum): boolean =>
      inTables.some(
        ({ fen, names }) => fen === fenOf(sum) && isNamed(content.text.slice(0, sum.start), names),
      );
    return sums
      .filter(
        (sum) =>
          isMadeUp(part, sum) ||
          standsAt(content, paid, sum) ||
          inGroups.includes(sum) ||
          isTold(sum) ||
          isToldChange(contents.budgets, content.text, sum) ||
          isTakenOff(contents, content.text, sum) ||
          isTermOfFitting(content.text, sums, sum),
      )
      .map((sum) => ({ content, sum, isOfGroups: inGroups.includes(sum) }));
  });
  return problems.filter((problem) => {
    const { box, pageNumber, message } = problem;
    if (!isOpen(problem) || !box) return true;
    // The box of words over two lines holds others' sums as well.
    return !explained.some(
      ({ content, sum, isOfGroups }) =>
        // What was read as an instalment, and told in doubt, stays so.
        (isOfGroups || !message.zh.endsWith(NOT_AN_AMOUNT.zh)) &&
        standsAt(content, [{ box, pageNumber }], sum) &&
        message.zh.includes(content.text.slice(sum.start, sum.end)),
    );
  });
}

/** 让利额32,700元 between 清单合价 and 签约合同价: whether a sum is told as taken off, and leaves one total of another. */
function isTakenOff({ budgets }: Contents, text: string, sum: MoneySum): boolean {
  const totals = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  return discountsIn(text, [sum]).some(
    (off) =>
      off.offFen !== null &&
      totals.some((gross) => totals.some((net) => net < gross && leaves(off, gross, net))),
  );
}

/** Where the instalments stand that come to a price: they are no parts of it that lack their place. */
function paidInFull({ budgets, schedules }: Contents): Place[] {
  const prices = budgets.flatMap(({ total, totalInCapitals }) => [total?.fen, totalInCapitals?.fen]);
  return schedules.flatMap(({ instalments }) => {
    const sum = instalments.reduce(
      (all, { amount, occurrences }) => all + (amount?.fen ?? Number.NaN) * occurrences,
      0,
    );
    return prices.includes(sum) ? instalments.flatMap(({ amount }) => amount?.evidence ?? []) : [];
  });
}

/** A sum of a table, in fen, with what its row and its column are called. */
interface TableSum {
  fen: number;
  names: string[];
}

/** What a table's cells tell in groups or to the fen: no mere count. */
function moneyOf(table: Table): TableSum[] {
  const grid = tableToGrid(table);
  return table.cells.flatMap((cell) => {
    const number = /\d,\d{3}|\.\d\d(?!\d)/.test(cell.text.value) ? numberIn(cell) : null;
    if (!number) return [];
    const names = [grid.headerOf(cell.column), grid.labelOf(cell.row)].map((name) =>
      name.replace(BRACKETS, ""),
    );
    return [{ fen: Math.round(Number(decimalToText(number.value)) * FEN), names }];
  });
}

const FEN = 100;
const BRACKETS = /[（(][^（）()]*[）)]|\s/g;
const SHORTEST_NAME = 2;

/** Whether the words right before a sum are the name of its row or column: 其中车船税|2,820.00元. */
function isNamed(before: string, names: readonly string[]): boolean {
  const said = /(\p{Script=Han}+)(?:为|是|计|共|[：:¥￥\s])*$/u.exec(before)?.[1] ?? "";
  return names.some((name) => name.length >= SHORTEST_NAME && !ANY_SUM.test(name) && said.endsWith(name));
}

const ANY_SUM = /^(?:金额|费用|价格|价款|单价|数量|合计|小计|总计|总价)$/;

/** Whether lines of a budget were read from a table. */
const tellsLines = ({ cells }: Table, places: readonly Place[]): boolean =>
  cells.some(({ text }) =>
    text.evidence.some((own) =>
      places.some((place) => place.pageNumber === own.pageNumber && sharedArea(place.box, own.box) > 0),
    ),
  );
