import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { standsAt } from "./evidence.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_IN_BOTH = {
  zh: "大写与小写金额不一致，请核对原件",
  en: "the amount in capital numerals and the digits beside it differ; check the page",
};
/** 30.5万元 stands for the interval of its last digit. */
const YUAN_FEN = 100;

/**
 * Problems for sums in digits and 大写 side by side that differ (履约保证金20,000元（大写：贰万伍仟元整）), wherever they stand: a rule
 * compares only those of totals.
 */
export function findMiswritten(flow: Flow, { budgets, problems }: Contents): Problem[] {
  const judged = [
    ...budgets.flatMap(({ total, totalInCapitals, restatements }) => [
      ...(total && totalInCapitals ? totalInCapitals.evidence : []),
      ...restatements.flatMap(({ evidence }) => evidence),
    ]),
    ...toldPlaces(problems),
  ];
  return textsOf(flow).flatMap((text) =>
    findSums(text.text)
      .filter(
        (sum) => isToldTwice(text.text, sum) && differs(sum) && !standsAt(text, judged, sum.capitals ?? sum),
      )
      .map((sum) => notUnderstood(text, sum, NOT_IN_BOTH)),
  );
}

const textsOf = (flow: Flow): NormalText[] =>
  flow.flatMap((part) =>
    part.kind === "paragraph" ? [part.content] : part.cells.map(({ content }) => content),
  );

/** 20,000元（大写：…）, ¥…，人民币…整: one sum told twice; but 每次500元，贰仟元以上的. */
function isToldTwice(text: string, { digits, capitals }: MoneySum): boolean {
  if (!digits || !capitals) return false;
  const [first, second] = digits.start < capitals.start ? [digits, capitals] : [capitals, digits];
  const between = text.slice(first.end, second.start);
  const isWhole = /整|正/.test(text.slice(capitals.start, capitals.end + 1));
  return /[（(¥￥即：:写]|人民币/.test(between) || isWhole;
}

function differs({ digits, capitals }: MoneySum): boolean {
  if (digits?.fen == null || capitals?.fen == null) return false;
  const allowed = digits.precisionFen > YUAN_FEN ? digits.precisionFen / 2 : 0;
  return Math.abs(digits.fen - capitals.fen) > allowed;
}
