import type { Budget, Schedule } from "../model/agreement.ts";
import type { Decimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import { isAmid, unionOfBoxes } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, type Equation, fitOf, operandsOf } from "../model/relation.ts";
import { isUpTo } from "../model/relation-steps.ts";
import { CERTAIN } from "../model/stated.ts";
import type { Money, Percent, Quantity, Text } from "../model/value.ts";

type Figure = Money | Percent | Quantity | Text;
type Sum = Extract<Equation, { kind: "sum" }>;

/** Figures that were read well, it seems, but put together wrongly; and a problem for each place where that shows. */
export interface Tangled {
  figures: Set<object>;
  problems: Problem[];
}

const MESSAGE = {
  zh: "此处金额按现有分组对不上，换一种分组则可对上，可能有标点或字词误读，请核对原件",
  en: "these figures don't come out as they are grouped, but do when grouped otherwise: a mark or word may have been misread; check the page",
};
/** How many lines of text may part a figure that is missing from those beside it. */
const LINES_BETWEEN = 2;
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
      .filter(
        (schedule) =>
          beginsAnew(schedule) || isShortOfMonths(schedule, claims) || lacksPart(schedule, contents, claims),
      )
      .flatMap(figuresOfSchedule),
    ...withFreeParts(contents.budgets, claims).flatMap(figuresOfBudget),
    ...toldTwice(contents.budgets).flatMap(figuresOfBudget),
  ]);
  const groups = [
    ...contents.budgets.map(figuresOfBudget),
    ...contents.schedules.map(figuresOfSchedule),
  ].filter(
    (figures) =>
      figures.some((figure) => sources.has(figure)) &&
      figures.some(({ confidence }) => confidence !== CERTAIN),
  );
  return { figures: new Set(groups.flat()), problems: groups.flatMap(problemsOf) };
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

/** The terms of a sum and its result as whole numbers of one worth. */
function valuesOf({ terms, result }: Sum): { fens: bigint[]; result: bigint } {
  const scale = Math.max(result.value.scale, ...terms.map(({ operand }) => operand.value.scale));
  const whole = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own);
  return {
    fens: terms.map(({ operand, times }) => whole(operand.value) * BigInt(times)),
    result: whole(result.value),
  };
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

/** Whether months go back to where they began: two schedules read as one. */
function beginsAnew({ instalments }: Schedule): boolean {
  const months = instalments.flatMap(({ from }) => from ?? []);
  return months.some((month, at) => at > 0 && month <= months[at - 1]);
}

/** Whether a schedule by months pays too little by whole payments: some of its months were not understood. */
function isShortOfMonths(schedule: Schedule, claims: readonly Claim[]): boolean {
  const { instalments } = schedule;
  if (!instalments.some(({ from }) => from)) return false;
  const amounts = instalments.flatMap(({ amount }) => amount ?? []);
  return claims.some(({ equation }) => {
    if (equation?.kind !== "sum" || fitOf(equation) === "holds") return false;
    const isOwn = equation.terms.every(({ operand }) => amounts.some((amount) => amount === operand.source));
    const { fens, result } = valuesOf(equation);
    const missing = result - fens.reduce((all, fen) => all + fen, 0n);
    return isOwn && fens.some((fen, at) => isMultiple(missing, fen / BigInt(equation.terms[at].times)));
  });
}

/**
 * Whether a figure that wasn't understood stands amid a schedule that doesn't come out, or whose parts are told by what is
 * paid up to some day, so that it comes out in any case: an instalment is missing then, or was read together with another.
 */
function lacksPart(schedule: Schedule, { problems }: Contents, claims: readonly Claim[]): boolean {
  const own = schedule.instalments.flatMap(({ amount, percent }) =>
    [amount, percent].filter((each) => each !== null),
  );
  const places = own.flatMap(({ evidence }) => evidence);
  const isAmidst = problems.some(
    (problem) => problem.code === "figure-not-understood" && isAmid(problem, places, LINES_BETWEEN),
  );
  if (!isAmidst || own.some(isUpTo)) return isAmidst;
  const isOwn = (equation: Sum): boolean =>
    equation.terms.some(({ operand }) => own.some((figure) => figure === operand.source));
  return !claims.some(
    ({ ruleId, equation }) =>
      ruleId === "schedule-equals-total" &&
      equation?.kind === "sum" &&
      isOwn(equation) &&
      fitOf(equation) === "holds",
  );
}

const isMultiple = (all: bigint, one: bigint): boolean => one > 0n && all !== 0n && all % one === 0n;

/** Budgets whose lines lack just what some lines come to that are told as parts of others: a bracket was not closed. */
function withFreeParts(budgets: readonly Budget[], claims: readonly Claim[]): Budget[] {
  return budgets.filter(({ lines }) => {
    const parts = lines.filter(({ parent }) => parent !== null).map(({ amount }) => BigInt(amount.fen));
    const total = claims.find(
      ({ ruleId, equation }) =>
        ruleId === "total-equals-sum" &&
        equation?.kind === "sum" &&
        equation.terms.some(({ operand }) => lines.some(({ amount }) => amount === operand.source)),
    )?.equation;
    if (total?.kind !== "sum" || fitOf(total) === "holds" || parts.length === 0) return false;
    const result = (total.result.source as Partial<Money>).fen;
    const top = lines.filter(({ parent }) => parent === null);
    const sum = top.reduce((all, { amount }) => all + BigInt(amount.fen), 0n);
    const missing = result === undefined ? 0n : BigInt(result) - sum;
    return missing > 0n && parts.some((_, from) => isRunOf(parts.slice(from), missing));
  });
}

/** Whether the first few of some sums come to a whole. */
function isRunOf(fens: readonly bigint[], whole: bigint): boolean {
  let run = 0n;
  return fens.some((fen) => {
    run += fen;
    return run === whole;
  });
}

/** Budgets of one version and no name that list the same lines: what was and what became of it, or one told twice. */
function toldTwice(budgets: readonly Budget[]): Budget[] {
  return budgets.filter((budget) => {
    const labels = budget.lines.map(({ label }) => label.value);
    const isAgain = new Set(labels).size * 2 <= labels.length;
    return (
      (labels.length > 1 && isAgain) ||
      budgets.some(
        (other) =>
          other !== budget &&
          other.version === budget.version &&
          other.name === null &&
          budget.name === null &&
          labels.length > 1 &&
          labels.filter((label) => other.lines.some((line) => line.label.value === label)).length * 2 >=
            labels.length,
      )
    );
  });
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
function problemsOf(figures: readonly Figure[]): Problem[] {
  const places = figures.flatMap(({ evidence }) => evidence);
  const pages = [...new Set(places.map(({ pageNumber }) => pageNumber))];
  return pages.map((pageNumber) => ({
    code: "figure-not-understood",
    pageNumber,
    box: unionOfBoxes(places.filter((place) => place.pageNumber === pageNumber).map(({ box }) => box)),
    message: MESSAGE,
  }));
}
