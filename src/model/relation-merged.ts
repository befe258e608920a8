import type { Budget, BudgetLine } from "./agreement.ts";
import { add, ZERO } from "./decimal.ts";
import { type Place, sharedArea } from "./place.ts";
import type { Contents } from "./record.ts";
import { type Equation, fitOf, type Operand } from "./relation.ts";
import { cellToOperand } from "./relation-cell.ts";
import { amountOf, familiesOf } from "./relation-lines.ts";
import { SHARE_HEADER } from "./share-header.ts";
import type { Table, TableCell } from "./table.ts";
import { bare, type Grid, tableToGrid } from "./table-grid.ts";
import type { Trust } from "./value.ts";

/** A share in one cell over the rows of several lines of a budget: that of what they come to together, and of none of them alone. */
export interface MergedShare {
  /** What its rows are called together. */
  name: string;
  /** The lines of its rows but for those that are parts of others among them; at least one. */
  lines: BudgetLine[];
  share: Operand;
  /** What the lines come to. */
  part: Operand;
}

/**
 * The merged shares of a budget's tables that no line of it has been given.
 * Where one table tells several budgets, only those whose header says of which they are.
 */
export function mergedSharesOf(contents: Contents, budget: Budget): MergedShare[] {
  const isMerged = ({ rowSpan }: TableCell): boolean => rowSpan > 1;
  return contents.tables.flatMap((table) => {
    if (!table.cells.some(isMerged)) return [];
    const grid = tableToGrid(table);
    const columns = Array.from({ length: table.columnCount }, (_, at) => at).filter((at) =>
      SHARE_HEADER.test(grid.headerOf(at)),
    );
    const column = columns.find((at) => OF_ALL.test(grid.headerOf(at))) ?? columns[0];
    if (column === undefined) return [];
    const merged = table.cells.filter(
      (cell) => cell.column === column && isMerged(cell) && cell.row >= table.headerRows,
    );
    if (merged.length === 0 || !isOfBudget(contents, budget, grid, column)) return [];
    const rows = rowsOf(table, budget.lines);
    return merged.flatMap((cell) => shareOf(grid, cell, budget, rows));
  });
}

/** What a merged share says: of what its lines come to, of the total or of the line they are parts of; or of each of them, where each has as much. */
export function meantBy(
  { name, lines, share, part }: MergedShare,
  budget: Budget,
  whole: Operand,
): { subject: string; equation: Equation }[] {
  const parent = familiesOf(budget).find(({ children }) =>
    lines.every((line) => children.includes(line)),
  )?.parent;
  const wholes = [whole, ...(parent ? [amountOf(parent)] : [])];
  const ways = [
    ...wholes.map((of) => [{ subject: name, equation: { kind: "share" as const, part, whole: of, share } }]),
    lines.map((line) => ({
      subject: line.label.value,
      equation: { kind: "share" as const, part: amountOf(line), whole, share },
    })),
  ];
  return ways.find((way) => way.every(({ equation }) => fitOf(equation) === "holds")) ?? ways[0];
}

function shareOf(
  grid: Grid,
  cell: TableCell,
  { lines }: Budget,
  rows: ReadonlyMap<BudgetLine, number>,
): MergedShare[] {
  const isGiven = lines.some(({ percent }) => percent && meet(percent.evidence, cell.text.evidence));
  const all = lines.filter((line) => {
    const row = rows.get(line);
    return row !== undefined && row >= cell.row && row < cell.row + cell.rowSpan;
  });
  const labels = new Set(all.map(({ label }) => label.value));
  const top = all.filter(
    ({ parent, label }) => parent === null || parent === label.value || !labels.has(parent),
  );
  const name = nameOf(grid, cell) ?? top.map(({ label }) => label.value).join("、");
  const share = cellToOperand(cell, `${name}占比`, true);
  if (isGiven || !share || all.length < 2 || top.length === 0) return [];
  return [{ name, lines: top, share: { ...share, kind: "percent" }, part: sumOf(top, name) }];
}

/** What lines come to; arithmetic about it tells nothing of how it is parted, so that it stands for none of them. */
function sumOf(lines: readonly BudgetLine[], name: string): Operand {
  const parts = lines.map(amountOf);
  if (parts.length === 1) return parts[0];
  const trust = TRUSTS.find((each) => parts.some((part) => part.trust === each)) ?? "doubtful";
  return {
    ...parts[0],
    source: {},
    name,
    raw: "",
    value: parts.map(({ value }) => value).reduce(add, ZERO),
    exact: parts.every(({ exact }) => exact),
    trust,
    evidence: parts.flatMap(({ evidence }) => evidence),
    rivals: [],
    isSum: true,
  };
}

const TRUSTS: readonly Trust[] = ["doubtful", "agreed", "proven", "corrected"];

/** The word merged over the same rows. */
function nameOf({ table, cellAt }: Grid, { row, rowSpan, column }: TableCell): string | null {
  const beside = Array.from({ length: column }, (_, at) => cellAt(row, at));
  const name = beside.findLast(
    (cell) =>
      cell?.rowSpan === rowSpan && /\p{Script=Han}/u.test(cell.text.value) && cell.column < table.columnCount,
  );
  return name ? bare(name) : null;
}

/** The row of a table in which each line's amount stands. */
function rowsOf({ cells, headerRows }: Table, lines: readonly BudgetLine[]): Map<BudgetLine, number> {
  const body = cells.filter(({ row }) => row >= headerRows);
  return new Map(
    lines.flatMap((line): [BudgetLine, number][] => {
      const cell = body.find(({ text }) => meet(text.evidence, line.amount.evidence));
      return cell ? [[line, cell.row]] : [];
    }),
  );
}

/** 占总额比例 beside 占类别比例. */
const OF_ALL = /总|全部|合同/;
const BEFORE = /[原前]/;
const AFTER = /[现后新]/;

/** Whether a column of shares is of this budget, where a table tells others too. */
function isOfBudget(
  { budgets }: Contents,
  budget: Budget,
  { table, headerOf }: Grid,
  column: number,
): boolean {
  const told = budgets.filter(({ lines }) => rowsOf(table, lines).size > 0);
  if (told.length < 2) return true;
  const [own, other] = budget.version === "original" ? [BEFORE, AFTER] : [AFTER, BEFORE];
  const header = headerOf(column);
  const isAlone = told.every((each) => each === budget || each.version !== budget.version);
  return isAlone && own.test(header) && !other.test(header);
}

const meet = (some: readonly Place[], others: readonly Place[]): boolean =>
  some.some((a) => others.some((b) => a.pageNumber === b.pageNumber && sharedArea(a.box, b.box) > 0));
