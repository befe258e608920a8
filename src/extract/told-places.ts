import type { Problem } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Contents } from "../model/record.ts";

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
