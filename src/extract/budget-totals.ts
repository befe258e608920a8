import type { Told } from "./budget-prose.ts";
import type { MoneySum } from "./money-sums.ts";

/** 甲合计…；乙合计…；两项共计…: of sums that differ, only the one that all others add up to is the total. */
export function doubtfulTotals(told: readonly Told[]): Told[] {
  const bare = told.filter(
    ({ role, isClear, name, sum }) => role === "total" && !isClear && !name && fenOf(sum) !== null,
  );
  return (["original", "amended"] as const).flatMap((version) => {
    const same = bare.filter((each) => each.version === version);
    if (new Set(same.map(({ sum }) => fenOf(sum))).size < 2) return [];
    const others = same.slice(0, -1);
    const isSum =
      others.reduce((all, { sum }) => all + (fenOf(sum) ?? 0), 0) === fenOf(same[same.length - 1].sum);
    return isSum && others.length > 1 ? others : same;
  });
}

const fenOf = ({ digits, capitals }: MoneySum): number | null => digits?.fen ?? capitals?.fen ?? null;
