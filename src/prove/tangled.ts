import type { Budget, Schedule } from "../model/agreement.ts";
import type { Message, Problem } from "../model/finding.ts";
import { unionOfBoxes } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, type Equation, fitOf, operandsOf } from "../model/relation.ts";
import { CERTAIN } from "../model/stated.ts";
import type { Money, Percent, Quantity, Text } from "../model/value.ts";
import { tangledBudgets } from "./tangled-budgets.ts";
import { isTangledSchedule, lacksPart } from "./tangled-schedule.ts";
import { type Sum, valuesOf } from "./whole-sum.ts";

type Figure = Money | Percent | Quantity | Text;

/** Figures that were read well, it seems, but put together wrongly; and a problem for each place where that shows. */
export interface Tangled {
  figures: Set<object>;
  problems: Problem[];
}

const MESSAGE = {
  zh: "此处金额按现有分组对不上，换一种分组则可对上，可能有标点或字词误读，请核对原件",
  en: "these figures don't come out as they are grouped, but do when grouped otherwise: a mark or word may have been misread; check the page",
};
const LACKS_PART = {
  zh: "付款计划中有一笔未能归入任何一期，其余各期可能因此读错，请核对原件",
  en: "one payment of this schedule was given to no instalment, so that the others may be read wrongly; check the page",
};
/** Sums that differ by a unit: 元 for 万元, 千元 or 亿元. */
const UNITS = [1000n, 10_000n, 100_000_000n];

/**
 * Where no figure was misread but a mark or a word between them, so that a part became a whole, two lists became one,
 * or a unit was lost: sums that come out at once when grouped otherwise, schedules that begin anew, budgets told twice.
 * A slip of the typist's changes a figure and never comes to that.
 */
export function findTangled(contents: Contents, claims: readonly Claim[]): Tangled {
  const sources = new Set([
    ...claims.flatMap(({ equation }) =>
      equation && fitOf(equation) !== "holds" && isRegrouped(equation)
        ? operandsOf(equation).map(({ source }) => source)
        : [],
    ),
    ...contents.schedules
      .filter((schedule) => isTangledSchedule(schedule, contents, claims))
      .flatMap(figuresOfSchedule),
    ...tangledBudgets(contents, claims).flatMap(figuresOfBudget),
  ]);
  const groups = [
    ...contents.budgets.map((budget) => ({ figures: figuresOfBudget(budget), message: MESSAGE })),
    ...contents.schedules.map((schedule) => ({
      figures: figuresOfSchedule(schedule),
      message: lacksPart(schedule, contents, claims) ? LACKS_PART : MESSAGE,
    })),
  ].filter(
    ({ figures }) =>
      figures.some((figure) => sources.has(figure)) &&
      figures.some(({ confidence }) => confidence !== CERTAIN),
  );
  return { figures: new Set(groups.flatMap(({ figures }) => figures)), problems: groups.flatMap(problemsOf) };
}

/** Whether the terms of a sum come to its result once a run of them is left out or taken alone, or in another unit. */
function isRegrouped(equation: Equation): boolean {
  if (equation.kind !== "sum" || isRepeated(equation)) return false;
  const { fens, result } = valuesOf(equation);
  const sum = fens.reduce((all, fen) => all + fen, 0n);
  if (equation.result.kind === "money" && isOfOtherUnit(sum, result)) return true;
  if (sum <= result || fens.length < 2) return false;
  return sum === 2n * result || fens.some((_, from) => isRunFrom(fens, from, sum, result));
}

const isOfOtherUnit = (sum: bigint, result: bigint): boolean =>
  UNITS.some((unit) => sum * unit === result || result * unit === sum) && sum !== 0n;

const isRepeated = ({ terms }: Sum): boolean => terms.some(({ times }) => times < 0);

/** A run of two or more that is the surplus, or one or more that are the whole result. */
function isRunFrom(fens: readonly bigint[], from: number, sum: bigint, result: bigint): boolean {
  let run = 0n;
  for (let to = from; to < fens.length; to += 1) {
    run += fens[to];
    const count = to - from + 1;
    if (count === fens.length) return false;
    if (run === result || (count > 1 && run === sum - result)) return true;
  }
  return false;
}

function figuresOfSchedule({ total, instalments }: Schedule): Figure[] {
  const figures: (Figure | null)[] = instalments.flatMap(({ amount, percent }) => [amount, percent]);
  return [total, ...figures].filter(mayBeDoubted);
}

function figuresOfBudget({ total, totalInCapitals, restatements, lines }: Budget): Figure[] {
  const figures: (Figure | null)[] = lines.flatMap((line) => [
    line.amount,
    line.percent,
    line.unitPrice,
    line.quantity,
    line.label,
  ]);
  return [total, totalInCapitals, ...restatements, ...figures].filter(mayBeDoubted);
}

const mayBeDoubted = (figure: Figure | null): figure is Figure =>
  figure !== null && figure.trust !== "corrected";

/** One problem a page, around all figures of a budget or schedule. */
function problemsOf({ figures, message }: { figures: readonly Figure[]; message: Message }): Problem[] {
  const places = figures.flatMap(({ evidence }) => evidence);
  const pages = [...new Set(places.map(({ pageNumber }) => pageNumber))];
  return pages.map((pageNumber) => ({
    code: "figure-not-understood",
    pageNumber,
    box: unionOfBoxes(places.filter((place) => place.pageNumber === pageNumber).map(({ box }) => box)),
    message,
  }));
}
