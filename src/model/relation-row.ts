import { isBlank } from "./plain-number.ts";
import { type Claim, type Equation, fitOf, type Operand } from "./relation.ts";
import { cellToOperand } from "./relation-cell.ts";
import { bodyRows, type Grid } from "./table-grid.ts";

const TOTAL = /(?:合计|小计|总计|共计|总数)(?:[（(][^（）()=]{1,8}[）)])?$/u;
const SUBTOTAL = /小计(?:[（(][^（）()=]{1,8}[）)])?$/u;
const NOT_SUMMABLE = /序号|编号|单价|均价|平均|年份|日期|电话|期次|率(?:[（(].*)?$|占比|比例|权重/u;
const ROUNDED = /[万亿]/u;

/** 上半年, 2季度, 3月, 2026年: columns of times, which 全年 sums up, and 合计 as well. */
const OF_TIMES = /半年|季度?(?:[（(]|$)|\d{1,2}月|第.{1,2}[年期季]|^20\d{2}/u;
const ALL_TIMES = /^全(?:年度?|部|期)(?:[（(]|$)/u;

/** Rows in which a sum must come out before it is taken for what the column means. */
const LEAST_HOLDING = 2;

/**
 * A 合计, 小计 or 总计 column against the columns that it sums up, row by row.
 * Which these are no table says: of the likely ones those that come out in most rows; where none does, nothing is claimed,
 * since a 合计 behind 数量 and 单价 is a product.
 */
export function totalColumnClaims(grid: Grid): Claim[] {
  const columns = Array.from({ length: grid.table.columnCount }, (_, column) => column);
  return columns
    .filter((column) => TOTAL.test(grid.headerOf(column)) || ALL_TIMES.test(grid.headerOf(column)))
    .flatMap((column) => claimsOfColumn(grid, column, columns.slice(0, column)));
}

function claimsOfColumn(grid: Grid, column: number, before: readonly number[]): Claim[] {
  const rows = bodyRows(grid.table);
  const candidates = termColumns(grid, column, before).map((terms) =>
    rows.flatMap((row) => claimOf(grid, row, column, terms)),
  );
  const holding = (claims: readonly Claim[]): number =>
    claims.filter(({ equation }) => equation && fitOf(equation) === "holds").length;
  const best = candidates.reduce<Claim[]>((so, next) => (holding(next) > holding(so) ? next : so), []);
  // What columns of times come to needs no other rows to show it.
  const terms =
    candidates.indexOf(best) < 0 ? [] : termColumns(grid, column, before)[candidates.indexOf(best)];
  const areTimes = terms.length > 0 && terms.every((term) => OF_TIMES.test(grid.headerOf(term)));
  if (areTimes && holding(best) > 0) return best;
  const isMeant = holding(best) >= LEAST_HOLDING && holding(best) * 2 > best.length;
  return isMeant && TOTAL.test(grid.headerOf(column)) ? best : [];
}

/** What a total column may add up: all figures before it, those since the last total, or the subtotals. */
function termColumns(grid: Grid, column: number, before: readonly number[]): number[][] {
  const isTotal = (other: number): boolean => TOTAL.test(grid.headerOf(other));
  const figures = before.filter(
    (other) => !isTotal(other) && !NOT_SUMMABLE.test(grid.headerOf(other)) && isNumeric(grid, other),
  );
  const lastTotal = before.findLast(isTotal) ?? -1;
  const subtotals = before.filter((other) => SUBTOTAL.test(grid.headerOf(other)));
  const sets = [figures, figures.filter((other) => other > lastTotal), subtotals];
  if (subtotals.length > 0) sets.push([...subtotals, ...figures.filter((other) => other > lastTotal)]);
  return sets.filter((set) => set.length > 1 && !set.includes(column));
}

function isNumeric(grid: Grid, column: number): boolean {
  const cells = bodyRows(grid.table)
    .flatMap((row) => grid.cellAt(row, column) ?? [])
    .filter((cell) => !isBlank(cell.text.value));
  const numbers = cells.filter((cell) => cellToOperand(cell, "", false) !== null);
  return numbers.length > 0 && numbers.length * 2 > cells.length;
}

/** Nothing where the sum is blank or there is but one figure; cannot-tell where a cell among them is no number. */
function claimOf(grid: Grid, row: number, column: number, terms: readonly number[]): Claim[] {
  const result = operandAt(grid, row, column);
  if (!result) return [];
  const cells = terms.flatMap((term) => {
    const cell = grid.cellAt(row, term);
    return cell && !isBlank(cell.text.value) ? [{ cell, name: grid.headerOf(term) }] : [];
  });
  if (cells.length === 0) return [];
  const subject = `${grid.labelOf(row) || `第${row + 1}行`} ${grid.headerOf(column)}`;
  const base = { ruleId: "column-sums-to-total" as const, version: null, subject };
  const operands = cells.map(({ cell, name }) => ({ name, operand: operandAt(grid, row, cell.column) }));
  const missing = operands.filter(({ operand }) => operand === null).map(({ name }) => name);
  if (missing.length > 0) return [{ ...base, equation: null, missing }];
  const equation: Equation = {
    kind: "sum",
    terms: operands.flatMap(({ operand }) => (operand ? [{ operand, times: 1 }] : [])),
    result,
    strict: false,
  };
  return [{ ...base, equation, missing: [] }];
}

function operandAt(grid: Grid, row: number, column: number): Operand | null {
  const cell = grid.cellAt(row, column);
  const header = grid.headerOf(column);
  const mayBeRounded = ROUNDED.test(`${header}${grid.table.title?.value ?? ""}`);
  return cell && cellToOperand(cell, header, mayBeRounded);
}
