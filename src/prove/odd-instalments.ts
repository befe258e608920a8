import { add, multiply, readDecimal, subtract, wholeToDecimal, ZERO } from "../model/decimal.ts";
import { looksMisread } from "../model/looks-misread.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, fitOf } from "../model/relation.ts";
import { isUpTo } from "../model/relation-steps.ts";
import { CERTAIN } from "../model/stated.ts";

const ALL = wholeToDecimal(100);

/**
 * The share of an instalment (30 %, 60 %, 100 %) that misses its amount as well as what the others leave of the whole, and as
 * misread (100 for 10) would make all of them come to just 100 %.
 */
export function findOddInstalments({ schedules }: Contents, claims: readonly Claim[]): object[] {
  const isBroken = (share: object): boolean =>
    claims.some(
      ({ equation }) =>
        equation?.kind === "portion" && equation.share.source === share && fitOf(equation) === "broken",
    );
  return schedules.flatMap(({ instalments }) => {
    const shares = instalments.flatMap(({ percent, occurrences }) =>
      percent
        ? [{ percent, value: multiply(readDecimal(percent.percent), wholeToDecimal(occurrences)) }]
        : [],
    );
    if (shares.length < instalments.length || shares.some(({ percent }) => isUpTo(percent))) return [];
    const left = subtract(ALL, shares.map(({ value }) => value).reduce(add, ZERO));
    return instalments.flatMap(({ percent, occurrences }) => {
      if (!percent || occurrences !== 1 || percent.confidence === CERTAIN) return [];
      const own = readDecimal(percent.percent);
      const isMisread = left.units !== 0n && looksMisread(own, add(own, left));
      return isMisread && percent.trust === "agreed" && isBroken(percent) ? [percent] : [];
    });
  });
}

/** What is an instalment's own above the steps before it (付至60%) is no surer than these: those behind a step in doubt. */
export function findBehindDoubt({ schedules }: Contents, isDoubted: (figure: object) => boolean): object[] {
  return schedules.flatMap(({ instalments }) =>
    (["percent", "amount"] as const).flatMap((key) => {
      const figures = instalments.flatMap((instalment) => instalment[key] ?? []);
      const first = figures.findIndex((figure) => figure.trust === "doubtful" || isDoubted(figure));
      const behind = first < 0 ? [] : figures.slice(first + 1);
      return behind.filter((figure) => isUpTo(figure) && figure.trust !== "corrected");
    }),
  );
}
