import { wholeToDecimal } from "./decimal.ts";
import { isBlank } from "./plain-number.ts";
import type { Claim } from "./relation.ts";
import { cellToOperand } from "./relation-cell.ts";
import { constantToOperand } from "./relation-operand.ts";
import { bare, bodyRows, type Grid, numberIn } from "./table-grid.ts";

/** A scoring table's points against the full mark that its title or header states (满分100分). */
export function fullMarkClaims(grid: Grid): Claim[] {
  const columns = Array.from({ length: grid.table.columnCount }, (_, column) => column);
  return columns.flatMap((column) => {
    const header = grid.headerOf(column);
    if (!/分值|分数|标准分|配分|满分|权重分/u.test(header)) return [];
    const mark = fullMarkIn(header) ?? fullMarkIn(grid.table.title?.value ?? "");
    return mark === null ? [] : claimOf(grid, column, header, mark);
  });
}

function fullMarkIn(text: string): number | null {
  const found = /(?:满分|总分|共计?|合计)[为:：]?(\d{1,4})分?|[（(](?:总分|满分)?(\d{1,4})分[）)]/u.exec(
    text.replace(/\s/gu, ""),
  );
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
}

/** Total rows have a claim of their own; a column with other than numbers is no plain column of points. */
function claimOf(grid: Grid, column: number, header: string, mark: number): Claim[] {
  const cells = bodyRows(grid.table)
    .filter((row) => !isTotalRow(grid, row))
    .flatMap((row) => grid.cellAt(row, column) ?? [])
    .filter((cell) => !isBlank(cell.text.value));
  const operands = cells.flatMap((cell) => cellToOperand(cell, grid.labelOf(cell.row), false) ?? []);
  if (operands.length < 2 || operands.length * 2 <= cells.length) return [];
  const base = { ruleId: "column-sums-to-total" as const, version: null, subject: `${header}满分` };
  const unread = cells
    .filter((cell) => !numberIn(cell))
    .map((cell) => `${grid.labelOf(cell.row)}（${bare(cell)}）`);
  if (unread.length > 0) return [{ ...base, equation: null, missing: unread }];
  const result = constantToOperand(wholeToDecimal(mark), `满分${mark}分`);
  const terms = operands.map((operand) => ({ operand, times: 1 }));
  return [{ ...base, equation: { kind: "sum", terms, result, strict: true }, missing: [] }];
}

function isTotalRow(grid: Grid, row: number): boolean {
  return grid.table.cells.some(
    (cell) => cell.row === row && /小计|合计|总计|总分/u.test(bare(cell)) && !numberIn(cell),
  );
}
