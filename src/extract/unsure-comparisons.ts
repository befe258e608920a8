import type { Problem } from "../model/finding.ts";
import type { Indicator, Target } from "../model/table.ts";
import { findTargets } from "./find-targets.ts";

/**
 * Problems for targets that a reader saw compared where the reading that stands has none, or the contrary: of ≥20 and
 * 这20 either may be printed, and a goal of just 20 is another one. That a reader saw no sign where ≥ stands is told of
 * none: some readers know no such sign.
 */
export function findUnsureComparisons(indicators: readonly Indicator[]): Problem[] {
  return indicators.flatMap(({ standard, targets }) => {
    const rivals = (standard.readings ?? [])
      .slice(1)
      .filter(({ value, confidence }) => typeof value === "string" && confidence > 0)
      .map(({ raw, value }) => ({ raw, targets: findTargets(String(value)) }));
    const unlike = rivals.find((rival) =>
      targets.some((target) => isComparedOtherwise(target, rival.targets)),
    );
    return unlike ? [unsure(standard, unlike.raw)] : [];
  });
}

function isComparedOtherwise(target: Target, others: readonly Target[]): boolean {
  const isSame = (other: Target): boolean => other.value === target.value && other.unit === target.unit;
  const same = others.filter(isSame);
  return (
    same.some(({ comparison }) => comparison !== "equal") &&
    !same.some(({ comparison }) => comparison === target.comparison)
  );
}

function unsure({ value, evidence }: Indicator["standard"], seen: string): Problem {
  return {
    code: "figure-not-understood",
    pageNumber: evidence[0]?.pageNumber ?? 1,
    box: evidence[0]?.box ?? null,
    message: {
      zh: `“${value}”也识读为“${seen}”：不少于、不多于还是等于不能确定，请核对原件`,
      en: `"${value}" was also read as "${seen}": at least, at most or just so much is uncertain; check the page`,
    },
  };
}
