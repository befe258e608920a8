import type { BudgetLine } from "../model/agreement.ts";

/**
 * Budget lines nested below a line whose parts they don't make up, as where the number before them was not read: if
 * the top lines lack exactly these of the total, they stand among the top lines. `wholeFen` is the total, null where
 * none is told.
 */
export function hoistBySums(lines: BudgetLine[], wholeFen: number | null): BudgetLine[] {
  const top = lines.filter(({ parent }) => parent === null);
  const lackingFen = wholeFen === null ? 0 : wholeFen - sumOf(top);
  if (lackingFen <= 0) return lines;
  const isUnproven = (line: BudgetLine): boolean =>
    top.some(
      ({ label, amount }) => label.value === line.parent && amount.fen !== sumOf(partsOf(lines, label.value)),
    );
  const unproven = lines.filter((line) => line.parent !== null && isUnproven(line));
  const single = unproven.filter(({ amount }) => amount.fen === lackingFen);
  const hoisted = sumOf(unproven) === lackingFen ? unproven : single.length === 1 ? single : [];
  return lines.map((line) => (hoisted.includes(line) ? { ...line, parent: null } : line));
}

const partsOf = (lines: readonly BudgetLine[], label: string): BudgetLine[] =>
  lines.filter(({ parent }) => parent === label);

const sumOf = (lines: readonly BudgetLine[]): number =>
  lines.reduce((fen, { amount }) => fen + amount.fen, 0);
