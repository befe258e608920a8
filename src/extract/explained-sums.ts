import { decimalToText } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import type { Table } from "../model/table.ts";
import { numberIn } from "../model/table-grid.ts";
import { NO_PLACE } from "./budget-drafts.ts";
import { isTermOfFitting } from "./budget-formulas.ts";
import { SURPLUS } from "./budget-surplus.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { isReckonedOf } from "./record-money.ts";
import { madeUpIn } from "./untold-makeup.ts";
import { UNTOLD } from "./untold-sums.ts";

/**
 * Problems without those of sums that a list had no place for, but that the record's figures bear out to the fen: what a price by the month
 * is made up of, what two totals differ by, a term of a reckoning that comes out, a sum of a table's column told again.
 */
export function withoutExplained(
  problems: readonly Problem[],
  flow: Flow,
  contents: Contents,
  months: number | null,
): Problem[] {
  const isOpen = ({ message }: Problem): boolean =>
    [NO_PLACE, SURPLUS, UNTOLD].some(({ zh }) => message.zh.endsWith(zh));
  if (!problems.some(isOpen)) return [...problems];
  const clauses = findClauses(flow).filter(isProse);
  const totals = contents.budgets.flatMap(
    ({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? [],
  );
  const inTables = new Set(contents.tables.flatMap(moneyOf));
  const explained = clauses.flatMap(({ part, section }) => {
    const { content } = part;
    const sums = findSums(content.text);
    if (sums.length === 0) return [];
    const isMadeUp = madeUpIn(
      clauses.filter((other) => other.section === section),
      contents,
      months ?? 0,
    );
    return sums
      .filter(
        (sum) =>
          isMadeUp(part, sum) ||
          inTables.has(fenOf(sum) ?? 0) ||
          isReckonedOf(totals, fenOf(sum) ?? 0) ||
          isTermOfFitting(content.text, sums, sum),
      )
      .map((sum) => ({ content, sum }));
  });
  return problems.filter((problem) => {
    const { box, pageNumber } = problem;
    if (!isOpen(problem) || !box) return true;
    return !explained.some(({ content, sum }) => standsAt(content, [{ box, pageNumber }], sum));
  });
}

/** What a table's cells tell in groups or to the fen, in fen: no mere count. */
const moneyOf = ({ cells }: Table): number[] =>
  cells.flatMap((cell) => {
    const number = /\d,\d{3}|\.\d\d(?!\d)/.test(cell.text.value) ? numberIn(cell) : null;
    return number ? [Math.round(Number(decimalToText(number.value)) * FEN)] : [];
  });

const FEN = 100;
