import type { Cause, Suggestion } from "../model/finding.ts";
import type { Trust } from "../model/value.ts";

/** A figure that takes part in a finding, with the other values that readers saw in its place. */
export interface Suspect<Rival extends { raw: string; reader: string }> {
  readonly name: string;
  readonly raw: string;
  readonly trust: Trust;
  readonly rivals: readonly Rival[];
}

/** A reading of a figure other than the one chosen. */
export interface Other<Rival, Figure> {
  figure: Figure;
  rival: Rival;
}

/**
 * Whether the paper, the reading, or neither for certain is at fault.
 * `settles` says how many rules a rival reading would satisfy, 0 when not even the one that failed; `settlesBoth` whether two of
 * two figures together satisfy that one.
 */
export function causeOf<Rival extends { raw: string; reader: string }, Figure extends Suspect<Rival>>(
  figures: readonly (Figure & Suspect<Rival>)[],
  settles: (figure: Figure, rival: Rival) => number,
  settlesBoth: (one: Other<Rival, Figure>, other: Other<Rival, Figure>) => boolean = () => false,
): { cause: Cause; suggestion: Suggestion | null } {
  const doubtful = figures.filter((figure) => figure.trust === "doubtful");
  if (doubtful.length === 0) return { cause: "document", suggestion: null };
  const others = doubtful.flatMap((figure) => figure.rivals.map((rival) => ({ figure, rival })));
  const [best] = others
    .map((option) => ({ ...option, worth: settles(option.figure, option.rival) }))
    .filter((option) => option.worth > 0)
    .sort((a, b) => b.worth - a.worth);
  if (best) return { cause: "misread", suggestion: suggest(best) };
  // 105 × 3,950 for 108 × 3,980: what one reader saw of both comes out.
  for (const [at, one] of others.entries()) {
    const other = others
      .slice(at + 1)
      .find(
        (each) =>
          each.figure !== one.figure && each.rival.reader === one.rival.reader && settlesBoth(one, each),
      );
    if (other) return { cause: "misread", suggestion: suggest(one, other) };
  }
  return { cause: "unknown", suggestion: null };
}

function suggest<Rival extends { raw: string; reader: string }>(
  { figure, rival }: Other<Rival, Suspect<Rival>>,
  also?: Other<Rival, Suspect<Rival>>,
): Suggestion {
  const { name, raw } = figure;
  const [zh, en] = also
    ? [`、${also.figure.name}读作 ${also.rival.raw}`, ` and ${also.rival.raw} of ${also.figure.name}`]
    : ["", ""];
  const why = `${rival.reader} 读作 ${rival.raw}${zh}，代入后等式成立 / with what ${rival.reader} read${en}, the rule holds`;
  return { figure: name, from: raw, to: rival.raw, why };
}
