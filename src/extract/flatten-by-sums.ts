import type { BudgetLine } from "../model/agreement.ts";
import { wholeToDecimal } from "../model/decimal.ts";
import { looksMisread, looksMistyped } from "../model/looks-misread.ts";
import { sumOf } from "../model/relation-lines.ts";

/**
 * 其中甲…，其中乙…: nested as told, unless the lines side by side make the total, or would but for one slip,
 * or one 其中 is heaped on the other and side by side they come closer. `wholeFen` is the total, null where none is told.
 */
export function flattenBySums(lines: BudgetLine[], wholeFen: number | null): BudgetLine[] {
  const top = lines.filter(({ parent }) => parent === null);
  if (wholeFen === null || top.length === lines.length) return lines;
  const [flatGap, nestedGap] = [lines, top].map((some) => sumOf(some) - wholeFen);
  if (nestedGap === 0 || isProven(lines)) return lines;
  const isFlat =
    flatGap === 0 ||
    (isChain(lines) &&
      (isSlip(lines, wholeFen, flatGap) ||
        (lines.length > top.length + 1 && Math.abs(flatGap) < Math.abs(nestedGap))));
  return isFlat ? lines.map((line) => ({ ...line, parent: null })) : lines;
}

/** Whether each line that has parts is what they come to, some of several: they are its parts whatever the total says. */
export function isProven(lines: readonly BudgetLine[]): boolean {
  const names = [...new Set(lines.flatMap(({ parent }) => parent ?? []))];
  const families = names.map((name) => ({
    wholes: lines.filter(({ label }) => label.value === name),
    parts: lines.filter(({ parent }) => parent === name),
  }));
  return (
    families.some(({ parts }) => parts.length > 1) &&
    families.every(({ wholes, parts }) => wholes.length === 1 && sumOf(parts) === wholes[0].amount.fen)
  );
}

/** Whether no line has more parts than one, as where every 其中 is taken for a part of the one before. */
function isChain(lines: readonly BudgetLine[]): boolean {
  const parents = lines.flatMap(({ parent }) => parent ?? []);
  return new Set(parents).size === parents.length;
}

/** Whether one figure misread or mistyped explains by how much lines miss their total. */
export function isSlip(lines: readonly BudgetLine[], wholeFen: number, gapFen: number): boolean {
  const pairs = [
    [wholeFen, wholeFen + gapFen],
    ...lines.map(({ amount }) => [amount.fen, amount.fen - gapFen]),
  ].map(([seen, meant]) => [wholeToDecimal(seen), wholeToDecimal(meant)] as const);
  return pairs.some(([seen, meant]) => looksMisread(seen, meant) || looksMistyped(seen, meant));
}
