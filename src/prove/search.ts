import {
  asPrinted,
  type Choice,
  type Equation,
  type Operand,
  operandsOf,
  type Printed,
} from "../model/relation.ts";

/** A value for every disputed figure, by the object of the record it stands in. */
export type Assignment = ReadonlyMap<object, Printed>;

/** More departures from the readers' vote than this are no longer likelier than a coincidence. */
const MOST_SWITCHES = 3;
/** Tries after which a group counts as undecided. */
const MOST_TRIES = 20_000;

/** Whether readers saw different values in a figure's place and none has been settled on. */
export const isDisputed = (operand: Operand): boolean =>
  operand.trust === "doubtful" && operand.rivals.length > 0;

/**
 * Every choice among readings, with few departures from the vote, that meets all equations;
 * null when there is none, or more to try than is sensible.
 */
export function findAssignments(
  figures: readonly Operand[],
  equations: readonly Equation[],
  isMet: (equation: Equation, choice: Choice) => boolean,
): Assignment[] | null {
  const due = equationsByLastFigure(figures, equations);
  const chosen = new Map<object, Printed>();
  const choice: Choice = (operand) => chosen.get(operand.source) ?? asPrinted(operand);
  const found: Assignment[] = [];
  let tries = 0;

  const choose = (index: number, switches: number): void => {
    if (tries > MOST_TRIES) return;
    if (index === figures.length) {
      found.push(new Map(chosen));
      return;
    }
    const figure = figures[index];
    for (const value of [figure, ...figure.rivals]) {
      const spent = value === figure ? switches : switches + 1;
      if (spent > MOST_SWITCHES) break;
      chosen.set(figure.source, value);
      tries += 1;
      if (due[index].every((equation) => isMet(equation, choice))) choose(index + 1, spent);
    }
    chosen.delete(figure.source);
  };
  choose(0, 0);
  return tries > MOST_TRIES || found.length === 0 ? null : found;
}

/** The equations that can be judged once the figure at each index has its value. */
function equationsByLastFigure(figures: readonly Operand[], equations: readonly Equation[]): Equation[][] {
  const due: Equation[][] = figures.map(() => []);
  for (const equation of equations) {
    const sources = new Set(operandsOf(equation).map((operand) => operand.source));
    const last = figures.findLastIndex((figure) => sources.has(figure.source));
    if (last >= 0) due[last].push(equation);
  }
  return due;
}
