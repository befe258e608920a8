import type { Draft } from "./budget-drafts.ts";

/** A total told alone (合同总价180万元，其中每年90万元) and a table that comes to the same are one budget. */
export function withoutBare(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((bare) => {
    const { version, name, total, totalInCapitals, restatements, lines } = bare;
    if (!total || name !== null || lines.length > 0) return true;
    const listed = drafts.find(
      (other) =>
        other !== bare &&
        other.version === version &&
        other.name === null &&
        other.lines.length > 0 &&
        other.total?.fen === total.fen &&
        (other.totalInCapitals === null || totalInCapitals === null),
    );
    if (!listed) return true;
    listed.totalInCapitals ??= totalInCapitals;
    listed.restatements.push(total, ...restatements);
    return false;
  });
}
