import type { Budget, BudgetLine } from "./agreement.ts";
import { type Place, sharedArea } from "./place.ts";
import type { Contents } from "./record.ts";
import type { Claim } from "./relation.ts";
import { amountOf, once, topLines } from "./relation-lines.ts";
import type { Table, TableCell } from "./table.ts";

const FEWEST = 2;

/**
 * A budget told by kinds (人员费, 活动费), and once more by what these are made of, in another table: each kind against its rows there.
 * Nothing where the kinds of the one aren't just those of the other.
 */
export function kindClaims(contents: Contents): Claim[] {
  const { budgets, tables } = contents;
  // Every pair of budgets asks about the same lines.
  const known = new Map<BudgetLine, string[]>();
  const kindsOf = (line: BudgetLine): string[] => {
    const kinds = known.get(line) ?? kindsAbove(line, tables);
    known.set(line, kinds);
    return kinds;
  };
  return budgets.flatMap((wide) =>
    budgets
      .filter((other) => other !== wide && other.version === wide.version)
      .flatMap((other) => claimsOf(wide, other, kindsOf)),
  );
}

function claimsOf(wide: Budget, detailed: Budget, kindsOf: (line: BudgetLine) => string[]): Claim[] {
  const kinds = topLines(wide);
  const lines = topLines(detailed);
  if (kinds.length < FEWEST || lines.length <= kinds.length) return [];
  const names = kinds.map(({ label }) => plain(label.value));
  const kindsOfLines = lines.map((line) => kindsOf(line).filter((kind) => names.includes(kind)));
  const isParted =
    new Set(names).size === names.length &&
    kindsOfLines.every((own) => new Set(own).size === 1) &&
    names.every((name) => kindsOfLines.some((own) => own.includes(name)));
  if (!isParted) return [];
  return kinds.map((kind, at): Claim => {
    const parts = lines.filter((_, index) => kindsOfLines[index].includes(names[at]));
    const terms = parts.map((part) => once(amountOf(part)));
    return {
      ruleId: "subtotal-equals-sum",
      version: wide.version,
      subject: kind.label.value,
      equation: { kind: "sum", terms, result: amountOf(kind), strict: false },
      missing: [],
    };
  });
}

/** What stands over a line's row in the columns before its amount, be it merged over several rows or left blank below itself; and its own name. */
function kindsAbove({ amount, label }: BudgetLine, tables: readonly Table[]): string[] {
  const own = [plain(label.value)];
  for (const { cells, headerRows } of tables) {
    const cell = cells.find(({ row, text }) => row >= headerRows && meet(text.evidence, amount.evidence));
    if (!cell) continue;
    const columns = Array.from({ length: cell.column }, (_, column) => column);
    const above = columns.map((column) => nameAt(cells, headerRows, cell.row, column));
    return [...own, ...above.filter((name) => name !== "")];
  }
  return own;
}

function nameAt(cells: readonly TableCell[], headerRows: number, row: number, column: number): string {
  const named = cells.filter((cell) => cell.column === column && cell.row >= headerRows && cell.row <= row);
  return plain(named.findLast(({ text }) => text.value.trim() !== "")?.text.value ?? "");
}

/** 一、人员费: without blanks and without the number before it. */
const plain = (text: string): string =>
  text
    .replace(/\s/gu, "")
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))/u,
      "",
    );

const meet = (some: readonly Place[], others: readonly Place[]): boolean =>
  some.some((a) => others.some((b) => a.pageNumber === b.pageNumber && sharedArea(a.box, b.box) > 0));
