import { compare, wholeToDecimal } from "./decimal.ts";
import type { Place } from "./place.ts";
import { sharedArea } from "./place.ts";
import type { Contents } from "./record.ts";
import { type Claim, operandsOf } from "./relation.ts";
import { mergedSharesOf } from "./relation-merged.ts";

/**
 * Tells the claims of tables whose figures a budget or a schedule was read from, and which its own rules judge:
 * all parts of such a claim stand where figures of a budget or a schedule stand. Counts (场次, 学时) are multiplied by prices
 * there, and added up nowhere.
 */
export function judgedElsewhere(contents: Contents): (claim: Claim) => boolean {
  const shares = sharePlaces(contents);
  const summed = [...budgetPlaces(contents), ...shares, ...schedulePlaces(contents)];
  const all = [...summed, ...countPlaces(contents)];
  return ({ equation }) => {
    if (!equation) return false;
    const operands = operandsOf(equation);
    const places = equation.kind === "sum" ? summed : all;
    const isTaken = (evidence: readonly Place[]): boolean =>
      evidence.some((own) => places.some((place) => overlap(own, place)));
    const parts = operands.slice(0, -1).filter((operand) => operand.evidence.length > 0);
    // Shares are judged by the 100 % that they come to, which says nothing of another sum printed below them.
    const isOtherSum =
      equation.kind === "sum" &&
      compare(equation.result.value, HUNDRED) !== 0 &&
      !isTaken(equation.result.evidence) &&
      parts.every(({ evidence }) => evidence.some((own) => shares.some((place) => overlap(own, place))));
    if (isOtherSum) return false;
    return parts.length > 0 && parts.every((operand) => isTaken(operand.evidence));
  };
}

const HUNDRED = wholeToDecimal(100);

const sharePlaces = (contents: Contents): Place[] =>
  contents.budgets.flatMap((budget) => [
    ...budget.lines.flatMap(({ percent }) => percent?.evidence ?? []),
    ...mergedSharesOf(contents, budget).flatMap(({ share }) => share.evidence),
  ]);

function budgetPlaces(contents: Contents): Place[] {
  return contents.budgets.flatMap((budget) => {
    const { total, totalInCapitals, lines } = budget;
    const ofLines = lines.map((line) => line.amount);
    return [total, totalInCapitals, ...ofLines].flatMap((figure) => figure?.evidence ?? []);
  });
}

const countPlaces = ({ budgets }: Contents): Place[] =>
  budgets
    .flatMap(({ lines }) => lines.flatMap((line) => [line.quantity, line.unitPrice]))
    .flatMap((figure) => figure?.evidence ?? []);

function schedulePlaces(contents: Contents): Place[] {
  return contents.schedules.flatMap(({ total, instalments }) => {
    const ofInstalments = instalments.flatMap(({ amount, percent }) => [amount, percent]);
    return [total, ...ofInstalments].flatMap((figure) => figure?.evidence ?? []);
  });
}

const overlap = (a: Place, b: Place): boolean =>
  a.pageNumber === b.pageNumber && sharedArea(a.box, b.box) > 0;
