import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood } from "./budget-figures.ts";
import { tellsTax } from "./budget-tax-rows.ts";
import { standsAt } from "./evidence.ts";
import { figuresOf } from "./record-money.ts";
import { accountedPlaces } from "./told-places.ts";

const LEFT_OUT = {
  zh: "此表其余金额已归入预算，唯此金额未能归入任何一项，请核对原件",
  en: "other sums of this column are lines of the budget, but this one has no place in it; check the page",
};

/** Rows whose sum is compared with those above (小计, what of the total is tax), and such as tell how it is paid. */
const isJudged = (words: string): boolean =>
  /[小合总共]\s*计|预付|首付|[首尾余]款|进度款|质保金|第.[期次笔]/.test(words) ||
  tellsTax(words.replace(/\s/g, ""));
const FEWEST = 2;

/**
 * Problems for sums in a table's column of amounts, others of which are lines of a budget, that are no figure of the record and
 * that no figure of the record says as well: rows behind the total (税金, 优惠, 合同金额) that were not understood.
 */
export function findUntoldCells(flow: Flow, contents: Contents): Problem[] {
  const { price, paid } = figuresOf(contents);
  const lines = contents.budgets.flatMap((budget) => budget.lines.map(({ amount }) => amount));
  const placed = accountedPlaces(contents);
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .flatMap((table) =>
      columnsOf(table, lines).flatMap(({ cells, worthFen }) => {
        const known = new Set([...price, ...paid].map(({ fen }) => Math.abs(fen)));
        return cells
          .filter(({ row, content }) => {
            const number = readPlainNumber(content.text);
            const isSum = table.cells.some((cell) => cell.row === row && isJudged(cell.content.text));
            return number && !isSum && !known.has(worthFen(content.text)) && !standsAt(content, placed);
          })
          .map(({ content }) => notUnderstood(content, { start: 0, end: content.text.length }, LEFT_OUT));
      }),
    );
}

interface AmountColumn {
  cells: readonly FlowCell[];
  /** What a number of the column is worth, in fen, as its lines were read. */
  worthFen: (text: string) => number;
}

/** The columns of which at least two cells are amounts of lines. */
function columnsOf(table: FlowTable, lines: readonly Money[]): AmountColumn[] {
  return Array.from({ length: table.columnCount }, (_, column) => column).flatMap((column) => {
    const cells = table.cells.filter((cell) => cell.column === column && cell.row >= table.headerRows);
    const read = cells.flatMap(({ content }) => {
      const line = lines.find(({ evidence }) => standsAt(content, evidence));
      return line ? [{ fen: line.fen, number: numberOf(content.text) }] : [];
    });
    const first = read.find(({ number }) => number > 0);
    if (!first || read.length < FEWEST) return [];
    const unit = Math.abs(first.fen) / first.number;
    return [{ cells, worthFen: (text: string) => Math.round(Math.abs(numberOf(text)) * unit) }];
  });
}

function numberOf(text: string): number {
  const number = readPlainNumber(text);
  return number ? Number(number.value.units) / 10 ** number.value.scale : Number.NaN;
}
