import type { Budget, Schedule } from "./agreement.ts";
import type { Contents } from "./record.ts";
import { doesHold, type Equation, type Operand, type Term } from "./relation.ts";
import { SCHEDULE_NAME } from "./relation-schedule-total.ts";
import { wholeOf } from "./relation-total.ts";

/** What is paid of one of several budgets, and which it is of. */
export interface LotSum {
  subject: string;
  equation: Equation;
}

/** More ways to part a schedule than these are not tried. */
const MOST_WAYS = 20_000;

interface Parting {
  /** Behind which term each run ends. */
  ends: number[];
  fitting: number;
}

/**
 * A schedule whose payments are those of several budgets (by year, by lot) one after another: each run against its own budget's
 * total, where all come out or, in one way only, all but one. None for anything else.
 */
export function lotSums(contents: Contents, schedule: Schedule, terms: readonly Term[]): LotSum[] {
  const lots = contents.budgets
    .filter(({ version }) => version === schedule.version)
    .map((budget) => ({ budget, whole: wholeOf(contents, budget) }));
  const wholes = lots.flatMap(({ whole }) => whole ?? []);
  if (wholes.length < 2 || wholes.length < lots.length || terms.length < wholes.length) return [];
  const ways = partings(terms, wholes);
  const best = Math.max(...ways.map(({ fitting }) => fitting));
  const [way, other] = ways.filter(({ fitting }) => fitting === best);
  if (!way || best < wholes.length - 1 || (other && best < wholes.length)) return [];
  return lots.map(({ budget }, at) => ({
    subject: `${nameOf(budget)}${SCHEDULE_NAME}`,
    equation: sumOf(terms.slice(way.ends[at - 1] ?? 0, way.ends[at]), wholes[at]),
  }));
}

const nameOf = ({ name }: Budget): string => name?.value ?? "";

/** Every way to part the terms into one run for each whole, in which at most one doesn't come out. */
function partings(terms: readonly Term[], wholes: readonly Operand[]): Parting[] {
  let ways: Parting[] = [{ ends: [], fitting: 0 }];
  for (const [at, whole] of wholes.entries()) {
    const isLast = at === wholes.length - 1;
    // Ways that part the terms before alike ask the same of the run to come.
    const known = new Map<number, boolean>();
    const holds = (from: number, end: number): boolean => {
      const key = from * (terms.length + 1) + end;
      const is = known.get(key) ?? (end > from && doesHold(sumOf(terms.slice(from, end), whole)));
      known.set(key, is);
      return is;
    };
    ways = ways
      .flatMap(({ ends, fitting }) => {
        const from = ends.at(-1) ?? 0;
        // No run is empty: what is paid of a lot may not have been read.
        const first = isLast ? Math.max(terms.length, from + 1) : from + 1;
        return Array.from({ length: Math.max(0, terms.length - first + 1) }, (_, more) => {
          const end = first + more;
          return { ends: [...ends, end], fitting: fitting + (holds(from, end) ? 1 : 0) };
        });
      })
      .filter(({ fitting }) => fitting >= at);
    if (ways.length > MOST_WAYS) return [];
  }
  return ways;
}

const sumOf = (terms: readonly Term[], result: Operand): Equation => ({
  kind: "sum",
  terms: [...terms],
  result,
  strict: false,
});
