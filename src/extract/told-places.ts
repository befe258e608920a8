import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { monthsOfTerm } from "../model/relation-months.ts";
import { figuresOf } from "./record-money.ts";

/** Where problems already tell of figures that weren't understood. */
export const toldPlaces = (problems: readonly Problem[]): Place[] =>
  problems.flatMap(({ code, pageNumber, box }) =>
    code === "figure-not-understood" && box ? [{ pageNumber, box }] : [],
  );

/** The same, and where the sums of lines stand whose product a rule judges. */
export const judgedPlaces = ({ budgets, problems }: Contents): Place[] => [
  ...budgets.flatMap(({ lines }) =>
    lines.flatMap(({ quantity, unitPrice, amount }) => (quantity && unitPrice ? amount.evidence : [])),
  ),
  ...toldPlaces(problems),
];

/** Where problems tell of figures, and where the sums of lines stand that their counts and prices don't come to, which is a finding. */
export const flawedPlaces = (contents: Contents): Place[] => [
  ...contents.budgets.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.quantity && line.unitPrice && !comesOut(contents, line) ? line.amount.evidence : [],
    ),
  ),
  ...toldPlaces(contents.problems),
];

function comesOut(contents: Contents, { quantity, unitPrice, amount }: BudgetLine): boolean {
  const product = Number(quantity?.value) * (unitPrice?.fen ?? 0);
  return [1, ...monthsOfTerm(contents)].some(
    (months) => Math.abs(product * months - amount.fen) * 2 <= amount.precisionFen,
  );
}

/** Where the record's money stands, and where problems tell of figures: what stands elsewhere was passed over. */
export function accountedPlaces(contents: Contents): Place[] {
  const { price, paid } = figuresOf(contents);
  return [...price, ...paid].flatMap(({ evidence }) => evidence).concat(toldPlaces(contents.problems));
}
