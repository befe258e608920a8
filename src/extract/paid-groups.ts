import type { Contents } from "../model/record.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

const FEWEST = 2;

/**
 * The sums of a paragraph that say once more what the payments come to: in all (三年租金合计2,179,008元), and part by part in their order
 * (其中第一年691,200元，第二年725,760元，…), where the parts take up every payment, and these come to the price. None where one part is off.
 */
export function paidInGroups(sums: readonly MoneySum[], { budgets, schedules }: Contents): MoneySum[] {
  const prices = budgets.flatMap(({ total, totalInCapitals }) => [total?.fen, totalInCapitals?.fen]);
  return schedules.flatMap(({ instalments }) => {
    const fens = instalments.flatMap(({ amount, occurrences }) =>
      Array.from({ length: occurrences }, () => amount?.fen ?? Number.NaN),
    );
    const all = fens.reduce((sum, fen) => sum + fen, 0);
    if (fens.length < FEWEST || !prices.includes(all)) return [];
    const wholes = sums.filter((sum) => fenOf(sum) === all);
    const parts = sums.filter((sum) => !wholes.includes(sum));
    return [...wholes, ...(isPartition(parts.map(fenOf), fens) ? parts : [])];
  });
}

/** Whether sums are, one after another, what runs of amounts come to that take them all up; more than one, and fewer than the amounts. */
function isPartition(sums: readonly (number | null)[], fens: readonly number[]): boolean {
  if (sums.length < FEWEST || sums.length >= fens.length) return false;
  let at = 0;
  const fits = sums.every((sum) => {
    let left = sum ?? Number.NaN;
    while (at < fens.length && left > 0) left -= fens[at++];
    return left === 0;
  });
  return fits && at === fens.length;
}
