import type { Schedule } from "../model/agreement.ts";
import { isAmid } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, fitOf } from "../model/relation.ts";
import { isUpTo } from "../model/relation-steps.ts";
import { type Sum, valuesOf } from "./whole-sum.ts";

/** How many lines of text may part a figure that is missing from those beside it. */
const LINES_BETWEEN = 2;

/** Whether a schedule's payments were likely put together wrongly. */
export function isTangledSchedule(schedule: Schedule, contents: Contents, claims: readonly Claim[]): boolean {
  return (
    (beginsAnew(schedule) && !comesOut(schedule, claims)) ||
    isShortOfMonths(schedule, claims) ||
    lacksPart(schedule, contents, claims)
  );
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
export function lacksPart(schedule: Schedule, { problems }: Contents, claims: readonly Claim[]): boolean {
  const own = schedule.instalments.flatMap(({ amount, percent }) =>
    [amount, percent].filter((each) => each !== null),
  );
  const places = own.flatMap(({ evidence }) => evidence);
  const isAmidst = problems.some(
    (problem) => problem.code === "figure-not-understood" && isAmid(problem, places, LINES_BETWEEN),
  );
  if (!isAmidst || own.some(isUpTo)) return isAmidst;
  return !comesOut(schedule, claims);
}

/** Whether a schedule adds up to its total. */
function comesOut({ instalments }: Schedule, claims: readonly Claim[]): boolean {
  const own = instalments.flatMap(({ amount, percent }) => [amount, percent]);
  const isOwn = (equation: Sum): boolean =>
    equation.terms.some(({ operand }) => own.some((figure) => figure === operand.source));
  return claims.some(
    ({ ruleId, equation }) =>
      ruleId === "schedule-equals-total" &&
      equation?.kind === "sum" &&
      isOwn(equation) &&
      fitOf(equation) === "holds",
  );
}

const isMultiple = (all: bigint, one: bigint): boolean => one > 0n && all !== 0n && all % one === 0n;
