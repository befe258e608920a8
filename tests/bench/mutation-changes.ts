import type { Draft } from "../../fixtures/make/random-flaw.ts";
import {
  type Grade,
  missesCapitals,
  missesEveryShare,
  missesParent,
  missesPortion,
  missesProduct,
  missesSchedule,
  missesTotal,
} from "../../fixtures/make/random-flaw-room.ts";
import type { TruthBudget, TruthSchedule } from "../../fixtures/make/truth.ts";

/** A figure of a draft that takes part in arithmetic, and another digit in its place. */
export interface Change {
  name: string;
  make(): void;
}

type Digits = (printed: string) => string;

/** Every figure of a draft that takes part in arithmetic; `other` changes one digit of what is printed. */
export function changesOf(draft: Draft, other: Digits): Change[] {
  return [
    ...draft.budgets.flatMap((budget) => changesOfBudget(budget, other)),
    ...draft.schedules.flatMap((schedule) => changesOfSchedule(schedule, other)),
    ...changesOfTerm(draft, other),
  ];
}

/** Whether what a draft says contradicts itself by more than printed rounding, in any notation of its sums. */
export function contradictsItself(
  draft: Pick<Draft, "budgets" | "schedules">,
  grade: Grade = "any",
): boolean {
  const totals = new Map(draft.budgets.map(({ version, total }) => [version, total ?? 0]));
  return (
    draft.budgets.some(
      (budget) =>
        missesCapitals(budget, grade) ||
        missesTotal(budget, grade) ||
        budget.lines.some(
          (line) =>
            missesParent(budget, line.parent, grade) ||
            missesEveryShare(budget, line, grade) ||
            missesProduct(line, grade),
        ),
    ) ||
    draft.schedules.some((schedule) => {
      const total = totals.get(schedule.version) ?? 0;
      return (
        missesSchedule(schedule, total, grade) ||
        schedule.instalments.some((one) => missesPortion(one, schedule, total, grade))
      );
    })
  );
}

function changesOfBudget(budget: TruthBudget, other: Digits): Change[] {
  const name = `${budget.version} budget`;
  return [
    moneyChange(`${name} total`, budget, "total", other),
    moneyChange(`${name} capitals`, budget, "totalInCapitals", other),
    ...budget.lines.flatMap((line) => [
      moneyChange(`${name} ${line.label}`, line, "amount", other),
      moneyChange(`${name} ${line.label} price`, line, "unitPrice", other),
      textChange(`${name} ${line.label} share`, line, "percent", other),
      textChange(`${name} ${line.label} quantity`, line, "quantity", other),
    ]),
  ].filter((change) => change !== null);
}

function changesOfSchedule(schedule: TruthSchedule, other: Digits): Change[] {
  const name = `${schedule.version} schedule`;
  return schedule.instalments
    .flatMap((one, index) => [
      moneyChange(`${name} ${index + 1}`, one, "amount", other),
      textChange(`${name} ${index + 1} share`, one, "percent", other),
    ])
    .filter((change) => change !== null);
}

function changesOfTerm({ agreement: { term } }: Draft, other: Digits): Change[] {
  if (!term || term.months === null) return [];
  const { months } = term;
  return [
    {
      name: "months",
      make() {
        term.months = Number(other(String(months)));
      },
    },
  ];
}

function moneyChange<K extends string>(
  name: string,
  whole: { [key in K]: number | null },
  key: K,
  other: Digits,
): Change | null {
  const fen = whole[key];
  if (fen === null) return null;
  const cents = fen % 100 === 0 ? "" : String(fen % 100).padStart(2, "0");
  return {
    name,
    make() {
      const changed = other(`${Math.floor(fen / 100)}${cents}`);
      whole[key] = Number(changed) * (cents === "" ? 100 : 1);
    },
  };
}

function textChange<K extends string>(
  name: string,
  whole: { [key in K]: string | null },
  key: K,
  other: Digits,
): Change | null {
  const printed = whole[key];
  if (printed === null) return null;
  return {
    name,
    make() {
      whole[key] = other(printed);
    },
  };
}
