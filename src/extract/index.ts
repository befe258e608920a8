import type { Problem } from "../model/finding.ts";
import type { NormalScan } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { findBareSums } from "./bare-sums.ts";
import { findBrokenDates } from "./broken-dates.ts";
import { settleBare } from "./budget-bare-totals.ts";
import { takePeriodSums, withoutMakeupOfOne } from "./budget-of-period.ts";
import { withoutPayments } from "./budget-paid-lines.ts";
import { buildFlow } from "./build-flow.ts";
import { furnitureOf, sumsOfFurniture } from "./build-flow-furniture.ts";
import { withChangesTold } from "./changes-table.ts";
import { findCrowdedCells } from "./crowded-cells.ts";
import { withoutExplained } from "./explained-sums.ts";
import { findAgreement } from "./find-agreement.ts";
import { findBudgets } from "./find-budgets.ts";
import { findIndicators } from "./find-indicators.ts";
import { findSchedules } from "./find-schedules.ts";
import { findTerms, type Terms } from "./find-term.ts";
import { flowToTables } from "./flow-to-tables.ts";
import { joinLabels } from "./join-labels.ts";
import { findMergedRows } from "./merged-rows.ts";
import { findMisreckonedBehind } from "./misreckoned-behind.ts";
import { findMisreckonings } from "./misreckonings.ts";
import { findMissingSums } from "./missing-sums.ts";
import { withFormsParted } from "./part-forms.ts";
import { withNumbersParted } from "./part-numbers.ts";
import { withSidesParted } from "./part-sides.ts";
import { runningOf } from "./schedule-running.ts";
import { problemsOfUnclaimed } from "./schedule-unclaimed.ts";
import { findSkippedNumbers } from "./skipped-numbers.ts";
import { doubtMonths } from "./term-months.ts";
import { withUnitsTold } from "./told-units.ts";
import { findUnplacedWholes } from "./unplaced-wholes.ts";
import { findUnruledRows } from "./unruled-rows.ts";
import { findUnsureComparisons } from "./unsure-comparisons.ts";
import { settleParts } from "./unsure-parts.ts";
import { findUntoldCells } from "./untold-cells.ts";
import { findUntoldPayments } from "./untold-payments.ts";
import { findUntoldPrice } from "./untold-price.ts";
import { findUntoldShares } from "./untold-shares.ts";
import { findUntoldSlips } from "./untold-slips.ts";
import { findUntoldSums } from "./untold-sums.ts";
import { findUntoldTables } from "./untold-tables.ts";

/** The agreement's meaning: header, budgets, schedules, tables and indicators, each value with its evidence. */
export function extractContents(scan: NormalScan): Contents {
  const { flow: whole, problems } = buildFlow(scan);
  const asPrinted = joinLabels(withUnitsTold(withNumbersParted(whole)));
  const flow = withChangesTold(withFormsParted(withSidesParted(asPrinted)));
  const terms = findTerms(flow);
  const { budgets: told, problems: toldProblems } = findBudgets(flow);
  const { months } = runningOf(flow, terms);
  const budgets = withoutMakeupOfOne(settleBare(told, months));
  const { schedules, problems: scheduleProblems, unclaimed } = findSchedules(flow, terms, budgets);
  const { budgets: priced, problems: budgetProblems } = takePeriodSums(
    flow,
    { budgets: withoutPayments(budgets, schedules), problems: toldProblems },
    months,
  );
  const parted = settleParts(flow, priced);
  const contents = {
    agreement: findAgreement(flow, furnitureOf(scan), terms),
    budgets: parted.budgets,
    schedules,
    tables: flowToTables(asPrinted),
    indicators: findIndicators(asPrinted),
    problems: [
      ...problems,
      ...findMergedRows(scan),
      ...findUnruledRows(scan),
      ...sumsOfFurniture(scan),
      ...budgetProblems,
      ...parted.problems,
      ...scheduleProblems,
      ...findBrokenDates(flow),
      ...findSkippedNumbers(flow),
      ...doubtTerm(terms),
    ],
  };
  const left = [
    ...problemsOfUnclaimed(contents, unclaimed),
    ...findBareSums(flow, contents),
    ...findCrowdedCells(flow),
    ...findMissingSums(flow, contents),
    ...findUnplacedWholes(flow, contents),
    ...findUnsureComparisons(contents.indicators),
    ...findUntoldSums(flow, contents, months),
    ...findMisreckonedBehind(flow),
    ...findUntoldShares(flow, contents),
    ...findUntoldTables(flow, contents),
  ];
  const problemsSoFar = withoutExplained([...contents.problems, ...left], flow, contents, months);
  const allTold = [...problemsSoFar, ...findMisreckonings(flow, { ...contents, problems: problemsSoFar })];
  const withPayments = [...allTold, ...findUntoldPayments(flow, { ...contents, problems: allTold })];
  return {
    ...contents,
    problems: [
      ...withPayments,
      ...findUntoldSlips(flow, { ...contents, problems: withPayments }),
      ...findUntoldCells(flow, { ...contents, problems: withPayments }),
      ...findUntoldPrice(flow, { ...contents, problems: withPayments }),
    ],
  };
}

/** What is told of the term's months in doubt. */
const doubtTerm = ({ told }: Terms): Problem[] =>
  told.flatMap(({ months, term }) => doubtMonths(months, term));
