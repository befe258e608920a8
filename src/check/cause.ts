import type { Cause, Suggestion } from "../model/finding.ts";
import type { Trust } from "../model/value.ts";

/** A figure that takes part in a finding, with the other values that readers saw in its place. */
export interface Suspect<Rival extends { raw: string; reader: string }> {
  readonly name: string;
  readonly raw: string;
  readonly trust: Trust;
  readonly rivals: readonly Rival[];
}

/**
 * Whether the paper, the reading, or neither for certain is at fault.
 * `settles` says how many rules a rival reading would satisfy; 0 when not even the one that failed.
 */
export function causeOf<Rival extends { raw: string; reader: string }, Figure extends Suspect<Rival>>(
  figures: readonly (Figure & Suspect<Rival>)[],
  settles: (figure: Figure, rival: Rival) => number,
): { cause: Cause; suggestion: Suggestion | null } {
  const doubtful = figures.filter((figure) => figure.trust === "doubtful");
  if (doubtful.length === 0) return { cause: "document", suggestion: null };
  const [best] = doubtful
    .flatMap((figure) => figure.rivals.map((rival) => ({ figure, rival, worth: settles(figure, rival) })))
    .filter((option) => option.worth > 0)
    .sort((a, b) => b.worth - a.worth);
  if (!best) return { cause: "unknown", suggestion: null };
  const { name, raw } = best.figure;
  const why = `${best.rival.reader} 读作 ${best.rival.raw}，代入后等式成立 / with what ${best.rival.reader} read, the rule holds`;
  return { cause: "misread", suggestion: { figure: name, from: raw, to: best.rival.raw, why } };
}
