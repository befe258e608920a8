import { isBlank } from "./plain-number.ts";
import type { Claim, Equation, Operand } from "./relation.ts";
import { cellToOperand } from "./relation-cell.ts";
import { bare, bodyRows, type Grid, numberIn } from "./table-grid.ts";

/** Columns whose header states a formula over other columns (G=A×E, ⑤=③+④) against every row. */
export function formulaClaims(grid: Grid): Claim[] {
  const letterRow = findLetterRow(grid);
  const symbols = new Map<string, number>();
  const formulas: { column: number; formula: Formula }[] = [];
  for (let column = 0; column < grid.table.columnCount; column += 1) {
    const letters = letterRow === null ? "" : (grid.cellAt(letterRow, column)?.text.value ?? "");
    const head = (letters || grid.headerOf(column)).replace(/\s/gu, "");
    const symbol = symbolOf(head);
    if (symbol !== null && !symbols.has(symbol)) symbols.set(symbol, column);
    const formula = readFormula(head);
    if (formula) formulas.push({ column, formula });
  }
  const rows = bodyRows(grid.table).filter((row) => row !== letterRow && !isTotalRow(grid, row));
  return formulas.flatMap(({ column, formula }) =>
    rows.flatMap((row) => claimOf(grid, row, column, formula, symbols)),
  );
}

/** The columns from which others are reckoned, as their headers' formulas say (B and C of D=B+C). */
export function partColumns(headers: readonly string[]): Set<number> {
  const heads = headers.map((header) => header.replace(/\s/gu, ""));
  const symbols = heads.map(symbolOf);
  const used = new Set(heads.flatMap((head) => readFormula(head)?.parts.map(({ symbol }) => symbol) ?? []));
  return new Set(symbols.flatMap((symbol, column) => (symbol !== null && used.has(symbol) ? [column] : [])));
}

interface Formula {
  kind: "sum" | "product";
  parts: { symbol: string; times: number }[];
}

const SYMBOL = "(?:[A-Z]|[①-⑳]|[（(]\\d{1,2}[）)])";
const DEFINITION = new RegExp(
  `(?:^|[^A-Z])(${SYMBOL})=(${SYMBOL}(?:[-+−＋－×xX*＊]${SYMBOL})+)(?![A-Z÷/+−＋－×*＊-])`,
  "u",
);
const LONE = new RegExp(`^(${SYMBOL})$`, "u");
const TRAILING =
  /[（(]([A-Z]|[①-⑳])[）)]$|([①-⑳])$|(?<=\p{Script=Han}|[）)])([A-Z])$|^([A-Z])(?=\p{Script=Han}{2})/u;

/** A row of letters over or at the top of the body: most of its cells are a symbol or a formula. */
function findLetterRow(grid: Grid): number | null {
  const rows = Array.from(
    { length: Math.min(grid.table.rowCount, grid.table.headerRows + 1) },
    (_, row) => row,
  );
  const found = rows.findLast((row) => {
    const texts = grid.table.cells.filter((cell) => cell.row === row && !isBlank(cell.text.value)).map(bare);
    const symbols = texts.filter((text) => LONE.test(text) || readFormula(text) !== null);
    return symbols.length >= 3 && symbols.length * 2 > texts.length;
  });
  return found ?? null;
}

function symbolOf(head: string): string | null {
  const found =
    LONE.exec(head)?.[1] ?? DEFINITION.exec(head)?.[1] ?? TRAILING.exec(head)?.slice(1).find(Boolean);
  return found ? plain(found) : null;
}

/** A sum or difference, or a product; null for no formula and for what mixes them. */
function readFormula(head: string): Formula | null {
  const expression = DEFINITION.exec(head)?.[2];
  if (!expression) return null;
  const symbols = expression.match(new RegExp(SYMBOL, "gu")) ?? [];
  const signs = expression.replace(new RegExp(SYMBOL, "gu"), " ").trim().split(/\s+/u);
  const isProduct = signs.every((sign) => /[×xX*＊]/u.test(sign));
  if (!isProduct && !signs.every((sign) => /[-+−＋－]/u.test(sign))) return null;
  const times = (index: number): number => (index > 0 && /[-−－]/u.test(signs[index - 1]) ? -1 : 1);
  const parts = symbols.map((symbol, index) => ({
    symbol: plain(symbol),
    times: isProduct ? 1 : times(index),
  }));
  return { kind: isProduct ? "product" : "sum", parts };
}

const plain = (symbol: string): string => symbol.replace(/[（()）]/gu, "");

function isTotalRow(grid: Grid, row: number): boolean {
  return grid.table.cells.some(
    (cell) => cell.row === row && /小计|合计|总计|共计/u.test(bare(cell)) && !numberIn(cell),
  );
}

/** Nothing where the result is blank; cannot-tell where it stands but an input doesn't. */
function claimOf(
  grid: Grid,
  row: number,
  column: number,
  formula: Formula,
  symbols: ReadonlyMap<string, number>,
): Claim[] {
  const result = operandAt(grid, row, column);
  if (!result) return [];
  const subject = `${grid.labelOf(row) || `第${row + 1}行`} ${grid.headerOf(column)}`.trim();
  const base = { ruleId: "column-sums-to-total" as const, version: null, subject };
  const parts = formula.parts.map(({ symbol, times }) => {
    const from = symbols.get(symbol);
    return { symbol, times, operand: from === undefined ? null : operandAt(grid, row, from) };
  });
  const missing = parts.filter((part) => !part.operand).map((part) => part.symbol);
  if (missing.length > 0) return [{ ...base, equation: null, missing }];
  const terms = parts.flatMap(({ operand, times }) => (operand ? [{ operand, times }] : []));
  const equation: Equation =
    formula.kind === "sum"
      ? { kind: "sum", terms, result, strict: false }
      : { kind: "product", factors: terms.map((term) => term.operand), result };
  return [{ ...base, equation, missing: [] }];
}

function operandAt(grid: Grid, row: number, column: number): Operand | null {
  const cell = grid.cellAt(row, column);
  return cell && cellToOperand(cell, grid.headerOf(column), false);
}
